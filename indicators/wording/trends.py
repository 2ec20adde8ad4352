"""What is said of a trend over the years: never more than its test."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.vocabulary import Period
from indicators.wording import changes, numbers

WITHOUT_COUNTS = "Kecenderungan angka publik tidak diuji, karena hitungan di baliknya tidak diterbitkan."
WITHOUT_MODEL = (
    "Kecenderungan tidak diuji, karena ada tahun yang hitungannya melebihi sasaran atau seluruh hitungannya nol."
)
COMPUTED, PUBLISHED_RATES = "angka hitungan", "angka yang dihitung dari angka publik"


def published_counts(label: str) -> str:
    """`jumlah kematian ibu menurut angka publik`."""
    return f"jumlah {label} menurut angka publik"


def subject(name: str, periods: Sequence[Period]) -> str:
    """`Kecenderungan angka hitungan 2022–2026 (5 titik, Januari–Oktober setiap tahun)`."""
    said = f"{len(periods)} titik" + (f", {_months(periods[-1])} setiap tahun" if not periods[-1].is_year else "")
    return f"Kecenderungan {name} {periods[0].start.year}–{periods[-1].end.year} ({said})"


def span_of(periods: Sequence[Period]) -> str:
    """`2022–2026 (Januari–Oktober setiap tahun)`."""
    years = f"{periods[0].start.year}–{periods[-1].end.year}"
    return years if periods[-1].is_year else f"{years} ({_months(periods[-1])} setiap tahun)"


def _months(period: Period) -> str:
    return numbers.period(period).removesuffix(f" {period.end.year}")


def tested(subject: str, yearly: float, low: float, high: float, *, points: bool, distinguishable: bool) -> str:
    """`…: rata-rata turun 8,2 % setahun (selang 95 %: turun 14 % sampai turun 2,0 %), bermakna.`

    Without a finding: `rata-rata tercatat 8,2 % lebih rendah setahun (…), belum dapat dibedakan dari kebetulan.`
    """
    # A tenth of a point a year is a point in ten years, so a digit more than a value of one year has.
    said = changes.moved if distinguishable else changes.recorded
    mean = said(yearly, points=points, decimals=2)
    span = changes.span(low, high, points=points, decimals=2)
    return f"{subject}: rata-rata {mean} setahun ({span}), {changes.verdict(distinguishable=distinguishable)}."


def scattered(times: float) -> str:
    """Said where the points lie further from the line than chance would put them, in standard deviations."""
    return f"Titiknya menyebar {numbers.number(times, 1)} kali lebih lebar daripada kebetulan, jadi selangnya ikut dilebarkan."


def gaps(years: Sequence[int]) -> str:
    return f"Tahun tanpa angka: {numbers.listed([str(year) for year in years])}."


def too_short(subject: str, least: int) -> str:
    return f"{subject} belum dihitung: paling sedikit diperlukan {least} tahun yang lengkap."
