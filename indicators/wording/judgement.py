"""What is said of judged numbers: status, basis, absence, counts behind a value, comparisons."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from indicators.vocabulary import Basis, Measure, Mode, Status
from indicators.wording import numbers

STATUS = {
    Status.MET: "Tercapai",
    Status.LIKELY_MET: "Condong tercapai",
    Status.NOT_DISTINGUISHABLE: "Tidak dapat dibedakan",
    Status.LIKELY_NOT_MET: "Condong belum tercapai",
    Status.NOT_MET: "Belum tercapai",
    Status.NOT_ENOUGH_DATA: "Data belum cukup",
}

# A sign beside the colour, so that no status rests on colour alone.
STATUS_ICON = {
    Status.MET: "✓",
    Status.LIKELY_MET: "+",
    Status.NOT_DISTINGUISHABLE: "≈",
    Status.LIKELY_NOT_MET: "−",
    Status.NOT_MET: "✗",
    Status.NOT_ENOUGH_DATA: "?",
}

BASIS = {
    Basis.OFFICIAL: "data resmi",
    Basis.SURVEY: "hasil survei",
    Basis.PUBLISHED: "angka publikasi",
    Basis.PROVISIONAL: "data sementara",
    Basis.SAMPLE: "DATA CONTOH",
}

MEASURE = {
    Measure.ROUTINE: "laporan rutin",
    Measure.SURVEY: "survei",
    Measure.CENSUS: "sensus",
}

MODE = {Mode.SAMPLE: "Contoh", Mode.OFFICIAL: "Resmi"}

METHOD = {"exact": "Poisson eksak", "byar": "Byar", "wilson": "Wilson"}

RULE = "aturan penilaian {rule}"
SAMPLE_MARK = "DATA CONTOH"
QUALIFIED = "menurut pelaporan rutin"
PROVISIONAL = "sementara, menurut laporan yang sudah masuk"
QUALIFIED_PROVISIONAL = "sementara, menurut pelaporan rutin yang sudah masuk"
NO_TARGET = "Tidak ada target nasional yang dapat dikutip"
SURVEY_WITHOUT_ERROR = "galat survei tidak diterbitkan"

NOT_SENT = "Belum ada data"
NO_DENOMINATOR = "Penyebut belum ada"
SUPPRESSED = "1–4"
TOO_FEW = "kejadian terlalu sedikit untuk dinilai"
NOT_OF_SAMPLE = "Tidak dihitung pada data contoh"
NOT_AT_THIS_LEVEL = "Hanya tersedia untuk kabupaten"


def value(amount: float | None, decimals: int, unit: str = "", sign: str = "") -> str:
    """`< 70 per 100.000 KH`; a percentage is written `3,95 %`."""
    written = numbers.number(amount, decimals)
    if amount is None:
        return written
    unit = "%" if unit == "persen" else unit
    return " ".join(part for part in (sign, written, unit) if part)


def quoted(amount: float, unit: str = "", sign: str = "") -> str:
    """A published value with exactly the digits it was published with."""
    unit = "%" if unit == "persen" else unit
    return " ".join(part for part in (sign, numbers.as_published(amount), unit) if part)


def behind(numerator: float, numerator_label: str, denominator: float | None, denominator_label: str) -> str:
    """`28 kematian ibu dari 23.104 kelahiran hidup`."""
    counted = f"{numbers.number(numerator)} {numerator_label}"
    if not denominator:
        return counted
    return f"{counted} dari {numbers.number(denominator)} {denominator_label}"


def interval(low: float | None, high: float | None, decimals: int) -> str:
    """`selang 95 %: 80,9 sampai 175,9`; empty where there is none."""
    return "" if low is None or high is None else f"selang 95 %: {numbers.interval(low, high, decimals)}"


def method(name: str) -> str:
    """`Selang 95 % dihitung dengan cara Byar.`"""
    return f"Selang 95 % dihitung dengan cara {METHOD[name]}."


def reported(units_matched: int, units_expected: int, reports_matched: int, reports_expected: int) -> str:
    """`45 dari 45 puskesmas`, and how many monthly reports are missing where some are."""
    said = f"{numbers.number(units_matched)} dari {numbers.number(units_expected)} puskesmas"
    missing = reports_expected - reports_matched
    if missing > 0:
        said += f", {numbers.number(missing)} dari {numbers.number(reports_expected)} laporan bulanan belum masuk"
    return said


def target(amount: float, sign: str, unit: str, year: int, document: str, *, at_least: bool) -> str:
    """`Target 2024: 183 per 100.000 KH (RPJMN 2020-2024)`."""
    least = "paling sedikit " if at_least else ""
    return f"Target {year}: {least}{quoted(amount, unit, sign)} ({document})"


def towards(amount: float, sign: str, year: int, document: str = "") -> str:
    """`menuju 77 (2029, RPJMN 2025-2029)`."""
    where = f"{year}, {document}" if document else f"{year}"
    return f"menuju {quoted(amount, sign=sign)} ({where})"


def verdict(status: Status, year: int, *, qualified: bool, provisional: bool = False, target: str = "") -> str:
    """`Target 2024 condong tercapai (183, RPJMN 2020-2024), menurut pelaporan rutin`."""
    aim = f" ({target})" if target else ""
    if status is Status.NOT_ENOUGH_DATA:
        return f"{STATUS[status]} untuk dinilai terhadap target {year}{aim}"
    if status is Status.NOT_DISTINGUISHABLE:
        said = f"{STATUS[status]} dari target {year}{aim}"
    else:
        said = f"Target {year} {STATUS[status].lower()}{aim}"
    if provisional:
        return f"{said}, {QUALIFIED_PROVISIONAL if qualified else PROVISIONAL}"
    return f"{said}, {QUALIFIED}" if qualified else said


def probability(share: float, year: int) -> str:
    """`Peluang bahwa keadaan yang sebenarnya memenuhi target 2024: 99 %.`; never said to be nothing or certain."""
    percent = "kurang dari 1" if share < 0.01 else "lebih dari 99" if share > 0.99 else numbers.number(100 * share)
    return f"Peluang bahwa keadaan yang sebenarnya memenuhi target {year}: {percent} %."


def source_line(source: str, basis: Basis | None, version: int, *, rule: str, moment: str = "") -> str:
    """`Sumber: PWS KIA/MPDN · DATA CONTOH · versi data 3 · aturan penilaian 2`."""
    parts = [f"Sumber: {source}"]
    if basis is not None:
        parts.append(BASIS[basis])
    named = data_version(version)
    parts.append((f"versi data {named}" if named.isdigit() else named) + (f", {moment}" if moment else ""))
    parts.append(RULE.format(rule=rule))
    return " · ".join(parts)


def data_version(version: int) -> str:
    """`3`; a state of the past is told by its newest change: `keadaan sampai 12 November 2026 pukul 14.05 WIB`.

    The version of such a state is negative: the microseconds from 1970 to that change.
    """
    if version >= -1:
        return str(version)
    newest = datetime.fromtimestamp(-version // 1_000_000, ZoneInfo("Asia/Jakarta"))
    return f"keadaan sampai {numbers.moment(newest, 'WIB')}"
