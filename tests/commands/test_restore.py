"""`restore`: what was set aside, carried over and lost."""

from __future__ import annotations

import shutil

import pandas as pd

from indicators import warehouse
from indicators.judgement.values import state_of
from indicators.vocabulary import Mode, Period


def publish_a_report() -> None:
    """Staff report five maternal deaths of January 2025 in one puskesmas of Jembrana."""
    january = Period.month(2025, 1)
    observations = pd.DataFrame(
        {
            "element": ["maternal_deaths"],
            "facility": ["51.01.P01"],
            "area": [None],
            "period_start": [january.start],
            "period_end": [january.end],
            "value": [5.0],
        }
    )
    warehouse.publish(
        warehouse.Submission(
            dataset="maternal_deaths",
            kabupaten="51.01",
            mode=Mode.SAMPLE,
            file_name="kematian.csv",
            checksum="0",
            by="Sari",
            reason="",
            scope=(("51.01.P01", january),),
            observations=observations,
        )
    )


def test_a_missing_table_is_restored_and_staffs_submissions_are_carried_over(run, unread_warehouse):
    publish_a_report()
    shutil.rmtree(unread_warehouse / "published")
    said = run("restore")
    assert said.code == 0
    assert f"Tabel lama disisihkan ke {unread_warehouse}/rusak-" in said.out
    assert "Kiriman staf yang dipindahkan: 1." in said.out
    assert "Tidak ada kiriman staf yang hilang." in said.out
    history = warehouse.current().read("submission_history", kabupaten="51.01")
    assert "kematian.csv" in set(history["file_name"])
    assert state_of(warehouse.current(), kabupaten="51.01").mode == "contoh"


def test_submissions_whose_rows_are_gone_are_counted_as_lost(run, unread_warehouse):
    publish_a_report()
    shutil.rmtree(unread_warehouse / "observations")
    said = run("restore")
    assert said.code == 0
    assert "Kiriman staf yang dipindahkan: 0." in said.out
    assert "yang hilang karena berkasnya rusak: 1." in said.out


def test_where_there_was_nothing_it_fills_and_says_so(run, tmp_path, monkeypatch):
    monkeypatch.setenv("KPI_WAREHOUSE", str(tmp_path / "gudang"))
    said = run("restore")
    assert (said.code, said.out) == (0, "Tidak ada tabel lama. Gudang data diisi dari data bawaan.\n")
    assert warehouse.current_version() == 0
