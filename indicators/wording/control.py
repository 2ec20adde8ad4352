"""What charts over time say: why this chart, what its limits are, and what a point beyond them means."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.vocabulary import Assurance, ChartKind, Period, Variation
from indicators.wording import numbers

SECTION = "Bulan demi bulan: perubahan nyata atau naik turun biasa"
DAYS = "hari"

KIND = {
    ChartKind.XMR: "XmR",
    ChartKind.P: "p",
    ChartKind.U: "u",
    ChartKind.G: "g (jarak antarkejadian)",
    ChartKind.T: "t (hari antarkejadian)",
    ChartKind.POOLED: "gabungan beberapa tahun",
    ChartKind.RUN: "runtun",
}
# Of the newest complete point; the points before it are counted apart.
VARIATION = {
    Variation.COMMON: "titik terbaru dalam naik turun biasa, belum dapat dibedakan dari kebetulan",
    Variation.IMPROVING: "titik terbaru menunjukkan perubahan ke arah yang lebih baik, dapat dibedakan dari kebetulan",
    Variation.WORSENING: "titik terbaru menunjukkan perubahan ke arah yang lebih buruk, dapat dibedakan dari kebetulan",
    Variation.RISING: "titik terbaru menunjukkan kenaikan yang dapat dibedakan dari kebetulan",
    Variation.FALLING: "titik terbaru menunjukkan penurunan yang dapat dibedakan dari kebetulan",
}
VARIATION_ICON = {
    Variation.COMMON: "∿",
    Variation.IMPROVING: "◼",
    Variation.WORSENING: "◆",
    Variation.RISING: "▲",
    Variation.FALLING: "▼",
}
ASSURANCE = {
    Assurance.PASSES: "hampir pasti tercapai setiap bulan",
    Assurance.FAILS: "hampir pasti tidak tercapai",
    Assurance.HIT_OR_MISS: "kadang tercapai dan kadang tidak",
}
ASSURANCE_ICON = {Assurance.PASSES: "✓", Assurance.FAILS: "✗", Assurance.HIT_OR_MISS: "?"}

LIMIT_LOWER, LIMIT_UPPER = "Batas bawah", "Batas atas"
MEAN, MEDIAN = "Rata-rata", "Median"
GAPS = "Jarak antarkejadian"
BETTER, WORSE, CHANGED = "Lebih baik dari biasanya", "Lebih buruk dari biasanya", "Lain dari biasanya"

BETWEEN_ASSUMED = (
    "Laporan bulanan tidak menyebut tanggal; kejadian dalam satu bulan dianggap tersebar merata. Karena itu hanya titik di luar "
    "batas yang dibaca, bukan deretan titik."
)
POOLED = "Angka gabungan beberapa tahun, karena kejadiannya jarang dan satu tahun saja terlalu banyak memuat kebetulan."
OVERLAPPING = "Rentang tahun saling bertumpang, jadi titik yang berdekatan memuat sebagian kejadian yang sama."
CAMPAIGN = "Pada bulan penimbangan serentak lebih banyak anak datang, sehingga bulan itu dapat menonjol."
MOSTLY_SPECIAL = (
    "Lebih dari separuh titik menyimpang dari satu rata-rata. Bila keadaannya memang berubah dan menetap, rapat dapat memutuskan batas "
    "baru dengan sebabnya (halaman Kelola rapat); sampai saat itu bacalah letak titik terbaru terhadap titik-titik di dekatnya."
)
PROVISIONAL = "Titik terbuka: sementara, laporan bulan itu belum lengkap, sehingga tidak ikut menentukan batas."
MISSING = "Bulan tanpa titik belum dilaporkan."


def run(points: int, least: int) -> str:
    return f"Grafik runtun, karena baru {points} bulan yang lengkap; batas baru dihitung dari {least} bulan."


def run_nearly_all(label: str) -> str:
    return (
        f"Grafik runtun, karena hampir seluruh {label} sudah tercakup sehingga batas tidak dapat dihitung dengan baik."
    )


def run_rare(events: float, label: str) -> str:
    return f"Grafik runtun, karena baru {numbers.number(events)} {label} tercatat; terlalu sedikit untuk batas."


def xmr(points: int, *, annual: bool) -> str:
    of_year = " Nilainya dihitung terhadap seperduabelas sasaran setahun." if annual else ""
    return f"Grafik XmR, karena ada {points} bulan yang lengkap; batasnya dihitung dari naik turun antarbulan.{of_year}"


def p(label: str) -> str:
    return f"Grafik p, karena nilainya proporsi; batasnya mengikuti banyaknya {label} setiap bulan."


def u(each: float, label: str, size_label: str) -> str:
    return (
        f"Grafik u, karena ada rata-rata {numbers.number(each, 1)} {label} sebulan; batasnya mengikuti banyaknya "
        f"{size_label} setiap bulan."
    )


def between(each: float, label: str, size_label: str) -> str:
    often = numbers.number(each, 1) if each >= 0.1 else "kurang dari 0,1"
    return (
        f"Grafik jarak antarkejadian, karena {label} jarang ({often} sebulan): yang digambar banyaknya {size_label} di antara dua "
        "kejadian, bukan angka bulanan."
    )


def pooled(events: float, label: str, least: int) -> str:
    return (
        f"Angka gabungan beberapa tahun, karena baru {numbers.number(events)} {label} tercatat; grafik bulanan baru "
        f"dapat dibaca mulai {least + 1} kejadian."
    )


def widened(times: float) -> str:
    """Said of Laney's charts."""
    return (
        f"Batasnya dilebarkan {numbers.number(times, 1)} kali (Laney), karena pembaginya sangat besar dan bulan-bulan berbeda "
        "lebih dari galat sampel."
    )


def renewed(since: Period, reason: str) -> str:
    """Why limits step: `Batas baru sejak Juli 2024: cara mencatat berubah.`"""
    return f"Batas baru sejak {numbers.period(since)}: {reason.rstrip('.')}."


def not_yet(since: Period, least: int) -> str:
    return (
        f"Batas baru sejak {numbers.period(since)} sudah diputuskan; dihitung setelah ada {least} bulan yang lengkap."
    )


def title(label: str, place: str) -> str:
    return f"{label}, {place}, bulan demi bulan"


def title_between(label: str, place: str, size_label: str) -> str:
    return f"{size_label.capitalize()} di antara dua {label}, {place}"


def title_pooled(label: str, place: str) -> str:
    return f"{label}, {place}, gabungan beberapa tahun"


def pooled_series(years: int) -> str:
    return f"Gabungan {years} tahun"


def unit_by_month(unit: str, counted: str) -> str:
    """The unit of a month's value; counted: what a count without denominator counts, else empty."""
    return f"{counted} sebulan" if counted else unit


def yearly(first: int, last: int, mean: float, beyond: Sequence[int]) -> str:
    """`Jumlah setiap tahun 2017–2024 naik turun di sekitar 30; di luar naik turun biasa: 2021.`"""
    said = (
        f"di luar naik turun biasa: {numbers.listed([str(year) for year in beyond])}"
        if beyond
        else "tidak ada tahun di luar naik turun biasa"
    )
    return f"Jumlah setiap tahun {first}–{last} naik turun di sekitar {numbers.number(mean)}; {said}."


def month(value: Period) -> str:
    """`Mar 26`, as short as an axis needs."""
    return f"{numbers.SHORT_MONTHS[value.start.month - 1]} {value.start.year % 100:02}"


def nth(label: str, number: int) -> str:
    """A second event of one month: `Mar 26 (2)`."""
    return label if number == 1 else f"{label} ({number})"


def rule(name: str, *, high: bool, shift: int, trend: int) -> str:
    """Why a point is more than chance, in words."""
    side = "di atas" if high else "di bawah"
    return {
        "beyond": f"{side} batas",
        "shift": f"{shift} titik atau lebih berturut-turut {side} garis tengah",
        "trend": f"{trend} titik atau lebih terus {'naik' if high else 'turun'}",
        "two_of_three": f"dua dari tiga titik mendekati batas {'atas' if high else 'bawah'}",
    }[name]


def point_hover(head: str, value: str, behind: str, limits: str, remark: str) -> str:
    return "\n".join(line for line in (head, value, behind, limits, remark) if line)


def limits(lower: str, upper: str) -> str:
    return f"Naik turun biasa: {lower} sampai {upper}"


def gap_head(period: Period) -> str:
    return f"Sampai kejadian pada {numbers.period(period)}"


def provisional(sent: int, expected: int) -> str:
    return f"Sementara, {sent} dari {expected} laporan"


def judged(variation: Variation | None, assurance: Assurance | None, target: str, *, icons: bool = True) -> list[str]:
    """The icons with their words, one line each; none of a run chart. Without icons for alternative texts."""
    said = []
    if variation:
        said.append((VARIATION_ICON[variation], f"{VARIATION[variation][:1].upper()}{VARIATION[variation][1:]}."))
    if assurance:
        said.append((ASSURANCE_ICON[assurance], f"Selama polanya tetap, {target} {ASSURANCE[assurance]}."))
    return [f"{icon} {words}" if icons else words for icon, words in said]


def against(year: int, aim: str, *, annual: bool) -> str:
    """What a month is held against: `target 2026 (paling sedikit 95 %, RKPD)`; of a year's coverage its twelfth."""
    if annual:
        return f"target sebulan, yaitu seperduabelas dari target {year} ({aim}),"
    return f"target {year} ({aim})"


def found(points: int) -> str:
    """How many of the drawn points are more than chance."""
    if not points:
        return "Tidak ada titik yang menunjukkan perubahan."
    return f"Di seluruh grafik {points} titik menunjukkan perubahan; alasannya tertulis pada titiknya."


def alt(
    *, title: str, unit: str, points: int, first: tuple[str, str], last: tuple[str, str], centre: str, said: str
) -> str:
    """Alternative text: what the chart says, how many points, from where to where, and the centre."""
    return (
        f"{said} {title}, {unit}. {points} titik, dari {first[1]} ({first[0]}) sampai {last[1]} ({last[0]}); {centre}."
    )


NOTHING = "Belum ada bulan dengan laporan yang lengkap untuk digambar."
