"""Judged numbers for chart tests."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from indicators.judgement.judged import Judged
from indicators.vocabulary import Basis, Measure, Period

YEAR = Period.year(2024)
PLAIN: dict[str, Any] = {
    "indicator": "aki",
    "area": "35.10.14",
    "area_name": "Glagah",
    "period": YEAR,
    "reference": YEAR,
    "value": 121.7,
    "numerator": 28.0,
    "denominator": 23000.0,
    "low": 80.9,
    "high": 175.9,
    "method": "exact",
    "basis": Basis.OFFICIAL,
    "measure": Measure.ROUTINE,
    "units_matched": 41,
    "units_expected": 45,
    "reports_matched": 492,
    "reports_expected": 540,
    "too_few": False,
    "verdict": None,
    "absence": None,
    "version": 7,
}


@pytest.fixture
def judged() -> Callable[..., Judged]:
    """Makes a judged number; only what a test is about needs naming."""

    def make(**changes: Any) -> Judged:
        return Judged(**(PLAIN | changes))

    return make
