"""What the page on areas and mode says."""

from __future__ import annotations

from indicators.wording import numbers

MODE_TITLE = "Mode data"
NOW = "Sekarang: mode {mode}."
EXPLAINED = {
    "contoh": (
        "Dasbor menampilkan data contoh dan kiriman latihan. Semua grafik dan unduhan bertanda DATA CONTOH. "
        "Kiriman resmi disimpan terpisah dan tidak ikut dijumlahkan."
    ),
    "resmi": (
        "Dasbor hanya menampilkan kiriman resmi dan angka publik. Data contoh dan kiriman latihan tidak ditampilkan "
        "dan tidak ikut dijumlahkan, tetapi tetap tersimpan."
    ),
}
SWITCH_TO = "Ubah ke mode {mode}"
REASON = "Alasan (tidak wajib)"
WHO_MAY = "Mode hanya dapat diubah oleh admin kabupaten ini setelah masuk."
SWITCHED = "Mode diubah menjadi {mode}. Ubah kembali kapan saja di halaman ini."
NOTHING_OFFICIAL = "Belum ada kiriman resmi, jadi halaman akan menunjukkan data apa yang masih kurang."

SWITCHES = "Riwayat pergantian mode"
SWITCH_COLUMNS = ("Kapan", "Siapa", "Menjadi mode", "Alasan")

UNITS_TITLE = "Kecamatan dan puskesmas"
UNIT_COLUMNS = ("Kecamatan", "Kode", "Kode BPS", "Puskesmas", "Keterangan")
MISSING_CODE = "–"
SOURCE = "Sumber wilayah"


def preview(mode: str, shown: int, hidden: int, months: str) -> str:
    """What a switch would do, in one sentence."""
    said = (
        f"Bila diubah ke mode {mode}: {numbers.number(shown)} kiriman akan tampil dan "
        f"{numbers.number(hidden)} kiriman tidak lagi tampil."
    )
    return f"{said} Data yang tampil: {months}." if months else f"{said} {NOTHING_OFFICIAL}"
