"""Whether neighbouring areas resemble one another more than chance lets them, and which of them form a cluster.

By esda and libpysal (PySAL). They take seconds to import and are asked for on demand only.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from threading import Lock

import numpy as np
from numpy.typing import ArrayLike

from indicators.measures.funnel import Numbers

PERMUTATIONS = 999
_SEED = 20240817
_HIGH_HIGH, _LOW_LOW = 1, 3

# esda draws from numpy's shared generator, which is seeded here and put back as it was.
_one_at_a_time = Lock()


class Corner(StrEnum):
    """How a cluster stands out: high values among high ones, or low among low."""

    HIGH = "high"
    LOW = "low"


@dataclass(frozen=True)
class Autocorrelation:
    """Moran's I of all areas, and the clusters.

    moran: 1 where neighbours are alike, near 0 by chance, negative where they differ. p_value: how often the same
    values spread over the areas by chance give so much or more. clusters: areas by their corner, those whose
    neighbourhood is beyond chance after false discoveries are controlled.
    """

    moran: float
    p_value: float
    clusters: Mapping[str, Corner]


def autocorrelation(
    *, areas: Sequence[str], values: ArrayLike, neighbours: Mapping[str, Sequence[str]], false_discoveries: float
) -> Autocorrelation:
    """Global and local Moran's I of one value an area, by 999 permutations from a fixed seed.

    Moran (1950), Biometrika 37, 17-23; Anselin (1995), Local indicators of spatial association, Geographical Analysis
    27, 93-115. values: adjusted for unequal denominators (`smoothing.standardised`). neighbours: may name areas that
    are not among `areas`. Every neighbour of an area weighs the same. The global test asks for likeness only; local
    ones ask for both sides and are corrected by Benjamini & Hochberg (1995) at `false_discoveries`.
    """
    from esda.moran import Moran, Moran_Local
    from libpysal.weights import W
    from scipy.stats import false_discovery_control

    measured: Numbers = np.asarray(values, dtype=float)
    there = set(areas)
    weights = W(
        {area: [n for n in neighbours.get(area, ()) if n in there] for area in areas},
        id_order=list(areas),
        silence_warnings=True,
    )
    if np.ptp(measured) == 0:
        return Autocorrelation(0.0, 1.0, {})
    with _one_at_a_time:
        kept = np.random.get_state()
        try:
            np.random.seed(_SEED)
            whole = Moran(measured, weights, permutations=PERMUTATIONS)
            with warnings.catch_warnings(category=DeprecationWarning, action="ignore"):
                # It announces that the next major release doubles p as is done below.
                local = Moran_Local(measured, weights, permutations=PERMUTATIONS, keep_simulations=False, seed=_SEED)
        finally:
            np.random.set_state(kept)
    p_value = (int((whole.sim >= whole.I).sum()) + 1) / (PERMUTATIONS + 1)
    # esda's is the smaller of the two sides.
    beyond = false_discovery_control(np.minimum(1, 2 * local.p_sim)) <= false_discoveries
    alone = {area for area in areas if not weights.neighbors[area]}
    corners = {_HIGH_HIGH: Corner.HIGH, _LOW_LOW: Corner.LOW}
    clusters = {
        area: corners[quadrant]
        for area, quadrant, sure in zip(areas, local.q, beyond, strict=True)
        if sure and quadrant in corners and area not in alone
    }
    return Autocorrelation(float(whole.I), p_value, clusters)
