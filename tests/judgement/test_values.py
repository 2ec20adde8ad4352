"""Judged values of a small official kabupaten, worked by hand, and of the shipped sample."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from indicators import warehouse
from indicators.areas import all_kabupaten
from indicators.catalogue import Target, catalogue
from indicators.judgement.judged import Absence, Judged
from indicators.judgement.values import (
    interval_of,
    judge,
    limits,
    next_target,
    published,
    rate,
    state_of,
    targets_of,
)
from indicators.vocabulary import Basis, Level, Measure, Mode, Period, Status

JEMBRANA = "51.01"
MENDOYO = "51.01.02"
MENDOYO_1, MENDOYO_2 = "51.01.P07", "51.01.P08"
YEAR = [f"2024-{month:02}" for month in range(1, 13)]

Send = Callable[..., warehouse.Receipt]
Quote = Callable[..., warehouse.Receipt]


def one(indicator: str, period: str, *, level: Level = Level.KABUPATEN, area: str = JEMBRANA) -> Judged:
    found = judge(
        warehouse.current(), indicators=[indicator], kabupaten=JEMBRANA, period=Period.parse(period), level=level
    )
    return next(judged for judged in found if judged.area == area)


def test_deaths_and_births_of_a_year_make_a_rate_with_its_interval_counts_and_basis(send: Send) -> None:
    # 10 puskesmas x 12 months x 191.666… births would be 23,000; 28 of their mothers died.
    send("births", YEAR, {"live_births": 100}, but={(MENDOYO_1, "2024-01"): {"live_births": 11_100}})
    deaths = {(MENDOYO_1, "2024-03"): {"maternal_deaths": 16}, (MENDOYO_2, "2024-07"): {"maternal_deaths": 12}}
    send("maternal_deaths", YEAR, {"maternal_deaths": 0}, but=deaths)
    judged = one("aki", "2024")
    assert (judged.numerator, judged.denominator) == (28, 23_000)
    assert judged.value == pytest.approx(121.7, abs=0.05)
    assert judged.low == pytest.approx(80.9, abs=0.06)
    assert judged.high == pytest.approx(175.9, abs=0.06)
    assert (judged.method, judged.confidence) == ("byar", 0.95)
    wider = limits(judged, confidence=0.998)
    assert wider is not None
    assert (wider.low, wider.high) == (pytest.approx(62.65, abs=0.01), pytest.approx(211.11, abs=0.01))
    assert judged.basis is Basis.OFFICIAL
    assert judged.measure is Measure.ROUTINE
    assert (judged.units_matched, judged.units_expected) == (10, 10)
    assert (judged.reports_matched, judged.reports_expected) == (120, 120)
    assert judged.reference == judged.period == Period.year(2024)
    assert judged.absence is None
    assert judged.version == warehouse.current_version()
    assert judged.area_name == "Kabupaten Jembrana"


def test_a_routine_value_stands_against_a_census_target_with_that_said(send: Send) -> None:
    send("births", YEAR, {"live_births": 1000})
    send("maternal_deaths", YEAR, {"maternal_deaths": 1})
    verdict = one("aki", "2024").verdict
    assert verdict is not None
    assert verdict.status is Status.MET  # 120 deaths in 120,000 births, where 183 per 100,000 would be 220
    assert (verdict.year, verdict.target.value, verdict.target.document) == (2024, 183, "RPJMN 2020-2024")
    assert verdict.qualified


@pytest.mark.parametrize(
    ("deaths", "wanted"),
    [(0, Status.MET), (16, Status.LIKELY_MET), (22, Status.NOT_DISTINGUISHABLE), (60, Status.NOT_MET)],
)
def test_the_verdict_asks_how_many_were_expected_at_the_target_not_how_many_came(
    send: Send, deaths: int, wanted: Status
) -> None:
    # 12,000 births: 22 deaths would be expected at the target, so that none says much.
    send("births", YEAR, {"live_births": 100})
    send("maternal_deaths", YEAR, {"maternal_deaths": 0}, but={(MENDOYO_1, "2024-01"): {"maternal_deaths": deaths}})
    judged = one("aki", "2024")
    assert judged.verdict is not None
    assert judged.verdict.status is wanted
    assert judged.too_few == (deaths < 5)


def test_one_kecamatan_year_of_maternal_deaths_is_not_judged(send: Send) -> None:
    # Two puskesmas with 100 births a month each: 4.4 deaths would be expected at the target.
    send("births", YEAR, {"live_births": 100})
    send("maternal_deaths", YEAR, {"maternal_deaths": 0}, but={(MENDOYO_1, "2024-01"): {"maternal_deaths": 20}})
    verdict = one("aki", "2024", level=Level.KECAMATAN, area=MENDOYO).verdict
    assert verdict is not None
    assert verdict.status is Status.NOT_ENOUGH_DATA


@pytest.mark.parametrize("period", ["2025", "2024-01..2024-06", "2024-08", "2023..2024"])
def test_there_is_no_verdict_outside_the_target_s_own_year(send: Send, period: str) -> None:
    for year in (2023, 2024, 2025):
        months = [f"{year}-{month:02}" for month in range(1, 13)]
        send("births", months, {"live_births": 100})
        send("maternal_deaths", months, {"maternal_deaths": 1})
    judged = one("aki", period)
    assert judged.value is not None
    assert judged.verdict is None


def test_a_survey_target_judges_no_routine_value(send: Send) -> None:
    send("nutrition", ["2024-08"], {"children_measured": 1000, "children_wasted": 200})
    judged = one("wasting", "2024")
    assert judged.value == 20
    assert 2024 in catalogue().indicators["wasting"].targets
    assert judged.verdict is None


def test_fewer_than_95_percent_of_the_reports_make_a_value_provisional(send: Send) -> None:
    send("births", YEAR, {"live_births": 100})
    send("maternal_deaths", YEAR, {"maternal_deaths": 1}, but={(MENDOYO_1, "2024-05"): None})
    judged = one("aki", "2024")
    assert judged.basis is Basis.PROVISIONAL  # nine of ten in May
    assert (judged.numerator, judged.denominator) == (119, 11_900)
    assert (judged.units_matched, judged.units_expected) == (10, 10)
    assert (judged.reports_matched, judged.reports_expected) == (119, 120)


def test_a_year_that_is_not_over_is_provisional_and_says_which_months_it_has(send: Send) -> None:
    months = YEAR[:10]
    send("births", months, {"live_births": 100})
    send("maternal_deaths", months, {"maternal_deaths": 1})
    judged = one("aki", "2024")
    assert judged.basis is Basis.PROVISIONAL
    assert judged.reference == Period.year_to(2024, 10)
    assert one("aki", "2024-01..2024-10").basis is Basis.OFFICIAL


def test_a_kecamatan_is_as_complete_as_its_own_reports(send: Send) -> None:
    # Mendoyo has two puskesmas; one of them misses one month of one dataset.
    send("births", YEAR, {"live_births": 100})
    send("maternal_deaths", YEAR, {"maternal_deaths": 1}, but={(MENDOYO_1, "2024-05"): None})
    bases = {
        judged.area: judged.basis
        for judged in judge(
            warehouse.current(),
            indicators=["aki"],
            kabupaten=JEMBRANA,
            period=Period.year(2024),
            level=Level.KECAMATAN,
        )
    }
    assert bases.pop(MENDOYO) is Basis.PROVISIONAL
    assert set(bases.values()) == {Basis.OFFICIAL}
    assert one("aki", "2024", level=Level.FACILITY, area=MENDOYO_2).basis is Basis.OFFICIAL


def test_practice_data_are_a_sample_however_complete(send: Send) -> None:
    warehouse.switch_mode(JEMBRANA, Mode.SAMPLE, by="ana")
    send("births", YEAR, {"live_births": 100}, mode=Mode.SAMPLE)
    send("maternal_deaths", YEAR, {"maternal_deaths": 1}, mode=Mode.SAMPLE)
    assert one("aki", "2024").basis is Basis.SAMPLE


def test_missing_zero_and_waiting_for_a_denominator_are_told_apart(send: Send) -> None:
    send(
        "births",
        ["2024-01"],
        {"live_births": 100, "stillbirths": 0},
        but={(MENDOYO_1, "2024-01"): None, (MENDOYO_2, "2024-01"): None},
    )
    nothing = {(f"51.01.P{number:02}", "2024-01"): None for number in (1, 2)}
    send("maternal_deaths", ["2024-01"], {"maternal_deaths": 0}, but=nothing)
    by_area = {
        judged.area: judged
        for judged in judge(
            warehouse.current(),
            indicators=["aki"],
            kabupaten=JEMBRANA,
            period=Period.month(2024, 1),
            level=Level.KECAMATAN,
        )
    }
    assert len(by_area) == 5
    melaya, negara, mendoyo = by_area["51.01.04"], by_area["51.01.01"], by_area[MENDOYO]
    assert (melaya.value, melaya.absence) == (None, Absence.NOT_SENT)
    assert (mendoyo.value, mendoyo.absence) == (None, Absence.NO_DENOMINATOR)
    assert (mendoyo.reports_matched, mendoyo.reports_expected) == (0, 2)
    assert (negara.value, negara.numerator, negara.absence) == (0.0, 0, None)
    assert negara.low == 0
    assert negara.high is not None
    assert negara.too_few


def test_an_indicator_that_is_only_published_says_where_it_is_to_be_had(send: Send) -> None:
    send("births", ["2024-01"], {"live_births": 100})
    assert one("stunting_survey", "2024", level=Level.KECAMATAN, area=MENDOYO).absence is Absence.NOT_AT_THIS_LEVEL
    assert one("stunting_survey", "2024").absence is Absence.NOT_SENT


def test_a_kabupaten_without_any_data_has_judged_rows_without_values(official: Path) -> None:
    found = judge(
        warehouse.current(),
        indicators=["aki", "akb"],
        kabupaten=JEMBRANA,
        period=Period.year(2024),
        level=Level.KECAMATAN,
    )
    assert [(j.indicator, j.absence, j.value, j.basis) for j in found] == [
        (indicator, Absence.NOT_SENT, None, None) for indicator in ("aki", "akb") for _ in range(5)
    ]


def test_a_campaign_value_is_that_of_its_month_and_is_judged_complete_by_it(send: Send) -> None:
    send("nutrition", ["2024-07"], {"children_measured": 100, "children_stunted": 9})
    send("nutrition", ["2024-08"], {"children_measured": 200, "children_stunted": 10})
    send("nutrition", ["2024-09"], {"children_measured": 100, "children_stunted": 9})
    judged = one("stunting_eppgbm", "2024")
    assert (judged.numerator, judged.denominator, judged.value) == (100, 2000, 5.0)
    assert judged.reference == Period.month(2024, 8)
    assert judged.period == Period.year(2024)
    assert judged.basis is Basis.OFFICIAL
    assert judged.method == "wilson"
    assert judged.verdict is None  # e-PPGBM has no target


def test_the_coverage_of_part_of_a_year_is_a_share_of_the_whole_year_s_target(send: Send) -> None:
    send("annual_targets", ["2024"], {"pregnant_women_target": 600})
    send("maternal_services", YEAR[:6], {"antenatal_first_visits": 40})
    judged = one("k1", "2024-01..2024-06")
    assert (judged.numerator, judged.denominator, judged.value) == (2400, 6000, 40.0)


def test_coverage_above_its_target_has_a_value_and_no_interval(send: Send) -> None:
    send("annual_targets", ["2024"], {"pregnant_women_target": 100})
    send("maternal_services", YEAR, {"antenatal_first_visits": 10})
    judged = one("k1", "2024")
    assert judged.value == 120.0
    assert (judged.low, judged.high, judged.method) == (None, None, "")


def with_target(monkeypatch: pytest.MonkeyPatch, indicator: str, target: Target) -> None:
    """As if the catalogue had a target of 2024 for an indicator."""
    entries = catalogue()
    entry = entries.indicators[indicator].model_copy(update={"targets": {2024: target}})
    changed = entries.model_copy(update={"indicators": {**entries.indicators, indicator: entry}})
    monkeypatch.setattr("indicators.judgement.values.catalogue", lambda: changed)


def test_a_count_is_held_against_its_target_only_when_the_year_is_over(
    send: Send, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_target(monkeypatch, "new_stunting", Target(value=120, document="uji"))
    send("nutrition", YEAR[:11], {"new_stunting_cases": 1})
    unfinished = one("new_stunting", "2024").verdict
    assert unfinished is not None
    assert unfinished.status is Status.NOT_ENOUGH_DATA  # 110 so far
    send("nutrition", YEAR[11:], {"new_stunting_cases": 1})
    whole = one("new_stunting", "2024")
    assert whole.value == 120
    assert whole.verdict is not None
    assert whole.verdict.status is Status.MET
    assert one("new_stunting", "2024", level=Level.KECAMATAN, area=MENDOYO).verdict is None


def test_the_coverage_of_an_unfinished_year_is_not_called_worse_than_its_target(
    send: Send, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_target(monkeypatch, "k1", Target(value=95, document="uji"))
    send("annual_targets", ["2024"], {"pregnant_women_target": 1200})
    send("maternal_services", YEAR[:6], {"antenatal_first_visits": 100})
    half = one("k1", "2024").verdict
    assert half is not None
    assert half.status is Status.NOT_ENOUGH_DATA
    send("maternal_services", YEAR[6:], {"antenatal_first_visits": 80})
    whole = one("k1", "2024").verdict
    assert whole is not None
    assert whole.status is Status.NOT_MET  # 10,800 of 12,000


def test_a_rate_without_birth_cannot_be_divided() -> None:
    aki = catalogue().indicators["aki"]
    assert rate(aki, 1, 920) == pytest.approx(108.7, abs=0.05)
    assert interval_of(aki, 1, 0, 0.95) is None
    assert interval_of(catalogue().indicators["new_stunting"], 7, None, 0.95) is None


def test_births_of_zero_leave_the_rate_waiting_for_a_denominator(send: Send) -> None:
    send("births", ["2024-01"], {"live_births": 0})
    send("maternal_deaths", ["2024-01"], {"maternal_deaths": 0})
    judged = one("aki", "2024-01")
    assert (judged.value, judged.absence) == (None, Absence.NO_DENOMINATOR)


def test_a_local_target_stands_before_a_national_one_of_the_same_year() -> None:
    here = all_kabupaten()[JEMBRANA]
    local = Target(value=5, document="RPJMD")
    changed = here.model_copy(update={"targets": {"aki": {2029: local, 2027: local}}})
    found = targets_of(catalogue().indicators["aki"], changed)
    assert list(found) == [2024, 2027, 2029, 2030, 2045]
    assert found[2029] is local
    assert found[2024].value == 183


def test_the_next_target_is_the_first_one_after_the_year() -> None:
    aki, here = catalogue().indicators["aki"], all_kabupaten()[JEMBRANA]
    assert [
        (year, target.value) for year, target in [next_target(aki, here, after=2024) or (0, aki.targets[2024])]
    ] == [(2029, 77)]
    later = next_target(aki, here, after=2029)
    assert later is not None
    assert (later[0], later[1].value, later[1].sign) == (2030, 70, "<")
    assert next_target(aki, here, after=2045) is None


def test_published_values_keep_their_measure_and_what_kind_of_evidence_they_are(quote: Quote) -> None:
    quote("stunting_survey", 2022, 14.2, measure="survey", low=11.0, high=17.4)
    quote("aki", 2020, 96.4)
    quote("aki", 2021, 50.0, mode=Mode.SAMPLE)
    found = published(warehouse.current(), indicators=["aki", "stunting_survey"], kabupaten=JEMBRANA, areas=[JEMBRANA])
    assert [(p.indicator, p.period, p.value, p.low, p.measure, p.basis) for p in found] == [
        ("aki", Period.year(2020), 96.4, None, Measure.ROUTINE, Basis.PUBLISHED),
        ("aki", Period.year(2021), 50.0, None, Measure.ROUTINE, Basis.SAMPLE),
        ("stunting_survey", Period.year(2022), 14.2, 11.0, Measure.SURVEY, Basis.SURVEY),
    ]


def test_the_state_of_a_kabupaten_names_its_mode_and_months(send: Send) -> None:
    assert state_of(warehouse.current(), kabupaten=JEMBRANA).newest_month is None
    for dataset in [d for d in catalogue().expected_datasets() if d.period == "month"]:
        send(dataset.id, ["2024-01", "2024-02"], {dataset.elements[0]: 1})
    send("births", ["2024-03"], {"live_births": 1})
    state = state_of(warehouse.current(), kabupaten=JEMBRANA)
    assert state.mode is Mode.OFFICIAL
    assert state.first_month == Period.month(2024, 1)
    assert state.newest_month == Period.month(2024, 3)
    assert state.newest_complete_month == Period.month(2024, 2)
    with pytest.raises(KeyError):
        state_of(warehouse.current(), kabupaten="99.99")


# The shipped sample of Banyuwangi agrees with the public counts.


def banyuwangi(indicator: str, period: str) -> Judged:
    return judge(warehouse.current(), indicators=[indicator], kabupaten="35.10", period=Period.parse(period))[0]


@pytest.mark.parametrize(
    ("period", "deaths"), [("2022", 25), ("2023", 28), ("2024", 28), ("2022-01..2022-09", 18), ("2022..2024", 81)]
)
def test_maternal_deaths_of_banyuwangi_are_the_public_counts(shared_warehouse: Path, period: str, deaths: int) -> None:
    judged = banyuwangi("aki", period)
    assert judged.numerator == deaths
    assert judged.basis is Basis.SAMPLE
    assert judged.value == pytest.approx(deaths / (judged.denominator or 0) * 100_000)


@pytest.mark.parametrize(("year", "deaths"), [("2022", 134), ("2023", 179), ("2024", 174)])
def test_infant_deaths_of_banyuwangi_are_the_public_counts(shared_warehouse: Path, year: str, deaths: int) -> None:
    assert banyuwangi("akb", year).numerator == deaths


@pytest.mark.parametrize(
    ("year", "cases", "prevalence"), [("2022", 2704, 3.95), ("2023", 2555, 3.53), ("2024", 2269, 2.44)]
)
def test_stunting_of_banyuwangi_is_the_public_prevalence_of_august(
    shared_warehouse: Path, year: str, cases: int, prevalence: float
) -> None:
    judged = banyuwangi("stunting_eppgbm", year)
    assert judged.numerator == cases
    assert judged.value == pytest.approx(prevalence, abs=0.005)
    assert judged.reference == Period.month(int(year), 8)


def test_the_kecamatan_of_banyuwangi_add_up_to_the_kabupaten(shared_warehouse: Path) -> None:
    names = [i.id for i in catalogue().indicators.values() if i.numerator]
    period = Period.year_to(2026, 10)
    whole = {j.indicator: j for j in judge(warehouse.current(), indicators=names, kabupaten="35.10", period=period)}
    asked = {"indicators": names, "kabupaten": "35.10", "period": period, "level": Level.KECAMATAN}
    parts = judge(warehouse.current(), **asked, may_see_small_cells=True)
    assert len(parts) == 25 * len(names)
    for name in names:
        own = [j for j in parts if j.indicator == name]
        assert sum(j.numerator or 0 for j in own) == (whole[name].numerator or 0)
        assert sum(j.denominator or 0 for j in own) == (whole[name].denominator or 0)
        assert sum(j.reports_expected for j in own) == whole[name].reports_expected
