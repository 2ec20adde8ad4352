"""What is said of meetings and their decisions. A movement is told as its test came out; causes are never named."""

from __future__ import annotations

from datetime import date

from indicators.vocabulary import Period
from indicators.wording import numbers

ADDRESS_MEETING, ADDRESS_STATUS, ADDRESS_OWNER = "rapat", "status", "penanggung"

MEETING, STATUS, OWNER = "Rapat", "Tampilkan", "Penanggung jawab"
LATEST, EVERY_MEETING, EVERY_OWNER = "Rapat terakhir dan yang belum selesai", "Semua rapat", "Semua"
SHOWN = {"all": "Semua", "overdue": "Lewat tenggat", "open": "Belum selesai", "closed": "Selesai"}

COLUMNS = ("Keputusan", "Penanggung jawab", "Tenggat", "Status dan bukti", "KPI sejak rapat")
NO_DEADLINE = "tanpa tenggat"
NO_EVIDENCE = "bukti belum dicatat"
EVIDENCE_LINK = "Buka bukti"
SEE_INDICATOR = "Lihat KPI"
MEETING_GONE = "rapatnya tidak ada lagi di daftar"

NO_MEETINGS = "Belum ada rapat yang tercatat untuk {place}."
NO_MEETINGS_HELD = "Belum ada rapat yang sudah berlangsung untuk {place}; yang tercatat baru rencana."
NO_DECISIONS = "Belum ada keputusan yang tercatat."
NOTHING_CHOSEN = "Tidak ada keputusan dengan pilihan ini."
WHO_RECORDS = "Notulis atau admin kabupaten mencatatnya di halaman ini setelah masuk."
FROM_FILE = "Daftar rapat dan keputusan juga dapat diubah seluruhnya, atau lewat berkas, di halaman Kelola rapat."
MANAGE = "Buka Kelola rapat"
HOW = (
    "KPI sejak rapat: bulan-bulan lengkap sesudah rapat dibandingkan dengan bulan yang sama sebelum rapat, dengan uji yang sama "
    "seperti di seluruh dasbor. Perubahan KPI tidak menunjukkan bahwa keputusan ini yang menyebabkannya."
)
SAMPLE = "DATA CONTOH: perubahan KPI di halaman ini dihitung dari data contoh, dan keputusan yang dicatat dalam mode contoh adalah latihan."
PRACTICE = "latihan"

NO_INDICATOR = "tanpa KPI terkait"
BETTER, WORSE = "membaik", "memburuk"
UNMOVED = {
    "no_meeting": "belum dibandingkan: rapatnya tidak ada di daftar",
    "not_counted": "belum dibandingkan: hanya ada angka terbitan setahun sekali",
    "no_month": "belum dibandingkan: belum ada bulan lengkap sejak rapat",
    "suppressed": "tidak ditampilkan: hitungan kecil",
    "not_comparable": "belum dibandingkan: laporan salah satu masa belum lengkap",
}

RECORD = "Catat keputusan"
RECORD_BUTTON = "Catat keputusan ini"
RECORD_MEETING_FIRST = "Catat rapatnya lebih dahulu; keputusan lalu dicatat di bawah rapat itu."
RECORD_MEETING = "Catat rapat"
RECORD_MEETING_BUTTON = "Catat rapat ini"
FORM = "Isian"
CHANGE = "Ubah status"
WHICH = "Keputusan"
CHANGE_BUTTON = "Simpan status"
REASON_NEW, REASON_MEETING, REASON_CHANGED = "Keputusan rapat dicatat", "Rapat dicatat", "Status keputusan diubah"
EVIDENCE_WANTED = "Keputusan yang selesai memerlukan bukti: tulis apa yang menunjukkannya, atau isi tautannya."


def about_meeting(name: str, held_on: date, place: str) -> str:
    """`Rakor kesehatan triwulan III, 14 Juli 2026, Aula Dinas Kesehatan`."""
    return ", ".join(part for part in (name, numbers.day(held_on), place) if part)


def discussed(period: Period) -> str:
    return f"Membahas data {numbers.period(period)}."


def frozen(day: date) -> str:
    return f"Angkanya dibekukan seperti pada akhir {numbers.day(day)}."


OPEN_FROZEN = "Buka angka hari itu"


def meeting(name: str, held_on: date) -> str:
    """As a choice: the day first, so that choices stand in order."""
    return f"{numbers.day(held_on)} · {name}"


def counted(total: int, overdue: int, in_time: int, closed: int) -> str:
    """`5 keputusan: 2 lewat tenggat, 2 lainnya belum selesai, dan 1 selesai atau dibatalkan.`"""
    parts = [
        f"{numbers.number(number)} {words}"
        for number, words in (
            (overdue, "lewat tenggat"),
            (in_time, "lainnya belum selesai" if overdue else "belum selesai, tidak ada yang lewat tenggat"),
            (closed, "selesai atau dibatalkan"),
        )
        if number
    ]
    return f"{numbers.number(total)} keputusan: {numbers.listed(parts)}."


def late(days: int) -> str:
    return f"lewat {numbers.number(days)} hari"


def done_on(day: date) -> str:
    return f"pada {numbers.day(day)}"


def moved(label: str, place: str, said: str, better: bool | None) -> str:
    """`K4 Kecamatan Giri naik 1,1 poin persen, bermakna (membaik)`."""
    way = "" if better is None else f" ({BETTER if better else WORSE})"
    return f"{label} {place} {said}{way}"


def behind(since: Period, now: str, before_period: Period, before: str, interval: str) -> str:
    """`Agustus–Oktober 2026: 71,2 %; Agustus–Oktober 2025: 70,1 %; selang 95 %: …`"""
    return f"{numbers.period(since)}: {now}; {numbers.period(before_period)}: {before}; {interval}"


def not_moved(label: str, place: str, why: str) -> str:
    return f"{label} {place} {why}"


def in_kecamatan(name: str) -> str:
    return f"Kecamatan {name}"


WHOLE = "seluruh kabupaten"


def overdue(count: int, oldest: str, deadline: date) -> str:
    """On the summary. oldest: who is in charge of the one that waits longest."""
    if count == 1:
        return f"1 keputusan rakor lewat tenggat sejak {numbers.day(deadline)} ({oldest})."
    return f"{numbers.number(count)} keputusan rakor lewat tenggat, yang paling lama sejak {numbers.day(deadline)} ({oldest})."
