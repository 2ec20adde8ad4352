"""What intake says to the person who sent a file: what is wrong, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from indicators.vocabulary import Dimension, Measure, Period
from indicators.wording.numbers import day, number
from indicators.wording.numbers import period as period_text


class Sentence(NamedTuple):
    """A problem and its fix. Neither ever quotes a cell that may hold personal data."""

    message: str
    fix: str


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
    for n in sorted(numbers):
        if runs and n == runs[-1][1] + 1:
            runs[-1][1] = n
        else:
            runs.append([n, n])
    texts = [f"{first}" if first == last else f"{first}-{last}" for first, last in runs[:shown]]
    rest = sum(last - first + 1 for first, last in runs[shown:])
    return ", ".join(texts) + (f" dan {number(rest)} baris lain" if rest else "")


# Reading

EMPTY_FILE = Sentence("Berkas ini kosong.", "Unduh templat, isi, simpan, lalu unggah berkas yang sudah diisi.")
NO_ROWS = Sentence("Berkas ini hanya berisi judul kolom, belum ada baris data.", "Isi sekurang-kurangnya satu baris.")
NO_VALUES = Sentence(
    "Tidak ada satu angka pun yang dapat disimpan dari berkas ini.",
    "Isi kolom angkanya. Bila memang tidak ada kejadian, tulis 0 atau nihil.",
)
NOT_TEXT = Sentence(
    "Isi berkas ini bukan teks CSV, walaupun namanya berakhiran CSV.",
    "Buka data aslinya di Excel, lalu simpan sebagai CSV atau XLSX.",
)
PICTURE = Sentence(
    "Berkas ini gambar atau PDF, bukan tabel.",
    "Unggah tabel aslinya dalam bentuk CSV atau XLSX; tabel pada foto atau hasil pindai tidak dapat dibaca.",
)
EXCEL_NAMED_CSV = Sentence(
    "Berkas ini berkas Excel yang diberi nama akhir CSV.",
    "Ganti nama akhirnya menjadi .xlsx, atau simpan ulang dari Excel sebagai CSV.",
)
OLD_EXCEL = Sentence(
    "Berkas ini berformat Excel lama (.xls) atau dilindungi kata sandi.",
    "Buka di Excel, hapus kata sandinya bila ada, lalu simpan sebagai XLSX.",
)
NOT_EXCEL = Sentence(
    "Berkas ini bukan berkas Excel yang utuh.",
    "Buka di Excel, simpan ulang sebagai XLSX, lalu unggah lagi.",
)
SHEET_TOO_WIDE_APART = Sentence(
    "Lembar ini berisi sel yang sangat jauh dari tabelnya, sehingga terlalu besar untuk dibaca.",
    "Salin tabelnya saja ke buku kerja baru, lalu simpan sebagai XLSX.",
)
INFLATES_TOO_MUCH = Sentence(
    "Isi berkas Excel ini terlalu besar setelah dibuka.",
    "Salin tabelnya saja ke buku kerja baru tanpa gambar dan lembar lain, atau bagi menurut tahun.",
)


def too_large(megabytes: int) -> Sentence:
    return Sentence(
        f"Berkas ini lebih besar dari batas {megabytes} MB.",
        "Bagi menjadi beberapa berkas, misalnya satu berkas untuk satu tahun.",
    )


def too_many_rows(limit: int) -> Sentence:
    return Sentence(
        f"Berkas ini berisi lebih dari {number(limit)} baris.",
        "Bagi menjadi beberapa berkas, misalnya satu berkas untuk satu tahun.",
    )


def unsupported_format(suffix: str) -> Sentence:
    kind = f"Berkas berjenis {suffix}" if suffix else "Berkas tanpa nama akhir"
    return Sentence(f"{kind} tidak dapat dibaca.", "Simpan sebagai CSV atau XLSX, lalu unggah lagi.")


def broken_quotes(row: int) -> Sentence:
    return Sentence(
        f"Mulai baris {row}, isi berkas tidak dapat dipisahkan menjadi kolom.",
        "Periksa tanda petik yang tidak berpasangan pada baris itu, atau unggah sebagai XLSX.",
    )


def cells_without_value(positions: Sequence[str]) -> Sentence:
    return Sentence(
        f"Sel {listed(positions)} berisi rumus yang gagal atau belum dihitung.",
        "Ganti rumusnya dengan angka, lalu simpan ulang dari Excel.",
    )


def not_received(dataset: str) -> Sentence:
    return Sentence(f'Data "{dataset}" belum dapat diterima sebagai berkas.', "Pilih jenis data lain.")


# Personal data

NIK = "NIK"
FAMILY_CARD = "nomor KK"
PERSON_NAME = "nama orang"
ADDRESS = "alamat"
PHONE = "nomor telepon atau surel"
BIRTH = "tempat atau tanggal lahir"
MEMBER_NUMBER = "nomor kepesertaan atau rekam medis"
SIXTEEN_DIGITS = "angka 16 digit seperti NIK atau nomor KK"


def personal_data(kind: str, positions: str) -> Sentence:
    return Sentence(
        f"Berkas ini ditolak karena memuat data pribadi: {kind} pada {positions}. Tidak ada yang disimpan.",
        "Hapus kolom atau sel itu dari berkas. Dasbor ini hanya menerima jumlah, bukan data orang.",
    )


def column_cells(letter: str, rows: Sequence[int]) -> str:
    """`kolom C`, or `kolom C baris 2-25`."""
    return f"kolom {letter} baris {row_numbers(rows)}" if rows else f"kolom {letter}"


# Columns

HEADER_NOT_FOUND = Sentence(
    "Judul kolom tidak ditemukan pada baris pertama.",
    "Pakai judul kolom seperti pada templat, dan hapus baris judul laporan di atasnya.",
)


def other_dataset(chosen: str, seems: str) -> Sentence:
    return Sentence(
        f'Berkas ini tampaknya berisi data "{seems}", bukan "{chosen}".',
        f'Pilih "{seems}" sebagai jenis data, atau unggah berkas "{chosen}".',
    )


def column_missing(column: str, label: str) -> Sentence:
    return Sentence(f'Kolom wajib "{column}" ({label}) tidak ada.', f'Tambahkan kolom "{column}" seperti pada templat.')


UNIT_COLUMN_MISSING = Sentence(
    'Kolom "kode_puskesmas" atau "puskesmas" tidak ada, sehingga tidak diketahui baris mana milik siapa.',
    "Tambahkan salah satunya seperti pada templat.",
)
COLUMN_UNUSED = Sentence(
    "Kolom ini tidak dipakai; isinya tidak disimpan.",
    "Bila isinya perlu disimpan, samakan judulnya dengan templat.",
)


def column_of_other_dataset(label: str) -> Sentence:
    return Sentence(
        f'Kolom ini milik data "{label}"; isinya hanya dipakai untuk pemeriksaan dan tidak disimpan.',
        f'Kirim juga berkas "{label}" bila belum.',
    )


def column_twice(other: str) -> Sentence:
    return Sentence(f'Kolom ini berarti sama dengan kolom "{other}".', "Sisakan satu saja dari kedua kolom itu.")


def gathered(column: str, events: int, into: str) -> Sentence:
    return Sentence(
        f'Kolom "{column}" tidak ada dalam daftar; {number(events)} kejadiannya ditambahkan ke "{into}".',
        "Lanjutkan bila memang demikian, atau pindahkan ke kolom yang sesuai.",
    )


def too_many_cells(cells: int, columns: int) -> Sentence:
    return Sentence(
        f"Baris ini berisi {cells} sel, padahal judul kolomnya hanya {columns}.",
        "Periksa tanda pemisah atau koma yang berlebih pada baris ini.",
    )


def _nearest(names: Sequence[str]) -> str:
    return f"Mungkin maksudnya {' atau '.join(names)}? Tulis namanya tepat seperti itu." if names else ""


# Units and periods

UNIT_BLANK = Sentence(
    "Puskesmas pada baris ini tidak ditulis.", "Isi kode atau nama puskesmasnya seperti pada templat."
)
TOTAL_ROW = Sentence("Baris ini tampaknya baris jumlah.", "Hapus baris jumlah; dasbor menjumlahkan sendiri.")


def unknown_unit(name: str, nearest: Sequence[str], kabupaten: str) -> Sentence:
    """`name` is empty where the cell resembles no known name: then it is not quoted."""
    quoted = f'"{name}"' if name else "pada baris ini"
    return Sentence(
        f"Puskesmas {quoted} tidak dikenal di {kabupaten}.",
        _nearest(nearest) or "Salin kode dan nama puskesmas dari templat.",
    )


def unknown_kecamatan(name: str, nearest: Sequence[str], kabupaten: str) -> Sentence:
    """`name` is empty where the cell resembles no known name: then it is not quoted."""
    quoted = f'"{name}"' if name else "pada baris ini"
    return Sentence(
        f"Kecamatan {quoted} tidak dikenal di {kabupaten}.",
        _nearest(nearest) or "Salin nama kecamatan dari templat.",
    )


def code_and_name_differ(by_code: str, by_name: str) -> Sentence:
    return Sentence(
        f"Kode puskesmas menunjuk {by_code}, tetapi namanya {by_name}.",
        "Perbaiki kode atau namanya supaya menunjuk puskesmas yang sama.",
    )


def code_unknown_name_used(name: str) -> Sentence:
    return Sentence(
        f"Kode puskesmas tidak dikenal; baris ini dibaca sebagai {name} menurut namanya.",
        "Pakai kode dari templat supaya tidak keliru.",
    )


def other_kecamatan(unit: str, kecamatan: str, written: str) -> Sentence:
    return Sentence(
        f"{unit} tercatat di Kecamatan {kecamatan}, tetapi di berkas tertulis {written}.",
        f"Periksa puskesmasnya. Angkanya akan dihitung untuk Kecamatan {kecamatan}.",
    )


def unit_not_yet(unit: str, when: Period) -> Sentence:
    return Sentence(f"{unit} tidak beroperasi pada {period_text(when)}.", "Periksa puskesmas, bulan, dan tahunnya.")


def other_kabupaten(chosen: str, seems: str) -> Sentence:
    return Sentence(
        f"Berkas ini tampaknya milik {seems}, bukan {chosen}.",
        f"Pilih {seems} lebih dahulu, atau unggah berkas {chosen}.",
    )


BAD_MONTH = Sentence("Bulan harus 1 sampai 12 atau nama bulan.", "Tulis misalnya 8 atau Agustus.")
BAD_YEAR = Sentence("Tahun harus empat angka, misalnya 2026.", "Perbaiki tahunnya.")


def no_such_month(month: int) -> Sentence:
    return Sentence(f"Bulan {month} tidak ada.", "Tulis bulan 1 sampai 12 atau nama bulan.")


def year_too_early(earliest: int) -> Sentence:
    return Sentence(f"Tahun sebelum {earliest} tidak diterima.", "Perbaiki tahunnya.")


def in_the_future(when: Period, today: date) -> Sentence:
    return Sentence(f"{period_text(when)} belum terjadi; hari ini {day(today)}.", "Perbaiki bulan atau tahunnya.")


def month_not_over(when: Period) -> Sentence:
    return Sentence(
        f"{period_text(when)} belum berakhir, jadi angkanya belum lengkap.",
        "Kirim lagi berkas yang lengkap setelah bulan itu berakhir; angka yang lama akan diganti.",
    )


# Values

NEGATIVE = Sentence("Jumlah tidak boleh negatif.", "Tulis 0 bila tidak ada kejadian, kosongkan bila belum ada data.")
NOT_A_NUMBER = Sentence(
    "Isi sel ini bukan angka.",
    "Tulis bilangan bulat, atau 0 bila tidak ada kejadian; kosongkan bila belum ada data.",
)
TOO_MANY_DIGITS = Sentence("Angka ini terlalu panjang untuk suatu jumlah.", "Periksa apakah kolomnya tertukar.")
DASH = Sentence(
    "Tanda hubung tidak jelas: bisa berarti nol, bisa berarti belum ada data.",
    "Tulis 0 bila tidak ada kejadian, kosongkan bila belum ada data.",
)


def grouped_digits(written: str, plain: str) -> Sentence:
    return Sentence(
        f'"{written}" tidak jelas: bisa dibaca ribuan, bisa dibaca pecahan.',
        f"Tulis {plain} tanpa titik dan koma bila itu maksudnya.",
    )


def not_whole(written: str) -> Sentence:
    return Sentence(f'"{written}" bukan bilangan bulat.', "Jumlah harus bilangan bulat, misalnya 12.")


def above_maximum(label: str, value: int, maximum: int) -> Sentence:
    return Sentence(
        f"{label} {number(value)} jauh di atas yang wajar untuk satu unit (sampai {number(maximum)}).",
        "Periksa apakah ada angka yang kelebihan atau kolom yang tertukar.",
    )


def required_blank(column: str) -> Sentence:
    return Sentence(
        f'Kolom wajib "{column}" kosong pada baris ini.',
        "Isi angkanya. Bila memang tidak ada kejadian, tulis 0.",
    )


def blank_rows(numbers: Sequence[int]) -> Sentence:
    return Sentence(
        f"Baris {row_numbers(numbers)} tidak berisi angka, jadi dianggap belum dikirim, bukan nihil.",
        "Bila memang tidak ada kejadian, tulis 0 atau nihil. Bila belum ada data, biarkan kosong.",
    )


def rows_without_value(numbers: Sequence[int]) -> Sentence:
    return Sentence(
        f"Baris {row_numbers(numbers)} tidak berisi nilai, jadi tidak disimpan.",
        "Isi nilainya bila sudah terbit, atau biarkan kosong.",
    )


def duplicate(unit: str, when: Period, rows: Sequence[int]) -> Sentence:
    return Sentence(
        f"{unit} untuk {period_text(when)} tertulis lebih dari sekali: baris {row_numbers(rows)}.",
        "Sisakan satu baris saja.",
    )


def exceeds(part: str, part_value: int, whole: str, whole_value: int) -> Sentence:
    return Sentence(
        f"{part} {number(part_value)} melebihi {whole} {number(whole_value)}.",
        "Periksa apakah kolom tertukar.",
    )


def parts_exceed(parts: str, sum_of_parts: int, total: str, total_value: int) -> Sentence:
    return Sentence(
        f"Rincian menurut {parts} berjumlah {number(sum_of_parts)}, melebihi {total} {number(total_value)}.",
        "Samakan rincian dan jumlahnya.",
    )


def parts_fall_short(parts: str, sum_of_parts: int, total: str, total_value: int) -> Sentence:
    return Sentence(
        f"Rincian menurut {parts} baru {number(sum_of_parts)} dari {total} {number(total_value)}.",
        "Lengkapi rinciannya bila sudah diketahui.",
    )


def total_blank(parts: str, total: str) -> Sentence:
    return Sentence(f"Rincian menurut {parts} terisi, tetapi {total} kosong.", "Isi juga jumlah seluruhnya.")


def not_compared(of: str, numbers: Sequence[int]) -> Sentence:
    return Sentence(
        f"{of} untuk baris {row_numbers(numbers)} belum ada, jadi angkanya belum dapat dibandingkan.",
        f"Kirim juga data {of.lower()} untuk bulan yang sama.",
    )


DIMENSION_WORDS: dict[Dimension, str] = {
    Dimension.CAUSE: "sebab",
    Dimension.AGE: "umur",
    Dimension.SEX: "jenis kelamin",
    Dimension.PLACE: "tempat",
}


# Published values


def cell_blank(column: str) -> Sentence:
    return Sentence(f'Kolom "{column}" kosong pada baris ini.', "Isi seperti contoh pada templat.")


def area_not_here(kabupaten: str, province: str) -> Sentence:
    return Sentence(
        f"Wilayah pada baris ini bukan {kabupaten}, {province}, atau Indonesia.",
        "Pakai kode wilayah dari templat; kabupaten lain diunggah dari halaman kabupaten itu.",
    )


def unknown_indicator(nearest: Sequence[str]) -> Sentence:
    return Sentence("Indikator pada baris ini tidak dikenal.", _nearest(nearest) or "Salin namanya dari templat.")


def not_one_of(column: str, allowed: Sequence[str]) -> Sentence:
    return Sentence(f'Isi kolom "{column}" tidak dikenal.', f"Pilih salah satu: {', '.join(allowed)}.")


MONTHS_REVERSED = Sentence(
    "Bulan awal lebih besar daripada bulan akhir.", "Tukar keduanya, atau kosongkan untuk setahun penuh."
)
ONE_MONTH_ONLY = Sentence(
    "Hanya satu dari bulan awal dan bulan akhir yang terisi.",
    "Isi keduanya, atau kosongkan keduanya untuk setahun penuh.",
)
NOT_A_DECIMAL = Sentence("Isi sel ini bukan angka.", "Tulis dengan koma desimal tanpa pemisah ribuan, misalnya 18,1.")
DECIMAL_POINT = Sentence(
    "Titik pada angka ini tidak jelas: bisa pemisah ribuan, bisa tanda desimal.",
    "Tulis dengan koma desimal tanpa pemisah ribuan, misalnya 18,1 atau 1234.",
)
SIGN_IN_VALUE = Sentence(
    "Tanda < atau > tertulis bersama angkanya.", 'Pindahkan tandanya ke kolom "tanda", angkanya saja di sini.'
)
COUNT_NOT_WHOLE = Sentence(
    "Angka ini suatu jumlah, jadi harus bilangan bulat.", "Periksa angkanya, dan apakah kolom isi sudah benar."
)
ONE_BOUND_ONLY = Sentence(
    "Hanya satu dari batas bawah dan batas atas yang terisi.", "Isi keduanya, atau kosongkan keduanya."
)
BOUNDS_WRONG = Sentence(
    "Nilai tidak berada di antara batas bawah dan batas atas.",
    "Periksa ketiga angka itu pada dokumen sumbernya.",
)
BAD_LINK = Sentence("Tautan tidak diawali https:// atau http://.", "Salin alamat lengkapnya, atau kosongkan.")


def other_measure(indicator: str, usual: str) -> Sentence:
    return Sentence(
        f"{indicator} biasanya berukuran {usual}; nilai ini akan tampil sebagai seri tersendiri.",
        "Periksa kolom ukuran.",
    )


def indicator_is_a_count(indicator: str) -> Sentence:
    return Sentence(
        f"{indicator} sudah berupa jumlah, jadi tidak punya pembilang tersendiri.",
        'Tulis "nilai" pada kolom isi.',
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
