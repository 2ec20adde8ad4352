"""Dealing out totals: at random in proportion to weights, by shares, or as evenly as whole numbers allow."""

from __future__ import annotations

import numpy as np

from indicators.sample.setting import Counts, Numbers


def allocated(stream: np.random.Generator, *, total: int, weights: Numbers | Counts) -> Counts:
    """`total` events over the cells of `weights` (any shape): every unit of weight has the same risk."""
    shares = weights.ravel() / weights.sum()
    dealt: Counts = stream.multinomial(total, shares).reshape(weights.shape)
    return dealt


def split(stream: np.random.Generator, counts: Counts, shares: dict[str, float]) -> dict[str, Counts]:
    """Each cell's count over named parts; the parts add to `counts` exactly. Shares add to 1."""
    weights = np.array(list(shares.values()))
    parts = stream.multinomial(counts, weights / weights.sum())
    return {name: parts[..., i] for i, name in enumerate(shares)}


def by_sex(stream: np.random.Generator, element: str, counts: Counts, *, male: float) -> dict[str, Counts]:
    """An element with its two sexes, `<element>_male` and `<element>_female`."""
    boys = stream.binomial(counts, male)
    return {element: counts, f"{element}_male": boys, f"{element}_female": counts - boys}


def rounded_to(total: int, shares: Numbers) -> Counts:
    """Whole numbers in proportion to `shares` that add to `total` (largest remainder)."""
    exact = total * shares / shares.sum()
    whole: Counts = np.floor(exact).astype(np.int64)
    left = total - int(whole.sum())
    whole[np.argsort(whole - exact, kind="stable")[:left]] += 1
    return whole
