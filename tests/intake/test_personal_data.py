from __future__ import annotations

import pytest

from indicators.areas import all_kabupaten
from indicators.catalogue import ROOT, catalogue
from indicators.intake import personal_data_in
from indicators.intake.personal_data import find_personal_data, safe_file_name
from indicators.intake.personal_text import holds_identity_number, kind_in
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
    from indicators.intake import receivable
    from indicators.intake.template import columns_of

    for dataset in receivable():
        assert find_personal_data(table(columns_of(dataset, catalogue()))) == []


# Region 99 does not exist; these numbers belong to nobody.
@pytest.mark.parametrize(
    "text",
    ["9910014107200001", "9910 0141 0720 0001", "9910.0141.0720.0001", "'9910014107200001", "9,91001E+15",
     "lihat 9910014107200001 ya", "lihat 9910-0141-0720-0001", "9.91001E+15", "9,91E15", "9910014107200001.0",
     "9910014107200000,00", "9.910.014.107.200.001", "9,910,014,107,200,001", "991001 410720 0001",
     "99.10.01.410720.0001", "NIK:9910014107200001", "NIK 9910 0141 0720 0001"],
)  # fmt: skip
def test_a_number_like_an_identity_number_is_found_in_any_writing(text):
    assert holds_identity_number(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "412",
        "081234567890",
        "https://contoh.go.id/berita/2024999999999999",
        "12345678901234567",
        "1,5E+3",
        "1.684.985",
        "35.10.11.2002",
        "2024-08-12 10:20:30",
        "1.234 5.678 9.012",
    ],
)
def test_other_numbers_are_left_alone(text):
    assert not holds_identity_number(text)


def test_the_position_is_named_and_the_content_is_not():
    found = find_personal_data(table(["tahun", "catatan"], ["2026", ""], ["2026", "9910014107200001"]))
    assert [(p.row, p.column) for p in found] == [(3, None)]
    assert "kolom B baris 3" in found[0].message
    assert "9910" not in found[0].message


def kinds(*columns: list[str], header: str = "catatan") -> list[str]:
    """What is said of columns that hold these cells."""
    names = [header, "lain", "ketiga"][: len(columns)]
    rows = [list(cells) for cells in zip(*columns, strict=True)]
    return [p.message.partition(": ")[2].partition(" pada")[0] for p in find_personal_data(table(names, *rows))]


@pytest.mark.parametrize(
    "text",
    [
        "081234567890",
        "0812-3456-7890",
        "+62 812 3456 7890",
        "6281234567890",
        "hubungi 0812 3456 789",
        "ani@contoh.go.id",
    ],
)
def test_a_phone_number_or_mail_address_is_found_in_any_column(text):
    assert kinds([text]) == ["nomor telepon atau surel"]


@pytest.mark.parametrize("text", ["812", "0333-421234", "08/12/2026", "0,812345", "108123456789012"])
def test_other_numbers_are_no_phone_numbers(text):
    assert kinds([text]) == []


def test_a_column_of_names_is_found_under_any_header():
    assert kinds(["Siti Rahma", "AHMAD FAUZI", "Budi S."], ["1", "2", "3"], header="ket") == ["nama orang"]


def test_a_column_of_birth_dates_is_found_under_any_header():
    assert kinds(["12/03/2022", "2023-07-24", "5 Mei 2021"], header="x") == ["tempat atau tanggal lahir"]


@pytest.mark.parametrize("header", ["Tanggal_Input", "Timestamp", "tanggal validasi", "tanggal_kunjungan"])
def test_days_on_which_a_report_was_made_are_no_birth_dates(header):
    assert kinds(["12/03/2022", "14/03/2022"], header=header) == []


def test_first_and_last_days_of_months_are_no_birth_dates():
    assert kinds(["01/03/2022", "31/03/2022", "30/04/2022"], header="x") == []


def test_an_address_is_found_in_any_cell():
    assert kinds(["Dusun Krajan RT 03 RW 02"]) == ["alamat"]


def test_headers_are_found_below_the_first_row_too():
    found = find_personal_data(table(["DAFTAR BALITA"], ["No", "NIK", "Nama Anak"], ["1", "", ""]))
    assert {p.message.partition("pada ")[2].partition(".")[0] for p in found} == {"kolom B", "kolom C"}


def test_a_word_in_a_title_is_no_header():
    assert (
        find_personal_data(table(["Nama Puskesmas"], ["Nama Indikator", "nama puskesmas"], ["Nama petugas kosong"]))
        == []
    )


# Areas, innovations, what the product itself says: nothing of it may be taken for a person.


def test_no_area_or_facility_is_taken_for_a_person():
    for kabupaten in all_kabupaten().values():
        names = [area.name for area in (*kabupaten.areas, *kabupaten.facilities)]
        assert find_personal_data(table(["unit"], *([name] for name in names))) == []
        assert [name for name in names if kind_in(name)] == []


@pytest.mark.parametrize("path", sorted((ROOT / "data" / "published").glob("*.csv")), ids=lambda p: p.stem)
def test_nothing_published_is_taken_for_personal_data(path):
    lines = [line.split(";") for line in path.read_text(encoding="utf-8-sig").splitlines()]
    assert [cell for line in lines for cell in line if kind_in(cell)] == []


def test_no_text_of_the_catalogue_is_taken_for_personal_data():
    entries = catalogue()
    texts = [t for i in entries.indicators.values() for t in (i.definition, i.why_it_matters, i.source, i.supplied_by)]
    texts += [t.explanation for t in entries.glossary]
    assert [text for text in texts if kind_in(text)] == []


# Free text


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("perbaikan untuk 3510991002249001", "angka 16 digit"),
        ("hubungi 0812-3456-7890", "nomor telepon"),
        ("data Ibu Siti belum masuk", "nama orang"),
        ("an. Ahmad Fauzi sudah diperbaiki", "nama orang"),
        ("anak siti rahma ganda", "nama orang"),
        ("lahir 12-03-2022 belum dihitung", "tanggal lahir"),
        ("rumah di RT 03/RW 02", "alamat"),
    ],
)
def test_free_text_with_personal_data_is_refused_by_kind_and_not_quoted(text, kind):
    said = personal_data_in(text)
    assert said is not None
    assert kind in said
    assert not [word for word in ("3510", "0812", "Siti", "siti", "Fauzi", "2022", "03") if word in said]


@pytest.mark.parametrize(
    "text",
    ["", "perbaikan angka Puskesmas Licin", "Sesuai rakor 12 November 2026", "RSUD Siti Aminah terlambat mengirim",
     "Angka Agustus 2026 keliru, 1.684.985 seharusnya 1.684.958", "ibu hamil dan ibu bersalin tertukar",
     "Surat Kepala Dinas nomor 440/123/2026", "tautan https://contoh.go.id/2026/081234567890"],
)  # fmt: skip
def test_an_ordinary_reason_is_let_through(text):
    assert personal_data_in(text) is None


# File names


@pytest.mark.parametrize(
    "name", ["3510991002249001.xlsx", "data_siti_rahma.xlsx", "Data Ibu Siti.xlsx", "DataAhmadFauzi.xlsx"]
)
def test_a_file_name_with_personal_data_is_not_kept(name):
    assert safe_file_name(name) == "berkas.xlsx"


@pytest.mark.parametrize("name", ["births_35.10_2026-11.csv", "gizi Licin agustus.xlsx", "kelahiran oktober.csv"])
def test_another_file_name_is_kept(name):
    assert safe_file_name(name) == name


def test_what_is_received_carries_the_safe_name_and_says_so(send):
    content = "kode_puskesmas;tahun;bulan;lahir_hidup;lahir_mati\n35.10.P01;2026;8;31;0\n"
    received = send(content, name="ibu siti rahma.csv")
    assert received.submission.file_name == received.understood.file_name == "berkas.csv"
    assert [p.rule for p in received.problems if p.rule != "missing_units"] == ["file_name"]
    assert not received.is_blocked


def test_the_note_and_source_of_a_published_value_are_checked(send):
    from pathlib import Path

    content = (Path(__file__).parent / "good" / "published.csv").read_bytes().decode("utf-8-sig")
    header, first, *rest = content.splitlines()
    cells = first.split(";")
    cells[header.split(";").index("sumber")] = "wawancara Ibu Siti Rahma"
    received = send("\n".join([header, ";".join(cells), *rest]), "published_values")
    assert received.submission is None
    assert [(p.row, p.column, p.rule) for p in received.problems if p.rule == "personal_data"] == [
        (2, "sumber", "personal_data")
    ]
    assert "Siti" not in repr(received)
