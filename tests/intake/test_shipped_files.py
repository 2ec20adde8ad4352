"""What the repository ships as data is sent like a staff member's file and passes the same checks."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from indicators.areas import all_kabupaten
from indicators.catalogue import ROOT, catalogue
from indicators.intake import compared_with, receive
from indicators.vocabulary import Mode

TODAY = date(2026, 11, 12)

SAMPLE = sorted((ROOT / "data" / "sample").glob("*/*_2024.csv"))


def births_beside(path: Path):
    births = path.with_name(path.name.replace(dataset_of(path), "births"))
    sent = receive(
        births.read_bytes(),
        births.name,
        catalogue().datasets["births"],
        all_kabupaten()[path.parent.name],
        TODAY,
        mode=Mode.SAMPLE,
    )
    return sent.submission.observations.rename(columns={"facility": "unit"})


def dataset_of(path: Path) -> str:
    return path.stem.rpartition("_")[0]


@pytest.mark.parametrize("path", SAMPLE, ids=lambda p: f"{p.parent.name}/{p.name}")
def test_a_sample_file_passes_every_check(path):
    dataset = catalogue().datasets[dataset_of(path)]
    known = births_beside(path) if "births" in compared_with(dataset, catalogue()) else None
    received = receive(
        path.read_bytes(),
        path.name,
        dataset,
        all_kabupaten()[path.parent.name],
        TODAY,
        mode=Mode.SAMPLE,
        known=known,
    )
    assert received.problems == ()
    assert received.understood.rows == received.understood.stored_rows


def test_the_public_figures_of_one_kabupaten_can_be_sent(send):
    lines = (ROOT / "data" / "published" / "values.csv").read_text(encoding="utf-8-sig").splitlines()
    here = [line for line in lines if line.split(";")[0] in ("kode_wilayah", "35.10", "35", "00")]
    received = send("\n".join(here), "published_values")
    assert {p.severity.value for p in received.problems} <= {"warning"}
    assert len(received.submission.published) == len(here) - 1
