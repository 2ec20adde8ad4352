"""Two sources of the same thing side by side: what differs, as arithmetic and never as a cause."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.vocabulary import Basis, Period
from indicators.wording import judgement, numbers

ARITHMETIC = "Ini hitungan, bukan sebab."
BASE_YEAR = "Tahun dasar"
ACCOUNT_COLUMNS = (
    "Tahun",
    "Balita stunting",
    "Balita diukur",
    "Prevalensi",
    "Sampai {now}: dari jumlah kasus",
    "Sampai {now}: dari balita diukur",
)
IMPLIED_MARK = "tersirat"
IMPLIED = (
    "Balita diukur (tersirat) = jumlah kasus publik dibagi prevalensi publik, dibulatkan ke ratusan. Angka itu tidak pernah "
    "diterbitkan."
)
HOW = (
    "Perubahan prevalensi dibagi dua: bagian yang mengikuti perubahan jumlah kasus dan bagian yang mengikuti perubahan jumlah "
    "balita diukur; keduanya berjumlah sama dengan perubahan prevalensi."
)
BASE = "dasar"
CENSUS_TITLE = "Laporan rutin dan sensus"
CENSUS_COLUMNS = ("Ukuran", "Wilayah dan periode", "Nilai", "Selang 95 %", "Kejadian")
CENSUS_WHY = (
    "Sensus menanyai rumah tangga, termasuk yang tidak berurusan dengan fasilitas kesehatan, tetapi hanya menghasilkan angka "
    "provinsi dan nasional untuk tahun sensus. Laporan rutin hanya memuat kematian yang dilaporkan fasilitas kesehatan dan "
    "pencatatan kematian. Keduanya dua ukuran yang berbeda dan tidak disambung menjadi satu garis."
)
WITHOUT_COUNTS = "hitungannya tidak diterbitkan"
WITHOUT_INTERVAL = "tanpa selang"


def survey_value(value: str, low: float | None, high: float | None, decimals: int) -> str:
    """`18,1 % (selang 95 %: 15,2 sampai 21,0)`; without an interval that is said."""
    bounds = judgement.interval(low, high, decimals)
    return f"{value} ({bounds or f'{WITHOUT_INTERVAL}, karena {judgement.SURVEY_WITHOUT_ERROR}'})"


def gap(year: int, survey: str, routine: str, routine_basis: Basis, difference: float, times: float | None) -> str:
    """survey and routine: finished values. difference: in points, survey minus routine; told as exactly as surveys are."""
    more = "lebih tinggi" if difference >= 0 else "lebih rendah"
    ratio = f", atau {numbers.number(times, 1)} kali angka e-PPGBM" if times is not None else ""
    return (
        f"Pada {year} survei menunjukkan {survey} dan e-PPGBM {routine} ({judgement.BASIS[routine_basis]}). Angka survei "
        f"{numbers.number(abs(difference), 1)} poin persen {more}{ratio}. {ARITHMETIC}"
    )


OUTSIDE = "Angka e-PPGBM berada di luar selang survei."
WITHIN = "Angka e-PPGBM berada di dalam selang survei."


def points(amount: float, *, signed: bool = False) -> str:
    """`5,66 poin persen`, or with its sign `+0,12 poin persen`."""
    written = numbers.number(amount, 2)
    plus = "+" if signed and not written.startswith("-") and written != numbers.number(0, 2) else ""
    return f"{plus}{written} poin persen"


def measured(trials: float, *, implied: bool) -> str:
    """`92.850`, or `sekitar 93.000 (tersirat)`."""
    if implied:
        return f"sekitar {numbers.number(round(trials, -2))} ({IMPLIED_MARK})"
    return numbers.number(trials)


def measured_from(then: float, now: float, *, implied: bool) -> str:
    """`15.199 menjadi 15.115`, or `sekitar 54.700 menjadi 93.000, tersirat`."""
    if implied:
        return f"sekitar {numbers.number(round(then, -2))} menjadi {numbers.number(round(now, -2))}, {IMPLIED_MARK}"
    return f"{numbers.number(then)} menjadi {numbers.number(now)}"


def parts(
    *,
    base: int,
    now: int,
    value_then: str,
    value_now: str,
    events_then: float,
    events_now: float,
    trials_then: float,
    trials_now: float,
    from_events: float,
    from_trials: float,
    implied: bool,
) -> str:
    """The change in prevalence from the base year, which is named, taken apart."""
    return (
        f"Dengan tahun dasar {base}, prevalensi e-PPGBM berubah {points(from_events + from_trials, signed=True)} sampai {now} "
        f"(dari {value_then} menjadi {value_now}): {points(from_events, signed=True)} mengikuti jumlah kasus "
        f"({numbers.number(events_then)} menjadi {numbers.number(events_now)}) dan {points(from_trials, signed=True)} "
        f"mengikuti jumlah balita diukur ({measured_from(trials_then, trials_now, implied=implied)}). {ARITHMETIC}"
    )


def source_of_account(*, implied: bool, basis: Basis) -> str:
    """Above the table of years: which kind of numbers it holds."""
    kind = "jumlah kasus dan prevalensi yang diterbitkan" if implied else "hitungan laporan"
    return f"Menurut {kind} ({judgement.BASIS[basis]})."


def coverage(parts: Sequence[str], period: Period, basis: Basis) -> str:
    """parts: finished pieces such as `Balita diukur 85,9 % (92.850 balita diukur dari 108.053 sasaran balita)`."""
    return (
        f"{numbers.period(period)}, {judgement.BASIS[basis]}: {numbers.listed(parts)}. Balita yang tidak datang tidak ikut "
        "dihitung dalam prevalensi e-PPGBM."
    )


def covered(short: str, value: str, counts: str) -> str:
    return f"{short} {value} ({counts})"


def expected(area: str, year: int, rate: str, events: float, noun: str, births: float) -> str:
    """What reports would be expected at the census rate: never a count of missed deaths."""
    return (
        f"Bila angka sensus {area} {year} ({rate}) juga berlaku di sini, dari {numbers.number(births)} kelahiran hidup "
        f"diharapkan sekitar {numbers.number(events)} {noun}."
    )


def reported(period: Period, events: float, noun: str, basis: Basis) -> str:
    return f"Yang dilaporkan pada {numbers.period(period)}: {numbers.number(events)} {noun} ({judgement.BASIS[basis]})."


STANDING_BELOW = (
    "Laporan rutin lebih rendah daripada yang wajar karena kebetulan bila angka sensus berlaku di sini. Kemungkinan tidak semua "
    "kematian terlaporkan, dan kemungkinan pula angka di sini memang lain; keduanya tidak dapat dibedakan dari data ini."
)
STANDING_NOT_DISTINGUISHABLE = (
    "Laporan rutin belum dapat dibedakan dari angka sensus. Itu tidak berarti semua kematian terlaporkan."
)
STANDING_ABOVE = (
    "Laporan rutin lebih tinggi daripada yang wajar karena kebetulan bila angka sensus berlaku di sini; angka di sini kemungkinan "
    "lain daripada angka wilayah sensus itu."
)
STANDING_TOO_FEW = "Kejadian yang diharapkan terlalu sedikit, sehingga keduanya tidak dibandingkan."
STANDING_PROVISIONAL = "Laporan rutinnya belum lengkap, sehingga keduanya belum dibandingkan."
STANDING_NO_COUNTS = "Angka rutin yang diterbitkan tidak disertai hitungannya, sehingga keduanya hanya ditulis berdampingan. Perhatikan tahunnya."
