"""The scorecard as files: every number with what it needs, and nothing that a spreadsheet runs."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from indicators import warehouse
from indicators.areas import all_kabupaten
from indicators.judgement.judged import Absence
from indicators.judgement.scorecard import Scorecard, scorecard
from indicators.judgement.values import state_of
from indicators.render.scorecard_table import scorecard_csv, scorecard_xlsx
from indicators.vocabulary import Period
from indicators.wording import charts as chart_words
from indicators.wording import scorecard as say
from indicators.wording.quality import about

HERE = all_kabupaten()["51.01"]


@pytest.fixture
def card(shared_warehouse: Path) -> Scorecard:
    snapshot = warehouse.current()
    state = state_of(snapshot, kabupaten=HERE.code)
    return scorecard(snapshot, indicators=("akb", "k4"), state=state, period=Period.year(2024))


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig")), delimiter=";"))


def test_each_row_carries_unit_interval_period_source_versions_and_mark(card: Scorecard) -> None:
    rows = rows_of(scorecard_csv(card, HERE, failing={}))
    assert tuple(rows[0]) == say.COLUMNS
    assert len(rows) == 2 * (1 + len(HERE.kecamatan))
    for row in rows:
        assert row["satuan"]
        assert row["periode"] == "2024"
        assert row["sumber"]
        assert row["versi_data"] == "0"
        assert row["aturan_penilaian"]
        assert row["tanda"] == "DATA CONTOH"
    whole = rows[0]
    assert whole["wilayah"] == HERE.name
    assert whole["nilai"] == repr(card.whole["akb"].value).replace(".", ",")
    assert whole["status_target"]
    assert (whole["target"], whole["tahun_target"]) == ("16", "2024")


def test_a_withheld_value_leaves_no_number_behind(card: Scorecard) -> None:
    area = card.areas[0]
    cell = card.cells[area, "akb"]
    bare = replace(cell.judged, value=None, numerator=None, denominator=None, low=None, high=None, verdict=None)
    hidden = replace(cell, judged=replace(bare, absence=Absence.SUPPRESSED))
    rows = rows_of(scorecard_csv(replace(card, cells={**card.cells, (area, "akb"): hidden}), HERE, failing={}))
    [row] = [r for r in rows if r["kode"] == area and r["indikator"] == rows[0]["indikator"]]
    assert [row[name] for name in ("nilai", "pembilang", "penyebut", "batas_bawah_95", "batas_atas_95")] == [""] * 5
    assert row["dibanding_kabupaten"] == chart_words.SUPPRESSED
    assert {row["mutu_data"] for row in rows_of(scorecard_csv(card, HERE, failing={"akb": ["consistency"]}))} == {
        "", "merah: kesesuaian rincian dengan jumlahnya"
    }  # fmt: skip


def test_the_workbook_holds_the_matrix_as_shown_and_every_row(card: Scorecard) -> None:
    order = card.ordered("akb")
    failing = {"akb": ["consistency"]}
    book = openpyxl.load_workbook(io.BytesIO(scorecard_xlsx(card, HERE, order=order, failing=failing)))
    assert book.sheetnames == [say.SHEET, say.DETAIL_SHEET]
    matrix = list(book[say.SHEET].iter_rows(values_only=True))
    assert matrix[1][0] == HERE.name
    assert [row[0] for row in matrix[2 : 2 + len(order)]] == [HERE.name_of(area) for area in order]
    empty, sample, line, mark = (row[0] for row in matrix[2 + len(order) :])
    assert (empty, sample, mark) == (None, "DATA CONTOH", about("AKB", failing["akb"]))
    assert "aturan penilaian 2" in line
    assert matrix[2][1] == pytest.approx(card.cells[order[0], "akb"].judged.value)
    assert matrix[2][2] == say.STANDING[card.cells[order[0], "akb"].standing]
    assert len(list(book[say.DETAIL_SHEET].iter_rows())) == 1 + 2 * (1 + len(HERE.kecamatan))


def test_a_name_that_looks_like_a_formula_stays_text(card: Scorecard) -> None:
    area = card.areas[0]
    cell = card.cells[area, "akb"]
    named = replace(cell, judged=replace(cell.judged, area_name="=1+1"))
    changed = replace(card, cells={**card.cells, (area, "akb"): named})
    assert b";'=1+1;" in scorecard_csv(changed, HERE, failing={})
    book = openpyxl.load_workbook(io.BytesIO(scorecard_xlsx(changed, HERE, order=[area], failing={})))
    assert book[say.SHEET]["A3"].data_type == "s"
