"""What is said of data quality: the checks, their lights, the numbers behind each, and what to do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from indicators.vocabulary import Light
from indicators.wording import numbers

LIGHT = {Light.GREEN: "hijau", Light.AMBER: "kuning", Light.RED: "merah", None: "belum dapat diperiksa"}
# A sign beside the colour, so that no light rests on colour alone.
ICON = {Light.GREEN: "✓", Light.AMBER: "!", Light.RED: "✗", None: "–"}

# By the names of `judgement.quality.CheckKind`: in full, and as the head of a column.
CHECKS = {
    "completeness": ("Kelengkapan laporan", "Lengkap"),
    "timeliness": ("Ketepatan waktu laporan", "Tepat waktu"),
    "outliers": ("Angka jauh dari kebiasaan puskesmasnya", "Angka jauh"),
    "consistency": ("Kesesuaian rincian dengan jumlahnya", "Kesesuaian"),
    "totals": ("Total dibanding jumlah laporan", "Total"),
    "coverage": ("Cakupan di atas 100 %", "Di atas 100 %"),
    "digits": ("Angka yang berakhir 0 atau 5", "Angka akhir"),
}
# By the names of `judgement.quality.Unmade`.
UNMADE = {
    "no_reports": "Tidak ada laporan yang ditunggu pada periode ini.",
    "not_of_sample": "Tidak diperiksa pada data contoh, yang dimuat sekaligus.",
    "not_dated": "Waktu kirim laporan periode ini tidak tercatat.",
    "too_short": "Bulan sebelumnya belum cukup banyak untuk mengenal kebiasaan.",
    "nothing_to_compare": "Tidak ada rincian atau pasangan kolom yang dapat dicocokkan.",
    "no_total": "Tidak ada total yang dikirim atau diterbitkan untuk periode ini.",
    "no_target": "Sasaran setahun belum dikirim.",
    "no_coverage": "Bukan cakupan terhadap sasaran setahun.",
    "too_few_counts": "Angka yang cukup besar belum cukup banyak.",
}
ACTION = {
    "completeness": "Ingatkan puskesmas yang belum mengirim; daftarnya di halaman Kelengkapan.",
    "timeliness": "Bicarakan batas kirim dengan puskesmas yang sering terlambat; lihat halaman Kelengkapan.",
    "outliers": "Minta puskesmasnya memastikan angka itu pada registernya; bila keliru, bulan itu dikirim ulang.",
    "consistency": "Minta puskesmasnya mencocokkan rincian dengan jumlahnya, lalu mengirim ulang bulan itu.",
    "totals": "Cari tahu mana yang lengkap: laporan puskesmas atau total yang dikirim dan diterbitkan.",
    "coverage": "Periksa sasaran setahun puskesmas itu, dan apakah warga dari luar wilayahnya ikut dihitung.",
    "digits": "Tanyakan cara menghitungnya: angka bulat biasanya perkiraan. Bandingkan dengan registernya.",
}

TABLE = "Lampu mutu data"
LEAD = (
    "Satu baris satu indikator. Merah berarti angkanya belum layak dipakai untuk memutuskan, dan indikatornya bertanda "
    "di setiap halaman. Pemeriksaan yang tidak dapat dilakukan tidak dihitung hijau."
)
INDICATOR = "Indikator"
OVERALL = "Mutu"
DETAILS = "Rincian pemeriksaan"
COLUMNS = ("Pemeriksaan", "Lampu", "Angka di baliknya dan yang perlu dilakukan")
RULES = "Batas yang dipakai"
SEE = "Lihat mutu data"
MARK = "Mutu data merah"


def counted(lights: Mapping[Light | None, int]) -> str:
    """`Mutu data: 17 hijau, 2 kuning, 1 merah.`, with those that could not be checked where there are any."""
    said = [f"{numbers.number(lights.get(light, 0))} {LIGHT[light]}" for light in Light]
    if lights.get(None):
        said.append(f"{numbers.number(lights[None])} {LIGHT[None]}")
    return f"Mutu data: {', '.join(said)}."


def made(made: int, all_: int) -> str:
    """`5 dari 7 pemeriksaan dapat dilakukan.`"""
    return f"{numbers.number(made)} dari {numbers.number(all_)} pemeriksaan dapat dilakukan."


def note(failed: Sequence[str]) -> str:
    """Below a number or a chart. failed: the kinds of the checks that are red."""
    named = numbers.listed([CHECKS[kind][0].lower() for kind in failed])
    return f"Mutu data merah pada {named}: bacalah angka ini dengan hati-hati."


def in_table(failed: Sequence[str]) -> str:
    """A cell of a file; empty where nothing fails."""
    return f"merah: {numbers.listed([CHECKS[kind][0].lower() for kind in failed])}" if failed else ""


def about(label: str, failed: Sequence[str]) -> str:
    """The note with the indicator that it is about."""
    return f"{label}: {note(failed)}"


def behind(kind: str, figures: Sequence[float], about: str = "") -> str:
    """The numbers behind a light, in one sentence; figures in the order of `judgement.quality.Check.numbers`."""
    return _BEHIND[kind](figures, about)


def units(names: Sequence[str]) -> str:
    """Whose reports these are; at most eight are named."""
    if len(names) > 8:
        return f"{', '.join(names[:8])} dan {numbers.number(len(names) - 8)} puskesmas lain."
    return f"{numbers.listed(names)}."


def _completeness(figures: Sequence[float], _: str) -> str:
    reports, expected, units_there, units_expected = figures
    return (
        f"{numbers.number(reports)} dari {numbers.number(expected)} laporan dapat dipakai, {_percent(reports, expected)}; "
        f"{numbers.number(units_there)} dari {numbers.number(units_expected)} puskesmas terwakili."
    )


def _timeliness(figures: Sequence[float], _: str) -> str:
    on_time, reports, late = figures
    said = f"{numbers.number(on_time)} dari {numbers.number(reports)} laporan tepat waktu, {_percent(on_time, reports)}"
    return said + (f"; {numbers.number(late)} puskesmas pernah terlambat atau belum mengirim." if late else ".")


def _outliers(figures: Sequence[float], _: str) -> str:
    far, held, of_units, weight = figures
    if not far:
        return f"Tidak satu pun dari {numbers.number(held)} angka jauh dari kebiasaan puskesmasnya sendiri."
    return (
        f"{numbers.number(far)} dari {numbers.number(held)} angka jauh dari kebiasaan puskesmasnya sendiri, dari "
        f"{numbers.number(of_units)} puskesmas; selisihnya {numbers.number(weight, 1)} % dari jumlah kabupaten."
    )


def _consistency(figures: Sequence[float], _: str) -> str:
    above, below, reports, of_units = figures
    if not above + below:
        return f"Semua {numbers.number(reports)} pembandingan sesuai."
    parts = [f"rincian melebihi jumlahnya {numbers.number(above)} kali"] if above else []
    parts += [f"rincian kurang dari jumlahnya {numbers.number(below)} kali"] if below else []
    return f"Dari {numbers.number(reports)} pembandingan, {' dan '.join(parts)}, pada {numbers.number(of_units)} puskesmas."


def _totals(figures: Sequence[float], about: str) -> str:
    total, summed, off, pairs = figures
    said = (
        f"{about[:1].upper()}{about[1:]}: total {numbers.number(total)}, jumlah laporan {numbers.number(summed)} "
        f"(selisih {_percent(abs(total - summed), total)})"
    )
    return said + (f"; {numbers.number(off)} dari {numbers.number(pairs)} total berbeda." if pairs > 1 else ".")


def _coverage(figures: Sequence[float], _: str) -> str:
    above, of_units, far, whole = figures
    said = f"{numbers.number(above)} dari {numbers.number(of_units)} puskesmas melebihi sasaran setahunnya"
    if far:
        said += f", {numbers.number(far)} di antaranya jauh"
    return f"{said}; cakupan kabupaten {numbers.number(whole, 1)} %."


def _digits(figures: Sequence[float], _: str) -> str:
    rounded, counts, share = figures
    return (
        f"{numbers.number(rounded)} dari {numbers.number(counts)} angka berakhir 0 atau 5, {numbers.number(share, 1)} %; "
        "tanpa pembulatan sekitar 20 %."
    )


_BEHIND = {
    "completeness": _completeness,
    "timeliness": _timeliness,
    "outliers": _outliers,
    "consistency": _consistency,
    "totals": _totals,
    "coverage": _coverage,
    "digits": _digits,
}


def _percent(part: float, whole: float) -> str:
    return f"{numbers.number(100 * part / whole if whole else 100, 1)} %"


def rules(
    *,
    complete: float,
    reports_red: float,
    on_time_green: float,
    on_time_red: float,
    spreads: float,
    outliers_red: float,
    outliers_weigh: float,
    excess_red: float,
    total_green: float,
    total_red: float,
    coverage_far: float,
    coverage_units: float,
    digits_from: int,
    digits_least: int,
    digits_red: float,
) -> list[tuple[str, str]]:
    """Each check with its limits in words; shares are parts of one."""

    def share(part: float) -> str:
        return f"{numbers.number(100 * part, 1).removesuffix(',0')} %"

    said = {
        "completeness": f"Hijau mulai {share(complete)} laporan, merah di bawah {share(reports_red)}.",
        "timeliness": f"Hijau mulai {share(on_time_green)} tepat waktu, merah di bawah {share(on_time_red)}. "
        "Keterlambatan sendiri tidak membuat indikator merah.",
        "outliers": f"Jauh: lebih dari {numbers.number(spreads, 1)} sebaran dari kebiasaan puskesmas itu sendiri, di luar "
        "semua yang pernah dilaporkan, dan tidak seperti bulan yang sama tahun lalu. Merah bila lebih dari "
        f"{share(outliers_red)} angka, atau bila selisihnya lebih dari {share(outliers_weigh)} jumlah kabupaten.",
        "consistency": f"Kuning bila ada yang tidak cocok; merah bila kelebihannya lebih dari {share(excess_red)} jumlahnya. "
        "Rincian yang kurang saja tidak membuat merah, karena sebabnya dapat belum diketahui.",
        "totals": f"Hijau sampai selisih {share(total_green)}, merah di atas {share(total_red)}.",
        "coverage": f"Kuning bila ada puskesmas di atas 100 %; merah bila kabupaten di atas 100 %, atau lebih dari "
        f"{share(coverage_units)} puskesmas di atas {share(coverage_far)}.",
        "digits": f"Diperiksa pada angka {numbers.number(digits_from)} ke atas bila ada paling sedikit "
        f"{numbers.number(digits_least)}; berat bila lebih dari {share(digits_red)} berakhir 0 atau 5. "
        "Pembulatan sendiri tidak membuat indikator merah.",
    }
    return [(CHECKS[kind][0], text) for kind, text in said.items()]
