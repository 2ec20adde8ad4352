"""Trends: which years make one line, what is not tested, and what may be said."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indicators import warehouse
from indicators.judgement.trend_sentences import sentence_of
from indicators.judgement.trends import Evidence, Trend, Untested, computed_trends, published_trends
from indicators.judgement.values import state_of
from indicators.vocabulary import Level, Period

JEMBRANA = "51.01"
FIRST = "51.01.P07"

Send = Callable[..., warehouse.Receipt]
Quote = Callable[..., warehouse.Receipt]


def months(year: int, last: int = 12) -> list[str]:
    return [f"{year}-{month:02}" for month in range(1, last + 1)]


def deaths(send: Send, by_year: dict[int, int], last: int = 12) -> None:
    for year, count in by_year.items():
        send("births", months(year, last), {"live_births": 100})
        send(
            "maternal_deaths",
            months(year, last),
            {"maternal_deaths": 0},
            but={(FIRST, f"{year}-02"): {"maternal_deaths": count}},
        )


def computed(period: str, indicator: str = "aki") -> Trend:
    snapshot = warehouse.current()
    state = state_of(snapshot, kabupaten=JEMBRANA)
    found = computed_trends(snapshot, indicators=[indicator], state=state, period=Period.parse(period))
    return found[indicator, JEMBRANA]


def quoted(indicator: str, until: int = 2026) -> list[Trend]:
    snapshot = warehouse.current()
    state = state_of(snapshot, kabupaten=JEMBRANA)
    return published_trends(snapshot, indicator=indicator, state=state, until=Period.year(until))


def test_five_years_of_the_same_months_make_a_trend(send: Send) -> None:
    deaths(send, {2021: 80, 2022: 57, 2023: 40, 2024: 28}, last=12)
    deaths(send, {2025: 20}, last=6)
    trend = computed("2025-01..2025-06")
    assert [str(period) for period in trend.periods] == [f"{year}-01..{year}-06" for year in range(2021, 2026)]
    # The deaths of February on the births of six months: a fall by 29 % every year, exp(-ln(2)/2).
    assert trend.yearly == pytest.approx(-0.29, abs=0.01)
    assert (trend.distinguishable, trend.better, trend.untested) == (True, True, None)
    said = sentence_of(trend)
    assert said.startswith(
        "Kecenderungan angka hitungan 2021–2025 (5 titik, Januari–Juni setiap tahun): rata-rata turun"
    )
    assert said.endswith("bermakna.")


def test_when_the_line_meets_a_target_comes_with_its_uncertainty(send: Send) -> None:
    deaths(send, {2021: 80, 2022: 57, 2023: 40, 2024: 28, 2025: 20})
    # 20 deaths on 12.000 births are 166,7; half of it is two years away.
    arrival = computed("2025").years_to(83.3)
    assert arrival.expected == pytest.approx(2, abs=0.1)
    assert arrival.earliest is not None
    assert arrival.latest is not None
    assert arrival.earliest < 2 < arrival.latest


def test_four_years_are_too_few_and_this_is_said(send: Send) -> None:
    deaths(send, {2022: 8, 2023: 6, 2024: 7, 2025: 9})
    trend = computed("2025")
    assert trend.untested is Untested.TOO_SHORT
    assert trend.yearly is None
    assert trend.years_to(1).expected is None
    assert sentence_of(trend) == (
        "Kecenderungan angka hitungan 2022–2025 (4 titik) belum dihitung: "
        "paling sedikit diperlukan 5 tahun yang lengkap."
    )


def test_an_incomplete_year_is_a_gap_that_is_named(send: Send) -> None:
    deaths(send, {2020: 8, 2021: 6, 2022: 7, 2024: 9, 2025: 8})
    deaths(send, {2023: 3}, last=4)
    trend = computed("2025")
    assert trend.gaps == (2023,)
    assert len(trend.periods) == 5
    assert sentence_of(trend).endswith("belum dapat dibedakan dari kebetulan. Tahun tanpa angka: 2023.")


def test_published_counts_without_births_have_a_trend_of_their_own_and_no_way_to_a_target(quote: Quote) -> None:
    for year, count in {2017: 19, 2018: 24, 2019: 31, 2022: 25, 2023: 28, 2024: 28}.items():
        quote("aki", year, count, content="numerator")
    [trend] = quoted("aki")
    assert trend.evidence is Evidence.PUBLISHED_COUNTS
    assert (trend.gaps, trend.distinguishable) == ((2020, 2021), False)
    assert trend.p_value is not None
    assert trend.p_value > 0.3
    assert trend.years_to(70).earliest is None
    assert "jumlah kematian ibu menurut angka publik 2017–2024 (6 titik)" in sentence_of(trend)


def test_published_counts_with_published_births_are_rates(quote: Quote) -> None:
    for year in range(2020, 2025):
        quote("aki", year, 28, content="numerator")
        quote("live_births", year, 23_000)
    [trend] = quoted("aki")
    assert trend.evidence is Evidence.PUBLISHED_RATES
    assert trend.yearly == pytest.approx(0, abs=1e-9)


def test_published_rates_without_counts_are_not_tested(quote: Quote) -> None:
    for year, value in ((2019, 8.1), (2020, 7.4), (2021, 8.6), (2022, 3.9), (2023, 3.0), (2024, 2.4)):
        quote("stunting_eppgbm", year, value)
        quote("stunting_eppgbm", year, value * 900, content="numerator")
        quote("stunting_survey", year, value, measure="survey")
    for indicator in ("stunting_eppgbm", "stunting_survey"):
        [trend] = quoted(indicator)
        assert trend.untested is Untested.NO_COUNTS
        assert "tidak diuji" in sentence_of(trend)


def test_every_kecamatan_has_its_own_trend_and_campaigns_those_of_their_month(shared_warehouse: object) -> None:
    snapshot = warehouse.current()
    state = state_of(snapshot, kabupaten="35.10")
    found = computed_trends(
        snapshot,
        indicators=["stunting_eppgbm", "report_completeness"],
        state=state,
        period=Period.year_to(2026, 10),
        level=Level.KECAMATAN,
    )
    assert len(found) == 25
    for trend in found.values():
        assert trend.distinguishable == (trend.p_value is not None and trend.p_value < 0.05)
        assert ("bermakna" in sentence_of(trend)) == trend.distinguishable
