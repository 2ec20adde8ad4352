"""Counts of one unit against its own past, robustly: a past error must not make the next one look usual."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import ArrayLike, NDArray

# Half the distance between the quartiles of a normal distribution, twice: makes it comparable to one spread.
QUARTILES_TO_SPREAD = 1.349

_MONTHS_A_YEAR = 12


@dataclass(frozen=True)
class Unlike:
    """Counts held against their own past; every array has the shape (months, units) of what was held.

    held: there is a count, and enough months before it. far: unlike everything before it. usual: the median of the
    months before, NaN where it was not held.
    """

    held: NDArray[np.bool_]
    far: NDArray[np.bool_]
    usual: NDArray[np.float64]


def steady(counts: ArrayLike) -> NDArray[np.float64]:
    """Counts on a scale on which a Poisson count varies by about 1, whatever its size. Anscombe (1948)."""
    scaled: NDArray[np.float64] = 2 * np.sqrt(np.asarray(counts, dtype=float) + 0.375)
    return scaled


@dataclass(frozen=True)
class Usual:
    """What one unit's past makes likely; every array has the shape of the pasts without their months, NaN without any.

    months: how many counts there are. reach: how far from its usual a count still is likely, on the scale of `steady`:
    so many robust spreads, from the quartiles (normalised interquartile range, ISO 13528) and never below that of a
    Poisson count, so that a row of equal months allows for chance. scale: the median on that scale.
    """

    months: NDArray[np.int_]
    scale: NDArray[np.float64]
    reach: NDArray[np.float64]
    lowest_seen: NDArray[np.float64]
    highest_seen: NDArray[np.float64]

    @property
    def range(self) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
        """The usual count, the median, and the lowest and highest that is still likely."""
        return _counted(self.scale), _counted(self.scale - self.reach), _counted(self.scale + self.reach)


def usual(past: ArrayLike, *, spreads: float) -> Usual:
    """What pasts make likely, each along the last axis; NaN is no count."""
    known = np.sort(steady(past), axis=-1)  # months without a count come last
    n = np.count_nonzero(~np.isnan(known), axis=-1)
    low, middle, high = (_quantile(known, n, q) for q in (0.25, 0.5, 0.75))
    farthest = spreads * np.maximum(1.0, (high - low) / QUARTILES_TO_SPREAD)
    return Usual(np.asarray(n), middle, farthest, known[..., 0], _quantile(known, n, 1.0))


def unlike_past(counts: NDArray[np.float64], *, last: int, months: int, least: int, spreads: float) -> Unlike:
    """The last so many months of a table of (months, units), each against up to `months` before it; NaN is no count.

    Far is what lies beyond all that was reported before, beyond the robust range of it, and beyond the same reach
    from the same month a year earlier: the first lets a yearly campaign pass, the last its return a little larger.
    """
    missing = np.full((max(months, _MONTHS_A_YEAR), counts.shape[1]), np.nan)
    padded = np.concatenate([missing, counts])
    now = padded[len(padded) - last :]
    a_year_ago = padded[len(padded) - last - _MONTHS_A_YEAR :][:last]
    before = sliding_window_view(padded[len(padded) - last - months : -1], months, axis=0)
    of_past = usual(before, spreads=spreads)
    held = ~np.isnan(now) & (of_past.months >= least)
    scale = steady(now)
    beyond = (scale > of_past.highest_seen) | (scale < of_past.lowest_seen)
    off = np.abs(scale - of_past.scale) > of_past.reach
    like_last_year = np.abs(scale - steady(a_year_ago)) <= of_past.reach
    return Unlike(held, held & beyond & off & ~like_last_year, np.where(held, of_past.range[0], np.nan))


def _counted(scale: ArrayLike) -> NDArray[np.float64]:
    """Back from the scale of `steady` to a count, never below none."""
    found: NDArray[np.float64] = np.maximum(0.0, (np.maximum(np.asarray(scale), 0.0) / 2) ** 2 - 0.375)
    return found


def _quantile(known: NDArray[np.float64], n: NDArray[np.int_], q: float) -> NDArray[np.float64]:
    """The quantile of the first n of each sorted row, between neighbours in proportion, as numpy's; NaN without any."""
    place = np.maximum(n - 1, 0) * q
    below = np.floor(place).astype(int)
    above = np.minimum(below + 1, np.maximum(n - 1, 0))
    low, high = (np.take_along_axis(known, at[..., None], axis=-1)[..., 0] for at in (below, above))
    found: NDArray[np.float64] = low + (high - low) * (place - below)
    return found
