"""Values of small areas drawn towards the value of all, the more the less chance lets them say by themselves."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from indicators.measures.funnel import Numbers, chance_variance
from indicators.vocabulary import Interval


def smoothed(*, model: Interval, events: ArrayLike, denominator: ArrayLike) -> Numbers:
    """Global empirical Bayes estimates, as events per unit of the denominator.

    Marshall (1991), Mapping disease and mortality rates using empirical Bayes estimators, Applied Statistics 40,
    283-294, formulas 2-5; for proportions the binomial variance stands in place of the Poisson one. Where the areas
    differ no more than chance lets them, the moment estimate of the true variance is negative and counts as 0: then all
    areas have the pooled value. The last axis is the areas; those before it are taken one by one. Denominators above 0.
    """
    counted, at = np.asarray(events, dtype=float), np.asarray(denominator, dtype=float)
    value, total = counted / at, at.sum(axis=-1, keepdims=True)
    mean = counted.sum(axis=-1, keepdims=True) / total
    one = mean if model is Interval.POISSON else np.maximum(mean * (1 - mean), 0)
    between = (at * (value - mean) ** 2).sum(axis=-1, keepdims=True) / total - one / at.mean(axis=-1, keepdims=True)
    between = np.maximum(between, 0)
    both = between + one / at
    weight = np.divide(between, both, out=np.zeros_like(value), where=both > 0)
    found: Numbers = mean + weight * (value - mean)
    return found


def standardised(*, model: Interval, events: ArrayLike, denominator: ArrayLike) -> Numbers:
    """Deviations from the pooled value in units of their own spread, so that unequal denominators do not count.

    Assuncao & Reis (1999), A new proposal to adjust Moran's I for population density, Statistics in Medicine 18,
    2147-2162: for rates equal to `esda.smoothing.assuncao_rate`; for proportions with the binomial variance.
    """
    counted, at = np.asarray(events, dtype=float), np.asarray(denominator, dtype=float)
    value, mean = counted / at, float(counted.sum() / at.sum())
    chance = chance_variance(model=model, pooled=mean, denominator=at)
    between = float((at * (value - mean) ** 2).sum() / at.sum()) - float((chance * at)[0] / at.mean())
    spread = np.where(between + chance < 0, chance, between + chance)
    found: Numbers = (value - mean) / np.sqrt(spread)
    return found
