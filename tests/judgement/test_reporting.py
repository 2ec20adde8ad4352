"""How each report stands on a day: on time, late, missing, waiting, not due, or not expected at all."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from indicators import warehouse
from indicators.areas import all_kabupaten
from indicators.catalogue import Dataset, catalogue
from indicators.judgement.judged import Absence, Judged
from indicators.judgement.reporting import Report, Standing, Tally, reports, shown_months, tally
from indicators.judgement.values import State, judge, state_of
from indicators.vocabulary import Basis, Level, Mode, Period

JEMBRANA = "51.01"
UNITS = [f.id for f in all_kabupaten()[JEMBRANA].puskesmas]
TODAY = datetime.now(UTC).date()
THIS_MONTH = TODAY.replace(day=1)


def monthly() -> list[Dataset]:
    return [d for d in catalogue().expected_datasets() if d.period == "month"]


Send = Callable[..., warehouse.Receipt]


def of_births(months: str, today: date) -> dict[tuple[str, str], Report]:
    found = reports(warehouse.current(), kabupaten=JEMBRANA, months=Period.parse(months), today=today)
    return {(r.facility, str(r.month)): r for r in found if r.dataset == "births"}


def test_what_is_sent_before_its_due_day_is_on_time_and_what_is_not_sent_is_not_due_yet(send: Send) -> None:
    # Sent today for the month that runs: its due day, the tenth of the next month, is always ahead.
    month = f"{THIS_MONTH:%Y-%m}"
    send("births", [month], {"live_births": 3}, but={(UNITS[0], month): None})
    found = of_births(month, TODAY)
    assert found[UNITS[1], month].standing is Standing.ON_TIME
    assert found[UNITS[0], month].standing is Standing.NOT_DUE
    assert (found[UNITS[0], month].due - THIS_MONTH).days in range(37, 41)
    assert found[UNITS[0], month].due.day == 10


def test_a_report_is_missing_from_the_day_after_its_due_day(send: Send) -> None:
    send("births", ["2024-01"], {"live_births": 3}, but={(UNITS[0], "2024-01"): None})
    assert of_births("2024-01", date(2024, 2, 10))[UNITS[0], "2024-01"].standing is Standing.NOT_DUE
    assert of_births("2024-01", date(2024, 2, 11))[UNITS[0], "2024-01"].standing is Standing.MISSING


def test_months_that_were_due_before_the_kabupaten_began_are_sent_and_neither_on_time_nor_late(send: Send) -> None:
    send("births", ["2024-01"], {"live_births": 3})
    report = of_births("2024-01", TODAY)[UNITS[0], "2024-01"]
    assert report.standing is Standing.SENT
    assert report.sent_on is not None


def test_of_sample_data_nothing_is_on_time_or_late(shared_warehouse: Path) -> None:
    found = reports(
        warehouse.current(), kabupaten="35.10", months=Period.parse("2024-01..2026-10"), today=date(2026, 11, 22)
    )
    assert {r.standing for r in found} == {Standing.SENT, Standing.MISSING}


def test_an_undone_submission_was_not_sent(send: Send) -> None:
    receipt = send("births", ["2024-01"], {"live_births": 3})
    send("maternal_deaths", ["2024-01"], {"maternal_deaths": 0})
    warehouse.undo(receipt.submission, by="ana")
    assert {r.standing for r in of_births("2024-01", date(2024, 3, 1)).values()} == {Standing.MISSING}


def test_months_after_the_newest_with_data_are_missing_too(send: Send) -> None:
    send("births", ["2024-01"], {"live_births": 3})
    found = of_births("2024-01..2024-02", date(2024, 3, 11))
    assert {found[unit, "2024-02"].standing for unit in UNITS} == {Standing.MISSING}


def test_a_tally_counts_what_is_expected_and_how_it_stands() -> None:
    standings = [*Standing, Standing.MISSING]
    month = Period.month(2024, 1)
    found = [Report("51.01.P01", "births", month, date(2024, 2, 10), standing, None) for standing in standings]
    assert tally(found) == Tally(expected=7, there=3, missing=2, late=1, waiting=1)
    assert tally(found).absent == 4


def state(first: str, newest: str, complete: str | None) -> State:
    months = [Period.parse(text) if text else None for text in (first, newest, complete)]
    return State(JEMBRANA, Mode.OFFICIAL, 1, *months, changed_at=None)


@pytest.mark.parametrize(
    ("known", "period", "today", "shown"),
    [
        # The default period: also the month that has ended since, of which nothing has come.
        (("2022-01", "2026-09", "2026-09"), "2026-01..2026-09", date(2026, 11, 3), "2025-11..2026-10"),
        # A month that is sent before it has ended is shown too.
        (("2022-01", "2026-11", "2026-10"), "2026-01..2026-10", date(2026, 11, 22), "2025-12..2026-11"),
        (("2022-01", "2026-10", "2026-10"), "2024", date(2026, 11, 22), "2024"),
        (("2026-05", "2026-09", None), "2026-01..2026-09", date(2026, 11, 22), "2026-05..2026-10"),
    ],
)
def test_twelve_months_up_to_the_period_are_shown(
    known: tuple[str, str, str | None], period: str, today: date, shown: str
) -> None:
    assert str(shown_months(state(*known), period=Period.parse(period), today=today)) == shown


def test_without_any_data_there_is_no_month_to_show(official: Path) -> None:
    empty = state_of(warehouse.current(), kabupaten=JEMBRANA)
    assert shown_months(empty, period=Period.year(2026), today=date(2026, 11, 22)) is None


def judged(indicator: str, period: str, level: Level = Level.KABUPATEN, kabupaten: str = JEMBRANA) -> list[Judged]:
    return judge(
        warehouse.current(), indicators=[indicator], kabupaten=kabupaten, period=Period.parse(period), level=level
    )


def test_completeness_is_reports_sent_of_all_reports_expected_and_has_no_interval(send: Send) -> None:
    # Ten puskesmas, seven monthly datasets, two months: 140 reports, of which births 10 + 8 and deaths 10 came.
    absent = {(UNITS[0], "2024-02"): None, (UNITS[1], "2024-02"): None}
    send("births", ["2024-01", "2024-02"], {"live_births": 3}, but=absent)
    send("maternal_deaths", ["2024-02"], {"maternal_deaths": 0})
    send("births", ["2024-03"], {"live_births": 3})
    [whole] = judged("report_completeness", "2024-01..2024-02")
    assert (whole.numerator, whole.denominator) == (28, 140)
    assert whole.value == pytest.approx(20)
    assert (whole.low, whole.high, whole.verdict, whole.too_few) == (None, None, None, False)
    assert whole.basis is Basis.OFFICIAL


def test_the_newest_month_counts_once_it_is_complete(send: Send) -> None:
    send("births", ["2024-01"], {"live_births": 3})
    assert judged("report_completeness", "2024-01")[0].value is None
    send("births", ["2024-02"], {"live_births": 3}, but={(UNITS[0], "2024-02"): None})
    assert judged("report_completeness", "2024-01")[0].value == pytest.approx(100 / 7)
    assert judged("report_completeness", "2024-02")[0].value is None


def test_reports_on_time_are_counted_from_the_month_in_which_the_kabupaten_began(send: Send) -> None:
    month = f"{THIS_MONTH:%Y-%m}"
    due_before = f"{THIS_MONTH.year - 1}-01"
    for dataset in monthly():
        send(dataset.id, [due_before, month], {dataset.elements[0]: 0})
    [before] = judged("report_timeliness", due_before)
    [now] = judged("report_timeliness", month)
    assert (before.value, before.absence) == (None, Absence.NOT_SENT)
    assert (now.numerator, now.denominator, now.value) == (70, 70, 100)


def test_of_sample_data_completeness_is_computed_and_timeliness_is_not(shared_warehouse: Path) -> None:
    [complete] = judged("report_completeness", "2024", kabupaten="35.10")
    assert complete.denominator == 45 * 7 * 12
    assert complete.basis is Basis.SAMPLE
    assert [j.absence for j in judged("report_timeliness", "2024", kabupaten="35.10")] == [Absence.NOT_OF_SAMPLE]


def test_every_kecamatan_has_its_own_completeness_however_few_its_reports(send: Send) -> None:
    for dataset in monthly():
        send(dataset.id, ["2024-01"], {dataset.elements[0]: 0}, but={(UNITS[0], "2024-01"): None})
    send("births", ["2024-02"], {"live_births": 3})
    areas = judged("report_completeness", "2024-01", Level.KECAMATAN)
    assert sum(j.denominator or 0 for j in areas) == 70
    assert sum(j.numerator or 0 for j in areas) == 63
    assert not any(j.too_few for j in areas)
    assert {j.absence for j in areas} == {None}
