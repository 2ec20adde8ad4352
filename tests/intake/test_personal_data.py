from __future__ import annotations

import pytest

from indicators.intake.personal_data import find_personal_data, holds_identity_number
from indicators.intake.tables import Row, Table


def table(header: list[str], *rows: list[str]) -> Table:
    return Table("berkas.csv", Row(1, tuple(header)), tuple(Row(n, tuple(r)) for n, r in enumerate(rows, start=2)))


@pytest.mark.parametrize(
    "header",
    ["NIK", "No KK", "No. KK", "nik_ibu", "Nama", "Nama Balita", "Nama Ortu", "Nama_Petugas_Penginput", "Alamat",
     "RT", "RW", "No HP", "No. Telp", "Tgl Lahir", "Tanggal Lahir", "Tgl Lahir Tgl/Bln/Thn", "Email"],
)  # fmt: skip
def test_a_column_about_a_person_is_recognised_by_its_header(header):
    assert len(find_personal_data(table(["tahun", header], ["2026", ""]))) == 1


@pytest.mark.parametrize(
    "header",
    ["Nama Puskesmas", "nama_pukesmas", "Nama Kecamatan", "Nama Indikator", "puskesmas", "lahir_hidup",
     "bayi_baru_lahir_ditimbang", "keadaan_lahir_lahir_mati", "tempat_rumah", "s", "k1"],
)  # fmt: skip
def test_a_column_about_places_or_counts_is_not_taken_for_one(header):
    assert find_personal_data(table(["tahun", header], ["2026", ""])) == []


def test_no_column_of_any_template_is_taken_for_personal_data():
    from indicators.catalogue import catalogue
    from indicators.intake import receivable
    from indicators.intake.template import columns_of

    for dataset in receivable():
        assert find_personal_data(table(columns_of(dataset, catalogue()))) == []


# Region 99 does not exist; these numbers belong to nobody.
@pytest.mark.parametrize(
    "text",
    ["9910014107200001", "9910 0141 0720 0001", "9910.0141.0720.0001", "'9910014107200001", "9,91001E+15",
     "lihat 9910014107200001 ya", "lihat 9910-0141-0720-0001"],
)  # fmt: skip
def test_a_number_like_an_identity_number_is_found_in_any_writing(text):
    assert holds_identity_number(text)


@pytest.mark.parametrize(
    "text",
    ["", "412", "081234567890", "https://contoh.go.id/berita/2024999999999999", "12345678901234567", "1,5E+3"],
)
def test_other_numbers_are_left_alone(text):
    assert not holds_identity_number(text)


def test_the_position_is_named_and_the_content_is_not():
    found = find_personal_data(table(["tahun", "catatan"], ["2026", ""], ["2026", "9910014107200001"]))
    assert [(p.row, p.column) for p in found] == [(3, None)]
    assert "kolom B baris 3" in found[0].message
    assert "9910" not in found[0].message
