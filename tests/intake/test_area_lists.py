"""Lists of facilities and desa: what is downloaded can be uploaded, and what an edited list may say."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from indicators.areas import Kabupaten, What, shipped
from indicators.intake.area_lists import ReceivedList, entries_of, list_file, receive_list
from indicators.wording import area_lists as say

JEMBRANA = shipped()["51.01"]
Edit = Callable[[list[dict[str, str]]], None]


def edited(edit: Edit, what: Any = What.FACILITIES, here: Kabupaten = JEMBRANA) -> ReceivedList:
    """The downloaded CSV with something changed, uploaded."""
    text = list_file(what, here, format="csv").decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
    header = list(rows[0])
    edit(rows)
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, header, delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
    return receive_list(buffer.getvalue().encode(), "daftar.csv", what, here)


def setting(row: int, **cells: str) -> Edit:
    return lambda rows: rows[row].update(cells)


def new(**cells: str) -> Edit:
    blank = {"kode": "", "nama_fasilitas": "Puskesmas Baru", "jenis": "puskesmas", "kode_kecamatan": "51.01.01"}
    return lambda rows: rows.append(dict.fromkeys(rows[0], "") | blank | cells)


@pytest.mark.parametrize("format", ["csv", "xlsx"])
@pytest.mark.parametrize("what", [What.FACILITIES, What.DESA])
@pytest.mark.parametrize("code", sorted(shipped()))
def test_what_is_downloaded_can_be_uploaded_and_changes_nothing(code: str, what: Any, format: Any) -> None:
    here = shipped()[code]
    received = receive_list(list_file(what, here, format=format), f"daftar.{format}", what, here)
    assert received.problems == ()
    assert received.entries == entries_of(what, here)
    assert received.differences == ()


def test_a_new_facility_gets_the_next_number_that_was_never_given() -> None:
    former = JEMBRANA.facilities[0].model_copy(update={"id": "51.01.P11"})
    received = edited(new(), here=JEMBRANA.replaced(former=(former,)))
    assert received.entries is not None
    added = received.entries[-1]
    assert (added.id, added.kind, added.kecamatan) == ("51.01.P12", "puskesmas", "51.01.01")  # type: ignore[union-attr]
    assert added.source == "berkas daftar.csv"  # type: ignore[union-attr]
    assert [(d.kind, d.code, d.name) for d in received.differences] == [("added", "51.01.P12", "Puskesmas Baru")]
    hospital = edited(new(jenis="Rumah Sakit", nama_fasilitas="RSU Negara")).entries
    assert hospital is not None
    assert (hospital[-1].id, hospital[-1].kind) == ("51.01.R01", "hospital")  # type: ignore[union-attr]


@pytest.mark.parametrize("written", ["2026-06-30", "30/06/2026", "30-6-2026", "2026-06-30 00:00:00"])
def test_a_facility_that_closes_gets_a_last_day_and_counts_as_ended(written: str) -> None:
    received = edited(setting(0, berlaku_sampai=written))
    assert received.entries is not None
    assert received.entries[0].valid_to == date(2026, 6, 30)
    (difference,) = received.differences
    assert (difference.kind, difference.code) == ("ended", "51.01.P01")
    assert say.changed(difference.fields) == "berlaku sampai: – → 2026-06-30"


def test_a_renamed_facility_is_still_found_by_its_former_name() -> None:
    received = edited(setting(0, nama_fasilitas="Puskesmas Gilimanuk"))
    assert received.entries is not None
    assert received.entries[0].name == "Puskesmas Gilimanuk"
    assert received.entries[0].aliases == ("Puskesmas Melaya II", "Puskesmas II Melaya")
    assert [d.kind for d in received.differences] == ["changed"]


def test_a_successor_names_what_it_follows() -> None:
    def split(rows: list[dict[str, str]]) -> None:
        setting(0, berlaku_sampai="2026-06-30")(rows)
        new(pengganti_dari="51.01.P01", berlaku_dari="2026-07-01")(rows)

    received = edited(split)
    assert received.entries is not None
    assert received.entries[-1].successor_of == "51.01.P01"
    assert sorted(d.kind for d in received.differences) == ["added", "ended"]


def test_the_kecamatan_may_be_given_by_name_alone() -> None:
    received = edited(new(kode_kecamatan="", kecamatan="Kec. Mendoyo"))
    assert received.entries is not None
    assert received.entries[-1].kecamatan == "51.01.02"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("edit", "sentence", "row", "column"),
    [
        (lambda rows: rows.pop(0), say.left_out(["Puskesmas II Melaya"], 0), None, None),
        (setting(1, kode="51.01.P01"), say.CODE_TWICE, 2, "kode"),
        (new(kode="51.01.P99"), say.CODE_UNKNOWN, 12, "kode"),
        (setting(0, nama_fasilitas=""), say.NAME_BLANK, 2, "nama_fasilitas"),
        (new(nama_fasilitas="puskesmas ii melaya"), say.NAME_TWICE, 2, "nama_fasilitas"),
        (setting(0, jenis="posyandu"), say.KIND_UNKNOWN, 2, "jenis"),
        (setting(0, kode_kecamatan="35.10.01"), say.KECAMATAN_UNKNOWN, 2, "kode_kecamatan"),
        (setting(0, kecamatan="Negara"), say.KECAMATAN_DIFFERS, 2, "kecamatan"),
        (setting(0, berlaku_dari="31/02/2026"), say.DATE_UNREADABLE, 2, "berlaku_dari"),
        (setting(0, berlaku_dari="tahun lalu"), say.DATE_UNREADABLE, 2, "berlaku_dari"),
        (setting(0, berlaku_dari="2026-02-01", berlaku_sampai="2026-01-31"), say.DATES_REVERSED, 2, "berlaku_sampai"),
        (setting(0, pengganti_dari="51.01.P77"), say.SUCCESSOR_UNKNOWN, 2, "pengganti_dari"),
        (setting(0, pengganti_dari="51.01.P01"), say.SUCCESSOR_UNKNOWN, 2, "pengganti_dari"),
    ],
)
def test_what_is_wrong_is_named_with_its_row_and_column(edit: Edit, sentence: Any, row: Any, column: Any) -> None:
    received = edited(edit)
    assert received.entries is None
    assert (sentence.message, row, column) in [(p.message, p.row, p.column) for p in received.problems]


def test_all_problems_are_told_at_once() -> None:
    def spoil(rows: list[dict[str, str]]) -> None:
        setting(0, jenis="", berlaku_dari="x")(rows)
        setting(3, nama_fasilitas="")(rows)

    assert [p.row for p in edited(spoil).problems] == [2, 5]


def test_a_column_left_out_is_named() -> None:
    received = receive_list(b"kode;nama_fasilitas\n51.01.P01;A\n", "daftar.csv", What.FACILITIES, JEMBRANA)
    assert "jenis" in received.problems[0].message


def test_personal_data_in_a_list_are_refused_without_quoting_them() -> None:
    received = edited(setting(0, catatan="3510112233440001"))
    assert received.entries is None
    assert all("3510112233440001" not in p.message for p in received.problems)


def test_a_desa_is_added_with_its_code_and_ended_with_a_date() -> None:
    def edit(rows: list[dict[str, str]]) -> None:
        rows[0]["berlaku_sampai"] = "2026-06-30"
        rows.append(
            dict.fromkeys(rows[0], "") | {"kode": "51.01.01.2099", "nama_desa": "Baru", "kode_kecamatan": "51.01.01"}
        )

    received = edited(edit, What.DESA)
    assert received.problems == ()
    assert [(d.kind, d.code) for d in received.differences] == [
        ("ended", JEMBRANA.desa[0].code),
        ("added", "51.01.01.2099"),
    ]


@pytest.mark.parametrize("code", ["51.01.02.2099", "51.01.01.3001", "51.01.01.20", "5101012001", ""])
def test_a_desa_code_must_be_one_of_its_kecamatan(code: str) -> None:
    def edit(rows: list[dict[str, str]]) -> None:
        rows.append(dict.fromkeys(rows[0], "") | {"kode": code, "nama_desa": "Baru", "kode_kecamatan": "51.01.01"})

    received = edited(edit, What.DESA)
    assert [p.message for p in received.problems] == [say.CODE_MALFORMED.message]
