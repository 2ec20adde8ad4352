"""Asking a data version: its reads, their parameters, threads, and the lock on everything else."""

from __future__ import annotations

from pathlib import Path

from indicators import warehouse


def test_the_filled_warehouse_knows_every_kabupaten(shared_warehouse: Path) -> None:
    frame = warehouse.current().read("kabupaten_state", kabupaten="35.10")
    assert frame["mode"].tolist() == ["contoh"]
