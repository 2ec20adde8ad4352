"""What the repository ships as data is sent like a staff member's file and passes the same checks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

from indicators.areas import all_kabupaten
from indicators.catalogue import ROOT, catalogue
from indicators.intake import compared_with, receive
from indicators.vocabulary import Mode, Severity

TODAY = date(2026, 11, 12)

SAMPLE = sorted((ROOT / "data" / "sample").glob("*/*_2024.csv"))
YEARS = range(2022, 2027)

# Of all unit-months of the sample, at most so many may be asked about: a warning that is always clicked away is no use.
FEWEST_BETWEEN_ALARMS = 200


def stored_beside(path: Path, *, years: Iterable[int] = YEARS) -> pd.DataFrame:
    """What the checks of a sample file ask for, from the sample files beside it, as read unit_values gives it."""
    here = all_kabupaten()[path.parent.name]
    parts = []
    for id_ in compared_with(catalogue().datasets[dataset_of(path)], catalogue()):
        dataset = catalogue().datasets[id_]
        for file in (path.with_name(f"{id_}_{year}.csv") for year in years):
            sent = receive(file.read_bytes(), file.name, dataset, here, TODAY, mode=Mode.SAMPLE).submission
            parts.append(sent.observations.rename(columns={"facility": "unit"}))
    return pd.concat(parts)


def dataset_of(path: Path) -> str:
    return path.stem.rpartition("_")[0]


def received_from(path: Path, known: pd.DataFrame):
    return receive(
        path.read_bytes(),
        path.name,
        catalogue().datasets[dataset_of(path)],
        all_kabupaten()[path.parent.name],
        TODAY,
        mode=Mode.SAMPLE,
        known=known,
    )


@pytest.mark.parametrize("path", SAMPLE, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_a_sample_file_passes_every_check_that_asks_for_no_reason(path):
    received = received_from(path, stored_beside(path, years=[2024]))
    # Two unit-months of the sample are left out on purpose, and a few repeat another month by chance.
    asked = {p.rule for p in received.problems if p.severity is not Severity.NOTICE}
    assert asked <= {"missing_units", "same_month", "coverage"}
    assert received.understood.rows == received.understood.stored_rows


@pytest.mark.parametrize("path", sorted((ROOT / "data" / "sample").glob("35.10/*_2024.csv")), ids=lambda p: p.name)
def test_checks_against_the_past_seldom_stop_a_file_that_is_right(path):
    """Each year is sent while the years before it are stored."""
    stored, own = stored_beside(path), catalogue().datasets[dataset_of(path)].elements
    asked: Counter[str] = Counter()
    rows = 0
    for year in YEARS[1:]:
        before = stored[(stored["period_start"] < date(year, 1, 1)) | ~stored["element"].isin(own)]
        received = received_from(path.with_name(path.name.replace("2024", str(year))), before)
        asked.update(rule for rule, _ in {(p.rule, p.row) for p in received.problems if p.severity is Severity.WARNING})
        rows += received.understood.rows
    assert {rule: n for rule, n in asked.items() if n * FEWEST_BETWEEN_ALARMS > rows} == {}


def test_the_public_figures_of_one_kabupaten_can_be_sent(send):
    lines = (ROOT / "data" / "published" / "values.csv").read_text(encoding="utf-8-sig").splitlines()
    here = [line for line in lines if line.split(";")[0] in ("kode_wilayah", "35.10", "35", "00")]
    received = send("\n".join(here), "published_values")
    assert {p.severity.value for p in received.problems} <= {"warning", "notice"}
    assert len(received.submission.published) == len(here) - 1
