"""What the page for typing in one unit's month says."""

from __future__ import annotations

STEP_CHOOSE = "1. Pilih set data, puskesmas, dan bulan"
STEP_FILL = "2. Isi angkanya"
UNIT = "Puskesmas"
COLUMNS = {"element": "Unsur", "count": "Angka baru", "stored": "Berlaku sekarang", "before": "{period}"}
HINT = (
    "Kolom “Angka baru” berisi angka yang berlaku sekarang; ganti yang berubah. Tulis 0 bila tidak ada kejadian; "
    "sel kosong berarti belum dilaporkan. Tekan Tab atau Enter untuk pindah sel."
)
CHECK = "Periksa isian"
NO_UNITS = "Akun Anda belum memiliki puskesmas yang dapat diisi di kabupaten ini."


def file_name(facility: str, period: str) -> str:
    """`Isian Puskesmas Licin 2026-10.csv`."""
    return f"Isian {facility} {period}.csv"
