from __future__ import annotations

from pathlib import Path

import pytest

from indicators.sample import SAMPLE_FOLDER, PlanError, build, build_kabupaten, planned_kabupaten


@pytest.mark.parametrize("code", planned_kabupaten())
def test_building_again_gives_the_shipped_bytes(code: str, tmp_path: Path) -> None:
    build_kabupaten(tmp_path, code)
    built = {path.name: path.read_bytes() for path in (tmp_path / code).glob("*.csv")}
    shipped = {path.name: path.read_bytes() for path in (SAMPLE_FOLDER / code).glob("*.csv")}
    assert built == shipped


def test_another_seed_gives_other_counts_but_the_same_public_totals(tmp_path: Path) -> None:
    build_kabupaten(tmp_path, "35.10", seed=1)
    shipped = (SAMPLE_FOLDER / "35.10" / "maternal_deaths_2023.csv").read_text(encoding="utf-8-sig")
    other = (tmp_path / "35.10" / "maternal_deaths_2023.csv").read_text(encoding="utf-8-sig")
    assert other != shipped
    assert sum(int(line.split(";")[5]) for line in other.splitlines()[1:]) == 28


def test_build_writes_every_kabupaten_that_has_a_plan(tmp_path: Path) -> None:
    build(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["35.10", "51.01", "63.11"]


def test_a_kabupaten_without_a_plan_is_refused_by_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("indicators.sample.generate.SAMPLE_FOLDER", tmp_path)
    with pytest.raises(PlanError, match=r"35\.10/plan\.yaml"):
        build_kabupaten(tmp_path, "35.10")
