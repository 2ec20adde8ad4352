"""Numbers, dates and periods as an Indonesian reader writes them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from indicators.vocabulary import Period
from indicators.wording import numbers


@pytest.mark.parametrize(
    ("value", "decimals", "written"),
    [
        (1234.5, 1, "1.234,5"),
        (1234567, 0, "1.234.567"),
        (999, 0, "999"),
        (0, 0, "0"),
        (0.0, 2, "0,00"),
        (3.95, 2, "3,95"),
        (121.73913, 1, "121,7"),
        (99.96, 1, "100,0"),
        (-12.34, 1, "-12,3"),
        # Halves go up, as in a spreadsheet, also where binary fractions would fall short.
        (2.5, 0, "3"),
        (0.125, 2, "0,13"),
        (1.005, 2, "1,01"),
        # No minus before a zero.
        (-0.04, 1, "0,0"),
        (None, 0, "–"),
        (float("nan"), 2, "–"),
    ],
)
def test_a_number_has_points_for_thousands_and_a_comma_for_decimals(
    value: float | None, decimals: int, written: str
) -> None:
    assert numbers.number(value, decimals) == written


def test_missing_never_looks_like_zero() -> None:
    assert numbers.number(None) != numbers.number(0)
    assert numbers.interval(None, 3.0) == numbers.interval(None, None) == numbers.MISSING


def test_a_published_value_keeps_its_digits() -> None:
    assert [numbers.as_published(value) for value in (189.0, 16.86, 20.1, 4627.0)] == ["189", "16,86", "20,1", "4.627"]


def test_an_interval_names_both_limits() -> None:
    assert numbers.interval(80.88, 175.95, 1) == "80,9 sampai 176,0"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (date(2026, 11, 12), "12 November 2026"),
        (date(2026, 5, 1), "1 Mei 2026"),
        (date(2024, 8, 31), "31 Agustus 2024"),
    ],
)
def test_a_date_is_written_out(value: date, written: str) -> None:
    assert numbers.day(value) == written


def test_a_moment_is_told_in_the_zone_of_the_kabupaten() -> None:
    # 23.30 in London's clock without summer time is the next morning in Jembrana.
    value = datetime(2026, 11, 11, 23, 30, tzinfo=UTC).astimezone(ZoneInfo("Asia/Makassar"))
    assert numbers.moment(value, "WITA") == "12 November 2026 pukul 07.30 WITA"


@pytest.mark.parametrize(
    ("period", "written", "short"),
    [
        ("2024", "2024", "2024"),
        ("2024-08", "Agustus 2024", "Agustus 2024"),
        ("2026-01..2026-10", "Januari–Oktober 2026", "Jan–Okt 2026"),
        ("2023..2025", "2023–2025", "2023–2025"),
        ("2024-07..2025-06", "Juli 2024–Juni 2025", "Juli 2024–Juni 2025"),
    ],
)
def test_a_period_is_named_as_people_say_it(period: str, written: str, short: str) -> None:
    assert numbers.period(Period.parse(period)) == written
    assert numbers.short_period(Period.parse(period)) == short


def test_months_have_their_indonesian_names() -> None:
    assert numbers.MONTHS[0] == "Januari"
    assert numbers.MONTHS[11] == "Desember"
    assert len(numbers.MONTHS) == len(set(numbers.SHORT_MONTHS)) == 12


@pytest.mark.parametrize(
    ("words", "written"), [([], ""), (["2022"], "2022"), (["2022", "2023", "2024"], "2022, 2023, dan 2024")]
)
def test_a_list_ends_with_dan(words: list[str], written: str) -> None:
    assert numbers.listed(words) == written
