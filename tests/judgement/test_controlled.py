"""The right chart by itself: chosen from the data, its limits, and what its newest point says."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from indicators import warehouse
from indicators.areas import all_kabupaten
from indicators.catalogue import Target, catalogue
from indicators.judgement.chart_choice import choose
from indicators.judgement.controlled import Controlled, YearlyCounts, controlled, pooled_rates, yearly_counts
from indicators.judgement.monthly import MonthlyValue, months_of
from indicators.measures.control import Rule
from indicators.vocabulary import Assurance, ChartKind, Period, Variation

JEMBRANA, BANYUWANGI = "51.01", "35.10"
FIRST = "51.01.P07"
ONE_EACH = {
    "deaths_0_6_days": 1.0,
    "deaths_7_28_days": 0.0,
    "deaths_29_days_11_months": 0.0,
    "deaths_12_59_months": 0.0,
}

Send = Callable[..., warehouse.Receipt]


def months(first: int, last: int) -> list[str]:
    return [f"{year}-{month:02}" for year in range(first, last + 1) for month in range(1, 13)]


def chart(indicator: str, last: str, kabupaten: str = JEMBRANA, area: str = "") -> Controlled | None:
    return controlled(
        warehouse.current(),
        indicator=indicator,
        kabupaten=kabupaten,
        area=area or kabupaten,
        last=Period.parse(last),
    )


def series(counts: Sequence[float], size: float = 100.0) -> list[MonthlyValue]:
    return [
        MonthlyValue(Period.month(2020 + place // 12, place % 12 + 1), count, size, 10, 10, complete=True)
        for place, count in enumerate(counts)
    ]


def kind(indicator: str, counts: Sequence[float], size: float = 100.0) -> ChartKind | None:
    choice = choose(catalogue().indicators[indicator], series(counts, size))
    return choice.kind if choice else None


@pytest.mark.parametrize("deaths", [0.1, 1, 2, 8, 30])
@pytest.mark.parametrize("months", [5, 12, 36, 60])
def test_monthly_maternal_deaths_are_never_drawn_as_xmr(deaths: float, months: int) -> None:
    counts = [float(round(deaths * (place + 1)) - round(deaths * place)) for place in range(months)]
    assert kind("aki", counts, 2000) in (ChartKind.G, ChartKind.POOLED, ChartKind.RUN)


def test_the_chart_follows_what_is_counted_and_how_often() -> None:
    assert kind("aki", [2.0] * 36, 2000) is ChartKind.G
    assert kind("akb", [14.0] * 36, 2000) is ChartKind.U
    assert kind("akb", [1.0] * 36, 80) is ChartKind.G
    assert kind("bblr", [100.0] * 36, 1900) is ChartKind.P
    assert kind("new_stunting", [30.0] * 36, 30) is ChartKind.XMR
    assert kind("new_stunting", [1.0] * 36, 30) is ChartKind.T
    assert kind("k1", [160.0] * 36, 170) is ChartKind.XMR
    assert kind("report_completeness", [270.0] * 36, 270) is ChartKind.XMR


def test_few_months_are_a_run_chart_and_few_events_are_pooled() -> None:
    least = catalogue().settings.control_least
    assert kind("akb", [14.0] * (least - 1), 2000) is ChartKind.RUN
    assert kind("akb", [14.0] * least, 2000) is ChartKind.U
    # Six deaths in five years: 2020, 2021, … are whole.
    assert kind("aki", [1.0, *[0.0] * 9] * 6, 80) is ChartKind.POOLED
    assert kind("aki", [1.0, *[0.0] * 9] * 2, 80) is ChartKind.RUN
    assert kind("aki", [], 80) is None


def test_proportions_near_all_have_no_limits_of_their_own() -> None:
    assert kind("weighing", [99.0] * 36, 100) is ChartKind.RUN


def test_every_choice_says_why_in_one_or_two_sentences(shared_warehouse: Path) -> None:
    for entry in catalogue().indicators.values():
        found = chart(entry.id, "2026-10", BANYUWANGI) if entry.numerator else None
        if found is not None:
            assert found.choice.reason.startswith(("Grafik ", "Angka gabungan "))
            assert "karena" in found.choice.reason


def births(
    send: Send, first: int, last: int, but: Mapping[tuple[str, str], Mapping[str, float] | None] | None = None
) -> None:
    send("births", months(first, last), {"live_births": 100}, but=but)


def test_what_lies_between_deaths_is_counted_in_births(send: Send) -> None:
    births(send, 2022, 2025)
    # Eleven deaths, one every fourth month, and the last one after eight.
    when = {(FIRST, month): {"maternal_deaths": 1.0} for month in months(2022, 2025)[::4]}
    del when[FIRST, "2025-05"]
    send("maternal_deaths", months(2022, 2025), {"maternal_deaths": 0}, but=when)
    found = chart("aki", "2025")
    assert found is not None
    assert found.choice.kind is ChartKind.G
    # Four months of ten puskesmas with a hundred births each, from mid-month to mid-month.
    assert [p.value for p in found.points] == [4000.0] * 9 + [8000.0]
    assert found.variation is Variation.COMMON


def test_a_month_without_complete_reports_is_provisional_and_a_missing_one_is_a_gap(send: Send) -> None:
    absent = {(f"51.01.P{number:02}", "2025-06"): None for number in range(7, 10)}
    births(send, 2024, 2025, but=absent)
    send(
        "child_deaths",
        months(2024, 2025),
        ONE_EACH,
    )
    found = chart("akn", "2025")
    assert found is not None
    assert found.choice.kind is ChartKind.U
    june = next(p for p in found.points if str(p.month) == "2025-06")
    assert june.provisional is not None
    assert june.provisional[0] < june.provisional[1] == 10
    assert june.rule is None
    # Without June the series is constant: 10 of 1.000 births.
    assert found.points[-1].centre == pytest.approx(10.0)
    assert found.variation is Variation.COMMON


def test_a_jump_is_worse_for_deaths_and_told_by_its_rule(send: Send) -> None:
    births(send, 2024, 2025)
    send(
        "child_deaths",
        months(2024, 2025),
        ONE_EACH,
        but={
            (FIRST, "2025-12"): {**ONE_EACH, "deaths_0_6_days": 31},
        },
    )
    found = chart("akn", "2025")
    assert found is not None
    assert (found.points[-1].rule, found.points[-1].high) == (Rule.BEYOND, True)
    assert found.variation is Variation.WORSENING
    assert chart("akn", "2025-11").variation is Variation.COMMON  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("value", "assurance"), [(60, Assurance.PASSES), (90.5, Assurance.HIT_OR_MISS), (120, Assurance.FAILS)]
)
def test_a_target_of_the_kabupaten_is_met_missed_or_both_as_long_as_nothing_changes(
    value: float, assurance: Assurance, shared_warehouse: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = {2024: Target(value=value, document="RKPD")}
    monkeypatch.setattr("indicators.judgement.controlled.targets_of", lambda *_: own)
    found = chart("immunisation", "2024", BANYUWANGI)
    assert found is not None
    assert (found.target, found.assurance) == (own[2024], assurance)
    later = chart("immunisation", "2025", BANYUWANGI)
    assert later is not None
    assert (later.target, later.assurance) == (None, None)


def test_a_target_of_another_measure_says_nothing_of_reports(shared_warehouse: Path) -> None:
    # Immunisation's of 2024 is of a survey, AKB's of the census.
    for indicator in ("immunisation", "akb"):
        found = chart(indicator, "2024", BANYUWANGI)
        assert found is not None
        assert (found.target, found.assurance) == (None, None)


def test_rates_of_rare_events_are_pooled_over_three_and_five_whole_years(send: Send) -> None:
    births(send, 2020, 2024)
    yearly = {(FIRST, f"{year}-03"): {"maternal_deaths": float(year - 2019)} for year in range(2020, 2025)}
    send("maternal_deaths", months(2020, 2024), {"maternal_deaths": 0}, but=yearly)
    found = pooled_rates(
        warehouse.current(), indicator="aki", kabupaten=JEMBRANA, area=JEMBRANA, last=Period.year(2024)
    )
    # 1, 2, 3, 4 and 5 deaths on 12.000 births a year.
    assert [(str(p.years), p.numerator, p.denominator) for p in found[3]] == [
        ("2020..2022", 6, 36_000),
        ("2021..2023", 9, 36_000),
        ("2022..2024", 12, 36_000),
    ]
    [five] = found[5]
    assert five.value == pytest.approx(25.0)
    assert five.low is not None
    assert five.low < 25 < (five.high or 0)


def test_a_years_sasaran_is_held_against_its_months_by_twelfths(shared_warehouse: Path) -> None:
    snapshot = warehouse.current()
    found = months_of(snapshot, indicator="k1", kabupaten=BANYUWANGI, area=BANYUWANGI, last=Period.month(2026, 10))
    year = snapshot.read(
        "indicator_months",
        indicators=["k1"],
        kabupaten=BANYUWANGI,
        area=BANYUWANGI,
        start=Period.month(2026, 9).start,
        end=Period.month(2026, 9).end,
    )
    assert found[-2].size == pytest.approx(year["denominator"].iloc[0] / 12)


def test_of_banyuwangis_published_deaths_only_2021_is_more_than_chance() -> None:
    deaths = {2017: 19, 2018: 24, 2019: 31, 2021: 55, 2022: 25, 2023: 28, 2024: 28}
    # A mean of 30 with the limits 30 -+ 3 sqrt 30: 13,6 to 46,4.
    assert yearly_counts(deaths) == YearlyCounts(2017, 2024, 30.0, (2021,))
    assert yearly_counts({year: count for year, count in deaths.items() if year != 2021}) == YearlyCounts(
        2017, 2024, pytest.approx(25.83, abs=0.01), ()
    )
    assert yearly_counts({2021: 55, 2022: 25, 2023: 28, 2024: 28}) is None


def births_then(send: Send, *, before: float, after: float, since: int) -> None:
    """Three years of low birth weights, of which every puskesmas counts `after` from a month on (0 is January 2023)."""
    every = months(2023, 2025)
    each = {"live_births": 100.0, "low_birth_weight": after, "newborns_weighed": 100.0}
    units = [facility.id for facility in all_kabupaten()[JEMBRANA].puskesmas]
    old = {(unit, month): each | {"low_birth_weight": before} for unit in units for month in every[:since]}
    send("births", every, each, but=old)


def test_a_decision_with_its_reason_starts_limits_anew_and_the_newest_point_is_judged_by_them(
    send: Send, record: Callable[..., warehouse.Receipt]
) -> None:
    births_then(send, before=8, after=4, since=18)
    mixed = chart("bblr", "2025")
    assert mixed is not None
    assert mixed.variation is Variation.IMPROVING
    record("new_limits", {"indicator": "bblr", "since": "2024-07-01", "reason": "Timbangan baru, Rakor 2 Juli 2024"})
    found = chart("bblr", "2025")
    assert found is not None
    assert found.variation is Variation.COMMON
    # 8 % and 4 % of 1,000 newborns a month, less three standard errors of either.
    first, last_old, first_new = (found.points[place] for place in (0, 17, 18))
    assert [point.centre for point in (first, last_old, first_new)] == pytest.approx([8, 8, 4])
    assert [point.lower for point in (last_old, first_new)] == pytest.approx([5.43, 2.14], abs=0.01)
    assert not any(point.rule for point in found.points)
    assert [one.reason for one in found.renewed] == ["Timbangan baru, Rakor 2 Juli 2024"]


def test_new_limits_wait_for_as_many_months_as_limits_need(
    send: Send, record: Callable[..., warehouse.Receipt]
) -> None:
    births_then(send, before=8, after=4, since=30)
    record("new_limits", {"indicator": "bblr", "since": "2025-07-01", "reason": "Timbangan baru"})
    found = chart("bblr", "2025")
    assert found is not None
    assert (found.renewed, found.not_yet and str(found.not_yet.since)) == ((), "2025-07")
    assert len({point.centre for point in found.points}) == 1
