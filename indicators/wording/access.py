"""What people read while they sign in, sign out and create accounts."""

from __future__ import annotations

import math

PRODUCT = "KPI Kesehatan"
PRODUCT_LONG = "Dasbor KPI Kesehatan Daerah"

WRONG_NAME_OR_PASSWORD = "Nama pengguna atau kata sandi tidak cocok. Periksa kembali, lalu coba lagi."
WRONG_SETUP_CODE = "Kode penyiapan tidak cocok. Salin kode terbaru dari layar server."
COPY_HAS_NO_ACCOUNTS = "Ini salinan luring, yang tidak mempunyai akun. Masuklah di dasbor utama."
SETUP_IS_OVER = "Akun pertama sudah dibuat. Silakan masuk; akun lain ditambahkan oleh admin."
ACCOUNTS_UNREADABLE = (
    "Berkas akun tidak dapat dibaca. Pulihkan accounts.json dari cadangan, atau pindahkan berkas itu dan "
    "mulai ulang server untuk membuat akun admin yang baru."
)
SESSIONS_UNREADABLE = (
    "Berkas ended_sessions.json tidak dapat dibaca. Hapus berkas itu beserta berkas secret di folder yang "
    "sama; setelah itu semua orang perlu masuk lagi."
)
FORM_EXPIRED = "Formulir sudah kedaluwarsa atau cookie tidak diterima peramban. Isi kembali, lalu kirim ulang."
SECRET_TOO_SHORT = "KPI_SECRET terlalu pendek: perlu paling sedikit {length} karakter acak."

NAME_RULE = "3–40 karakter: huruf kecil, angka, titik, garis bawah, atau tanda hubung."
DISPLAY_NAME_RULE = "Nama lengkap wajib diisi, paling banyak 80 karakter."
NAME_TAKEN = "Nama pengguna {name} sudah dipakai. Pilih nama lain."
NAME_UNKNOWN = "Tidak ada akun bernama {name}."
LAST_ADMIN = "Akun {name} satu-satunya admin untuk semua kabupaten. Buat admin lain lebih dahulu."
PASSWORD_TOO_SHORT = "Kata sandi paling sedikit {length} karakter. Beberapa kata biasa yang digabung sudah baik."
PASSWORD_TOO_LONG = "Kata sandi paling banyak {length} karakter."
PASSWORD_IS_NAME = "Kata sandi tidak boleh sama dengan nama pengguna."
PASSWORD_TOO_SIMPLE = "Kata sandi itu terlalu mudah ditebak. Gunakan paling sedikit lima karakter yang berbeda."
PASSWORDS_DIFFER = "Kedua kata sandi belum sama. Ketik ulang."
ROLE_UNKNOWN = "Peran {role} tidak dikenal. Pilih viewer, uploader, verifier, innovation_editor, secretary, atau admin."
KABUPATEN_UNKNOWN = "Kabupaten {kabupaten} tidak dikenal. Pilih salah satu dari: {known}."

FACILITIES_OF_UPLOADER = "Hanya petugas data yang dapat dibatasi pada faskes tertentu. Kosongkan daftar faskesnya."
FACILITIES_OF_ONE_KABUPATEN = (
    "Petugas data yang dibatasi pada faskes tertentu bekerja untuk satu kabupaten. Pilih kabupatennya."
)
FACILITY_UNKNOWN = "Faskes {names} tidak ada di kabupaten {kabupaten}."
IDENTITY_TOO_LONG = "Identitas penyedia paling banyak {length} karakter."
IDENTITY_TAKEN = "Identitas penyedia itu sudah dipakai akun lain."
NOT_ADMIN = "Hanya admin yang dapat mengelola akun ini."
RESET_OF_OWN = "Kata sandi akun sendiri diganti melalui Ganti kata sandi."
MUST_CHANGE_FIRST = "Kata sandi ini sekali pakai. Masuk lewat peramban dan ganti dahulu kata sandinya."
ONE_TIME_IS_OVER = "Masa berlaku kata sandi sekali pakai sudah lewat. Mintalah admin mengatur ulang kata sandi Anda."
PASSWORD_IS_THE_OLD_ONE = "Kata sandi baru sama dengan yang lama. Pilih kata sandi lain."
IDENTITY_UNKNOWN = (
    "Penyedia mengenal Anda, tetapi Anda belum terdaftar di dasbor ini. Mintalah admin menambahkan akun Anda."
)
PROVIDER_SILENT = "Masuk melalui penyedia belum berhasil. Coba lagi, atau masuk dengan nama pengguna."
SESSION_IS_OVER = "Sesi Anda sudah berakhir. Silakan masuk lagi."

ROLES = {
    "viewer": "Pembaca",
    "uploader": "Petugas data",
    "verifier": "Verifikator",
    "innovation_editor": "Penyunting inovasi",
    "secretary": "Notulis",
    "admin": "Admin",
}


def too_many_attempts(seconds: float) -> str:
    """When the next attempt is possible, rounded up to whole minutes."""
    return f"Terlalu banyak percobaan masuk yang gagal. Coba lagi dalam {math.ceil(seconds / 60)} menit."


# The forms.
SIGN_IN_TITLE = "Masuk"
SIGN_IN_LEAD = "Untuk petugas dan admin dinas kesehatan. Melihat dasbor tidak memerlukan akun."
NAME_LABEL = "Nama pengguna"
PASSWORD_LABEL = "Kata sandi"
SIGN_IN_BUTTON = "Masuk"
PROVIDER_BUTTON = "Masuk dengan akun kabupaten"
PROVIDER_OR = "atau dengan nama pengguna"
FORGOTTEN = "Lupa kata sandi? Mintalah admin dinas mengatur ulang kata sandi Anda."
SIGN_IN_LEAD_CLOSED = "Dasbor ini hanya untuk pemilik akun."
ACCOUNT_WANTED = "Silakan masuk lebih dahulu."
NO_ACCOUNT_YET = (
    "Belum ada akun. Orang yang menjalankan server membuat akun admin pertama melalui tautan di layar server."
)
BACK = "Kembali ke dasbor"

SIGN_OUT_TITLE = "Keluar"
SIGN_OUT_LEAD = "Anda masuk sebagai {display_name} ({role})."
SIGN_OUT_BUTTON = "Keluar"
SIGNED_OUT = "Anda sudah keluar dari dasbor."
SIGN_OUT_OF_PROVIDER = "Keluar juga dari akun kabupaten"
NOT_SIGNED_IN = "Anda belum masuk."

PASSWORD_TITLE = "Ganti kata sandi"
PASSWORD_LEAD = "Setelah diganti, sesi Anda di peramban lain berakhir."
PASSWORD_LEAD_FIRST = "Anda masuk dengan kata sandi sekali pakai. Buat kata sandi Anda sendiri untuk melanjutkan."
CURRENT_PASSWORD_LABEL = "Kata sandi sekarang"
CURRENT_PASSWORD_WRONG = "Kata sandi sekarang tidak cocok. Periksa kembali, lalu coba lagi."
NEW_PASSWORD_LABEL = "Kata sandi baru"
PASSWORD_BUTTON = "Ganti kata sandi"

SETUP_TITLE = "Buat akun admin pertama"
SETUP_LEAD = "Kode penyiapan tertulis di layar server dan hanya berlaku untuk satu akun."
SETUP_CODE_LABEL = "Kode penyiapan"
DISPLAY_NAME_LABEL = "Nama lengkap"
PASSWORD_AGAIN_LABEL = "Ulangi kata sandi"
PASSWORD_HINT = "Paling sedikit {length} karakter."
SETUP_BUTTON = "Buat akun"
