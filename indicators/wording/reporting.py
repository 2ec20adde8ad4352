"""What the page Kelengkapan says: how reports stand, who has not sent, and the reminder to them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from indicators.vocabulary import Period
from indicators.wording import numbers

# By the names of `judgement.reporting.Standing`.
STANDING = {
    "on_time": "tepat waktu",
    "sent": "terkirim",
    "late": "terlambat",
    "waiting": "menunggu verifikasi",
    "missing": "belum dikirim",
    "not_due": "belum jatuh tempo",
    "not_yet": "belum ada",
    "no_longer": "sudah tidak ada",
}
# What the grid's legend adds to the bare word.
MEANING = {
    "sent": "terkirim, waktunya tidak dihitung",
    "late": "terkirim, tetapi terlambat",
    "missing": "belum dikirim, sudah lewat batas",
    "not_yet": "puskesmas belum ada",
    "no_longer": "puskesmas sudah tidak ada",
}

OVERVIEW = "Semua set data"
OVERVIEW_LEAD = "Banyaknya puskesmas yang belum mengirim, menurut bulan laporan; ✓ berarti semua sudah mengirim."
DATASET = "Set data"
MONTH = "Bulan laporan"
PUSKESMAS = "Puskesmas"
ABSENT = "Belum"
ABSENT_ROW = "Belum mengirim"
NOT_SENT = "Siapa yang belum mengirim"
REMINDER = "Teks pengingat, siap disalin ke pesan"
INDICATORS = "Sebagai indikator, untuk periode yang dipilih"
DOWNLOAD_CSV = "Unduh tabel (CSV)"
DOWNLOAD_XLSX = "Unduh tabel (Excel)"
SHEET = "Kelengkapan"
TIMELINESS_SAMPLE = (
    "Tepat waktu tidak dihitung: data contoh dimuat sekaligus, jadi tanggal kirimnya bukan tanggal laporan yang "
    "sebenarnya. Pada mode resmi, setiap laporan dibandingkan dengan batas kirimnya."
)
TIMELINESS = (
    "Laporan tepat waktu bila pertama kali diterbitkan paling lambat pada batas kirimnya; perbaikan sesudahnya tidak "
    "membuatnya terlambat. Bulan yang batasnya sudah lewat sebelum kabupaten mulai mengirim di sini hanya disebut terkirim."
)
YEARLY_APART = "Data yang dikirim setahun sekali tidak termasuk."
COLUMNS = (
    "kode_puskesmas",
    "puskesmas",
    "kecamatan",
    "set_data",
    "bulan",
    "batas_kirim",
    "keadaan",
    "tanggal_kirim",
    "versi_data",
    "tanda",
)


def grid_title(dataset: str, months: Period) -> str:
    return f"{dataset}, {numbers.period(months)}"


def due(dataset_due: int) -> str:
    """`Batas kirim: tanggal 10 bulan berikutnya.`"""
    return f"Batas kirim: tanggal {dataset_due} bulan berikutnya."


def rates(there: int, expected: int, on_time: int | None) -> str:
    """`533 dari 540 laporan, 98,7 %; tepat waktu 91,2 %`."""
    if not expected:
        return ""
    said = f"{numbers.number(there)} dari {numbers.number(expected)} laporan, {numbers.number(100 * there / expected, 1)} %"
    return said if on_time is None else f"{said}; tepat waktu {numbers.number(100 * on_time / expected, 1)} %"


def of_units(absent: int, expected: int) -> str:
    """`2 dari 45 puskesmas belum mengirim`."""
    if not expected:
        return "belum ada puskesmas"
    if not absent:
        return f"semua {numbers.number(expected)} puskesmas sudah mengirim"
    return f"{numbers.number(absent)} dari {numbers.number(expected)} puskesmas belum mengirim"


def sent_on(day: date) -> str:
    return f"dikirim {numbers.day(day)}"


def everyone_sent(dataset: str, month: Period) -> str:
    return f"Semua puskesmas sudah mengirim {dataset} untuk {numbers.period(month)}."


def month_option(month: Period, absent: int) -> str:
    """`Oktober 2026: 2 belum`."""
    return f"{numbers.period(month)}: {numbers.number(absent)} belum" if absent else f"{numbers.period(month)}: lengkap"


def waiting(units: Sequence[str]) -> str:
    return f"Menunggu verifikasi, tidak perlu diingatkan: {numbers.listed(units)}."


def reminder(
    *, kabupaten: str, dataset: str, month: Period, units: Sequence[tuple[str, str]], due: date, today: date
) -> str:
    """A message ready to be sent. units: (puskesmas, kecamatan); the sentence about the limit depends on the day."""
    limit = (
        f"Batas kirimnya {numbers.day(due)} dan sudah lewat. Mohon dikirim secepatnya"
        if today > due
        else f"Mohon dikirim paling lambat {numbers.day(due)}"
    )
    named = "\n".join(f"{n}. {unit} (Kecamatan {kecamatan})" for n, (unit, kecamatan) in enumerate(units, start=1))
    return (
        "Yth. Bapak/Ibu petugas data puskesmas,\n\n"
        f"Sampai {numbers.day(today)}, laporan {dataset} bulan {numbers.period(month)} "
        f"dari {numbers.number(len(units))} puskesmas berikut belum kami terima:\n\n"
        f"{named}\n\n"
        f"{limit} melalui halaman Unggah pada Dasbor KPI Kesehatan. Bulan tanpa kejadian tetap dilaporkan dengan angka 0. "
        "Bila ada kendala, mohon kabari kami.\n\n"
        "Terima kasih.\n"
        f"Dinas Kesehatan {kabupaten}"
    )
