"""What needs attention: a planted fault is found, an even kabupaten has none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from indicators import warehouse
from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.judgement.attention import Finding, Topic, findings
from indicators.judgement.cards import headline_cards
from indicators.judgement.values import state_of
from indicators.vocabulary import Mode, Period

JEMBRANA, MENDOYO = "51.01", "51.01.02"
MENDOYO_1, MENDOYO_2 = "51.01.P07", "51.01.P08"
YEAR = [f"2024-{month:02}" for month in range(1, 13)]
MONTHLY = [d for d in catalogue().expected_datasets() if d.period == "month"]

Send = Callable[..., warehouse.Receipt]
Quote = Callable[..., warehouse.Receipt]


def found(topic: Topic, period: str = "2024", *, kabupaten: str = JEMBRANA, today: date | None = None) -> list[Finding]:
    snapshot = warehouse.current()
    state = state_of(snapshot, kabupaten=kabupaten)
    chosen = Period.parse(period)
    cards = headline_cards(snapshot, state=state, period=chosen)
    every = findings(snapshot, state=state, period=chosen, cards=cards, today=today)
    return [finding for finding in every if finding.topic is topic]


def test_a_kecamatan_with_missing_reports_is_told_as_incomplete_and_not_compared(send: Send) -> None:
    # As above, but for one report of Mendoyo: its 8 % may be what the missing report would have mended.
    report = {"live_births": 100, "newborns_weighed": 100, "low_birth_weight": 2}
    but: dict[tuple[str, str], dict[str, float] | None] = {
        (unit, month): report | {"low_birth_weight": 8} for unit in (MENDOYO_1, MENDOYO_2) for month in YEAR
    }
    send("births", YEAR, report, but=but | {(MENDOYO_1, "2024-12"): None})
    assert found(Topic.SIGNAL) == []
    (finding,) = found(Topic.AREA_INCOMPLETE)
    assert (finding.indicator, finding.period) == ("bblr", Period.year(2024))
    assert [area.area for area in finding.areas] == [MENDOYO]


def test_a_kecamatan_is_not_incomplete_for_months_that_nobody_has_sent_yet(send: Send) -> None:
    report = {"live_births": 300, "newborns_weighed": 300, "low_birth_weight": 6}
    begun = YEAR[:8]
    many = {(unit, month): report | {"low_birth_weight": 24} for unit in (MENDOYO_1, MENDOYO_2) for month in begun}
    send("births", begun, report, but=many)
    send("maternal_deaths", YEAR[:9], {"maternal_deaths": 0})
    (finding,) = found(Topic.SIGNAL)
    assert finding.signals is not None
    assert [signal.area for signal in finding.signals.signals] == [MENDOYO]
    assert found(Topic.AREA_INCOMPLETE) == []


def test_an_incomplete_kecamatan_that_would_not_stand_out_is_not_told_here(send: Send) -> None:
    report = {"live_births": 100, "newborns_weighed": 100, "low_birth_weight": 2}
    send("births", YEAR, report, but={(MENDOYO_1, "2024-12"): None})
    assert found(Topic.AREA_INCOMPLETE) == []


def send_all(send: Send, months: list[str], but: dict[tuple[str, str], None] | None = None) -> None:
    """Every monthly dataset of some months, with the first of its elements."""
    for dataset in MONTHLY:
        send(dataset.id, months, {dataset.elements[0]: 1}, but=but)


def missing(today: date | None = None) -> dict[str, tuple[str, tuple[float, ...]]]:
    return {f.dataset: (str(f.period), f.numbers) for f in found(Topic.REPORTS_MISSING, "2024", today=today)}


def test_where_everything_was_sent_no_report_is_missing(send: Send) -> None:
    send_all(send, ["2024-01", "2024-02"])
    assert missing(today=date(2024, 3, 31)) == {}


def test_a_report_of_the_newest_month_is_missing_once_its_due_day_is_past(send: Send) -> None:
    send_all(send, ["2024-01"])
    send_all(send, ["2024-02"], but={(MENDOYO_1, "2024-02"): None})
    assert missing(today=date(2024, 3, 10)) == {}
    assert missing(today=date(2024, 3, 11)) == {dataset.id: ("2024-02", (1.0, 10.0)) for dataset in MONTHLY}
    assert missing() == {}


def test_a_dataset_nobody_sent_for_a_month_that_others_sent_is_missing_whole(send: Send) -> None:
    send("births", ["2024-01", "2024-02"], {"live_births": 1})
    found_now = missing(today=date(2024, 4, 1))
    assert "births" not in found_now
    assert found_now["nutrition"] == ("2024-02", (10.0, 10.0))
    assert missing()["nutrition"] == ("2024-01", (10.0, 10.0))


def test_a_missing_report_in_a_complete_month_is_said_too(
    empty_warehouse: Path, file_of: Callable[..., warehouse.Submission]
) -> None:
    # Banyuwangi has 45 puskesmas: 44 are 97.8 %, a complete month.
    units = [facility.id for facility in all_kabupaten()["35.10"].puskesmas]
    for dataset in MONTHLY:
        sent = units[1:] if dataset.id == "births" else units
        warehouse.publish(file_of(dataset.id, {(unit, "2024-01"): {dataset.elements[0]: 1} for unit in sent}))
    state = state_of(warehouse.current(), kabupaten="35.10")
    assert state.newest_complete_month == Period.month(2024, 1)
    (finding,) = found(Topic.REPORTS_MISSING, kabupaten="35.10")
    assert (finding.dataset, finding.period, finding.numbers) == ("births", Period.month(2024, 1), (1.0, 45.0))


def test_a_result_nobody_entered_leads_the_list(quote: Quote) -> None:
    quote("innovations_iga", 2024, 36, kabupaten="35.10")
    (finding,) = found(Topic.RESULT_MISSING, "2026-01..2026-10", kabupaten="35.10")
    assert (finding.indicator, finding.period, finding.numbers) == ("innovations_iga", Period.year(2025), (50.0,))
    quote("innovations_iga", 2025, 52, kabupaten="35.10")
    assert found(Topic.RESULT_MISSING, "2026-01..2026-10", kabupaten="35.10") == []


def test_a_headline_worse_than_its_target_is_said_with_its_year(send: Send) -> None:
    send("births", YEAR, {"live_births": 100})
    send("maternal_deaths", YEAR, {"maternal_deaths": 1})
    (finding,) = found(Topic.TARGET_NOT_MET, "2025")
    assert (finding.indicator, finding.period, finding.numbers) == ("aki", Period.year(2024), (183.0,))


def test_a_headline_that_cannot_be_told_from_its_target_is_not_called_worse(send: Send) -> None:
    send("births", YEAR, {"live_births": 100})
    send("maternal_deaths", YEAR, {"maternal_deaths": 0}, but={(MENDOYO_1, "2024-01"): {"maternal_deaths": 25}})
    assert found(Topic.TARGET_NOT_MET) == []  # 208 per 100,000, from 135 to 308


def test_a_survey_beside_a_routine_figure_is_said_and_one_alone_is_not(send: Send, quote: Quote) -> None:
    quote("stunting_survey", 2022, 14.2, measure="survey")
    assert found(Topic.TWO_SOURCES) == []
    send("nutrition", ["2024-08"], {"children_measured": 100, "children_stunted": 9})
    (finding,) = found(Topic.TWO_SOURCES)
    assert (finding.indicator, finding.period, finding.numbers) == ("stunting_survey", Period.year(2022), (14.2,))


def test_an_empty_official_kabupaten_has_nothing_to_find(official: Path) -> None:
    assert official.exists()
    snapshot = warehouse.current()
    state = state_of(snapshot, kabupaten=JEMBRANA)
    assert state.mode is Mode.OFFICIAL
    cards = headline_cards(snapshot, state=state, period=Period.year(2024))
    assert findings(snapshot, state=state, period=Period.year(2024), cards=cards) == []
