"""What is said of an innovation's indicator before and after its start. No cause is ever named."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.vocabulary import Period
from indicators.wording import changes, numbers

TITLE = "Inovasi dan indikatornya"
LEAD = (
    "Indikator yang dituju inovasi, sebelum dan sesudah dimulai, di kecamatan yang memilikinya di samping kecamatan yang tidak. Ini "
    "perbandingan, bukan bukti sebab."
)
INNOVATION, INDICATOR = "Inovasi", "Indikator yang dituju"
NO_CANDIDATE = "Belum ada inovasi bernama yang indikatornya dicatat."
RECORD = "Lengkapi registri"
NOT_A_CAUSE = (
    "Perbandingan ini tidak menunjukkan sebab: kecamatan dapat berbeda dalam hal lain, dan angka yang sedang buruk saat inovasi dimulai "
    "sering kembali ke biasanya tanpa inovasi."
)
UNANSWERED = {
    "no_indicator": "Indikator yang dituju inovasi ini belum dicatat.",
    "not_per_kecamatan": (
        "Indikator ini tidak dihitung per kecamatan dari laporan, jadi kecamatan yang memiliki inovasi tidak dapat dibandingkan."
    ),
    "no_start": (
        "Tanggal mulai penerapan atau uji coba inovasi ini belum dicatat, jadi sebelum dan sesudahnya belum dapat dibandingkan."
    ),
    "no_area": (
        "Kecamatan atau puskesmas tempat inovasi ini berjalan belum dicatat, jadi belum ada yang dapat dibandingkan dengan yang lain."
    ),
    "no_data": "Belum ada laporan lengkap di kabupaten ini.",
    "left_out": (
        "Laporan kecamatan yang memiliki inovasi ini belum lengkap pada tahun-tahun di sekitarnya, atau hitungannya terlalu kecil untuk "
        "ditampilkan."
    ),
    "too_few": (
        "Kejadiannya terlalu sedikit untuk membandingkan kedua perubahan, di kecamatan dengan inovasi atau di kecamatan lain."
    ),
}
# Who mends it in the registry.
IN_REGISTRY = frozenset({"no_indicator", "no_start", "no_area"})
WIDENED = "Perubahan antarkecamatan lebih beragam daripada kebetulan, jadi selangnya dilebarkan."
EARLIER_DIFFERED = (
    "Dua tahun sebelum mulai pun perubahan di sana sudah berbeda dari kecamatan lain, jadi selisih sesudahnya tidak dapat dikaitkan "
    "dengan mulainya inovasi."
)
EARLIER_ALIKE = f"Pada dua tahun sebelum mulai, selisih perubahannya {changes.BY_CHANCE}."
EARLIER_UNKNOWN = (
    "Apakah perubahannya sudah berbeda sebelum mulai belum dapat diperiksa, karena baru satu tahun yang diketahui."
)
NEIGHBOURS = "Angkanya dihitung per kecamatan, jadi puskesmas lain di kecamatan yang sama ikut terhitung walaupun tidak menjalankan inovasi ini."
WITH, WITHOUT = "Kecamatan dengan inovasi", "Kecamatan lain"


def short_before(months: int) -> str:
    return f"Diperlukan paling sedikit {numbers.number(months)} bulan laporan sebelum inovasi dimulai; laporan di sini dimulai sesudahnya."


def short_after(months: int, last: Period) -> str:
    return (
        f"Diperlukan paling sedikit {numbers.number(months)} bulan laporan lengkap sesudah inovasi dimulai: dapat dibandingkan setelah "
        f"laporan {numbers.period(last)} lengkap."
    )


def no_others(least: int) -> str:
    return (
        f"Kecamatan lain dengan laporan lengkap kurang dari {numbers.number(least)}, jadi tidak ada pembanding yang cukup. Kecamatan yang "
        "mencontoh inovasi ini tidak menjadi pembanding."
    )


def start(month: Period, *, on_trial: bool) -> str:
    return f"mulai {'uji coba' if on_trial else 'penerapan'} {numbers.period(month)}"


def changed(
    short: str,
    areas: Sequence[str],
    since: str,
    before: Period,
    after: Period,
    own: tuple[str, str],
    others: int,
    theirs: tuple[str, str],
) -> str:
    """own, theirs: the finished amount of a change, and its interval, as wording.changes says them."""
    return (
        f"{short} di {named(areas)} ({since}), {numbers.period(after)} dibanding {numbers.period(before)}: {own[0]} ({own[1]}). Di "
        f"{numbers.number(others)} kecamatan tanpa inovasi ini: {theirs[0]} ({theirs[1]})."
    )


def named(areas: Sequence[str], shown: int = 3) -> str:
    rest = len(areas) - shown
    return numbers.listed([*areas[:shown], f"{numbers.number(rest)} lainnya"] if rest > 0 else list(areas))


def difference(amount: float, low: float, high: float, *, points: bool, decimals: int, distinguishable: bool) -> str:
    """amount: a share (-0.2 is a fifth lower) or percentage points, of the change against the change of the others."""
    between = (
        f"{beside(amount, points=points, decimals=decimals)} daripada di kecamatan lain (selang 95 %: "
        f"{beside(low, points=points, decimals=decimals)} sampai {beside(high, points=points, decimals=decimals)})"
    )
    if distinguishable:
        return f"Selisih kedua perubahan: {between}, lebih jauh daripada yang wajar karena kebetulan."
    return f"Selisih kedua perubahan: {between}, {changes.BY_CHANCE}."


def beside(amount: float, *, points: bool, decimals: int) -> str:
    """`22 % lebih rendah`, `1,2 poin persen lebih tinggi`, `sama`."""
    _, _, size = changes.moved(amount, points=points, decimals=decimals).partition(" ")
    return f"{size} lebih {'tinggi' if amount > 0 else 'rendah'}" if size else "sama"


def apart(copying: Sequence[str], left_out: int) -> str:
    """Who belongs to neither group; empty where nobody."""
    parts = []
    if copying:
        parts.append(f"{named(copying)} (mencontohnya)")
    if left_out:
        parts.append(f"{numbers.number(left_out)} kecamatan yang laporannya belum lengkap atau hitungannya ditahan")
    return f"Tidak ikut dibandingkan: {numbers.listed(parts)}." if parts else ""


def chart_title(short: str, innovation: str) -> str:
    return f"{short} sebelum dan sesudah {innovation}"


def line(name: str, areas: int) -> str:
    return f"{name} ({numbers.number(areas)})"


def hover(name: str, period: Period, value: str, interval: str, counts: str) -> str:
    return f"{name}, {numbers.period(period)}\n{value}\n{interval}\n{counts}"


def counts(numerator: float, noun: str, denominator: float, of: str) -> str:
    return f"{numbers.number(numerator)} {noun} dari {numbers.number(denominator)} {of}"


AT_START = "mulai"


def on_axis(place: int) -> str:
    """How many years before (−) or after (+) the start a year is."""
    return f"{'+' if place > 0 else '−'}{abs(place)}"


def axis(since: str, before: Period, after: Period) -> str:
    """since: `mulai penerapan Maret 2024`; before, after: the years next to the start."""
    return (
        f"Di sumbu: tahun sebelum dan sesudah {since}. Yang terdekat adalah {numbers.period(before)} dan {numbers.period(after)}; bulan "
        "atau tahun mulainya sendiri tidak dihitung."
    )


def chart_alt(title: str, lines: Sequence[str]) -> str:
    return f"{title}. {' '.join(lines)}"


def alt_line(name: str, values: Sequence[str]) -> str:
    return f"{name}: {'; '.join(values)}."
