"""Which submissions an indicator's numbers come from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from indicators import warehouse
from indicators.judgement.submissions_behind import Behind, submissions_behind
from indicators.judgement.values import state_of
from indicators.vocabulary import Mode, Period

JEMBRANA = "51.01"
Send = Callable[..., Any]


def behind(indicator: str) -> list[Behind]:
    snapshot = warehouse.current()
    return submissions_behind(snapshot, indicator=indicator, state=state_of(snapshot, kabupaten=JEMBRANA))


def test_the_datasets_of_numerator_and_denominator_are_told_newest_first_and_no_other(send: Send) -> None:
    send("births", ["2026-01"], {"live_births": 30})
    send("maternal_deaths", ["2026-01", "2026-02"], {"maternal_deaths": 0})
    send("maternal_services", ["2026-01"], {"antenatal_k1": 20})
    found = behind("aki")
    assert [b.dataset for b in found] == ["maternal_deaths", "births"]
    assert found[0].units == 10
    assert found[0].period == Period.of_months((2026, 1), (2026, 2))
    assert {b.state for b in found} == {"active"}


def test_what_was_replaced_or_undone_still_touched_it_and_practice_did_not(send: Send) -> None:
    first = send("births", ["2026-01"], {"live_births": 30})
    send("births", ["2026-01"], {"live_births": 31})
    send("births", ["2026-01"], {"live_births": 99}, mode=Mode.SAMPLE)
    assert [b.state for b in behind("aki")] == ["active", "superseded"]
    warehouse.undo(first.submission, by="ana", reason="keliru")
    assert "undone" in {b.state for b in behind("aki")}


def test_published_figures_are_told_only_with_the_indicator_they_are_about(quote: Callable[..., Any]) -> None:
    quote("stunting_survey", 2024, 17.3, measure="survey")
    quote("aki", 2024, 28, content="numerator")
    [survey] = behind("stunting_survey")
    assert (survey.dataset, survey.units, survey.period) == ("published_values", 1, Period.year(2024))
    assert len(behind("aki")) == 1
    assert behind("akb") == []
