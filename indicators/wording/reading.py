"""What intake says about reading a file: what it found in it, what it cannot open, and what it asks."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.wording.intake import Sentence, listed, row_numbers
from indicators.wording.numbers import MONTHS, number
from indicators.wording.rules import Rule

# Files

MACROS = Sentence(
    "Berkas ini memuat makro (program), sehingga tidak dibuka.",
    "Buka di Excel, simpan sebagai buku kerja XLSX tanpa makro, lalu unggah lagi.",
    Rule.FILE,
)
NOT_A_SPREADSHEET = Sentence(
    "Berkas ini bukan berkas XLS atau ODS yang utuh.",
    "Buka di Excel atau LibreOffice, simpan ulang sebagai XLSX, lalu unggah lagi.",
    Rule.FILE,
)

# Sheets, titles, header


def in_sheet(sheet: str, fact: str) -> str:
    return f"Lembar {sheet}: {fact[:1].lower()}{fact[1:]}" if sheet else fact


def sheets_read(names: Sequence[str]) -> str:
    return f"Lembar yang dibaca: {listed(names)}."


def sheets_not_read(names: Sequence[str]) -> Sentence:
    return Sentence(
        f"Lembar {listed(names)} tidak dibaca karena isinya tidak sesuai dengan jenis data yang dipilih.",
        "Bila lembar itu perlu dikirim, samakan judul kolomnya dengan templat, atau pilih jenis datanya.",
        Rule.SHEET,
    )


def sheets_joined(rows: int) -> Sentence:
    return Sentence(
        f"{number(rows)} baris dari beberapa lembar memuat puskesmas dan masa yang sama, jadi digabung.",
        "Bila seharusnya tidak digabung, kirim lembarnya sendiri-sendiri.",
        Rule.SHEET,
    )


def ask_sheet(names: Sequence[str]) -> str:
    return f"Lembar {listed(names)} memuat angka yang berbeda untuk puskesmas dan masa yang sama. Lembar mana yang berlaku?"


def without_header(columns: Sequence[str]) -> Sentence:
    return Sentence(
        f"Berkas ini tidak berjudul kolom. Tanpa judul, berkas hanya dibaca bila berisi {number(len(columns))} kolom templat "
        f"menurut urutannya: {listed(columns)}.",
        "Salin baris judul kolom dari templat ke atas datanya, sesuaikan dengan kolom yang ada, lalu kirim lagi.",
        Rule.COLUMN,
    )


NO_HEADER = "Berkas tidak berjudul kolom; isinya cocok dengan urutan kolom templat, jadi dibaca menurut urutan itu."


def title_rows(rows: Sequence[int]) -> str:
    return f"Baris {row_numbers(rows)} di atas judul kolom dibaca sebagai judul laporan."


def header_rows(rows: Sequence[int]) -> str:
    return f"Judul kolom ditemukan pada baris {row_numbers(rows)}."


def section_rows(rows: Sequence[int]) -> str:
    return f"Baris {row_numbers(rows)} hanya menyebut kecamatan, jadi dilewati."


def note_rows(rows: Sequence[int]) -> str:
    return f"Baris {row_numbers(rows)} di bawah tabel dibaca sebagai catatan dan dilewati."


def unit_from_title(name: str) -> str:
    return f"Puskesmas diambil dari judul atau nama lembar: {name}."


# Months across


def months_across(months: Sequence[int]) -> str:
    return f"Bulan tertulis menyamping ({listed(MONTHS[m - 1] for m in months)}); tiap bulan dibaca sebagai satu baris."


def blank_months(months: Sequence[int]) -> str:
    return f"Kolom {listed(MONTHS[m - 1] for m in months)} kosong seluruhnya, jadi dianggap belum dilaporkan."


def element_from_title(label: str) -> str:
    return f"Isi kolom bulan diambil dari judul atau nama lembar: {label}."


ASK_ELEMENT = "Kolomnya hanya menyebut bulan. Angka apa yang ditulis di dalamnya?"

# Periods

ASK_YEAR = "Berkas ini tidak menyebut tahun. Tahun berapa angkanya?"
ASK_MONTH = "Berkas ini tidak menyebut bulan. Bulan apa angkanya?"
DATES_DIFFER = Sentence(
    "Tanggal pada kolom ini ada yang ditulis hari dahulu dan ada yang bulan dahulu.",
    "Tulis semuanya sebagai hari/bulan/tahun, misalnya 31/08/2026.",
    Rule.PERIOD,
)


def period_from_title(role: str, text: str) -> str:
    return f"{role.capitalize()} diambil dari judul di atas tabel: {text}."


def period_from_sheet(role: str, text: str) -> str:
    return f"{role.capitalize()} diambil dari nama lembar: {text}."


def title_and_sheet_differ(role: str) -> Sentence:
    return Sentence(
        f"{role.capitalize()} pada judul tabel berbeda dengan {role} pada nama lembar.",
        "Samakan keduanya, lalu unggah lagi.",
        Rule.PERIOD,
    )


def years_differ(in_month: int, in_year: int) -> Sentence:
    return Sentence(
        f"Kolom bulan menyebut tahun {in_month}, tetapi kolom tahun {in_year}.", "Perbaiki salah satunya.", Rule.PERIOD
    )


def counts_on(first: int, last: int) -> Sentence:
    return Sentence(
        f"Judul menyebut {MONTHS[first - 1]} sampai {MONTHS[last - 1]}, jadi angkanya gabungan beberapa bulan.",
        "Kirim angka tiap bulan, satu baris satu bulan; gabungan beberapa bulan tidak dapat disimpan sebagai satu bulan.",
        Rule.PERIOD,
    )


def month_first(column: str) -> str:
    return f'Tanggal pada kolom "{column}" ditulis bulan dahulu, dan dibaca demikian.'


# Numbers

ASKED = Sentence("Angka ini menunggu jawaban.", "Jawab pertanyaan tentang kolom ini.", Rule.CELL)
_STYLES = {
    "point": "titik memisahkan ribuan, koma tanda desimal",
    "comma": "koma memisahkan ribuan, titik tanda desimal",
}
DASHES = (("zero", "Nol: tidak ada kejadian"), ("blank", "Kosong: belum ada data"))
DASH_HINT = "Nol disimpan sebagai angka 0; kosong berarti belum dilaporkan."


def notation(column: str, style: str) -> str:
    return f'Kolom "{column}": {_STYLES[style]}.'


def ask_notation(column: str, written: str) -> str:
    return f'"{written}" pada kolom "{column}" dapat dibaca ribuan atau pecahan. Bagaimana kolom ini ditulis?'


def notations(written: str) -> tuple[tuple[str, str], ...]:
    """Value and label of both readings; the Indonesian one first."""
    plain, fraction = written.replace(".", "").replace(",", ""), written.replace(".", ",")
    point, comma = (plain, fraction) if "." in written else (fraction, plain)
    return (
        ("point", f"{_STYLES['point'].capitalize()}: {written} adalah {point}"),
        ("comma", f"{_STYLES['comma'].capitalize()}: {written} adalah {comma}"),
    )


def ask_dash(count: int) -> str:
    return f"Ada {number(count)} sel berisi tanda hubung (-). Apa artinya dalam berkas ini?"


def dashes(count: int, meaning: str) -> str:
    return f"{number(count)} tanda hubung dibaca sebagai {'nol' if meaning == 'zero' else 'kosong (belum ada data)'}."


def blank_words(count: int) -> str:
    return f'{number(count)} sel bertuliskan "null", "N/A", atau sejenisnya dibaca kosong (belum ada data), bukan nol.'


def ask_unit(indicator: str, unit: str) -> str:
    return f"{indicator} ditulis dengan tanda persen, padahal satuannya {unit}. Apa satuan angka yang ditulis?"


def percent_options(unit: str, times: int) -> tuple[tuple[str, str], ...]:
    return (
        ("unit", f"Sudah {unit}; tanda persennya keliru"),
        ("percent", f"Memang persen; dikalikan {number(times)} menjadi {unit}"),
    )


# Totals


def totals_match(count: int) -> str:
    return f"{number(count)} baris jumlah cocok dengan rinciannya; baris jumlah tidak disimpan."


def totals_not_compared(rows: Sequence[int]) -> str:
    return f"Baris jumlah atau rata-rata {row_numbers(rows)} tidak disimpan dan tidak dapat dibandingkan dengan rinciannya."


def total_differs(stated: int, summed: int) -> Sentence:
    return Sentence(
        f"Baris jumlah ini menyebut {number(stated)}, padahal rinciannya berjumlah {number(summed)}.",
        "Periksa apakah ada baris yang kurang, lebih, atau salah ketik. Yang disimpan adalah rinciannya.",
        Rule.TOTAL,
    )
