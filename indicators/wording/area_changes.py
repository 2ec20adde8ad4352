"""What the page says where an admin replaces boundaries, facilities and desa."""

from __future__ import annotations

from indicators.wording import numbers

WHAT = {"boundaries": "Batas wilayah", "facilities": "Fasilitas", "desa": "Desa dan kelurahan"}

BOUNDARIES_TITLE = "Batas wilayah"
BOUNDARIES_NOW = "Yang dipakai di peta sekarang: {label} (versi {version})."
BOUNDARIES_HOW = (
    "Unggah batas resmi kecamatan atau desa: Shapefile dalam satu ZIP, GeoJSON, atau GeoPackage, paling besar 25 MB, "
    "dengan sistem koordinat apa pun. Berkas seprovinsi boleh; yang dipakai hanya kabupaten ini. Peta baru diganti "
    "setelah Anda memeriksa pratinjau dan menerbitkannya, dan dapat dibatalkan."
)
BOUNDARIES_FILE = "Berkas batas wilayah"
READING = "Membaca dan mencocokkan peta"
QUESTIONS = "Yang perlu Anda putuskan"
CHOOSE = "Pilih"
NO_PROBLEMS = "Tidak ada masalah yang ditemukan."
MATCHED_COLUMNS = ("Kecamatan", "Kode", "Wilayah dalam berkas", "Luas km²", "Peta skematik km²", "Beda")
MATCHED = "Kecamatan yang dikenali"
WHAT_WAS_DONE = "Yang dilakukan pada berkas"
PREVIEW = "Pratinjau"
PREVIEW_ALT = "Peta kecil batas kecamatan yang akan dipakai, dengan nama kecamatan."
OVERLAPS, GAPS = "Tumpang tindih", "Celah"
SOURCE = "Sumber batas, seperti akan tertulis di peta"
SOURCE_EXAMPLE = "misalnya Badan Informasi Geospasial"
DATED = "Tanggal sumber"
DATED_EXAMPLE = "misalnya 31/01/2025"
REASON = "Alasan atau catatan"
REASON_NEEDED = "Alasan (wajib karena ada peringatan)"
PUBLISH_BOUNDARIES = "Terbitkan batas"

LISTS_TITLE = "Fasilitas dan desa"
LISTS_HOW = (
    "Unduh daftar yang sekarang, ubah di Excel, lalu unggah kembali seluruhnya. Kode tidak pernah dihapus: yang tutup "
    "diberi tanggal berlaku_sampai, dan laporan bulan sesudahnya tidak lagi diharapkan."
)
LIST = "Daftar"
DOWNLOAD_CSV = "Unduh daftar (CSV)"
DOWNLOAD_XLSX = "Unduh daftar (Excel)"
LIST_FILE = "Daftar yang sudah diubah"
FILE_NAMES = {"facilities": "fasilitas", "desa": "desa"}
DIFFERENCE_COLUMNS = ("Perubahan", "Kode", "Nama", "Rincian")
DIFFERENCES = {"added": "baru", "changed": "diubah", "ended": "berakhir"}
NOTHING_CHANGES = "Daftar ini sama dengan yang sekarang; tidak ada yang perlu diterbitkan."
PUBLISH_LIST = "Terbitkan daftar"

SOURCE_BLANK = "Isi sumber batas."
DATED_BLANK = "Isi tanggal sumber seperti 31/01/2025."
REASON_BLANK = "Isi alasan: masih ada peringatan di atas."
PUBLISHED = "{what} sudah diganti. Bila keliru, batalkan pada Riwayat perubahan wilayah di bawah."

HISTORY_TITLE = "Riwayat perubahan wilayah"
HISTORY_EMPTY = "Belum ada yang diganti; semuanya seperti bawaan dasbor."
HISTORY_COLUMNS = ("Kapan", "Siapa", "Apa", "Tindakan", "Berkas", "Isi", "Alasan", "Keadaan")
EVENTS = {"publish": "mengganti", "undo": "membatalkan", "redo": "memulihkan"}
HOLDS, REPLACED, UNDONE = "berlaku", "tertimpa", "dibatalkan"
CHOOSE_CHANGE = "Perubahan"
UNDO, REDO = "Batalkan perubahan ini", "Pulihkan perubahan ini"
NO_EFFECT = "Yang berlaku tidak berubah, karena ada perubahan yang lebih baru."
SHIPPED = {"boundaries": "peta skematik bawaan", "facilities": "daftar bawaan", "desa": "daftar bawaan"}
DONE = {"undo": "Perubahan dibatalkan.", "redo": "Perubahan dipulihkan."}


def rows(what: str, count: int) -> str:
    return f"{numbers.number(count)} {'kecamatan' if what == 'boundaries' else 'baris'}"


def flaws(overlap_km2: float, gap_km2: float) -> str:
    return (
        f"Tumpang tindih {numbers.number(overlap_km2, 2)} km² dan celah {numbers.number(gap_km2, 2)} km² di antara "
        "kecamatan pada berkas asli."
    )


def share(difference: float) -> str:
    """`+3,1 %`"""
    sign = "+" if difference > 0 else "-" if difference < 0 else ""
    return f"{sign}{numbers.number(abs(difference) * 100, 1)} %"


def counted(added: int, changed: int, ended: int, total: int) -> str:
    return (
        f"{numbers.number(added)} baru, {numbers.number(changed)} diubah, {numbers.number(ended)} berakhir, dari "
        f"{numbers.number(total)} baris."
    )


def would_hold(file_name: str | None, what: str, moment: str) -> str:
    """What holds after an undo or redo."""
    held = f"{file_name} ({moment})" if file_name else SHIPPED[what]
    return f"Yang berlaku sesudahnya: {held}."
