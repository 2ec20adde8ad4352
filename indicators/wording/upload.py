"""What the upload page says."""

from __future__ import annotations

from indicators.wording import numbers

STEP_CHOOSE = "1. Pilih set data dan unduh templatnya"
STEP_UPLOAD = "2. Unggah berkas yang sudah diisi"
STEP_CHECK = "3. Periksa yang ditemukan"
STEP_PREVIEW = "4. Lihat yang akan berubah"
STEP_PUBLISH = "5. Terbitkan"
STEPS = (STEP_CHECK, STEP_PREVIEW, STEP_PUBLISH)
# Below a form, before which no step was counted.
FORM_STEPS = ("Hasil pemeriksaan", "Yang akan berubah", "Terbitkan")

DATASET = "Set data"
MONTH = "Bulan laporan"
YEAR = "Tahun"
PREFILLED = "Isi dengan angka terakhir tiap puskesmas"
PREFILLED_HELP = (
    "Templat berisi angka terakhir yang berlaku, sehingga cukup mengganti yang berubah. Berkas yang diunduh dapat "
    "langsung diunggah kembali."
)
TEMPLATE_CSV = "Templat CSV"
TEMPLATE_XLSX = "Templat Excel (XLSX)"
FILE = "Berkas CSV, Excel (XLSX atau XLS), atau ODS; boleh beberapa sekaligus, masing-masing paling besar 25 MB"
SUPPLIED_BY = "Dikirim oleh"
MODE_SAMPLE = (
    "Kabupaten ini dalam mode contoh: yang Anda terbitkan di sini adalah latihan dan bertanda DATA CONTOH. "
    "Kiriman latihan tidak ikut ketika mode diubah menjadi resmi."
)
READING = "Membaca dan memeriksa berkas…"
COMPARING = "Membandingkan dengan data yang berlaku…"

COLUMNS_UNDERSTOOD = "Bagaimana berkas ini dibaca"
UNDERSTOOD_COLUMNS = ("Judul kolom", "Dibaca sebagai")
NOTHING_CHANGES = "Isi berkas ini sama persis dengan data yang berlaku, jadi tidak ada yang perlu diterbitkan."
CHANGE_COLUMNS = ("Unit", "Periode", "Unsur", "Sebelum", "Sesudah", "Perubahan")
CHANGE_WORDS = {"added": "ditambah", "changed": "diubah", "removed": "dihapus"}
CHANGES = "Rincian perubahan"
CHANGES_CUT = "Ditampilkan {shown} dari {total} perubahan."
EFFECTS = "Indikator yang bergerak"
EFFECT_COLUMNS = ("Indikator", "Wilayah", "Periode", "Sebelum", "Sesudah")
NO_EFFECTS = "Tidak ada indikator hitungan yang bergerak."

REASON = "Catatan untuk riwayat (tidak wajib)"
REASON_HELP = "Misalnya: perbaikan angka Puskesmas Licin. Jangan menulis nama orang, NIK, atau alamat."
PUBLISH = "Terbitkan"
UNDO = "Batalkan kiriman ini"
RECEIPT = "Diterbitkan"
RECEIPT_WAITING = "Menunggu verifikasi"
CLOSE = "Tutup pemberitahuan"
ANOTHER = "Unggah berkas lain"
FURTHER = "Lanjut menyunting"
SEE_RESULT = "Lihat Ringkasan"
UNDONE = "Kiriman dibatalkan. Angka kembali seperti sebelumnya (versi data {version})."


def understood(name: str, dataset: str, rows: int, units: int, first: str, last: str) -> str:
    """`births.csv dibaca sebagai Kelahiran: 45 baris, 45 unit, Oktober 2026.`"""
    when = first if first == last else f"{first} sampai {last}"
    return f"{name} dibaca sebagai {dataset}: {numbers.number(rows)} baris, {numbers.number(units)} unit, {when}."


def understood_list(name: str, dataset: str, rows: int) -> str:
    """`registri.csv dibaca sebagai Registri inovasi: 21 entri.`"""
    return f"{name} dibaca sebagai {dataset}: {numbers.number(rows)} entri."


def _noun(of_list: bool) -> str:
    return "entri" if of_list else "angka"


def counted_changes(added: int, changed: int, removed: int, unchanged: int, *, of_list: bool = False) -> str:
    """`45 angka ditambah, 3 diubah, 0 dihapus, 402 tetap.`"""
    return (
        f"{numbers.number(added)} {_noun(of_list)} ditambah, {numbers.number(changed)} diubah, "
        f"{numbers.number(removed)} dihapus, {numbers.number(unchanged)} tetap."
    )


def removes(count: int) -> str:
    """Why values that are stored would be gone, and what to do if that is not meant."""
    return (
        f"{numbers.number(count)} angka yang sudah tersimpan akan dihapus karena kosong di berkas ini. Bila bukan itu yang "
        f"dimaksud, unduh templat dengan pilihan “{PREFILLED}”, lengkapi, lalu unggah lagi."
    )


def receipt(
    dataset: str, rows: int, version: int, submission: str, *, waiting: bool = False, of_list: bool = False
) -> str:
    shown = (
        "Isinya tampil setelah orang lain memverifikasinya."
        if waiting
        else f"Halaman lain sudah menampilkan {_noun(of_list)} yang baru."
    )
    return (
        f"{dataset}: {numbers.number(rows)} {_noun(of_list)} tersimpan sebagai versi data {version}. "
        f"Nomor kiriman {submission}. {shown}"
    )


def cut(shown: int, total: int) -> str:
    return CHANGES_CUT.format(shown=numbers.number(shown), total=numbers.number(total))


def effects_below(kecamatan: int) -> str:
    return f"Indikator yang bergerak di {numbers.number(kecamatan)} kecamatan"


def not_your_units(names: list[str]) -> str:
    """An uploader of some facilities has sent a file with others in it."""
    return (
        f"Berkas ini memuat unit di luar hak akun Anda. Akun Anda mengirim data {', '.join(names)}. "
        "Hapus baris unit lain, lalu unggah lagi; tidak ada yang disimpan."
    )
