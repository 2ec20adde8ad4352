"""What charts and maps say: labels, hover texts in full words, legends, alternative texts, export headers.

Numbers arrive as numbers and leave as Indonesian text. Lines of one hover text are separated by a line feed;
each renderer turns that into its own line break.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from indicators.vocabulary import Basis, Period
from indicators.wording import judgement, numbers

SAMPLE_MARK = judgement.SAMPLE_MARK
TILES_NOTE = "Peta kotak: setiap kecamatan sama besar, letaknya perkiraan"
TOO_FEW = "Kejadian terlalu sedikit untuk dinilai"
MISSING = "Belum ada data"
NOT_YET_FORMED = "Kecamatan belum dibentuk pada periode ini"
HIDDEN = "Disembunyikan"
SUPPRESSED = "Disembunyikan untuk melindungi data pribadi"
NOT_ENTERED = "Belum dimasukkan"
PARTIAL = "Belum setahun penuh"
PROVISIONAL = "Sementara, laporan belum lengkap"
PROVISIONAL_SHORT = "sementara"

RAW_VALUES, SMOOTHED_VALUES = "nilai apa adanya", "nilai yang diratakan"
NOT_SMOOTHED = "Tidak diratakan"

_SPAN_OF_YEARS = re.compile(r"\s*\d{4}\s*[-–]\s*\d{4}$")
_LONGEST_DOCUMENT = 20
_MOST_DECIMALS = 2


def decimals_of(value: float) -> int:
    """How many decimals a number has, two at most."""
    return next((d for d in range(_MOST_DECIMALS) if round(value, d) == value), _MOST_DECIMALS)


def shortest(value: float) -> str:
    """A number with only the decimals it has, two at most: `14`, `18,8`."""
    return numbers.number(value, decimals_of(value))


def count_range(low: float, high: float) -> str:
    """What is shown in place of a suppressed count: `1–4`."""
    return f"{numbers.number(low)}–{numbers.number(high)}"


def short_document(document: str) -> str:
    """`RPJMN` of `RPJMN 2020-2024`; empty where the name stays too long for a label on a drawing."""
    name = _SPAN_OF_YEARS.sub("", document)
    return name if len(name) <= _LONGEST_DOCUMENT else ""


def target_label(*, document: str, year: int, value: float, sign: str = "", at_least: bool = False) -> str:
    """`Target RPJMN 2024: 14`, `Target 2025: paling sedikit 50`."""
    least = "paling sedikit" if at_least else ""
    parts = ["Target", short_document(document), f"{year}:", least, sign, shortest(value)]
    return " ".join(part for part in parts if part)


def target_hover(*, document: str, year: int, value: float, unit: str, sign: str = "", note: str = "") -> str:
    written = judgement.value(value, decimals_of(value), unit, sign)
    return _lines(f"Target tahun {year}: {written}", document, note)


def line_label(name: str, value: float, decimals: int) -> str:
    """A reference line: `Kabupaten Banyuwangi: 121,7`."""
    return f"{name}: {numbers.number(value, decimals)}"


def with_interval(name: str) -> str:
    """Name of a series whose points carry their interval: `AKI, dengan selang 95 %`."""
    return f"{name}, dengan selang 95 %"


def heading_unit(unit: str) -> str:
    """`Satuan: per 100.000 KH`."""
    return f"Satuan: {unit}"


def area_hover(
    *,
    area: str,
    label: str,
    period: Period,
    value: float | None,
    unit: str,
    decimals: int,
    numerator: float | None = None,
    numerator_label: str = "",
    denominator: float | None = None,
    denominator_label: str = "",
    low: float | None = None,
    high: float | None = None,
    reports: tuple[int, int, int, int] | None = None,
    remark: str = "",
    basis: Basis | None = None,
) -> str:
    """One value of one area.

    `reports`: units matched and expected, monthly reports matched and expected. `remark`: why there is no
    value or no verdict.
    """
    if value is None:
        return _lines(area, f"{label}: {remark.lower() or MISSING.lower()}", _period_line(period))
    return _lines(
        area,
        f"{label}: {judgement.value(value, decimals, unit)}",
        _behind(numerator, numerator_label, denominator, denominator_label),
        _capital(judgement.interval(low, high, decimals)),
        remark,
        _period_line(period),
        "" if reports is None else f"Laporan: {judgement.reported(*reports)}",
        "" if basis is None else f"Dasar: {judgement.BASIS[basis]}",
    )


def smoothed(label: str) -> str:
    """`Angka Kematian Bayi (AKB) yang diratakan`."""
    return f"{label} yang diratakan"


def as_it_is(value: str) -> str:
    """An area's own value, beside a smoothed one."""
    return f"Nilai apa adanya: {value}"


def year_hover(
    *,
    name: str,
    period: Period,
    value: float | None,
    unit: str,
    decimals: int,
    numerator: float | None = None,
    numerator_label: str = "",
    denominator: float | None = None,
    denominator_label: str = "",
    low: float | None = None,
    high: float | None = None,
    sign: str = "",
    remark: str = "",
) -> str:
    """One point of a series over years. `sign` is `<` or `>` where the source gives only a bound."""
    if value is None:
        return _lines(f"{name}, {numbers.period(period)}", remark or MISSING)
    return _lines(
        f"{name}, {numbers.period(period)}",
        judgement.value(value, decimals, unit, sign),
        _behind(numerator, numerator_label, denominator, denominator_label),
        _capital(judgement.interval(low, high, decimals)),
        remark,
    )


def remarks(*said: str) -> str:
    """Several remarks about one number on one line; empty ones leave no trace."""
    return " · ".join(remark for remark in said if remark)


def provisional(reported: str) -> str:
    """`Sementara, 41 dari 45 puskesmas`: beside a value that is not compared with complete ones."""
    return f"Sementara, {reported}"


def provisional_months(months: Sequence[tuple[Period, int, int]]) -> str:
    """`Sementara, 41 dari 45 puskesmas (Oktober 2026)`. Each is (month, puskesmas that sent, expected), oldest first.

    One at least; of several, the first is named and the others counted.
    """
    month, sent, expected = months[0]
    said = f"{numbers.number(sent)} dari {numbers.number(expected)} puskesmas ({numbers.period(month)})"
    others = len(months) - 1
    return provisional(said + (f", juga {numbers.number(others)} bulan lain" if others else ""))


def running_hover(*, name: str, year: int, month: int, total: float, added: float, unit: str, remark: str = "") -> str:
    """`Sampai Maret 2026: 7 kematian` and what that month added."""
    month_name = numbers.MONTHS[month - 1]
    until = f"Januari–{month_name}" if month > 1 else month_name
    return _lines(
        f"{name}, {until} {year}",
        f"Jumlah sampai bulan ini: {numbers.number(total)} {unit}",
        f"Bulan {month_name}: {numbers.number(added)} {unit}",
        remark,
    )


def bar_hover(*, name: str, text: str, unit: str, share: str = "", remark: str = "") -> str:
    return _lines(name, f"{text} {unit}".rstrip() if text else "", share, remark)


def share_of(part: float, whole: float) -> str:
    """`32,1 % dari 28`."""
    return f"{numbers.number(100 * part / whole, 1)} % dari {numbers.number(whole)}"


def title_per_area(*, label: str, kabupaten: str, period: Period) -> str:
    """`Angka Kematian Ibu (AKI) per kecamatan, Kabupaten Banyuwangi, 2024`."""
    return f"{label} per kecamatan, {kabupaten}, {numbers.period(period)}"


def alt_per_area(
    *, title: str, unit: str, valued: Iterable[tuple[str, str]], too_few: int, provisional: int, absent: int
) -> str:
    """Alternative text of a map or comparison. `valued` is (area, value text), lowest first."""
    found = list(valued)
    # The unit is named also where no value is.
    parts = [f"{title}." if found else f"{title}, {unit}."]
    if found:
        (lowest, low), (highest, high) = found[0], found[-1]
        parts.append(
            f"{len(found)} kecamatan dengan nilai, dari {low} {unit} ({lowest}) sampai {high} {unit} ({highest})."
        )
    if too_few:
        parts.append(f"{too_few} kecamatan dengan kejadian terlalu sedikit untuk dinilai.")
    if provisional:
        parts.append(f"{provisional} kecamatan dengan nilai sementara, karena laporannya belum lengkap.")
    if absent:
        parts.append(f"{absent} kecamatan tanpa nilai.")
    return " ".join(parts)


def alt_series(
    *, title: str, unit: str, series: Iterable[tuple[str, Sequence[tuple[str, str]], Sequence[tuple[str, str, str]]]]
) -> str:
    """Alternative text of series.

    Each is (name, first and last comparable (category, value), what does not compare as (category, value, why)).
    """
    parts = [f"{title}, {unit}."]
    for name, ends, apart in series:
        compared = " sampai ".join(f"{value} ({category})" for category, value in dict.fromkeys(ends))
        others = ", ".join(f"{value} ({category}, {why})".lstrip() for category, value, why in apart)
        said = [compared] if compared or apart else [MISSING.lower()]
        said.append(f"tidak ikut dibandingkan: {others}" if others else "")
        parts.append(f"{name}: {'; '.join(part for part in said if part)}.")
    return " ".join(parts)


def year_of_months(year: int, months: int) -> str:
    """`2026 (9 bulan)`."""
    return f"{year} ({months} bulan)"


def provisional_year(year: int, months: int) -> str:
    """`2026 (10 bulan, sementara)`."""
    return f"{year} ({months} bulan, sementara)"


def alt_bars(*, title: str, unit: str, bars: Iterable[tuple[str, str]]) -> str:
    """Alternative text of bars. Each is (name, value text)."""
    return f"{title}, {unit}. " + "; ".join(f"{name}: {text}" for name, text in bars) + "."


EXPORT_AREA_COLUMNS = (
    "kode",
    "kecamatan",
    "nilai",
    "jenis_nilai",
    "nilai_apa_adanya",
    "satuan",
    "pembilang",
    "penyebut",
    "batas_bawah",
    "batas_atas",
    "keterangan",
    "dasar",
    "sumber",
    "versi_data",
    "aturan_penilaian",
    "tanda",
)
EXPORT_SERIES_COLUMNS = (
    "judul",
    "seri",
    "kategori",
    "nilai",
    "satuan",
    "batas_bawah",
    "batas_atas",
    "keterangan",
    "catatan_sumber",
    "tanda",
)
EXPORT_TARGET = "Target"


def _behind(numerator: float | None, numerator_label: str, denominator: float | None, denominator_label: str) -> str:
    if numerator is None:
        return ""
    return judgement.behind(numerator, numerator_label, denominator, denominator_label)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _period_line(period: Period) -> str:
    return f"Periode: {numbers.period(period)}"


def _lines(*lines: str) -> str:
    return "\n".join(line for line in lines if line)
