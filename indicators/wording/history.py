"""What the history page says."""

from __future__ import annotations

from datetime import date

from indicators.vocabulary import Period
from indicators.wording import numbers

COLUMNS = ("Kapan", "Siapa", "Set data", "Cakupan", "Berkas", "Angka", "Catatan", "Keadaan")
FILTER_STATE = "Keadaan"
FILTER_WHO = "Siapa"
PAGE = "Halaman"
FILTER_DATASET = "Set data"
ALL = "Semua"
FILTER_SEEDED = "Tampilkan juga data bawaan"
EMPTY = "Belum ada kiriman staf untuk kabupaten ini."
ACTIVE = "tampil"
SUPERSEDED = "digantikan"
PARTLY_SUPERSEDED = "tampil sebagian"
UNDONE = "dibatalkan"
HIDDEN = "mode lain"
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
# A sign and the colour that goes with it, beside the word.
STATE_ICONS = {
    "active": ("✓", "good"),
    "partly_superseded": ("½", "not_distinguishable"),
    "superseded": ("↓", "not_distinguishable"),
    "waiting": ("…", "not_distinguishable"),
    "rejected": ("✗", "bad"),
    "undone": ("↶", "bad"),
    "hidden": ("–", "not_distinguishable"),
}
WITHDRAWS = (
    "Kiriman ini masih menunggu verifikasi, jadi membatalkannya menariknya kembali tanpa mengubah angka apa pun."
)
CHOOSE = "Pilih kiriman"
EFFECT_UNDO = "Bila dibatalkan"
EFFECT_REDO = "Bila dipulihkan"
UNDO = "Batalkan"
REDO = "Pulihkan"
REASON = "Alasan (tidak wajib)"
NO_EFFECT_UNDO = "Kiriman ini sudah digantikan seluruhnya, jadi membatalkannya tidak mengubah angka apa pun."
NO_EFFECT_REDO = "Kiriman yang lebih baru mencakup semuanya, jadi memulihkannya tidak mengubah angka apa pun."
DONE_UNDO = "Kiriman dibatalkan. Versi data sekarang {version}."
DONE_REDO = "Kiriman dipulihkan. Versi data sekarang {version}."
CHANGED_COLUMNS = ("Unit", "Periode", "Unsur", "Sekarang", "Sesudahnya")

BACK = "Kembali ke daftar"

# The sections of the page; the codes stand in the address.
SECTION = "Bagian"
LIST, VERIFY, RULES = "kiriman", "periksa", "aturan"
SECTIONS = {LIST: "Kiriman", VERIFY: "Menunggu verifikasi", RULES: "Aturan dan kunci"}

# One submission.
FACT_COLUMNS = ("Keterangan", "Isi")
BASED_ON = "Memperbaiki kiriman"
DECISIONS = {"verify": "Disetujui oleh", "reject": "Ditolak oleh"}
REVERSED = "Dibatalkan oleh"
REDONE = "Dipulihkan oleh"
REASON_GIVEN = "Alasan"
DOWNLOAD_FILE = "Unduh berkas seperti diterima"
DOWNLOAD_RECEIPT = "Unduh bukti kirim"
REGISTER_NOT_KEPT = "Berkas tidak disimpan. Dari register per orang hanya hitungannya yang disimpan."
NOT_KEPT = "Berkas tidak disimpan."
FILE_DAMAGED = "Berkas yang tersimpan hilang atau rusak, jadi tidak dapat diunduh."
ACCEPTED = "Peringatan yang dilewati"
ACCEPTED_COLUMNS = ("Aturan", "Peringatan", "Alasan")
DIFFERENCE = "Perubahan terhadap data sebelumnya"
NO_DIFFERENCE = "Kiriman ini tidak mengubah angka apa pun dibanding data sebelumnya."
DOWNLOAD_DIFFERENCE = "Unduh semua perubahan (CSV)"

# Verification by a second person.
VERIFY_LEAD = "Kiriman di bawah ini belum tampil di dasbor. Bandingkan angkanya, lalu setujui atau tolak."
NOTHING_WAITS = "Tidak ada kiriman yang menunggu verifikasi."
CHOOSE_WAITING = "Kiriman yang diperiksa"
NOTE = "Catatan"
OTHER_MODE = "Kiriman ini untuk mode {mode}, jadi halaman lain belum berubah bila disetujui sekarang."
DECISION_REASON = "Alasan (wajib bila ditolak)"
APPROVE = "Setujui"
REJECT = "Tolak"
APPROVED = "Kiriman disetujui dan sekarang tampil."
REJECTED_DONE = "Kiriman ditolak. Alasannya dapat dibaca pengirim di daftar kiriman."

# Two-person rule and locked months.
REASON_WANTED = "Alasan"
REASON_MISSING = "Tulis alasannya lebih dahulu. Tidak ada yang berubah."
WHO_MAY = "Aturan dan kunci hanya dapat diubah oleh admin kabupaten ini."
RULE_TITLE = "Verifikasi oleh orang kedua"
RULE_ON = "Verifikasi oleh orang kedua diwajibkan."
RULE_OFF = "Verifikasi oleh orang kedua tidak diwajibkan."
RULE_EXPLAINED = "Bila diwajibkan, setiap kiriman baru tampil setelah disetujui verifikator selain pengirimnya."
RULE_START = "Wajibkan"
RULE_STOP = "Jangan wajibkan lagi"
LOCKS_TITLE = "Bulan yang dikunci"
LOCKS_EXPLAINED = (
    "Angka bulan yang dikunci, misalnya setelah rakor, tidak dapat diubah sampai admin membukanya kembali."
)
NOTHING_LOCKED = "Tidak ada bulan yang dikunci."
LOCK_COLUMNS = ("Periode", "Dikunci", "Oleh", "Alasan")
LOCK_TITLE = "Kunci bulan"
FROM_MONTH = "Dari bulan"
TO_MONTH = "Sampai bulan"
LOCK = "Kunci"
LOCK_DONE = "Bulan yang dipilih sudah dikunci."
REOPEN_TITLE = "Buka kembali"
REOPEN_WHICH = "Bulan yang dibuka"
REOPEN_PLACEHOLDER = "Pilih bulan"
REOPEN = "Buka kembali"
REOPEN_DONE = "Bulan yang dipilih dapat diubah lagi."
SWITCHES = "Riwayat mode, aturan, dan kunci"
SWITCH_COLUMNS = ("Kapan", "Siapa", "Perubahan", "Alasan")
MODE_SWITCHED = "Mode menjadi {mode}."
LOCKED = "{period} dikunci."
REOPENED = "{period} dibuka kembali."


WHOLE_LIST = "seluruh daftar"


def scope(units: int, first: date, last: date, *, whole_list: bool) -> str:
    """`45 unit, Oktober 2026`."""
    if whole_list:
        return WHOLE_LIST
    period = Period.of_months((first.year, first.month), (last.year, last.month))
    return f"{numbers.number(units)} unit, {numbers.period(period)}"


def option(when: str, dataset: str, file_name: str) -> str:
    return f"{when} · {dataset} · {file_name}"


def effect(changed: int) -> str:
    return f"{numbers.number(changed)} angka akan berubah."


def section(code: str, waiting: int) -> str:
    """`Menunggu verifikasi (3)`."""
    name = SECTIONS[code]
    return f"{name} ({numbers.number(waiting)})" if code == VERIFY and waiting else name


def page(first: int, last: int, total: int) -> str:
    """`1–50 dari 214 kiriman`."""
    return f"{numbers.number(first)}–{numbers.number(last)} dari {numbers.number(total)} kiriman"


def by(who: str, when: str) -> str:
    return f"{who}, {when}"


def sent_by(who: str, when: str, file_name: str) -> str:
    return f"Dikirim oleh {who}, {when}, berkas {file_name}."


def waiting_notice(count: int) -> str:
    return f"{numbers.number(count)} kiriman menunggu verifikasi"


def difference_file(submission: str) -> str:
    return f"perubahan-{submission}.csv"
