"""What the history page says."""

from __future__ import annotations

from datetime import date

from indicators.vocabulary import Period
from indicators.wording import numbers

COLUMNS = ("Kapan", "Siapa", "Set data", "Cakupan", "Berkas", "Angka", "Catatan", "Keadaan")
FILTER_DATASET = "Set data"
ALL = "Semua"
FILTER_SEEDED = "Tampilkan juga data bawaan"
EMPTY = "Belum ada kiriman staf untuk kabupaten ini."
ACTIVE = "berlaku"
SUPERSEDED = "tertimpa kiriman yang lebih baru"
PARTLY_SUPERSEDED = "sebagian tertimpa"
UNDONE = "dibatalkan"
HIDDEN = "tidak tampil pada mode ini"
WAITING = "menunggu verifikasi"
REJECTED = "ditolak"
STATES = {
    "active": ACTIVE,
    "superseded": SUPERSEDED,
    "partly_superseded": PARTLY_SUPERSEDED,
    "undone": UNDONE,
    "hidden": HIDDEN,
    "waiting": WAITING,
    "rejected": REJECTED,
}
WITHDRAWS = (
    "Kiriman ini masih menunggu verifikasi, jadi membatalkannya menariknya kembali tanpa mengubah angka apa pun."
)
CHOOSE = "Pilih kiriman untuk dibatalkan atau dipulihkan"
EFFECT = "Akibatnya"
UNDO = "Batalkan"
REDO = "Pulihkan"
REASON = "Alasan (tidak wajib)"
NO_EFFECT_UNDO = "Kiriman ini sudah tertimpa seluruhnya, jadi membatalkannya tidak mengubah angka apa pun."
NO_EFFECT_REDO = "Kiriman yang lebih baru mencakup semuanya, jadi memulihkannya tidak mengubah angka apa pun."
DONE_UNDO = "Kiriman dibatalkan. Versi data sekarang {version}."
DONE_REDO = "Kiriman dipulihkan. Versi data sekarang {version}."
CHANGED_COLUMNS = ("Unit", "Periode", "Unsur", "Sekarang", "Sesudahnya")


def scope(units: int, first: date, last: date, *, whole_registry: bool) -> str:
    """`45 unit, Oktober 2026`."""
    if whole_registry:
        return "seluruh daftar"
    period = Period.of_months((first.year, first.month), (last.year, last.month))
    return f"{numbers.number(units)} unit, {numbers.period(period)}"


def option(when: str, dataset: str, file_name: str) -> str:
    return f"{when} · {dataset} · {file_name}"


def effect(changed: int) -> str:
    return f"{numbers.number(changed)} angka akan berubah."
