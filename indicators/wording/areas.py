"""What maps and messages say of areas themselves."""

from __future__ import annotations

from datetime import date

from indicators.wording import numbers

SCHEMATIC = "Peta skematik, bukan batas resmi"
UNREADABLE = (
    "Catatan perubahan wilayah tidak dapat dibaca: ada berkas yang hilang atau rusak di folder `areas` pada gudang "
    "data. Kembalikan folder itu dari cadangan, lalu jalankan ulang dasbor."
)


def official(source: str, dated: date) -> str:
    """`Batas wilayah: BIG, 12 November 2026`: what stands on the map in place of the schematic label."""
    return f"Batas wilayah: {source}, {numbers.day(dated)}"
