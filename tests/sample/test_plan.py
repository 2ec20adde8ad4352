from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path

import pytest

from indicators.catalogue import ROOT
from indicators.sample import SAMPLE_FOLDER, Plan, PlanError, load_plan
from indicators.sample.plan import Weighing
from indicators.vocabulary import Period

HEAD = "births_per_year: 100\nchildren_under_five: 500\n"


def written(folder: Path, text: str) -> Path:
    (folder / "plan.yaml").write_text(HEAD + text, encoding="utf-8")
    return folder


def test_a_year_and_a_run_of_months_are_periods(tmp_path: Path) -> None:
    plan = load_plan(written(tmp_path, "maternal_deaths: {2022-01..2022-09: 18, 2023: 28}\n"))
    assert plan.maternal_deaths == {Period.of_months((2022, 1), (2022, 9)): 18, Period.year(2023): 28}


def test_known_totals_that_overlap_are_refused(tmp_path: Path) -> None:
    with pytest.raises(PlanError, match="overlap"):
        load_plan(written(tmp_path, "maternal_deaths: {2022-01..2022-09: 18, 2022: 25}\n"))


def test_a_misspelt_field_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PlanError, match="maternal_death"):
        load_plan(written(tmp_path, "maternal_death: {2022: 25}\n"))


def test_a_missing_plan_is_named(tmp_path: Path) -> None:
    with pytest.raises(PlanError, match=r"plan\.yaml"):
        load_plan(tmp_path)


def test_children_measured_follow_from_cases_and_per_cent() -> None:
    # 2704 / 0.0395 = 68,455.7
    assert Weighing(stunted=2704, prevalence=3.95).measured == 68_456


def test_only_banyuwangi_has_known_totals() -> None:
    for code in ("51.01", "63.11"):
        plan = load_plan(SAMPLE_FOLDER / code)
        assert not plan.maternal_deaths
        assert not plan.infant_deaths
        assert not plan.weighings


def published(indicator: str, content: str) -> dict[Period, float]:
    """Banyuwangi's published values since 2022."""
    with (ROOT / "data" / "published" / "values.csv").open(encoding="utf-8-sig", newline="") as file:
        return {
            Period.of_months(
                (int(row["tahun"]), int(row["bulan_awal"])), (int(row["tahun"]), int(row["bulan_akhir"]))
            ): float(row["nilai"].replace(",", "."))
            for row in csv.DictReader(file, delimiter=";")
            if row["kode_wilayah"] == "35.10"
            and row["indikator"] == indicator
            and row["isi"] == content
            and int(row["tahun"]) >= 2022
        }


@pytest.mark.parametrize(("indicator", "field"), [("aki", "maternal_deaths"), ("akb", "infant_deaths")])
def test_the_plan_adds_to_every_published_count(indicator: str, field: str) -> None:
    plan: Plan = load_plan(SAMPLE_FOLDER / "35.10")
    sums: defaultdict[Period, int] = defaultdict(int)
    counts = published(indicator, "pembilang")
    for period in counts:
        for known, total in getattr(plan, field).items():
            sums[period] += total if period.contains(known) else 0
    assert len(counts) >= 4
    assert dict(sums) == counts


def test_the_plans_weighings_are_the_published_ones() -> None:
    weighings = load_plan(SAMPLE_FOLDER / "35.10").weighings
    assert {Period.year(y): w.stunted for y, w in weighings.items()} == published("stunting_eppgbm", "pembilang")
    assert {Period.year(y): w.prevalence for y, w in weighings.items()} == published("stunting_eppgbm", "nilai")
