"""What is said of kecamatan beside one another: groups, spread, pattern, inequality. Never a ranking."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from indicators.vocabulary import AreaGroup, Period
from indicators.wording import judgement, numbers

GROUP: Mapping[AreaGroup, str] = {
    AreaGroup.OUTSIDE_WORSE: "Di luar batas wajar, lebih buruk",
    AreaGroup.OUTSIDE_BETTER: "Di luar batas wajar, lebih baik",
    AreaGroup.WITHIN: "Dalam batas wajar",
    AreaGroup.TOO_FEW: "Terlalu sedikit kejadian untuk dinilai",
    AreaGroup.INCOMPLETE: "Sementara, laporan belum lengkap",
    AreaGroup.OVERFULL: "Melebihi sasaran, penyebutnya perlu diperiksa",
    AreaGroup.ABSENT: "Belum ada data",
    AreaGroup.WITHHELD: "Disembunyikan untuk melindungi data pribadi",
}

# A sign beside the colour, so that no group rests on colour alone.
_SIGN: Mapping[AreaGroup, str] = {
    AreaGroup.OUTSIDE_WORSE: "◆",
    AreaGroup.OUTSIDE_BETTER: "■",
    AreaGroup.WITHIN: "●",
    AreaGroup.TOO_FEW: "○",
}
_MOST_NAMED = 6


def group_heading(group: AreaGroup, count: int) -> str:
    """`◆ Di luar batas wajar, lebih buruk (2):`, with the mark of the charts."""
    return f"{_SIGN.get(group, '')} {GROUP[group]} ({numbers.number(count)}):".strip()


def groups(
    *, worse: Sequence[str], better: Sequence[str], within: int, too_few: int, apart: int, withheld: int = 0
) -> str:
    """How the kecamatan stand, in one or two sentences. worse, better: names; apart: incomplete or in doubt.

    withheld: small counts that the public may not see.
    """
    if not (worse or better or within):
        if too_few:
            return "Kejadian di setiap kecamatan terlalu sedikit untuk dinilai satu per satu."
        if withheld:
            return "Angka per kecamatan disembunyikan untuk melindungi data pribadi, karena hitungannya kecil."
        return "Belum ada kecamatan yang dapat dibandingkan."
    if worse or better:
        sides = [f"{named(names)} {side}" for names, side in ((worse, "lebih buruk"), (better, "lebih baik")) if names]
        first = f"Di luar batas wajar: {'; '.join(sides)}."
    else:
        first = ""
    rest = [
        f"{numbers.number(count)} {words}"
        for count, words in (
            (within, "dalam batas wajar"),
            (too_few, "dengan kejadian terlalu sedikit untuk dinilai"),
            (apart, "belum dibandingkan"),
            (withheld, "disembunyikan untuk melindungi data pribadi"),
        )
        if count
    ]
    if not first:
        return f"Tidak ada kecamatan di luar batas wajar: {numbers.listed(rest)}."
    return f"{first} Kecamatan lainnya: {numbers.listed(rest)}." if rest else first


def named(names: Sequence[str]) -> str:
    """`Muncar dan Glagah`; of many, the first few and how many more."""
    if len(names) <= _MOST_NAMED:
        return numbers.listed(names)
    return numbers.listed([*names[:_MOST_NAMED], f"{numbers.number(len(names) - _MOST_NAMED)} lainnya"])


def spread(*, tau: float, low: float, high: float, pooled: float, unit: str, decimals: int) -> str:
    """A spread beyond chance; low and high: one standard deviation on either side of the pooled value."""
    difference = "poin persen" if unit == "persen" else unit
    return (
        f"Setelah kebetulan disisihkan, kecamatan masih berbeda: simpangannya {numbers.number(tau, decimals)} {difference} di "
        f"sekitar nilai gabungan {judgement.value(pooled, decimals, unit)}. Kira-kira dua dari tiga kecamatan berada antara "
        f"{numbers.number(low, decimals)} dan {judgement.value(high, decimals, unit)}."
    )


def slope(*, short: str, slope: float, low: float, high: float, year: int, unit: str, decimals: int) -> str:
    """The slope index of inequality along poverty; never as a cause."""
    difference = "poin persen" if unit == "persen" else unit
    interval = f"selang 95 %: {numbers.interval(low, high, decimals)}"
    along = f"menurut angka kemiskinan {year}"
    if low <= 0 <= high:
        return (
            f"Dari kecamatan yang paling tidak miskin sampai yang paling miskin {along}, {short} belum dapat dikatakan berbeda: "
            f"indeks ketimpangan (SII) {numbers.number(slope, decimals)} {difference} ({interval})."
        )
    direction = "lebih tinggi" if slope > 0 else "lebih rendah"
    return (
        f"Di ujung kecamatan paling miskin {along}, {short} {numbers.number(abs(slope), decimals)} {difference} {direction} daripada di ujung "
        f"paling tidak miskin: indeks ketimpangan (SII) {numbers.number(slope, decimals)} ({interval}). Ini perbedaan menurut urutan, "
        "bukan penjelasan sebab."
    )


SPREAD_BY_CHANCE = "Perbedaan antarkecamatan tidak lebih besar daripada yang dapat terjadi karena kebetulan."


def widened(factor: float) -> str:
    """Why the limits are wider than chance alone makes them."""
    return (
        f"Keragaman antarkecamatan {numbers.number(factor, 1)} kali yang wajar karena kebetulan saja, maka batasnya "
        "dilebarkan: yang disebut di luar batas menyimpang juga dari keragaman itu."
    )


def pattern_too_few_areas(areas: int, least: int) -> str:
    return (
        f"Pola pada peta hanya diuji bila paling sedikit {numbers.number(least)} kecamatan mempunyai nilai dengan laporan "
        f"lengkap; di sini ada {numbers.number(areas)}."
    )


PATTERN_TOO_FEW_EVENTS = (
    "Pola pada peta belum dapat diuji, karena sebagian besar kecamatan mempunyai kejadian terlalu sedikit."
)


def pattern_by_chance(moran: float, p_value: float) -> str:
    return (
        "Polanya tidak lebih dari kebetulan: kecamatan yang bertetangga tidak lebih mirip daripada bila nilainya diacak "
        f"di peta ({_test(moran, p_value)})."
    )


def pattern_beyond_chance(moran: float, p_value: float, *, high: Sequence[str], low: Sequence[str]) -> str:
    """high, low: names of the kecamatan in a cluster."""
    said = (
        f"Polanya lebih dari kebetulan: kecamatan yang bertetangga cenderung mirip nilainya ({_test(moran, p_value)})."
    )
    if high:
        said += f" Kelompok bernilai tinggi: {named(high)}."
    if low:
        said += f" Kelompok bernilai rendah: {named(low)}."
    if not (high or low):
        said += " Belum ada kelompok kecamatan yang dapat ditunjuk dengan pasti."
    return said


def _test(moran: float, p_value: float) -> str:
    return f"indeks Moran {numbers.number(moran, 2)}; peluang karena kebetulan {numbers.number(p_value, 3)}"


POOLED = "Nilai gabungan"
ORDER_IN_GROUPS = (
    "Kecamatan dikelompokkan menurut batas wajar. Urutan di dalam satu kelompok bukan peringkat: perbedaannya dapat terjadi "
    "karena kebetulan."
)
FUNNEL_NOTE = (
    "Makin sedikit penyebutnya, makin lebar batas wajarnya. Di luar batas 99,8 % berarti lebih jauh dari nilai gabungan daripada "
    "yang dapat terjadi karena kebetulan; di antara 95 % dan 99,8 % masih wajar bila banyak kecamatan dilihat sekaligus."
)
LIMIT, WIDE_LIMIT = "Batas 95 %", "Batas 99,8 %"


def within(name: str) -> str:
    """Name of the series of those that are not outside: `AKB, dengan selang 95 %, dalam batas wajar`."""
    return f"{name}, dalam batas wajar"


def title_of_funnel(*, label: str, kabupaten: str, period: Period) -> str:
    """`Angka Kematian Bayi (AKB) antarkecamatan dan batas wajarnya, Kabupaten Banyuwangi, 2024`."""
    return f"{label} antarkecamatan dan batas wajarnya, {kabupaten}, {numbers.period(period)}"


def across(denominator: str) -> str:
    """What a funnel's horizontal axis counts: `Jumlah kelahiran hidup`."""
    return f"Jumlah {denominator}"


def not_on_funnel(count: int) -> str:
    return f"{numbers.number(count)} kecamatan tidak digambar di sini, karena laporannya belum lengkap atau penyebutnya diragukan."


def alt_funnel(*, title: str, unit: str, groups: Sequence[tuple[str, int, Sequence[str]]]) -> str:
    """Alternative text of a funnel plot. Each group is (name, how many areas, which of them are named)."""
    parts = [
        f"{name}: {numbers.number(count)} kecamatan" + (f" ({named(who)})" if who else "")
        for name, count, who in groups
    ]
    return f"{title} (95 % dan 99,8 %), {unit}. " + "; ".join(parts) + "."


ASK_PATTERN = "Apakah polanya lebih dari kebetulan?"
PATTERN_EXPLAINED = (
    "Menguji apakah kecamatan yang bertetangga bernilai mirip, dengan membandingkan peta ini dengan 999 peta yang nilainya diacak "
    "(indeks Moran). Nilainya disesuaikan dengan besar penyebut lebih dahulu."
)
PATTERN_WAIT = "Menguji pola pada peta …"
