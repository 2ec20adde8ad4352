"""Many comparisons at once: exact tests of one area against the rest, and how many of the small p-values to believe.

Everything takes and gives numpy arrays of one length, one comparison a place.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from indicators.measures.change import rates

Numbers = NDArray[np.float64]

# A tail is summed until a term adds less than this share to any of the sums.
_NEGLIGIBLE = 1e-16


def rate_against_rest(
    events: ArrayLike, exposure: ArrayLike, rest_events: ArrayLike, rest_exposure: ArrayLike
) -> Numbers:
    """Two-sided exact p-values of areas whose rate may differ from the rest's: twice the smaller binomial tail."""
    return rates(
        events_before=rest_events, exposure_before=rest_exposure, events_now=events, exposure_now=exposure
    ).p_value


def share_against_rest(events: ArrayLike, trials: ArrayLike, rest_events: ArrayLike, rest_trials: ArrayLike) -> Numbers:
    """As `rate_against_rest` for proportions: twice the smaller tail of Fisher's exact test (hypergeometric).

    NaN where there are more events than trials, or no trials.
    """
    from scipy.special import gammaln

    x, n, rest_x, rest_n = np.broadcast_arrays(
        *(np.atleast_1d(np.asarray(values, dtype=float)) for values in (events, trials, rest_events, rest_trials))
    )
    possible = (x >= 0) & (rest_x >= 0) & (n > 0) & (rest_n > 0) & (x <= n) & (rest_x <= rest_n)
    x, n, rest_x, rest_n = (np.where(possible, values, 1.0) for values in (x, n, rest_x, rest_n))

    def choose(of: Numbers, some: Numbers) -> Numbers:
        chosen: Numbers = gammaln(of + 1) - gammaln(some + 1) - gammaln(of - some + 1)
        return chosen

    all_x, all_n = x + rest_x, n + rest_n
    here = np.exp(choose(n, x) + choose(rest_n, rest_x) - choose(all_n, all_x))
    # The tail away from what is expected is the smaller one, and its terms shrink from the first on.
    above = x >= all_x * n / all_n
    p_value = np.minimum(1.0, 2 * _tail(here, x, n, rest_x, rest_n, above))
    return np.where(possible, p_value, np.nan)


def widened(p_value: ArrayLike, *, widening: ArrayLike) -> Numbers:
    """The p-values where areas differ by more than chance anyway: their z-score divided by the widening (1: as it is).

    The multiplicative model of overdispersion, Spiegelhalter (2005), section 3.2.
    """
    from scipy.special import ndtr

    found, wide = np.asarray(p_value, dtype=float), np.asarray(widening, dtype=float)
    return np.where(wide > 1, 2 * ndtr(-z_scores(found, above=True) / wide), found)


def z_scores(p_value: ArrayLike, *, above: ArrayLike) -> Numbers:
    """How many standard errors a two-sided p-value lies from no difference; above: on the upper side of it."""
    from scipy.special import ndtri

    z: Numbers = -ndtri(np.maximum(np.asarray(p_value, dtype=float) / 2, np.finfo(float).tiny))
    return np.where(above, z, -z)


def discoveries(p_value: ArrayLike, *, level: float) -> NDArray[np.bool_]:
    """Which comparisons are believed, so that on average at most `level` of the believed ones are chance.

    Benjamini & Hochberg (1995), Journal of the Royal Statistical Society B 57, 289-300: the k smallest p-values, for
    the largest k of which the k-th is at most level * k / m. NaN is never believed and counts as no comparison.
    """
    found = np.asarray(p_value, dtype=float)
    known = np.sort(found[~np.isnan(found)])
    passed = np.flatnonzero(known <= level * np.arange(1, known.size + 1) / max(known.size, 1))
    if not passed.size:
        return np.zeros(found.shape, dtype=bool)
    believed: NDArray[np.bool_] = found <= known[passed[-1]]
    return believed


def _tail(here: Numbers, x: Numbers, n: Numbers, rest_x: Numbers, rest_n: Numbers, above: NDArray[np.bool_]) -> Numbers:
    """The hypergeometric probabilities of x and of everything further on its side, added up term by term."""
    total, term = here.copy(), here.copy()
    going = np.arange(total.size)  # the places whose tail still has terms to add
    while going.size:
        # One event more here and one less in the rest, or the other way round.
        with np.errstate(divide="ignore", invalid="ignore"):
            up = (n - x) * rest_x / ((x + 1) * (rest_n - rest_x + 1))
            down = x * (rest_n - rest_x) / ((n - x + 1) * (rest_x + 1))
        # Beyond what is possible the ratios mean nothing, and the terms before them were none.
        term = np.where(term > 0, term * np.where(above, up, down), 0.0)
        counts = term > _NEGLIGIBLE * total[going]
        going, term, above = going[counts], term[counts], above[counts]
        total[going] += term
        step = np.where(above, 1.0, -1.0)
        x, n, rest_x, rest_n = x[counts] + step, n[counts], rest_x[counts] - step, rest_n[counts]
    return total
