"""Asking a data version: its reads, their parameters, threads, and the lock on everything else."""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators import warehouse


def test_the_filled_warehouse_knows_every_kabupaten(shared_warehouse: Path) -> None:
    frame = warehouse.current().read("kabupaten_state", kabupaten="35.10")
    assert frame["mode"].tolist() == ["contoh"]


@pytest.mark.parametrize("kabupaten", ["35.10", "51.01", "63.11"])
def test_every_kabupaten_sees_the_figures_of_the_nation(shared_warehouse: Path, kabupaten: str) -> None:
    frame = warehouse.current().read("published_values", kabupaten=kabupaten, areas=["00"], indicators=["aki"])
    census = frame[(frame["measure"] == "census") & (frame["content"] == "value")]
    assert census["value"].tolist() == [189.0]
