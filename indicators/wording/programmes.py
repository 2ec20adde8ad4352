"""What is said of programmes. Linked is never caused, and what nobody recorded is said to be unrecorded."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.vocabulary import Basis, Period
from indicators.wording import narrative, numbers


def covered(
    basis: Basis,
    short: str,
    label: str,
    value: float,
    denominator: float,
    of: str,
    share: float,
    reference: Period,
    *,
    sent: int,
    expected: int,
    exceeds: bool = False,
) -> str:
    """`PAS: puskesmas yang diampu dokter spesialis 12 dari 45 puskesmas (26,7 persen) pada Oktober 2026.`"""
    said = (
        f"{short}: {_small(label)} {numbers.number(value)} dari {numbers.number(denominator)} {of} "
        f"({numbers.number(share, 1)} persen) pada {numbers.period(reference)}."
    )
    return narrative.told(basis, [said, EXCEEDS if exceeds else "", reporting(sent, expected)])


def counted(
    basis: Basis, short: str, label: str, value: float, unit: str, reference: Period, *, sent: int, expected: int
) -> str:
    said = f"{short}: {_small(label)} {amount(value, unit, label)} pada {numbers.period(reference)}."
    return narrative.told(basis, [said, reporting(sent, expected)])


def visited(basis: Basis, short: str, times: int, places: int, period: Period) -> str:
    said = (
        f"{short}: {numbers.number(times)} kunjungan di {numbers.number(places)} tempat tercatat pada "
        f"{numbers.period(period)}."
    )
    return narrative.told(basis, [said])


def reporting(sent: int, expected: int) -> str:
    """How many reported, where not all did."""
    if sent >= expected:
        return ""
    return f"Baru {numbers.number(sent)} dari {numbers.number(expected)} puskesmas yang mengirim laporannya."


def too_few_to_show(basis: Basis, short: str) -> str:
    return narrative.told(basis, [f"{short}: laporannya ada, tetapi hitungannya terlalu kecil untuk ditampilkan."])


def quoted_only(short: str, label: str, value: str, when: str, source: str, *, news: bool) -> str:
    quoted = FROM_NEWS[:1].upper() + FROM_NEWS[1:] if news else "Dikutip"
    return f"{short}: laporan belum dimasukkan. {quoted}: {value} ({_small(label)}; {when}; {source})."


def nothing_known(short: str) -> str:
    return f"{short}: laporan belum dimasukkan, dan belum ada angka yang dapat dikutip."


def amount(value: float | None, unit: str, label: str = "") -> str:
    """`12 puskesmas`; without the unit where the label has just named it."""
    shown = numbers.number(value)
    return shown if unit.casefold() in label.casefold() else f"{shown} {unit}"


def _small(label: str) -> str:
    """A label within a sentence: names and abbreviations keep their capital."""
    first, _, _ = label.partition(" ")
    return label if first.isupper() or any(letter.isupper() for letter in first[1:]) else label[:1].lower() + label[1:]


MOST_NAMES = 8
EXCEEDS = "Hitungan ini melebihi pembaginya; periksa laporannya."
FROM_NEWS = "dikutip dari berita"

CHOOSE = "Program"
ALL = "Semua program"
NONE_HERE = "Belum ada program yang dicatat untuk {place}. Cara menambahkannya ada di README."
OVERVIEW_COLUMNS = ("Program", "Pemilik", "Yang diketahui", "Indikator terkait")
OWNER, SINCE, SOURCE, UNITS = "Pemilik", "Sejak", "Sumber uraian", "Dijalankan oleh"
IN_REGISTRY = "Lihat di registri inovasi"

STAGES = "Tahapan dan jangkauan"
STAGE_COLUMNS = ("Tahap", "Angka", "Periode dan laporan")
COVERAGE_HINT = "Jangkauan: {definition} ({source})."
OWN_DEFINITION = "usulan dasbor ini; belum ada definisi tertulis yang dapat dikutip"
OF_STOCK = "Angka keadaan diambil pada satu bulan yang sama untuk semua puskesmas; kunjungan dan pemberian dijumlahkan."
NO_REPORTS = "Belum ada laporan program ini untuk {period}."

MONTHS_UNIT = "jumlah per bulan"
NEWEST = "yang terbaru"
WHERE = "Di mana"
KECAMATAN = "Semua kecamatan"
UNITS_TITLE = "Semua puskesmas (hanya untuk staf kabupaten ini)"
PER_AREA_FIRST = "Kecamatan"
PER_UNIT_FIRST = "Puskesmas"
PLACES = "Tempat yang dilayani"
PLACE_COLUMNS = ("Tempat", "Puskesmas", "Kunjungan", "Terakhir")
NEVER = "belum dicatat"
PLACES_LEAD = "Nama tempat menurut {source}; kunjungannya menurut daftar yang diisi staf."

LINKED = "Indikator terkait"
LINKED_LEAD = (
    "Program ini ditujukan pada indikator berikut. Keduanya ditampilkan berdampingan; perubahan indikator tidak dinyatakan "
    "sebagai akibat program."
)
LINKED_COLUMNS = ("Indikator", "Nilai", "Terhadap target")
NO_VERDICT = "belum ada target yang menilainya"

FIGURES = "Angka yang dikutip"
FIGURES_LEAD = "Ditulis seperti sumbernya, tidak dihitung ulang, dan tidak digabung dengan laporan staf."
FIGURE_COLUMNS = ("Apa", "Angka", "Waktu dan sumber")
UNRECORDED = "Belum dicatat"
UNRECORDED_COLUMNS = ("Apa", "Siapa yang dapat mengisinya")
SEND = "Mengisi data program ini"
SEND_COLUMNS = ("Yang dikirim", "Oleh", "Templat dan unggah")
OPEN_TEMPLATE = "Buka templat"
SUPPRESSED = "kecil, disembunyikan"
NOT_SENT = "belum dikirim"
FROM_SHARED = "Angka program ini dihitung dari laporan yang sudah dikirim setiap puskesmas: {datasets}."


def months_title(short: str, place: str) -> str:
    return f"{short} dari bulan ke bulan, {place}"


def source_of_reports(datasets: Sequence[str]) -> str:
    return f"Laporan {numbers.listed(list(datasets))}"


def newest_month(month: Period, said: Sequence[str]) -> str:
    """`Oktober 2026: konsultasi 120, rujukan terkoordinasi 14.`"""
    return f"{numbers.period(month)}: {', '.join(said)}."


def newest_amount(label: str, value: float) -> str:
    return f"{_small(label)} {numbers.number(value)}"


def month_label(month: Period) -> str:
    """`Okt 2026`, or the year."""
    return f"{numbers.SHORT_MONTHS[month.start.month - 1]} {month.start.year}" if month.is_month else str(month)


def month_hover(label: str, month: Period, said: str, remark: str = "") -> str:
    return "\n".join(part for part in (label, numbers.period(month), said, remark) if part)


def share(value: float, denominator: float, of: str, percent: float) -> str:
    """`12 dari 45 puskesmas (26,7 %)`."""
    return f"{numbers.number(value)} dari {numbers.number(denominator)} {of} ({numbers.number(percent, 1)} %)"


def reported_by(sent: int, expected: int) -> str:
    return f"laporan {numbers.number(sent)} dari {numbers.number(expected)} puskesmas"


def silent(names: Sequence[str], of: int) -> str:
    """Which kecamatan sent nothing; empty where all did."""
    if not names:
        return ""
    if len(names) > MOST_NAMES:
        return f"Belum mengirim laporan: {numbers.number(len(names))} dari {numbers.number(of)} kecamatan."
    return f"Belum mengirim laporan: Kecamatan {numbers.listed(list(names))}."


def reaches_none(label: str, names: Sequence[str]) -> str:
    """Where the coverage is none at all; empty where there is no such place."""
    if not names:
        return ""
    if len(names) > MOST_NAMES:
        return f"{label}: belum ada di {numbers.number(len(names))} kecamatan."
    return f"{label}: belum ada di Kecamatan {numbers.listed(list(names))}."


def of(value: float, denominator: float) -> str:
    """`2 dari 4`."""
    return f"{numbers.number(value)} dari {numbers.number(denominator)}"
