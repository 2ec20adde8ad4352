"""What intake says to the person who sent a file: what is wrong, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from indicators.vocabulary import Dimension, Measure, Period
from indicators.wording.numbers import day, number
from indicators.wording.numbers import period as period_text
from indicators.wording.rules import Rule


class Sentence(NamedTuple):
    """A problem and its fix. Neither ever quotes a cell that may hold personal data."""

    message: str
    fix: str
    rule: Rule


MEASURE_WORDS: dict[str, Measure] = {
    "rutin": Measure.ROUTINE,
    "survei": Measure.SURVEY,
    "sensus": Measure.CENSUS,
}
CONTENT_WORDS: dict[str, str] = {"nilai": "value", "pembilang": "numerator"}
ZERO_WORD = "nihil"


def listed(words: Iterable[str]) -> str:
    """`A`, `A dan B`, `A, B, dan C`."""
    words = list(words)
    if len(words) < 3:
        return " dan ".join(words)
    return f"{', '.join(words[:-1])}, dan {words[-1]}"


def row_numbers(numbers: Sequence[int], *, shown: int = 6) -> str:
    """`2, 4-9, 12`; beyond `shown` runs it ends in `dan N baris lain`."""
    runs: list[list[int]] = []
    for n in sorted(set(numbers)):
        if runs and n == runs[-1][1] + 1:
            runs[-1][1] = n
        else:
            runs.append([n, n])
    texts = [f"{first}" if first == last else f"{first}-{last}" for first, last in runs[:shown]]
    rest = sum(last - first + 1 for first, last in runs[shown:])
    return ", ".join(texts) + (f" dan {number(rest)} baris lain" if rest else "")


# Reading

EMPTY_FILE = Sentence(
    "Berkas ini kosong.", "Unduh templat, isi, simpan, lalu unggah berkas yang sudah diisi.", Rule.FILE
)
NO_ROWS = Sentence(
    "Berkas ini hanya berisi judul kolom, belum ada baris data.", "Isi sekurang-kurangnya satu baris.", Rule.FILE
)
NO_VALUES = Sentence(
    "Tidak ada satu angka pun yang dapat disimpan dari berkas ini.",
    "Isi kolom angkanya. Bila memang tidak ada kejadian, tulis 0 atau nihil.",
    Rule.FILE,
)
NOT_TEXT = Sentence(
    "Isi berkas ini bukan teks CSV, walaupun namanya berakhiran CSV.",
    "Buka data aslinya di Excel, lalu simpan sebagai CSV atau XLSX.",
    Rule.FILE,
)
PICTURE = Sentence(
    "Berkas ini gambar atau PDF, bukan tabel.",
    "Unggah tabel aslinya dalam bentuk CSV atau XLSX; tabel pada foto atau hasil pindai tidak dapat dibaca.",
    Rule.FILE,
)
EXCEL_NAMED_CSV = Sentence(
    "Berkas ini berkas Excel yang diberi nama akhir CSV.",
    "Ganti nama akhirnya menjadi .xlsx, atau simpan ulang dari Excel sebagai CSV.",
    Rule.FILE,
)
OLD_EXCEL = Sentence(
    "Berkas ini berformat Excel lama (.xls) atau dilindungi kata sandi.",
    "Buka di Excel, hapus kata sandinya bila ada, lalu simpan sebagai XLSX.",
    Rule.FILE,
)
NOT_EXCEL = Sentence(
    "Berkas ini bukan berkas Excel yang utuh.",
    "Buka di Excel, simpan ulang sebagai XLSX, lalu unggah lagi.",
    Rule.FILE,
)
SHEET_TOO_WIDE_APART = Sentence(
    "Lembar ini berisi sel yang sangat jauh dari tabelnya, sehingga terlalu besar untuk dibaca.",
    "Salin tabelnya saja ke buku kerja baru, lalu simpan sebagai XLSX.",
    Rule.FILE,
)
INFLATES_TOO_MUCH = Sentence(
    "Isi berkas Excel ini terlalu besar setelah dibuka.",
    "Salin tabelnya saja ke buku kerja baru tanpa gambar dan lembar lain, atau bagi menurut tahun.",
    Rule.FILE,
)


def too_large(megabytes: int) -> Sentence:
    return Sentence(
        f"Berkas ini lebih besar dari batas {megabytes} MB.",
        "Bagi menjadi beberapa berkas, misalnya satu berkas untuk satu tahun.",
        Rule.FILE,
    )


def too_many_rows(limit: int) -> Sentence:
    return Sentence(
        f"Berkas ini berisi lebih dari {number(limit)} baris.",
        "Bagi menjadi beberapa berkas, misalnya satu berkas untuk satu tahun.",
        Rule.FILE,
    )


def unsupported_format(suffix: str) -> Sentence:
    kind = f"Berkas berjenis {suffix}" if suffix else "Berkas tanpa nama akhir"
    return Sentence(f"{kind} tidak dapat dibaca.", "Simpan sebagai CSV atau XLSX, lalu unggah lagi.", Rule.FILE)


def broken_quotes(row: int) -> Sentence:
    return Sentence(
        f"Mulai baris {row}, isi berkas tidak dapat dipisahkan menjadi kolom.",
        "Periksa tanda petik yang tidak berpasangan pada baris itu, atau unggah sebagai XLSX.",
        Rule.FILE,
    )


def cells_without_value(positions: Sequence[str]) -> Sentence:
    return Sentence(
        f"Sel {listed(positions)} berisi rumus yang gagal atau belum dihitung.",
        "Ganti rumusnya dengan angka, lalu simpan ulang.",
        Rule.FILE,
    )


def not_received(dataset: str) -> Sentence:
    return Sentence(f'Data "{dataset}" belum dapat diterima sebagai berkas.', "Pilih jenis data lain.", Rule.FILE)


# Columns

HEADER_NOT_FOUND = Sentence(
    "Judul kolom tidak ditemukan pada baris pertama.",
    "Pakai judul kolom seperti pada templat, dan hapus baris judul laporan di atasnya.",
    Rule.COLUMN,
)


def other_dataset(chosen: str, seems: str) -> Sentence:
    return Sentence(
        f'Berkas ini tampaknya berisi data "{seems}", bukan "{chosen}".',
        f'Pilih "{seems}" sebagai jenis data, atau unggah berkas "{chosen}".',
        Rule.DATASET,
    )


def column_missing(column: str, label: str) -> Sentence:
    return Sentence(
        f'Kolom wajib "{column}" ({label}) tidak ada.', f'Tambahkan kolom "{column}" seperti pada templat.', Rule.COLUMN
    )


UNIT_COLUMN_MISSING = Sentence(
    'Kolom "kode_puskesmas" atau "puskesmas" tidak ada, sehingga tidak diketahui baris mana milik siapa.',
    "Tambahkan salah satunya seperti pada templat.",
    Rule.COLUMN,
)
COLUMN_UNUSED = Sentence(
    "Kolom ini tidak dipakai; isinya tidak disimpan.",
    "Bila isinya perlu disimpan, samakan judulnya dengan templat.",
    Rule.COLUMN_UNUSED,
)


def column_of_other_dataset(label: str) -> Sentence:
    return Sentence(
        f'Kolom ini milik data "{label}"; isinya hanya dipakai untuk pemeriksaan dan tidak disimpan.',
        f'Kirim juga berkas "{label}" bila belum.',
        Rule.COLUMN_UNUSED,
    )


def column_twice(other: str) -> Sentence:
    return Sentence(
        f'Kolom ini berarti sama dengan kolom "{other}".', "Sisakan satu saja dari kedua kolom itu.", Rule.COLUMN
    )


def gathered(column: str, events: int, into: str) -> Sentence:
    return Sentence(
        f'Kolom "{column}" tidak ada dalam daftar; {number(events)} kejadiannya ditambahkan ke "{into}".',
        "Lanjutkan bila memang demikian, atau pindahkan ke kolom yang sesuai.",
        Rule.COLUMN_GATHERED,
    )


def too_many_cells(cells: int, columns: int) -> Sentence:
    return Sentence(
        f"Baris ini berisi {cells} sel, padahal judul kolomnya hanya {columns}.",
        "Periksa tanda pemisah atau koma yang berlebih pada baris ini.",
        Rule.COLUMN,
    )


def _nearest(names: Sequence[str]) -> str:
    return f"Mungkin maksudnya {' atau '.join(names)}? Tulis namanya tepat seperti itu." if names else ""


# Units and periods

UNIT_BLANK = Sentence(
    "Puskesmas pada baris ini tidak ditulis.", "Isi kode atau nama puskesmasnya seperti pada templat.", Rule.UNIT
)
TOTAL_ROW = Sentence(
    "Baris ini tampaknya baris jumlah.", "Hapus baris jumlah; dasbor menjumlahkan sendiri.", Rule.TOTAL
)


def unknown_unit(kabupaten: str) -> Sentence:
    """The cell resembles no known name, so it is not quoted."""
    return Sentence(
        f"Puskesmas pada baris ini tidak dikenal di {kabupaten}.",
        "Salin kode dan nama puskesmas dari templat.",
        Rule.UNIT,
    )


def code_and_name_differ(by_code: str, by_name: str) -> Sentence:
    return Sentence(
        f"Kode puskesmas menunjuk {by_code}, tetapi namanya {by_name}.",
        "Perbaiki kode atau namanya supaya menunjuk puskesmas yang sama.",
        Rule.UNIT,
    )


def code_unknown_name_used(name: str) -> Sentence:
    return Sentence(
        f"Kode puskesmas tidak dikenal; baris ini dibaca sebagai {name} menurut namanya.",
        "Pakai kode dari templat supaya tidak keliru.",
        Rule.UNIT,
    )


def other_kecamatan(unit: str, kecamatan: str, written: str) -> Sentence:
    return Sentence(
        f"{unit} tercatat di Kecamatan {kecamatan}, tetapi di berkas tertulis {written}.",
        f"Periksa puskesmasnya. Angkanya akan dihitung untuk Kecamatan {kecamatan}.",
        Rule.KECAMATAN,
    )


def unit_not_yet(unit: str, when: Period) -> Sentence:
    return Sentence(
        f"{unit} tidak beroperasi pada {period_text(when)}.", "Periksa puskesmas, bulan, dan tahunnya.", Rule.UNIT
    )


def other_kabupaten(chosen: str, seems: str) -> Sentence:
    return Sentence(
        f"Berkas ini tampaknya milik {seems}, bukan {chosen}.",
        f"Pilih {seems} lebih dahulu, atau unggah berkas {chosen}.",
        Rule.DATASET,
    )


BAD_MONTH = Sentence("Bulan harus 1 sampai 12 atau nama bulan.", "Tulis misalnya 8 atau Agustus.", Rule.PERIOD)
BAD_YEAR = Sentence("Tahun harus empat angka, misalnya 2026.", "Perbaiki tahunnya.", Rule.PERIOD)


def no_such_month(month: int) -> Sentence:
    return Sentence(f"Bulan {month} tidak ada.", "Tulis bulan 1 sampai 12 atau nama bulan.", Rule.PERIOD)


def year_too_early(earliest: int) -> Sentence:
    return Sentence(f"Tahun sebelum {earliest} tidak diterima.", "Perbaiki tahunnya.", Rule.PERIOD)


def in_the_future(when: Period, today: date) -> Sentence:
    return Sentence(
        f"{period_text(when)} belum terjadi; hari ini {day(today)}.", "Perbaiki bulan atau tahunnya.", Rule.PERIOD
    )


def month_not_over(when: Period) -> Sentence:
    return Sentence(
        f"{period_text(when)} belum berakhir, jadi angkanya belum lengkap.",
        "Kirim lagi berkas yang lengkap setelah bulan itu berakhir; angka yang lama akan diganti.",
        Rule.MONTH_NOT_OVER,
    )


# Values

NEGATIVE = Sentence(
    "Jumlah tidak boleh negatif.", "Tulis 0 bila tidak ada kejadian, kosongkan bila belum ada data.", Rule.CELL
)
NOT_A_NUMBER = Sentence(
    "Isi sel ini bukan angka.",
    "Tulis bilangan bulat, atau 0 bila tidak ada kejadian; kosongkan bila belum ada data.",
    Rule.CELL,
)
TOO_MANY_DIGITS = Sentence(
    "Angka ini terlalu panjang untuk suatu jumlah.", "Periksa apakah kolomnya tertukar.", Rule.CELL
)
DASH = Sentence(
    "Tanda hubung tidak jelas: bisa berarti nol, bisa berarti belum ada data.",
    "Tulis 0 bila tidak ada kejadian, kosongkan bila belum ada data.",
    Rule.CELL,
)


def grouped_digits(written: str, plain: str) -> Sentence:
    return Sentence(
        f'"{written}" tidak jelas: bisa dibaca ribuan, bisa dibaca pecahan.',
        f"Tulis {plain} tanpa titik dan koma bila itu maksudnya.",
        Rule.CELL,
    )


def not_whole(written: str) -> Sentence:
    return Sentence(f'"{written}" bukan bilangan bulat.', "Jumlah harus bilangan bulat, misalnya 12.", Rule.CELL)


def above_maximum(label: str, value: int, maximum: int) -> Sentence:
    return Sentence(
        f"{label} {number(value)} jauh di atas yang wajar untuk satu unit (sampai {number(maximum)}).",
        "Periksa apakah ada angka yang kelebihan atau kolom yang tertukar.",
        Rule.RANGE,
    )


def required_blank(column: str) -> Sentence:
    return Sentence(
        f'Kolom wajib "{column}" kosong pada baris ini.',
        "Isi angkanya. Bila memang tidak ada kejadian, tulis 0.",
        Rule.REQUIRED,
    )


def blank_rows(numbers: Sequence[int]) -> Sentence:
    return Sentence(
        f"Baris {row_numbers(numbers)} tidak berisi angka, jadi dianggap belum dikirim, bukan nihil.",
        "Bila memang tidak ada kejadian, tulis 0 atau nihil. Bila belum ada data, biarkan kosong.",
        Rule.BLANK_ROWS,
    )


def rows_without_value(numbers: Sequence[int]) -> Sentence:
    return Sentence(
        f"Baris {row_numbers(numbers)} tidak berisi nilai, jadi tidak disimpan.",
        "Isi nilainya bila sudah terbit, atau biarkan kosong.",
        Rule.BLANK_ROWS,
    )


def duplicate(unit: str, when: Period, rows: Sequence[int]) -> Sentence:
    return Sentence(
        f"{unit} untuk {period_text(when)} tertulis lebih dari sekali: baris {row_numbers(rows)}.",
        "Sisakan satu baris saja.",
        Rule.DUPLICATE,
    )


def exceeds(part: str, part_value: int, whole: str, whole_value: int) -> Sentence:
    return Sentence(
        f"{part} {number(part_value)} melebihi {whole} {number(whole_value)}.",
        "Periksa apakah kolom tertukar.",
        Rule.AT_MOST,
    )


def parts_exceed(parts: str, sum_of_parts: int, total: str, total_value: int) -> Sentence:
    return Sentence(
        f"Rincian menurut {parts} berjumlah {number(sum_of_parts)}, melebihi {total} {number(total_value)}.",
        "Samakan rincian dan jumlahnya.",
        Rule.PARTS,
    )


def parts_fall_short(parts: str, sum_of_parts: int, total: str, total_value: int) -> Sentence:
    return Sentence(
        f"Rincian menurut {parts} baru {number(sum_of_parts)} dari {total} {number(total_value)}.",
        "Lengkapi rinciannya bila sudah diketahui.",
        Rule.PARTS,
    )


def total_blank(parts: str, total: str) -> Sentence:
    return Sentence(
        f"Rincian menurut {parts} terisi, tetapi {total} kosong.", "Isi juga jumlah seluruhnya.", Rule.PARTS
    )


def not_compared(of: str, numbers: Sequence[int]) -> Sentence:
    return Sentence(
        f"{of} untuk baris {row_numbers(numbers)} belum ada, jadi angkanya belum dapat dibandingkan.",
        f"Kirim juga data {of.lower()} untuk bulan yang sama.",
        Rule.NOT_COMPARED,
    )


DIMENSION_WORDS: dict[Dimension, str] = {
    Dimension.CAUSE: "sebab",
    Dimension.AGE: "umur",
    Dimension.SEX: "jenis kelamin",
    Dimension.PLACE: "tempat",
}


# Published values


def cell_blank(column: str) -> Sentence:
    return Sentence(f'Kolom "{column}" kosong pada baris ini.', "Isi seperti contoh pada templat.", Rule.REQUIRED)


def area_not_here(kabupaten: str, province: str) -> Sentence:
    return Sentence(
        f"Wilayah pada baris ini bukan {kabupaten}, {province}, atau Indonesia.",
        "Pakai kode wilayah dari templat; kabupaten lain diunggah dari halaman kabupaten itu.",
        Rule.PUBLISHED,
    )


def unknown_indicator(nearest: Sequence[str]) -> Sentence:
    return Sentence(
        "Indikator pada baris ini tidak dikenal.", _nearest(nearest) or "Salin namanya dari templat.", Rule.PUBLISHED
    )


def not_one_of(column: str, allowed: Sequence[str]) -> Sentence:
    return Sentence(f'Isi kolom "{column}" tidak dikenal.', f"Pilih salah satu: {', '.join(allowed)}.", Rule.PUBLISHED)


MONTHS_REVERSED = Sentence(
    "Bulan awal lebih besar daripada bulan akhir.", "Tukar keduanya, atau kosongkan untuk setahun penuh.", Rule.PERIOD
)
ONE_MONTH_ONLY = Sentence(
    "Hanya satu dari bulan awal dan bulan akhir yang terisi.",
    "Isi keduanya, atau kosongkan keduanya untuk setahun penuh.",
    Rule.PERIOD,
)
NOT_A_DECIMAL = Sentence(
    "Isi sel ini bukan angka.", "Tulis dengan koma desimal tanpa pemisah ribuan, misalnya 18,1.", Rule.CELL
)
DECIMAL_POINT = Sentence(
    "Titik pada angka ini tidak jelas: bisa pemisah ribuan, bisa tanda desimal.",
    "Tulis dengan koma desimal tanpa pemisah ribuan, misalnya 18,1 atau 1234.",
    Rule.CELL,
)
SIGN_IN_VALUE = Sentence(
    "Tanda < atau > tertulis bersama angkanya.",
    'Pindahkan tandanya ke kolom "tanda", angkanya saja di sini.',
    Rule.CELL,
)
COUNT_NOT_WHOLE = Sentence(
    "Angka ini suatu jumlah, jadi harus bilangan bulat.",
    "Periksa angkanya, dan apakah kolom isi sudah benar.",
    Rule.CELL,
)
ONE_BOUND_ONLY = Sentence(
    "Hanya satu dari batas bawah dan batas atas yang terisi.", "Isi keduanya, atau kosongkan keduanya.", Rule.PUBLISHED
)
BOUNDS_WRONG = Sentence(
    "Nilai tidak berada di antara batas bawah dan batas atas.",
    "Periksa ketiga angka itu pada dokumen sumbernya.",
    Rule.PUBLISHED,
)
BAD_LINK = Sentence(
    "Tautan tidak diawali https:// atau http://.", "Salin alamat lengkapnya, atau kosongkan.", Rule.PUBLISHED
)


def other_measure(indicator: str, usual: str) -> Sentence:
    return Sentence(
        f"{indicator} biasanya berukuran {usual}; nilai ini akan tampil sebagai seri tersendiri.",
        "Periksa kolom ukuran.",
        Rule.PUBLISHED,
    )


def indicator_is_a_count(indicator: str) -> Sentence:
    return Sentence(
        f"{indicator} sudah berupa jumlah, jadi tidak punya pembilang tersendiri.",
        'Tulis "nilai" pada kolom isi.',
        Rule.PUBLISHED,
    )


# Template

SHEET_DATA = "Data"
SHEET_GUIDE = "Petunjuk"
GUIDE_HEADINGS = ("Kolom", "Arti", "Wajib", "Nol dan kosong", "Isi yang diterima")
YES = "Ya"
NO = "Tidak"
ZERO_OR_BLANK = "Tulis 0 bila tidak ada kejadian; kosong berarti belum ada data."
KEEP_AS_IS = "Biarkan seperti pada templat."
WHOLE_NUMBERS_ONLY_TITLE = "Bilangan bulat"
WHOLE_NUMBERS_ONLY = "Tulis bilangan bulat mulai 0, tanpa titik dan koma. Kosongkan bila belum ada data."
UP_TO = "Bilangan bulat 0 sampai {maximum}"
GUIDE_UNIT = (
    ("kode_puskesmas", "Kode puskesmas pada dasbor ini"),
    ("puskesmas", "Nama puskesmas"),
    ("kecamatan", "Kecamatan tempat puskesmas berada"),
    ("tahun", "Tahun laporan, empat angka"),
    ("bulan", "Bulan laporan, 1 sampai 12"),
)
GUIDE_PUBLISHED = (
    (
        "kode_wilayah",
        "Kode wilayah: kabupaten, provinsinya, atau 00 untuk Indonesia",
        YES,
        "",
        "Misalnya 35.10",
    ),
    ("indikator", "Nama pendek indikator pada dasbor ini", YES, "", "Seperti pada templat"),
    ("isi", "Apakah angkanya nilai indikator atau pembilangnya", YES, "", "nilai atau pembilang"),
    ("ukuran", "Cara angka itu diperoleh", YES, "", "rutin, survei, atau sensus"),
    ("tahun", "Tahun yang diukur", YES, "", "Empat angka"),
    (
        "bulan_awal",
        "Bulan pertama yang diukur",
        NO,
        "Kosong bersama bulan_akhir berarti setahun penuh.",
        "1 sampai 12",
    ),
    ("bulan_akhir", "Bulan terakhir yang diukur", NO, "", "1 sampai 12"),
    ("nilai", "Angkanya", YES, "Baris tanpa nilai tidak disimpan.", "Koma desimal, misalnya 18,1"),
    ("batas_bawah", "Batas bawah selang kepercayaan", NO, "Kosong bila tidak diterbitkan.", "Koma desimal"),
    ("batas_atas", "Batas atas selang kepercayaan", NO, "Kosong bila tidak diterbitkan.", "Koma desimal"),
    ("tanda", "Bila sumber menulis kurang dari atau lebih dari", NO, "", "< atau >"),
    ("sumber", "Dokumen atau lembaga yang menerbitkan", YES, "", "Teks"),
    ("tautan", "Alamat dokumen di internet", NO, "", "Diawali https://"),
    ("catatan", "Keterangan lain", NO, "", "Teks, tanpa data pribadi"),
)
