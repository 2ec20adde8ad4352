"""What is said of the way to the next target: in cases, a year, and for counts a month. No cause is ever named."""

from __future__ import annotations

from math import ceil

from indicators.vocabulary import Measure
from indicators.wording import judgement, numbers
from indicators.wording.changes import moved

ONLY_THE_RATE = "Jumlah orangnya tidak dihitung, karena hitungan di balik angka itu tidak diterbitkan."
NOT_FORESEEN = "Kapan target itu tercapai belum dapat diperkirakan, karena tahun yang lengkap belum cukup."
NO_ERROR = "Galat surveinya tidak diterbitkan, jadi belum diketahui apakah selisih itu lebih dari kebetulan."
BY_CHANCE = "Selisihnya belum dapat dibedakan dari kebetulan."
IGA_CLOSES = "Pengiriman IGA dapat ditutup sebelum Desember, jadi kebutuhan sebulan dapat lebih besar."
QUALIFIED = "Target itu ditetapkan untuk angka sensus; yang dibandingkan di sini adalah pelaporan rutin."

# A line over a few years says nothing of a time further away than this.
_FAR = 30


def title(short: str, place: str) -> str:
    return f"Jarak ke target: {short}, {place}"


def in_cases(
    target: str,
    year: int,
    *,
    at_least: bool,
    limit: float,
    numerator: str,
    exposure: float,
    denominator: str,
    since: int,
    now: float,
) -> str:
    """`Target 2029 (77 …) berarti paling banyak 17 kematian ibu setahun pada 23.000 kelahiran hidup; pada 2025 ada 28.`"""
    most = "paling sedikit" if at_least else "paling banyak"
    preposition = "dari" if at_least else "pada"
    return (
        f"Target {year} ({target}) berarti {most} {numbers.number(limit)} {numerator} setahun {preposition} "
        f"{numbers.number(exposure)} {denominator}, sebanyak pada {since}; pada {since} tercatat {numbers.number(now)}"
        f"{_apart(now - limit, at_least=at_least)}."
    )


def _apart(over: float, *, at_least: bool) -> str:
    short = -over if at_least else over
    if short <= 0:
        return ""
    return f", yaitu {numbers.number(short)} {'kurang' if at_least else 'lebih'} dari itu"


def needed(since: int, year: int, change: float, *, points: bool, decimals: int) -> str:
    """`Dari 2025 ke 2029 diperlukan turun rata-rata 12 % setahun.`"""
    word, _, size = moved(change, points=points, decimals=max(1, decimals)).partition(" ")
    return f"Untuk sampai ke sana dari angka {since}, setiap tahun hingga {year} perlu {word} rata-rata {size}."


def arrives(years: str, *, earliest: float, latest: float, newest: int) -> str:
    """`Bila kecenderungan 2021–2025 berlanjut, target itu tercapai antara 2027 dan 2034.`; years with fractions."""
    begin = f"Bila kecenderungan {years} berlanjut, target itu tercapai"
    first, last = ceil(earliest), ceil(latest)
    if last > newest + _FAR:
        return f"{begin} paling cepat {first}, tetapi dapat juga sesudah {newest + _FAR}."
    return f"{begin} sekitar {first}." if first == last else f"{begin} antara {first} dan {last}."


def not_foreseen(years: str) -> str:
    """Where the trend's own direction may be chance."""
    return f"Kapan target itu tercapai belum dapat diperkirakan: arah kecenderungan {years} belum dapat dibedakan dari kebetulan."


def moving_away(years: str) -> str:
    return f"Menurut kecenderungan {years} angkanya menjauh dari target itu."


def beyond(since: int, year: int) -> str:
    """Where the value itself lies on the target's side; whether that is more than chance, the status tells."""
    return f"Angka {since} sendiri sudah di sisi target {year} itu; yang diperlukan adalah mempertahankannya."


def on_card(change: float, *, points: bool, decimals: int) -> str:
    """`perlu turun 12 % setahun`, beside the target ahead."""
    return f"perlu {moved(change, points=points, decimals=max(1, decimals))} setahun"


def rate_alone(target: str, year: int, since: int, value: str, measure: Measure) -> str:
    """Where only a rate was published."""
    return f"Target {year}: {target}. Angka {since} menurut {judgement.MEASURE[measure]}: {value}."


def months(
    year: int,
    target: float,
    noun: str,
    *,
    counted: float | None,
    before: tuple[int, float] | None,
    left: int,
    each: float,
) -> str:
    """While the target's year is open: what is there, what is still needed, and how many a month that is."""
    said = f"Target {year}: paling sedikit {numbers.number(target)} {noun}."
    if before is not None:
        said += f" Pada {before[0]} ada {numbers.number(before[1])}."
    ahead = f"{numbers.number(left)} bulan sampai akhir {year}"
    if counted is None:
        return f"{said} Bila dihitung dari nol, diperlukan {_each(each)} sebulan selama {ahead}."
    said += f" Sampai sekarang tercatat {numbers.number(counted)}"
    if counted >= target:
        return f"{said}; target itu sudah tercapai."
    short = numbers.number(target - counted)
    return f"{said}; masih kurang {short}, yaitu {_each(each)} sebulan selama {ahead}."


def _each(amount: float) -> str:
    return numbers.number(amount, 0 if amount == int(amount) else 1)


def ended(year: int, target: float, noun: str, counted: float) -> str:
    """How a target's year ended: a complete count, in which chance has no part."""
    said = (
        f"Tahun {year} berakhir dengan {numbers.number(counted)} {noun}; target paling sedikit {numbers.number(target)}"
    )
    if counted >= target:
        return f"{said} tercapai."
    return f"{said} belum tercapai, kurang {numbers.number(target - counted)}."
