"""What stands in the annotated copy of a file that was sent."""

from __future__ import annotations

from indicators.wording.numbers import number

SHEET_PROBLEMS = "Masalah"
SHEET_SENT = "Berkas"
AUTHOR = "Dasbor KPI Kesehatan"
# Heading and column width of the list.
COLUMNS = (
    ("Tingkat", 17),
    ("Sel", 8),
    ("Lembar", 12),
    ("Baris", 7),
    ("Kolom", 20),
    ("Unit", 24),
    ("Jenis pemeriksaan", 28),
    ("Masalah", 70),
    ("Cara memperbaiki", 60),
)


def list_cut(shown: int, total: int) -> str:
    return f"Ditulis {number(shown)} dari {number(total)} masalah; perbaiki yang ini lebih dahulu, lalu unggah lagi."


def comments_cut(limit: int) -> str:
    return f"Catatan pada sel hanya untuk {number(limit)} sel pertama; selebihnya diwarnai dan tercantum di daftar ini."
