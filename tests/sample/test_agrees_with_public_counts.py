"""The shipped sample of Banyuwangi against the public kabupaten counts, written here by hand."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from indicators.sample import SAMPLE_FOLDER

INFANT = ("kematian_0_6_hari", "kematian_7_28_hari", "kematian_29_hari_11_bulan")


def total(dataset: str, columns: tuple[str, ...], year: int, months: range = range(1, 13)) -> int:
    path = Path(SAMPLE_FOLDER, "35.10", f"{dataset}_{year}.csv")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = [row for row in csv.DictReader(file, delimiter=";") if int(row["bulan"]) in months]
    return sum(int(row[column]) for row in rows for column in columns)


@pytest.mark.parametrize(("year", "deaths"), [(2022, 25), (2023, 28), (2024, 28)])
def test_maternal_deaths_of_a_year_are_the_published_count(year: int, deaths: int) -> None:
    assert total("maternal_deaths", ("kematian_ibu",), year) == deaths


def test_eighteen_mothers_had_died_by_september_2022() -> None:
    assert total("maternal_deaths", ("kematian_ibu",), 2022, range(1, 10)) == 18


def test_six_mothers_had_died_by_may_2025() -> None:
    assert total("maternal_deaths", ("kematian_ibu",), 2025, range(1, 6)) == 6


@pytest.mark.parametrize(("year", "deaths"), [(2022, 134), (2023, 179), (2024, 174)])
def test_infant_deaths_of_a_year_are_the_published_count(year: int, deaths: int) -> None:
    assert total("child_deaths", INFANT, year) == deaths


def test_seventy_eight_infants_had_died_by_may_2025() -> None:
    assert total("child_deaths", INFANT, 2025, range(1, 6)) == 78


@pytest.mark.parametrize(
    ("year", "stunted", "prevalence"), [(2022, 2704, "3.95"), (2023, 2555, "3.53"), (2024, 2269, "2.44")]
)
def test_august_gives_the_published_cases_and_prevalence(year: int, stunted: int, prevalence: str) -> None:
    august = range(8, 9)
    cases = total("nutrition", ("balita_stunting",), year, august)
    measured = total("nutrition", ("balita_diukur",), year, august)
    assert cases == stunted
    assert f"{100 * cases / measured:.2f}" == prevalence


@pytest.mark.parametrize("year", [2022, 2023, 2024, 2025])
def test_live_births_of_banyuwangi_are_plausible(year: int) -> None:
    assert 21_500 <= total("births", ("lahir_hidup",), year) <= 23_500


@pytest.mark.parametrize("dataset", ["births", "maternal_deaths", "child_deaths", "nutrition"])
@pytest.mark.parametrize("year", [2022, 2023, 2024])
def test_every_puskesmas_has_sent_every_month_that_carries_a_public_count(dataset: str, year: int) -> None:
    path = Path(SAMPLE_FOLDER, "35.10", f"{dataset}_{year}.csv")
    assert len(path.read_text(encoding="utf-8-sig").splitlines()) == 1 + 45 * 12
