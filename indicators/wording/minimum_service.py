"""What is said of the twelve minimum services (SPM): how far each is, and what is missing."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.vocabulary import Period
from indicators.wording import numbers

# By the names of `judgement.minimum_service.Progress`: the words, and the sign beside them.
PROGRESS = {
    "met": "Tercapai",
    "not_met": "Belum tercapai",
    "ahead": "Di atas laju merata",
    "on_pace": "Sesuai laju merata",
    "behind": "Di bawah laju merata",
    "overfull": "Melebihi sasaran, periksa penyebutnya",
    "incomplete": "Sementara, laporan kurang",
    "no_value": "Belum ada data",
}
ICON = {
    "met": "✓",
    "not_met": "✗",
    "ahead": "▲",
    "on_pace": "≈",
    "behind": "▼",
    "overfull": "?",
    "incomplete": "?",
    "no_value": "○",
}
# The same in a cell of the grid, after its number.
CELL = {
    "met": " tercapai",
    "not_met": " belum",
    "ahead": " di atas",
    "on_pace": " sesuai",
    "behind": " di bawah",
    "overfull": " melebihi",
    "incomplete": " sementara",
}
# Why a cell of the grid has no number, by the names of `judgement.judged.Absence`.
CELL_ABSENCE = {"suppressed": "ditahan", "no_denominator": "tanpa sasaran"}
CELL_NOT_SENT = "belum ada"
WITHHELD = "ditahan: hitungan kecil tidak ditampilkan, untuk melindungi data pribadi"
ABBREVIATION = "SPM "
PUSDATIN_INCOMPLETE = "sasaran Pusdatin belum lengkap"

COLUMNS = (
    "Pelayanan",
    "Dilayani dari sasaran SPM",
    "Capaian",
    "Kurang sampai 100 %",
    "Keadaan",
    "Menurut sasaran Pusdatin",
)
NO_OTHER = "tidak ada"
SAMPLE = "Dihitung dari data contoh."
TARGET = "Target 100 % setiap tahun"


def until(period: Period) -> str:
    """`2025`, or `Januari–Oktober 2026`: services are read from January on."""
    return numbers.period(period)


def title(place: str, period: Period) -> str:
    return f"Dua belas pelayanan SPM, {place}, {until(period)}"


def percent(value: float | None, decimals: int = 1) -> str:
    return numbers.MISSING if value is None else f"{numbers.number(value, decimals)} %"


def finding(
    *,
    place: str,
    period: Period,
    counted: int,
    good: int,
    lowest: tuple[str, float] | None,
    most: tuple[str, int] | None,
    sample: bool,
) -> str:
    """What the twelve together say. counted: those with a value. lowest: the service with the lowest coverage. most: the
    service that lacks most people."""
    if not counted:
        return f"{place}, {until(period)}: belum ada laporan SPM yang dapat dihitung."
    reached = "mencapai 100 %" if period.is_year else "sesuai atau di atas laju merata menuju 100 %"
    said = f"{place}, {until(period)}: {good} dari {counted} pelayanan SPM {reached}, dengan penyebut sasaran SPM."
    if lowest is not None:
        said += f" Capaian terendah: {lowest[0]}, {percent(lowest[1])}."
    if most is not None:
        said += f" Kekurangan orang terbanyak: {most[0]}, {numbers.number(most[1])} orang sampai 100 %."
    return said + (f" {SAMPLE}" if sample else "")


def service(
    *,
    label: str,
    period: Period,
    numerator: float | None,
    numerator_label: str,
    denominator: float | None,
    denominator_label: str,
    value: float | None,
    interval: tuple[float, float] | None,
    progress: str,
    expected: float,
    missing: int | None,
    sample: bool,
) -> str:
    """One service in a sentence or two, which says which denominator is used."""
    if value is None:
        return f"{label}, {until(period)}: belum ada data."
    between = f" (selang 95 %: {numbers.interval(*interval, 1)})" if interval else ""
    said = (
        f"{label}, {until(period)}: {numbers.number(numerator)} {numerator_label} dari {numbers.number(denominator)} "
        f"{denominator_label}, {percent(value)}{between}. "
    )
    if progress in ("ahead", "on_pace", "behind"):
        said += f"{PROGRESS[progress]}, yaitu {percent(expected)} pada akhir bulan itu. "
    else:
        said += f"{PROGRESS[progress]}. "
    if missing:
        said += f"Kurang {numbers.number(missing)} orang sampai 100 %. "
    return said.rstrip() + (f" {SAMPLE}" if sample else "")


READING = (
    "Setiap orang dihitung sekali setahun, jadi capaian naik dari Januari sampai Desember dan dibaca sejak Januari. Selama tahun "
    "berjalan, capaian disandingkan dengan laju merata (n/12 dari sasaran setahun): di bawah atau di atas hanya bila selang 95 % "
    "tidak memuat laju itu. Setelah setahun penuh, target 100 % tercapai bila semua orang dalam sasaran terlayani."
)
DENOMINATOR = (
    "Penyebut yang dipakai di semua halaman adalah sasaran SPM, yaitu yang ditetapkan pemerintah daerah. Untuk tujuh kelompok ada "
    "pula sasaran Pusdatin; capaian menurut sasaran itu hanya pembanding. Selisih keduanya adalah selisih penyebut, bukan pelayanan."
)
UNCONFIRMED = (
    "Daftar dua belas pelayanan dan target 100 % menurut formulir capaian SPM yang beredar; belum dikonfirmasi dinkes."
)

BY_KECAMATAN, BY_PUSKESMAS = "Kecamatan", "Puskesmas"
GRID_REGION = "Papan SPM, dapat digulir ke samping"
PUSKESMAS_FOR_STAFF = (
    "Angka per puskesmas hanya untuk staf dinas kesehatan yang masuk; di sini ditampilkan per kecamatan."
)
GRID_LEAD = "Persen terhadap sasaran SPM. Tanda membandingkan dengan target 100 %, atau dengan laju merata selama tahun berjalan."


def grid_title(place: str, period: Period, unit: str) -> str:
    return f"Dua belas pelayanan per {unit.lower()}, {place}, {until(period)}"


def pace(expected: float, period: Period) -> str:
    """What a year's target asks by the end of the period, above the table."""
    if period.is_year:
        return f"{TARGET}; sasaran setahun {period.end.year}"
    share = f"{percent(expected)} ({numbers.number(period.months)}/12 dari sasaran setahun {period.end.year})"
    return f"{TARGET}; laju merata sampai {numbers.MONTHS[period.end.month - 1]}: {share}"


def even_pace(expected: float) -> str:
    """The line of what an even pace would have reached."""
    return f"Laju merata: {percent(expected)}"


def missing_people(people: int | None) -> str:
    return numbers.MISSING if people is None else f"{numbers.number(people)} orang"


def other(total: float, value: float | None) -> str:
    """`88,1 % dari 118.560`."""
    return f"{percent(value)} dari {numbers.number(total)}" if value is not None else PUSDATIN_INCOMPLETE


DOWNLOAD_CSV, DOWNLOAD_XLSX = "Unduh SPM (CSV)", "Unduh SPM (Excel)"
SHEET = "SPM"
EXPORT_COLUMNS = (
    "kode",
    "wilayah",
    "nomor",
    "pelayanan",
    "periode",
    "dilayani",
    "arti_dilayani",
    "sasaran",
    "jenis_sasaran",
    "capaian_persen",
    "batas_bawah_95",
    "batas_atas_95",
    "laju_merata_persen",
    "kurang_sampai_100_persen",
    "keadaan",
    "sasaran_pusdatin",
    "capaian_menurut_pusdatin_persen",
    "target_persen",
    "dokumen_target",
    "keterangan",
    "mutu_data",
    "dasar",
    "sumber",
    "versi_data",
    "aturan_penilaian",
    "tanda",
)
TARGET_SET = {"spm": "sasaran SPM", "pusdatin": "sasaran Pusdatin"}


def file_name(kabupaten: str, period: Period) -> str:
    return f"spm-{kabupaten}-{period}"


ELEMENTS = "Unsur penilaian SPM"
ELEMENTS_LEAD = (
    "Yang harus ada dan yang tersedia di setiap puskesmas menurut instrumen penilaian. Nama unsur tidak ada pada sumber mana pun "
    "yang dapat dikutip, jadi daftar ini kosong sampai diisi dinas kesehatan; tidak ada nama yang direka."
)
ELEMENTS_COLUMNS = ("Puskesmas", "Tercatat", "Lengkap", "Kurang", "Jumlah belum dicatat")
ELEMENT_COLUMNS = ("Unsur", "Pelayanan", "Harus ada", "Tersedia", "Kurang", "Keadaan", "Catatan")
ELEMENT_STATES = {"complete": "lengkap", "lacking": "kurang", "not_recorded": "jumlah belum dicatat"}
ELEMENT_ICONS = {"complete": "✓", "lacking": "✗", "not_recorded": "○"}
NOT_RECORDED = "belum dicatat"
EDIT = "Isi atau ubah daftar unsur"
PRACTICE = "Daftar ini kiriman latihan dalam mode contoh, bukan daftar resmi. DATA CONTOH"


def nothing_recorded(place: str) -> str:
    return f"Belum ada unsur yang dicatat untuk {place}, dan tidak ada sumber yang menyebut jumlahnya."


def recorded(recorded: int, known: int | None) -> str:
    """`0 dari 27 yang diketahui`; without a known number only how many are recorded."""
    return f"{recorded} dari {known} yang diketahui" if known is not None else numbers.number(recorded)


def elements_of(name: str, recorded: int, known: int | None) -> str:
    """What is known of one puskesmas, and what is not yet."""
    if known is None:
        return f"{name}: {recorded} unsur tercatat; banyaknya menurut sumber tidak diketahui."
    left = known - recorded
    said = f"{name}: {recorded} dari {known} unsur yang diketahui jumlahnya sudah tercatat."
    if left > 0:
        return f"{said} Nama {left} unsur lainnya belum dicatat."
    return said if not left else f"{said} Yang tercatat lebih banyak dari yang disebut sumber; periksa daftarnya."


def lacking(names: Sequence[tuple[str, int, str]]) -> str:
    """What is missing, name by name."""
    if not names:
        return ""
    parts = [f"{name} ({numbers.number(count)}{' ' + unit if unit else ''})" for name, count, unit in names]
    return f"Yang kurang: {numbers.listed(parts)}."
