"""What the scorecard of kecamatan by indicators says."""

from __future__ import annotations

from indicators.vocabulary import Period
from indicators.wording import numbers

SORT = "Urutkan menurut"
BY_NAME = "Nama kecamatan"
SORTED_BY_NAME = "Menurut nama kecamatan"
AREA = "Kecamatan"
WHOLE = "Seluruh kabupaten"

# By the names of `judgement.beside.Standing`: the word in a cell, for who hears or copies it, and its meaning.
STANDING = {
    "worse": "perlu perhatian",
    "within": "wajar",
    "better": "lebih baik",
    "overfull": "melebihi sasaran",
    "not_compared": "tidak dibandingkan",
    "too_few": "sedikit",
    "incomplete": "laporan kurang",
    "no_value": "",
}
MEANING = {
    "worse": "perlu perhatian (di luar batas wajar, lebih buruk dari kabupaten)",
    "within": "wajar (dalam batas wajar, belum dapat dibedakan dari kabupaten)",
    "better": "lebih baik (di luar batas wajar)",
    "overfull": "melebihi sasaran (penyebutnya perlu diperiksa)",
    "not_compared": "tidak dibandingkan (jumlah, tanpa selang)",
    "too_few": "sedikit (kejadian terlalu sedikit untuk dinilai)",
    "incomplete": "laporan kurang (sementara)",
    "no_value": "tanpa nilai",
}

DOWNLOAD_CSV = "Unduh papan (CSV)"
DOWNLOAD_XLSX = "Unduh papan (Excel)"
BESIDE = "dibanding kabupaten"
SHEET, DETAIL_SHEET = "Papan", "Rincian"
COLUMNS = (
    "kode",
    "wilayah",
    "indikator",
    "periode",
    "nilai",
    "satuan",
    "pembilang",
    "arti_pembilang",
    "penyebut",
    "arti_penyebut",
    "batas_bawah_95",
    "batas_atas_95",
    "dibanding_kabupaten",
    "status_target",
    "target",
    "tahun_target",
    "dokumen_target",
    "keterangan",
    "mutu_data",
    "dasar",
    "sumber",
    "versi_data",
    "aturan_penilaian",
    "tanda",
)


def title(topic: str, place: str) -> str:
    return f"{topic}, {place} dan kecamatannya"


REGION = "Papan indikator, dapat digulir ke samping"


def order(short: str) -> str:
    """How a table sorted by one indicator is ordered."""
    return f"Menurut {short}: yang perlu perhatian di atas, lalu menurut nama"


def sort_by(short: str) -> str:
    """The name of a header's link."""
    return f"Urutkan menurut {short}"


def reading(confidence: float, few: int, *, linked: bool) -> str:
    """How a cell is judged, below the table. linked: the values of kecamatan lead to their page, too."""
    level = numbers.number(100 * confidence, 1)
    where = "satu nilai" if linked else "nilai kabupaten"
    return (
        "Warna, tanda, dan huruf membandingkan setiap kecamatan dengan nilai semua kecamatan bersama. Batas wajar adalah rentang "
        f"{level} % yang masih dapat terjadi karena kebetulan pada kecamatan sebesar itu. Kurang dari {few} kejadian tidak dinilai. Urutan tidak "
        "pernah menurut nilai, sebab nilai tertinggi dan terendah dari hitungan kecil umumnya kebetulan. Target nasional berlaku untuk "
        f"kabupaten; untuk kecamatan hanya sebagai acuan. Ketuk {where} untuk melihat selang, hitungan, dan sumbernya."
    )


def months(reference: Period) -> str:
    """Beside an indicator whose values are of another month than the page's."""
    return numbers.short_period(reference)


def file_name(topic: str, kabupaten: str, period: Period) -> str:
    return f"papan-{topic}-{kabupaten}-{period}"
