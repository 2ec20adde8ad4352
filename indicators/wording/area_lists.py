"""What is said of the lists of facilities and desa that admins edit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from indicators.wording import numbers
from indicators.wording.intake import Sentence
from indicators.wording.rules import Rule

KINDS = {"puskesmas": "puskesmas", "rumah sakit": "hospital"}
SHEET = "Data"
GUIDE_SHEET = "Petunjuk"
GUIDE_HEADINGS = ("Kolom", "Isi")
GUIDE_FACILITIES = (
    ("kode", "Kode tetap. Jangan diubah dan jangan dihapus; kosongkan untuk fasilitas baru, kodenya dibuatkan."),
    ("nama_fasilitas", "Nama sekarang. Bila diganti, nama lama tetap dikenali sebagai nama lain."),
    ("jenis", f"{numbers.listed(list(KINDS))}."),
    ("kode_kecamatan", "Kode Kemendagri kecamatan letaknya, misalnya 35.10.01."),
    ("kecamatan", "Nama kecamatan, untuk memeriksa kodenya."),
    ("kode_nasional", "Kode registrasi nasional, bila ada."),
    ("ejaan_lain", "Ejaan lain yang dikenali, dipisahkan garis tegak: Melaya 2|PKM Melaya II."),
    ("status", "Seberapa pasti letak dan namanya; tampil di halaman Wilayah."),
    ("catatan", "Keterangan, tanpa nama orang."),
    ("sumber", "Dokumen asalnya. Bila kosong, ditulis nama berkas ini."),
    ("berlaku_dari", "Tanggal mulai melayani, misalnya 2026-01-31 atau 31/01/2026. Kosong: sudah lama."),
    (
        "berlaku_sampai",
        "Tanggal terakhir melayani. Laporan bulan sesudahnya tidak lagi diharapkan. Kosong: masih berjalan.",
    ),
    ("pengganti_dari", "Kode fasilitas yang digantikan, bila ada."),
)
GUIDE_DESA = (
    (
        "kode",
        "Kode Kemendagri desa atau kelurahan, misalnya 35.10.01.2001. Desa lama tidak pernah dihapus dari daftar.",
    ),
    ("nama_desa", "Nama sekarang. Bila diganti, nama lama tetap dikenali sebagai nama lain."),
    ("kode_kecamatan", "Kode Kemendagri kecamatannya; sama dengan awal kode desa."),
    ("kecamatan", "Nama kecamatan, untuk memeriksa kodenya."),
    ("kode_bps", "Kode BPS, bila diketahui."),
    ("ejaan_lain", "Ejaan lain yang dikenali, dipisahkan garis tegak."),
    ("berlaku_dari", "Tanggal terbentuk, misalnya 2026-01-31 atau 31/01/2026. Kosong: sudah lama."),
    ("berlaku_sampai", "Tanggal terakhir. Kosong: masih ada."),
    ("pengganti_dari", "Kode desa yang digantikan, bila ada."),
)

FIELDS = {
    "name": "nama", "kind": "jenis", "kecamatan": "kecamatan", "parent": "kecamatan", "national_code": "kode nasional",
    "bps_code": "kode BPS", "aliases": "nama lain", "status": "status", "note": "catatan", "source": "sumber",
    "valid_from": "berlaku dari", "valid_to": "berlaku sampai", "successor_of": "pengganti dari",
}  # fmt: skip

FROM_FILE = "berkas {file}"
STATUS_NEW = "daftar dimutakhirkan admin"


def _sentence(message: str, fix: str) -> Sentence:
    return Sentence(message, fix, Rule.AREA_LIST)


def columns_missing(columns: Sequence[str]) -> Sentence:
    return _sentence(f"Kolom {numbers.listed(columns)} tidak ada.", "Mulailah dari daftar yang diunduh di halaman ini.")


def left_out(names: Sequence[str], more: int) -> Sentence:
    listed = numbers.listed(names) if not more else f"{', '.join(names)}, dan {numbers.number(more)} lainnya"
    return _sentence(
        f"Tidak ada lagi dalam berkas: {listed}.",
        "Kode tidak pernah dihapus. Kembalikan barisnya, dan isi berlaku_sampai bila sudah tidak berjalan.",
    )


CODE_TWICE = _sentence("Kode ini sudah dipakai pada baris lain.", "Setiap kode hanya boleh sekali.")
CODE_UNKNOWN = _sentence(
    "Kode ini belum ada dalam daftar.", "Untuk fasilitas baru, kosongkan kodenya; kode dibuatkan saat diterbitkan."
)
CODE_MALFORMED = _sentence(
    "Kode ini bukan kode desa Kemendagri di kecamatan itu.",
    "Tulis kode kecamatan, titik, lalu empat angka yang berawal 1 (kelurahan) atau 2 (desa), misalnya 35.10.01.2001.",
)
NAME_BLANK = _sentence("Nama belum diisi.", "Isi namanya.")
NAME_TWICE = _sentence(
    "Nama ini dipakai pada lebih dari satu baris yang masih berlaku.", "Bedakan namanya, atau isi berlaku_sampai."
)
KIND_UNKNOWN = _sentence("Jenis ini tidak dikenal.", f"Isi salah satu: {', '.join(KINDS)}.")
KECAMATAN_UNKNOWN = _sentence(
    "Kecamatan ini tidak ada di kabupaten ini.", "Isi kode_kecamatan dengan kode Kemendagri, misalnya 35.10.01."
)
KECAMATAN_DIFFERS = _sentence("Kode dan nama kecamatan tidak sama.", "Betulkan salah satunya.")
DATE_UNREADABLE = _sentence("Tanggal ini tidak terbaca.", "Tulis seperti 2026-01-31 atau 31/01/2026.")
DATES_REVERSED = _sentence("berlaku_sampai lebih awal daripada berlaku_dari.", "Periksa kedua tanggal.")
SUCCESSOR_UNKNOWN = _sentence("Kode pada pengganti_dari tidak ada dalam daftar.", "Isi dengan kode dari daftar ini.")


def changed(fields: Iterable[tuple[str, str, str]]) -> str:
    """`nama: A → B; berlaku sampai: – → 31 Januari 2026`."""
    return "; ".join(
        f"{FIELDS[field]}: {old or numbers.MISSING} → {new or numbers.MISSING}" for field, old, new in fields
    )
