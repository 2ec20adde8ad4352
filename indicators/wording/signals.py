"""What is said of signals: who stands out, by how much in people, and that to find none is an answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from indicators.vocabulary import Period
from indicators.wording import numbers

SAMPLE = "Contoh: "
CHANCE = "lebih jauh daripada yang wajar karena kebetulan"
BETTER = "Yang membaik atau lebih baik"
NO_WORSE = "Tidak ada sinyal yang memburuk."
NOTHING_TESTED = "Belum ada yang dapat dibandingkan untuk periode ini, jadi belum ada sinyal."

SINCE = "Sejak rakor terakhir"
SINCE_LEAD = "Sinyal dan status sekarang dibanding yang tampak dari data pada akhir tanggal yang dipilih."
DAY = "Tanggal rakor"
COMPARE = "Bandingkan"
NEW = "Sinyal baru"
GONE = "Tidak lagi menjadi sinyal"
STATUSES = "Status yang berubah"
NOTHING_NEW = "Tidak ada sinyal baru."
NOTHING_GONE = "Tidak ada sinyal yang hilang."
NO_STATUS = "Tidak ada status yang berubah."
NO_VERDICT = "belum dinilai"


def largest(shown: int) -> str:
    """Below a long list of what is better."""
    return f"Disebut {numbers.number(shown)} yang terbesar; selebihnya terlihat di Papan indikator."


def none_of(tested: int) -> str:
    """Nothing stands out, which is an answer."""
    return f"Tidak ada sinyal: dari {numbers.number(tested)} pembandingan, tidak satu pun {CHANCE}."


def chosen_of(tested: int, level: float) -> str:
    """How the signals above were chosen."""
    return (
        f"Sinyal dipilih dari {numbers.number(tested)} pembandingan sekaligus; diperkirakan paling banyak "
        f"{numbers.number(100 * level)} % di antaranya keliru. Sinyal menunjukkan di mana perlu bertanya, bukan sebabnya."
    )


def areas(
    label: str, period: Period, named: Sequence[tuple[str, str]], *, above: bool, beside: str, people: str
) -> str:
    """Kecamatan beside the others. named: (name, value), the largest burden first; beside: the others' value, where
    there is one for all of these."""
    side = "di atas" if above else "di bawah"
    others = f"kecamatan lain ({beside})" if beside else "kecamatan lain"
    who = first_four([f"{name} ({value})" for name, value in named])
    return (
        f"{label}, {numbers.period(period)}: {who} {side} {others}, {CHANCE}; {people} daripada bila sama dengan "
        "kecamatan lain."
    )


def changed_whole(
    label: str, period: Period, before: str, now: str, *, rose: bool, people: str, kecamatan: Sequence[str]
) -> str:
    """The whole kabupaten beside the same months last year; kecamatan: names of those that show it too."""
    said = (
        f"{label}, {numbers.period(period)}: seluruh kabupaten {_moved(rose)} dari {before} menjadi {now} dibanding "
        f"{_last_year(period)}, {CHANCE}; {people}."
    )
    return f"{said} Terlihat pula di {first_four(kecamatan)}." if kecamatan else said


def changed_areas(label: str, period: Period, named: Sequence[tuple[str, str, str]], *, rose: bool, people: str) -> str:
    """Kecamatan beside their own same months last year. named: (name, before, now)."""
    who = first_four([f"{name} (dari {before} menjadi {now})" for name, before, now in named])
    return (
        f"{label}, {numbers.period(period)}: {who} {_moved(rose)} dibanding {_last_year(period)}, {CHANCE}; {people}."
    )


def people(burden: float, counted: str, *, more: bool, together: bool) -> str:
    """`bersama-sama sekitar 310 persalinan di fasilitas lebih sedikit`."""
    side = "lebih banyak" if more else "lebih sedikit"
    return f"{'bersama-sama ' if together else ''}sekitar {numbers.number(max(1, round(burden)))} {counted} {side}"


def first_four(areas: Sequence[str]) -> str:
    if len(areas) > 4:
        return f"{', '.join(areas[:4])} dan {numbers.number(len(areas) - 4)} kecamatan lain"
    return numbers.listed(areas)


def nothing_before(day: date) -> str:
    return (
        f"Pada akhir {numbers.day(day)} belum ada data yang tercatat di sini, jadi tidak ada yang dapat dibandingkan."
    )


def compared(day: date, then: Period, now: Period) -> str:
    """Which two states are compared."""
    return (
        f"Data pada akhir {numbers.day(day)} ({numbers.period(then)}) dibanding data sekarang ({numbers.period(now)})."
    )


def status_changed(label: str, before: str, after: str) -> str:
    return f"{label}: dari “{before}” menjadi “{after}”."


def _moved(rose: bool) -> str:
    return "naik" if rose else "turun"


def _last_year(period: Period) -> str:
    return "tahun sebelumnya" if period.is_year else "bulan yang sama tahun lalu"
