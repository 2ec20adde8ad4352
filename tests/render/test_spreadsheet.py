from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest

from indicators.charts.bars import Counted, Known, counted_bars
from indicators.charts.spec import MapSpec
from indicators.render.chart_numbers import numbers_csv
from indicators.render.spreadsheet import safe
from indicators.vocabulary import Basis


def rows(content: bytes) -> list[dict[str, str]]:
    text = content.decode("utf-8")
    assert text.startswith("\ufeff")
    assert text.endswith("\r\n")
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))


def test_numbers_have_a_decimal_comma_and_missing_ones_are_empty(map_spec: MapSpec) -> None:
    first, _, missing, *_ = rows(numbers_csv(map_spec))

    assert (first["kode"], first["nilai"], first["batas_atas"], first["pembilang"]) == ("35.10.01", "0", "30,25", "3")
    assert (missing["nilai"], missing["keterangan"]) == ("", "missing")
    assert (first["jenis_nilai"], first["nilai_apa_adanya"], missing["nilai_apa_adanya"]) == (
        "nilai apa adanya",
        "0",
        "",
    )


def test_source_versions_and_sample_mark_stand_in_every_row(sample_map_spec: MapSpec) -> None:
    found = rows(numbers_csv(sample_map_spec))

    written = {(row["sumber"], row["versi_data"], row["aturan_penilaian"], row["tanda"]) for row in found}
    assert written == {("PWS KIA", "7", "2", "DATA CONTOH")}


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_a_text_never_runs_as_a_formula(map_spec: MapSpec, start: str) -> None:
    attack = replace(map_spec.areas[0], name=f'{start}HYPERLINK("http://x";"y")')
    first = rows(numbers_csv(replace(map_spec, areas=(attack,))))[0]

    assert first["kecamatan"].startswith(f"'{start}")


def test_a_negative_number_stays_a_number() -> None:
    assert safe(-1.5) == "-1,5"


def test_a_suppressed_count_leaves_its_bounds_but_no_value() -> None:
    spec = counted_bars(
        title="Penyebab",
        unit="kematian",
        series_name="Kematian",
        basis=Basis.OFFICIAL,
        footer="Sumber",
        bars=(Counted("Infeksi", None, Known.SUPPRESSED), Counted("Abortus", 0)),
    )
    infeksi, abortus = rows(numbers_csv(spec))

    assert (infeksi["nilai"], infeksi["batas_bawah"], infeksi["batas_atas"], infeksi["keterangan"]) == (
        "",
        "1",
        "4",
        "1–4",
    )
    assert abortus["nilai"] == "0"
