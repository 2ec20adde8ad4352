"""What is said about exports of an open data portal: what they were taken for, what is asked, what stays out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from indicators.wording import numbers
from indicators.wording.intake import Sentence, listed, row_numbers
from indicators.wording.rules import Rule

NONE = "none"
NONE_OF_THEM = "Bukan salah satunya"
NEITHER = "Bukan keduanya, atau belum tahu"

# What cannot be read


def no_portal(kabupaten: str) -> Sentence:
    return Sentence(
        f"Belum ada keterangan tentang portal data terbuka {kabupaten}, jadi ekspornya belum dapat dibaca.",
        "Isi angkanya pada templat Angka publikasi.",
        Rule.DATASET,
    )


def no_table(portal: str) -> Sentence:
    return Sentence(
        f"Tabel ekspor {portal} tidak ditemukan: tidak ada judul kolom dengan tahun, kecamatan, atau nilai.",
        "Unggah berkas seperti diunduh dari portal, atau isi angkanya pada templat Angka publikasi.",
        Rule.COLUMN,
    )


def not_imported(title: str, why: str) -> Sentence:
    return Sentence(f'Data "{title}" tidak diimpor. {why}', "Pilih data lain dari daftar di halaman ini.", Rule.DATASET)


def unknown_title(portal: str) -> Sentence:
    return Sentence(
        f"Data ini tidak termasuk data {portal} yang maknanya sudah pasti, jadi tidak diimpor.",
        "Daftar yang diimpor ada di halaman Unggah; angka lain dapat diisi pada templat Angka publikasi.",
        Rule.DATASET,
    )


def rows_not_imported(rows: Sequence[int]) -> Sentence:
    return Sentence(
        f"Baris {row_numbers(rows)} memuat data lain, jadi tidak diimpor.",
        "Daftar data yang diimpor ada di halaman Unggah.",
        Rule.BLANK_ROWS,
    )


NO_YEAR = Sentence(
    "Tahun data tidak ditemukan, baik pada kolom maupun pada judul.",
    "Tambahkan kolom tahun, lalu unggah lagi.",
    Rule.PERIOD,
)
BAD_YEAR = Sentence(
    "Tahun pada baris ini tidak jelas.",
    "Tulis tahunnya saja, atau bulan awal dan akhirnya, misalnya Januari-September 2022.",
    Rule.PERIOD,
)
UNNAMED_COLUMN = Sentence(
    "Ada kolom angka tanpa judul, jadi tidak jelas angka apa itu.",
    "Beri judul kolom itu, atau hapus kolomnya.",
    Rule.COLUMN,
)
COLUMN_UNUSED = Sentence("Kolom ini tidak diimpor.", "", Rule.COLUMN_UNUSED)
NO_VALUE_COLUMN = Sentence("Tidak ada kolom yang berisi angka.", "Periksa berkasnya.", Rule.COLUMN)
WRONG_UNIT = Sentence(
    "Satuannya belum pasti, jadi angkanya tidak diimpor.",
    "Lihat satuannya pada halaman data itu di portal.",
    Rule.PUBLISHED,
)
NO_TOTAL = Sentence(
    "Berkas tidak memuat baris jumlah kabupaten, jadi hanya angka kecamatan yang disimpan.",
    "Angka kecamatan tidak dijumlahkan sendiri menjadi angka kabupaten.",
    Rule.TOTAL,
)

# What is asked

ASK_ENTRY = "Data portal yang mana berkas ini?"
ASK_ENTRY_HINT = "Judulnya tidak tertulis di berkas, atau tidak dikenal. Lihat judul lengkapnya pada halaman portal tempat mengunduh."
ASK_COLUMN = "Kolom mana yang memuat angkanya?"
ASK_COLUMN_HINT = "Ada lebih dari satu kolom angka."
ASK_ROW = "Baris mana yang memuat angka kabupaten?"
ASK_ROW_HINT = "Ada beberapa baris rincian untuk tahun yang sama; baris lainnya tidak diimpor."
NOT_OVER = "Tahun ini belum berakhir."


def row_option(row: int) -> str:
    return f"Baris {row}"


def ask_unit(title: str, *, is_written: bool) -> str:
    return (
        f"Satuan {title} pada berkas tidak cocok. Apa isi angkanya?"
        if is_written
        else f"Satuan {title} tidak tertulis. Apa isi angkanya?"
    )


ASK_UNIT_HINT = (
    "Satuan pada portal dan berita kadang keliru, misalnya % untuk angka per 1.000, atau AKI untuk jumlah kasus."
)


def count_option(label: str) -> str:
    return f"Jumlah {label}"


def ask_months(year: int) -> str:
    return f"Sampai bulan apa angka tahun {year}?"


def months(year: int, *, until: int) -> tuple[tuple[str, str], ...]:
    """Value and label of each possible last month, the longest period first."""
    return tuple(
        (str(month), f"Januari-{numbers.MONTHS[month - 1]} {year}" if 1 < month < 12 else _edge(month, year))
        for month in range(until, 0, -1)
    )


def _edge(month: int, year: int) -> str:
    return f"Setahun penuh {year}" if month == 12 else f"Januari {year}"


def last_changed(day: date) -> str:
    return f"Menurut katalog portal, data ini terakhir diubah {numbers.day(day)}, sebelum tahunnya berakhir."


def ask_zero(count: int) -> str:
    return f"Ada {numbers.number(count)} angka 0 untuk kabupaten. Apa artinya?"


ZERO_HINT = "Portal kadang menulis 0 untuk sel yang belum diisi."
ZEROS = (("blank", "Belum ada datanya"), ("zero", "Benar-benar nol"))

# What was understood


def taken_for(title: str, where: str) -> str:
    return f"Dikenali sebagai data {title}, {where}."


FROM_TITLE, FROM_SHEET, FROM_COLUMN, FROM_NAME, FROM_ANSWER = (
    "dari judul di atas tabel", "dari nama lembar", "dari judul kolom", "dari nama berkas", "menurut jawaban Anda",
)  # fmt: skip
FROM_ROWS = "dari judul pada barisnya"


def years_across(years: Sequence[int]) -> str:
    return f"Tahun tertulis menyamping: {listed([str(year) for year in years])}."


YEARS_DOWN = "Tahun tertulis ke bawah, satu baris setahun."


def year_from_title(year: int) -> str:
    return f"Tahun diambil dari judul: {year}."


def sums_skipped(rows: Sequence[int]) -> str:
    return f"Baris {row_numbers(rows)} adalah jumlah atau rata-rata beberapa tahun, jadi tidak diimpor."


def notes_skipped(rows: Sequence[int]) -> str:
    return f"Baris {row_numbers(rows)} tidak memuat angka, jadi dilewati."


# On the upload page

YEAR_LABEL, AREA_LABEL, UNIT_LABEL = "tahun", "wilayah", "satuan"


def source(publisher: str, portal: str, title: str, changed: date) -> str:
    return f"{publisher}, {portal}: {title} (diubah {numbers.day(changed)})"


def lead(portal: str) -> str:
    return f"Data yang diimpor dari {portal}. Unduh XLSX-nya pada halaman masing-masing, lalu unggah seperti diunduh:"


STAYS_OUT = "Yang tidak diimpor"
REST_STAYS_OUT = (
    "Data lain di portal tidak diimpor karena maknanya belum pasti atau bukan indikator dasbor ini. Judul berikut "
    "mirip dengan yang diimpor, tetapi sengaja tidak:"
)
COLUMNS = ("Data di portal", "Menjadi")
OUT_COLUMNS = ("Data di portal", "Mengapa tidak diimpor")
VALUE_LABEL = "angkanya"
BAD_AREA = Sentence(
    "Wilayah pada baris ini kosong.", "Isi nama kecamatan, atau tulis Jumlah untuk kabupaten.", Rule.UNIT
)
