"""Confidence intervals of counts, rates and proportions."""

from __future__ import annotations

from dataclasses import dataclass

# Public Health England (PHEindicatormethods) uses the exact Poisson interval below ten events and Byar's from ten.
BYAR_FROM = 10


@dataclass(frozen=True)
class Bounds:
    """Lower and upper limit in the unit asked for, and the method's name."""

    low: float
    high: float
    method: str


def poisson(*, events: float, confidence: float = 0.95) -> Bounds:
    """Interval of an event count: exact below ten events, Byar's approximation from ten.

    Exact: Garwood (1936), through the gamma quantile. Byar: Breslow & Day (1987), Statistical Methods in Cancer
    Research II, p. 69. Raises ValueError for a negative or missing count.
    """
    from scipy.special import gammaincinv, ndtri  # a third of a second to import, so only once it is needed

    if not events >= 0:
        raise ValueError(f"a count cannot be negative or missing: {events}")
    tail = (1 - confidence) / 2
    if events < BYAR_FROM:
        low = 0.0 if events == 0 else float(gammaincinv(events, tail))
        return Bounds(low, float(gammaincinv(events + 1, 1 - tail)), "exact")
    z = float(ndtri(1 - tail))
    above = events + 1
    low = events * (1 - 1 / (9 * events) - z / (3 * events**0.5)) ** 3
    high = above * (1 - 1 / (9 * above) + z / (3 * above**0.5)) ** 3
    return Bounds(low, high, "byar")


def wilson(*, events: float, trials: float, confidence: float = 0.95) -> Bounds:
    """Score interval of a proportion, 0 to 1. Wilson (1927). Raises ValueError unless 0 <= events <= trials > 0."""
    from scipy.special import ndtri

    if not (0 <= events <= trials and trials > 0):
        raise ValueError(f"not a proportion: {events} of {trials}")
    z = float(ndtri(1 - (1 - confidence) / 2))
    share, spread = events / trials, z * z / trials
    centre = (share + spread / 2) / (1 + spread)
    half = z / (1 + spread) * (share * (1 - share) / trials + spread / (4 * trials)) ** 0.5
    # At none and at all events the limit is exactly 0 or 1; floating point would miss it by a hair.
    low = 0.0 if events == 0 else centre - half
    high = 1.0 if events == trials else centre + half
    return Bounds(low, high, "wilson")
