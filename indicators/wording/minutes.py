"""What stands in the minutes of a meeting, and in the reminders of its deadlines."""

from __future__ import annotations

from datetime import date

from indicators.wording import numbers

MEETING, DATE, PLACE, DISCUSSED = "Rapat", "Tanggal", "Tempat", "Data yang dibahas"
FROZEN, MADE, NOTE = "Data dibekukan per", "Disusun pada", "Catatan"
NOT_RECORDED = "belum dicatat"
NUMBER = "No."
DECISIONS, EARLIER = "Keputusan rapat ini", "Keputusan rapat sebelumnya yang belum selesai"
NONE_OPEN = "Tidak ada keputusan rapat sebelumnya yang masih terbuka."
SOURCE = "daftar rapat dan keputusan; KPI menurut laporan rutin"
SAMPLE = (
    "DATA CONTOH: perubahan KPI dihitung dari data contoh, dan keputusan yang dicatat dalam mode contoh adalah latihan."
)
SIGNED_BY = ("Pimpinan rapat", "Notulis")
SIGNATURE = "\n\n\n(........................................)"


DOCX, PDF, ICS = "Notulen (DOCX)", "Notulen (PDF)", "Pengingat tenggat (ICS)"


def about_files(name: str, held_on: date) -> str:
    return f"Notulen memuat keputusan {name}, {numbers.day(held_on)}, dan keputusan sebelumnya yang belum selesai. Pengingat tenggat dibuka di kalender ponsel atau Outlook."


def title(place: str) -> str:
    return f"Notulen rapat koordinasi, {place}"


def document_title(name: str, held_on: date, place: str) -> str:
    return f"Notulen {name}, {numbers.day(held_on)}, {place}"


def file_name(meeting: str, ending: str) -> str:
    """`Notulen 35.10.M002.docx`."""
    return f"Notulen {meeting}.{ending}"


def reminders_file(kabupaten: str) -> str:
    return f"Tenggat keputusan {kabupaten}.ics"


CALENDAR = "Tenggat keputusan rapat, {place}"
PRODUCER = "-//Dasbor KPI Kesehatan//Tenggat keputusan//ID"


def reminder(what: str) -> str:
    return f"Tenggat: {what}"


def about(id_: str, owner: str, meeting: str) -> str:
    """What opens in the calendar."""
    return f"Penanggung jawab: {owner}\nRapat: {meeting}\nNomor keputusan: {id_}"
