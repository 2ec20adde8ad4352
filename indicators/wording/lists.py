"""What is said of lists (the registry of innovations and what belongs to it): problems, questions, and their form."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.wording import intake, numbers
from indicators.wording.intake import Sentence, listed
from indicators.wording.rules import Rule

NEW_ENTRY = "Entri baru, bukan salah satu di atas"

BAD_DAY = Sentence(
    "Tanggal ini tidak dapat dibaca atau di luar kisaran yang wajar.",
    "Tulis misalnya 2024-08-17 atau 17/08/2024.",
    Rule.CELL,
)
BAD_LINK = intake.BAD_LINK._replace(rule=Rule.LIST)
IDENTIFIER_UNKNOWN = Sentence(
    "Nomor ini tidak ada di daftar.",
    "Kosongkan untuk entri baru; nomornya dibuatkan. Nomor yang sudah ada tidak diubah.",
    Rule.LIST,
)


def not_one_of(label: str, allowed: Sequence[str]) -> Sentence:
    return intake.not_one_of(label, allowed)._replace(rule=Rule.LIST)


def rows_required(columns: Sequence[str]) -> Sentence:
    return Sentence(
        f"Sekurang-kurangnya satu dari kolom {listed(columns)} harus diisi.", "Isi salah satunya.", Rule.REQUIRED
    )


def not_in_range(label: str, least: int, most: int) -> Sentence:
    """Years are written without a separator."""
    return Sentence(
        f"{label} harus bilangan bulat dari {least} sampai {most}.", "Perbaiki angkanya atau kosongkan.", Rule.RANGE
    )


def not_between(label: str, least: int, most: int) -> Sentence:
    return Sentence(
        f"{label} harus angka dari {numbers.number(least)} sampai {numbers.number(most)}.",
        "Perbaiki angkanya atau kosongkan.",
        Rule.RANGE,
    )


def no_such_number(label: str, guideline: str) -> Sentence:
    return Sentence(
        f"{label} ini tidak ada pada {guideline}.", "Tulis nomor indikator seperti pada daftar pedoman itu.", Rule.CELL
    )


def unknown(label: str) -> Sentence:
    """The cell resembles nothing known, so it is not quoted."""
    return Sentence(
        f"{label} pada sel ini tidak dikenal.", "Salin namanya dari daftar, atau kosongkan bila belum ada.", Rule.LIST
    )


def which(label: str, written: str) -> str:
    return f'{label} mana yang dimaksud dengan "{written}"?'


def same_entry(written: str) -> str:
    return f'"{written}" mirip dengan yang sudah ada di daftar. Apakah sama?'


def known_by_name(name: str, id_: str) -> Sentence:
    return Sentence(
        f"{name} sudah ada di daftar, jadi memakai nomornya: {id_}.",
        "Bila ini inovasi lain, bedakan namanya.",
        Rule.LIST,
    )


def twice(title: str, rows: str) -> Sentence:
    return Sentence(f"{title} tertulis lebih dari sekali (baris {rows}).", "Sisakan satu baris.", Rule.DUPLICATE)


def days_reversed(first: str, second: str) -> Sentence:
    return Sentence(
        f"Tanggal {first.lower()} lebih baru daripada {second.lower()}.", "Perbaiki salah satu tanggalnya.", Rule.PERIOD
    )


def not_within(first: str, second: str) -> Sentence:
    return Sentence(
        f"{first} memuat yang tidak ada di {second.lower()}.",
        f"Lengkapi {second.lower()}, atau perbaiki {first.lower()}.",
        Rule.LIST,
    )


def removes(titles: Sequence[str], shown: int = 5) -> Sentence:
    rest = len(titles) - shown
    named = listed([*titles[:shown], f"{numbers.number(rest)} lainnya"]) if rest > 0 else listed(titles)
    return Sentence(
        f"Berkas ini menggantikan seluruh daftar, dan {numbers.number(len(titles))} entri yang berlaku sekarang tidak ada "
        f"di dalamnya: {named}.",
        "Bila tidak bermaksud menghapusnya, unduh daftar yang sekarang, tambahkan isian Anda di situ, lalu unggah lagi.",
        Rule.LIST_REMOVES,
    )


LIST = "Daftar"
WAY = "Cara mengubah"
FORM, FILE = "Ubah satu entri", "Unggah seluruh daftar"
GRID = "Isi bukti satu inovasi"
GRID_INNOVATION, GRID_GUIDELINE = "Inovasi", "Pedoman"
GRID_HINT = (
    "Semua indikator satu inovasi sekaligus. Bintang kosong berarti belum dicatat, 0 berarti sudah dinilai dan belum berbintang. "
    "Mengosongkan bintang menghapus bukti indikator itu. Tanda * berarti wajib; arti setiap bintang ada di bawah tabel."
)
GRID_REQUIRED = " *"
GRID_COLUMNS = {
    "label": "Indikator",
    "stars": "Bintang",
    "url": "Tautan bukti",
    "dated": "Tanggal bukti",
    "note": "Catatan",
}
GRID_MEANINGS = "Arti bintang dan bukti yang diminta"
GRID_MEANING_COLUMNS = ("Indikator", "1 bintang", "2 bintang", "3 bintang", "Bukti")
NO_INNOVATIONS = "Registri inovasi kabupaten ini masih kosong. Isi dahulu inovasinya."
NO_STARS_BUT_PROOF = (
    "Isi bintang untuk indikator nomor {numbers}: tautan, tanggal, dan catatan hanya disimpan bersama bintangnya."
)
DOWNLOADS = ("Unduh daftar sekarang (XLSX)", "Unduh daftar sekarang (CSV)")
ENTRY = "Entri"
NEW = "Entri baru"
BLANK = "belum dicatat"
CHECK = "Periksa isian"
REMOVE = "Hapus entri ini dari daftar"


def file_name(dataset: str) -> str:
    """`Isian Registri inovasi.csv`."""
    return f"Isian {dataset}.csv"


GUIDE_SEVERAL = "Boleh lebih dari satu, dipisahkan garis tegak ( | )."
GUIDE_EMPTY = "Boleh kosong; tampil sebagai “belum dicatat”."
GUIDE_DAY = "Tanggal, misalnya 2024-08-17."
GUIDE_LINK = "Diawali https://"
