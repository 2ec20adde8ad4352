"""The words of a receipt (bukti kirim)."""

from __future__ import annotations

TITLE = "Bukti kirim"
NUMBER = "Nomor kiriman"
STATE = "Keadaan"
PUBLISHED = "Diterbitkan"
WAITING = "Menunggu verifikasi orang kedua"
WHEN = "Waktu"
WHO = "Dikirim oleh"
DATASET = "Set data"
MODE = "Mode"
FILE = "Berkas"
CHECKSUM = "Sidik berkas (SHA-256)"
UNITS = "Unit"
PERIODS = "Periode"
VALUES = "Jumlah angka"
VERSION = "Versi data"
RULE = "Aturan penilaian"
NOTE = "Catatan"
ACCEPTED = "Peringatan yang dilewati dan alasannya"
WARNING = "Peringatan"
REASON = "Alasan"


def file_name(submission: str) -> str:
    return f"bukti-kirim-{submission}.html"
