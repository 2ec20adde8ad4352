"""How much areas differ once chance is taken away, and whether they differ along a ranking."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from indicators.measures.funnel import chance_variance
from indicators.vocabulary import Interval


@dataclass(frozen=True)
class Spread:
    """The standard deviation of the true values between areas, per unit of the denominator.

    tau: 0 where the areas differ no more than chance lets them. p_value: how often chance alone makes areas differ so
    much or more. areas: how many there are.
    """

    tau: float
    p_value: float
    areas: int


@dataclass(frozen=True)
class Slope:
    """The slope index of inequality with its 95 % interval, per unit of the denominator.

    slope: by how much the value changes from the lowest to the highest place of the ranking.
    """

    slope: float
    low: float
    high: float
    areas: int


def spread(*, model: Interval, events: ArrayLike, denominator: ArrayLike) -> Spread:
    """The spread between areas left after the variance of chance is removed, by the method of moments.

    DerSimonian & Laird (1986), Meta-analysis in clinical trials, Controlled Clinical Trials 7, 177-188, with the
    variance that each area has by chance around the pooled value, so that areas without events count too. p_value: of
    Cochran's Q, by chi-square. At least two areas, with denominators above 0 and a pooled value above 0 (a proportion:
    below 1); otherwise the spread is 0 and p is 1.
    """
    from scipy.special import chdtrc

    counted, at = np.asarray(events, dtype=float), np.asarray(denominator, dtype=float)
    pooled = float(counted.sum() / at.sum()) if at.size else 0.0
    variance = chance_variance(model=model, pooled=pooled, denominator=at)
    if at.size < 2 or not np.all(variance > 0):
        return Spread(0.0, 1.0, int(at.size))
    weight = 1 / variance
    # Every variance is the same share of its denominator, so the weighted mean is the pooled value.
    q = float((weight * (counted / at - pooled) ** 2).sum())
    scale = float(weight.sum() - (weight**2).sum() / weight.sum())
    tau = max(0.0, (q - (at.size - 1)) / scale) ** 0.5
    return Spread(tau, float(chdtrc(at.size - 1, q)), int(at.size))


def slope_index(*, value: ArrayLike, population: ArrayLike, ranking: ArrayLike) -> Slope | None:
    """The slope index of inequality: values regressed, weighted by population, on the place in the ranking.

    The place of an area (ridit) is the middle of its part of the population when areas are lined up by `ranking`; areas
    of one rank share a place. Pamuk (1985), Social class inequality in mortality, Population Studies 39, 17-31;
    interval from the weighted residuals, Student's t with two degrees of freedom less than areas (Mackenbach & Kunst
    1997, Social Science & Medicine 44, 757-771). None with fewer than three areas or without any difference in rank.
    """
    from scipy.special import stdtrit

    values, people = np.asarray(value, dtype=float), np.asarray(population, dtype=float)
    ranks = np.asarray(ranking, dtype=float)
    if values.size < 3 or np.unique(ranks).size < 2:
        return None
    below = (people[None, :] * (ranks[None, :] < ranks[:, None])).sum(axis=1)
    same = (people[None, :] * (ranks[None, :] == ranks[:, None])).sum(axis=1)
    place = (below + same / 2) / people.sum()
    from_middle = place - np.average(place, weights=people)
    breadth = float((people * from_middle**2).sum())
    middle = float(np.average(values, weights=people))
    slope = float((people * from_middle * (values - middle)).sum()) / breadth
    left = values - middle - slope * from_middle
    degrees = values.size - 2
    error = (float((people * left**2).sum()) / degrees / breadth) ** 0.5
    reach = float(stdtrit(degrees, 0.975)) * error
    return Slope(slope, slope - reach, slope + reach, int(values.size))
