"""Titles and notes of the charts that topics are made of."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.vocabulary import Measure, Period
from indicators.wording import judgement, numbers


def over_years_title(label: str, place: str) -> str:
    return f"{label}, {place}, dari tahun ke tahun"


def counts_title(label: str, place: str) -> str:
    return f"Jumlah {label}, {place}, menurut angka publik"


def running_title(label: str, place: str, year: int) -> str:
    return f"Jumlah {label} sejak Januari, {place}: {year} dibanding tahun-tahun sebelumnya"


def breakdown_title(label: str, along: str, place: str, period: Period) -> str:
    return f"{label} menurut {along}, {place}, {numbers.period(period)}"


def cases_title(place: str) -> str:
    return f"Balita stunting, balita diukur, dan prevalensi e-PPGBM, {place}"


def published_line(short: str, measure: Measure) -> str:
    return f"{short}, angka publik ({judgement.MEASURE[measure]})"


def published_numerator(years: Sequence[int]) -> str:
    return f"{numbers.listed([str(year) for year in years])}: pembilang publik, penyebut contoh."


def from_public_counts_line(short: str) -> str:
    return f"{short}, dihitung dari angka publik"


def from_public_counts(years: Sequence[int]) -> str:
    return f"{numbers.listed([str(year) for year in years])}: pembilang dan penyebut sama-sama angka publik."


def computed_line(short: str, *, sample: bool) -> str:
    return f"{short}, dihitung dari {'data contoh' if sample else 'laporan'}"


def published_count_line(label: str) -> str:
    return f"Jumlah {label} (angka publik)"


def computed_count_line(label: str, *, sample: bool) -> str:
    return f"Jumlah {label} ({'data contoh' if sample else 'laporan'})"


CAUSE, AGE, SEX, PLACE = "sebab", "umur", "jenis kelamin", "tempat"

PUBLISHED_APART = (
    "Angka publik dan angka hitungan digambar terpisah karena asalnya berbeda; jangan disambung menjadi satu garis."
)
PARTIAL_APART = "Titik terbuka: baru sebagian bulan dalam tahun itu, jangan dibandingkan dengan tahun penuh."
PARTIAL_BARS = "Batang bergaris: baru sebagian bulan dalam tahun itu, jangan dibandingkan dengan tahun penuh."
PROVISIONAL_APART = (
    "Titik terbuka bertanda sementara: laporannya belum lengkap, jangan dibandingkan dengan tahun yang lengkap."
)
PROVISIONAL_MONTHS = (
    "Titik terbuka: sementara, karena laporan bulan itu atau bulan sebelumnya belum lengkap; jangan dibandingkan dengan bulan "
    "yang sama pada tahun lain."
)
ORDER_BY_VALUE = "Urutan mengikuti nilai, tetapi selang yang saling menutupi berarti perbedaannya belum dapat dibedakan dari kebetulan."
PROVISIONAL_BELOW = (
    "Kecamatan bertanda sementara belum lengkap laporannya; letaknya paling bawah dan tidak ikut diurutkan."
)
IMPLIED_NOTE = (
    "Balita diukur (tersirat) = jumlah kasus publik dibagi prevalensi publik. Ini hitungan, bukan angka yang diterbitkan, "
    "dan bukan penjelasan sebab. 2021 adalah tahun pandemi dengan jumlah balita diukur terendah; bandingkan juga dengan 2019."
)
IMPLIED_LINE = "Balita diukur (tersirat dari angka publik)"
CASES_PANEL, MEASURED_PANEL, PREVALENCE_PANEL = "Balita stunting", "Balita diukur", "Prevalensi"
SOURCES = "beberapa sumber, tercantum pada tabel sumber"

SUPPRESSED_BREAKDOWN = (
    "Rincian menurut {along} per kecamatan tidak ditampilkan untuk periode ini karena kasusnya sedikit sehingga keluarga "
    "dapat dikenali. Staf dinas kesehatan dapat melihatnya setelah masuk."
)
NO_EVENTS = "Tidak ada {label} yang dilaporkan pada {period}."

INNOVATION_LINE = "Inovasi kesehatan (dikutip dari berita)"

CHOOSE = "Indikator"
VIEW = "Bagian"
# The parts of a page, the one that it opens with first.
VIEWS = {
    "mortality": {"tahun": "Dari tahun ke tahun", "bulan": "Tahun ini", "kecamatan": "Antarkecamatan"},
    "stunting": {
        "sumber": "Dua sumber",
        "kasus": "Kasus dan balita diukur",
        "bulan": "Bulan demi bulan",
        "kecamatan": "Antarkecamatan",
    },
    "minimum_service": {
        "kabupaten": "Dua belas pelayanan",
        "wilayah": "Menurut wilayah",
        "layanan": "Satu pelayanan",
        "unsur": "Unsur penilaian",
    },
    "innovation": {
        "target": "Jumlah dan target",
        "mutu": "Jumlah dan mutu",
        "hasil": "Inovasi dan indikator",
        "katalog": "Katalog",
        "mencontoh": "Mencontoh",
        "jejaring": "Jejaring",
    },
    "indicator": {
        "nilai": "Nilai dan target",
        "bulan": "Bulan demi bulan",
        "kecamatan": "Antarkecamatan",
        "cara": "Cara menghitung dan mutu data",
    },
}
TOPIC = "Topik"
OVER_YEARS = "Dari tahun ke tahun"
THIS_YEAR = "Tahun ini dibanding tahun-tahun sebelumnya"
PARTS = "Apa yang ada di baliknya"
WHERE = "Antarkecamatan"
TWO_SOURCES = "Dua sumber, dua ukuran"
CASES = "Kasus dan balita yang diukur"
TABLES = {
    "coverage": "Cakupan pelayanan di samping hasilnya",
    "others": "Semua indikator gizi balita",
}
SOURCES_OF_PUBLISHED = "Sumber setiap angka publik"
SOURCE_COLUMNS = ("Angka", "Periode", "Nilai", "Sumber dan catatan")
NOTHING_PUBLISHED = "Belum ada angka publik maupun angka hitungan untuk indikator ini."
NOTHING_COUNTED = "Belum ada jumlah kejadian yang diterbitkan untuk indikator ini."
TWO_SOURCES_WHY = (
    "Survei (SSGI atau SKI) mengukur sampel acak balita oleh petugas terlatih dan mempunyai galat sampel. e-PPGBM mencatat "
    "balita yang datang ditimbang dan diukur di posyandu, dengan pembagi balita yang diukur. Balita yang tidak datang tidak "
    "tercatat. Karena cara dan pembaginya berbeda, keduanya tidak boleh disambung menjadi satu garis; target RPJMN hanya "
    "berlaku bagi survei."
)


def two_sources_title(survey: str, routine: str, place: str) -> str:
    return f"{survey} dan {routine}, {place}"


def nothing_published(label: str, supplied_by: str) -> str:
    return f"{label} belum ada yang diterbitkan, jadi belum ada angka yang dihitung dari angka publik. {supplied_by}"


def nothing_reported(label: str, supplied_by: str) -> str:
    return f"Belum ada data untuk {label}. {supplied_by}"
