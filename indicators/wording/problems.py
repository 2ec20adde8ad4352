"""What the list of problems of a file says, and how reasons for warnings are asked."""

from __future__ import annotations

from indicators.wording.numbers import number

NONE = "Tidak ada masalah yang ditemukan."
COLUMNS = ("Tingkat", "Baris", "Kolom", "Masalah", "Cara memperbaiki")
NOT_OF_ONE_ROW = "–"

FILTER_SEVERITY = "Tingkat"
FILTER_RULE = "Jenis pemeriksaan"
FILTER_COLUMN = "Kolom"
FILTER_UNIT = "Unit"
FILTER_ALL = "Semua"
NONE_FITS = "Tidak ada masalah dengan pilihan ini."

DOWNLOAD = "Unduh salinan bertanda (XLSX)"
DOWNLOAD_HELP = "Berkas Anda dengan sel yang bermasalah diwarnai dan diberi catatan, serta daftar semua masalah."

REASONS = "Alasan untuk peringatan"
REASONS_HINT = (
    "Peringatan boleh dilewati bila angkanya memang benar. Alasannya disimpan dalam riwayat. Jangan menulis nama orang, "
    "NIK, atau alamat."
)
REASON_FOR_ALL = "Satu alasan untuk semua peringatan"
REASON_PLACEHOLDER = "Misalnya: sudah dicocokkan dengan register puskesmas"


def blocked(count: int) -> str:
    return (
        f"Berkas belum dapat diterbitkan. Tidak ada yang disimpan. Perbaiki {number(count)} hal di bawah ini, lalu "
        "unggah lagi."
    )


def warned(count: int) -> str:
    return f"Berkas dapat diterbitkan setelah {number(count)} peringatan di bawah ini diberi alasan."


def noticed(count: int) -> str:
    return f"Berkas dapat diterbitkan. Ada {number(count)} keterangan."


def counted(blocking: int, warnings: int, notices: int) -> str:
    """`3 harus diperbaiki, 1 perlu alasan, 0 keterangan.`"""
    return f"{number(blocking)} harus diperbaiki, {number(warnings)} perlu alasan, {number(notices)} keterangan."


def cut(shown: int, total: int) -> str:
    return f"Ditampilkan {number(shown)} dari {number(total)} masalah; semuanya ada dalam salinan bertanda."


def reason_for(label: str, count: int) -> str:
    return f"{label} ({number(count)})"


def unanswered(labels: list[str]) -> str:
    return f"Isi dahulu alasan untuk: {', '.join(labels)}."
