"""What is said where a file or a text holds personal data: where it stands, never what it says."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.wording.intake import Sentence, row_numbers
from indicators.wording.rules import Rule

NIK = "NIK"
FAMILY_CARD = "nomor KK"
PERSON_NAME = "nama orang"
ADDRESS = "alamat"
PHONE = "nomor telepon atau surel"
BIRTH = "tempat atau tanggal lahir"
MEMBER_NUMBER = "nomor kepesertaan atau rekam medis"
SIXTEEN_DIGITS = "angka 16 digit seperti NIK atau nomor KK"

# What a file is called where its own name held personal data.
FILE_NAME = "berkas"
FILE_NAME_CHANGED = Sentence(
    "Nama berkas ini memuat data pribadi, jadi tidak dicatat.",
    "Beri nama seperti pada templat, tanpa nama orang, NIK, atau nomor telepon.",
    Rule.FILE_NAME,
)


def personal_data(kind: str, positions: str) -> Sentence:
    return Sentence(
        f"Berkas ini ditolak karena memuat data pribadi: {kind} pada {positions}. Tidak ada yang disimpan.",
        "Hapus kolom atau sel itu dari berkas. Dasbor ini hanya menerima jumlah, bukan data orang.",
        Rule.PERSONAL_DATA,
    )


def in_cell(kind: str) -> Sentence:
    return Sentence(
        f"Sel ini memuat data pribadi: {kind}. Tidak ada yang disimpan.",
        "Tulis jabatan atau lembaganya saja.",
        Rule.PERSONAL_DATA,
    )


def in_note(kind: str) -> Sentence:
    return Sentence(
        f"Berkas ini ditolak karena catatan pada salah satu selnya memuat data pribadi: {kind}. Tidak ada yang disimpan.",
        "Hapus catatan (komentar) sel itu, lalu unggah lagi.",
        Rule.PERSONAL_DATA,
    )


def in_text(kind: str) -> str:
    return (
        f"Teks ini memuat data pribadi: {kind}. Hapus bagian itu; tulis jabatan, puskesmas, atau nomor barisnya saja."
    )


def column_cells(letter: str, rows: Sequence[int]) -> str:
    """`kolom C`, or `kolom C baris 2-25`."""
    return f"kolom {letter} baris {row_numbers(rows)}" if rows else f"kolom {letter}"
