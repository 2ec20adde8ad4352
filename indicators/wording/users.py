"""What an admin reads about the accounts: the page Pengguna and the command `users`."""

from __future__ import annotations

ACTIVE = "aktif"
INACTIVE = "nonaktif"
LOCKED = "terkunci"
MUST_CHANGE = "menunggu ganti kata sandi"


def standing(active: bool, locked: bool, must_change: bool) -> str:
    """How an account stands, the gravest first."""
    if not active:
        return INACTIVE
    found = [*[LOCKED] * locked, *[MUST_CHANGE] * must_change]
    return ", ".join(found) or ACTIVE


# The page.
LIST_TITLE = "Daftar akun"
COLUMNS = ("Nama lengkap", "Nama pengguna", "Peran", "Kabupaten", "Faskes", "Keadaan")
NONE = "Belum ada akun yang Anda kelola."
EVERY_KABUPATEN = "Semua kabupaten"
ALL_FACILITIES = "Semua faskes"
NOT_LIMITED = "–"

CODE_FOR = "Kata sandi sekali pakai untuk {name}"
CODE_NOTE = (
    "Serahkan langsung kepada orangnya. Kata sandi ini tidak dapat ditampilkan lagi, berlaku tujuh hari, dan harus "
    "diganti saat pertama kali masuk."
)
CODE_TAKEN = "Sudah saya catat"

CHANGE_TITLE = "Ubah akun"
ACCOUNT = "Akun"
ROLE = "Peran"
ROLE_HELP = "Setiap peran juga boleh melihat semua halaman umum."
ROLE_MAY = {
    "viewer": "Melihat halaman, tanpa hitungan kecil.",
    "uploader": "Mengirim, menerbitkan, dan membatalkan data.",
    "verifier": "Mengirim data, dan memeriksa kiriman orang lain.",
    "innovation_editor": "Mengubah daftar inovasi.",
    "secretary": "Mencatat keputusan dan menyiapkan bahan rapat.",
    "admin": "Semua tindakan, termasuk mode dan pengguna.",
}
KABUPATEN = "Kabupaten akun"
FACILITIES = "Faskes yang datanya dikirim"
FACILITIES_HELP = "Kosongkan bila petugas ini mengirim data semua faskes kabupatennya."
IDENTITY = "Identitas pada penyedia"
IDENTITY_HELP = "Surel atau nama orang ini pada penyedia masuk kabupaten, bila dipakai."
SAVE_RIGHTS = "Simpan perubahan"
RIGHTS_SAVED = "Hak akun {name} disimpan. Sesinya berakhir dan ia perlu masuk lagi."
OWN_ACCOUNT = "Ini akun Anda sendiri. Kata sandinya diganti melalui Ganti kata sandi di bilah kiri."
RESET = "Atur ulang kata sandi"
RESET_HELP = "Membuat kata sandi sekali pakai yang baru. Semua sesi orang itu berakhir."
RESET_DONE = "Kata sandi akun {name} diatur ulang."
UNLOCK = "Buka kunci"
UNLOCKED = "Kunci akun {name} dibuka."
DEACTIVATE = "Nonaktifkan"
DEACTIVATE_HELP = "Orang itu tidak dapat masuk lagi. Kirimannya dan namanya di riwayat tetap."
DEACTIVATED = "Akun {name} dinonaktifkan."
ACTIVATE = "Aktifkan kembali"
ACTIVATED = "Akun {name} diaktifkan kembali."

ADD_TITLE = "Tambah akun"
ADD = "Tambah akun dan buat kata sandi"
ADDED = "Akun untuk {name} dibuat."


def option(display_name: str, name: str) -> str:
    return f"{display_name} ({name})"
