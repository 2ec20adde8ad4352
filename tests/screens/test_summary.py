"""Where the findings of the summary lead."""

from __future__ import annotations

from datetime import date

import pytest

from indicators import warehouse
from indicators.judgement.attention import Finding, Topic
from indicators.judgement.values import state_of
from indicators.screens.selection import Selection
from indicators.screens.summary import _address
from indicators.vocabulary import Period

YEAR = Period.year(2024)


@pytest.mark.parametrize("indicator", ["akb", "stunting_survey"])
def test_a_target_that_was_not_met_leads_to_its_own_indicator(indicator: str, shared_warehouse: object) -> None:
    state = state_of(warehouse.current(), kabupaten="51.01")
    chosen = Selection("51.01", None, YEAR, state, date(2026, 11, 21))
    finding = Finding(Topic.TARGET_NOT_MET, YEAR, indicator=indicator, numbers=(14.0,))
    assert _address(finding, chosen) == f"/indikator?kabupaten=51.01&amp;periode=2024&amp;indikator={indicator}"
