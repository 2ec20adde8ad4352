"""What the warehouse says when it cannot be read or written."""

CANNOT_READ = (
    "Data tersimpan tidak dapat dibaca: ada berkas yang hilang atau rusak. "
    "Jalankan perintah `python -m indicators restore` di komputer server untuk memulihkannya, "
    "lalu jalankan ulang dasbor."
)
CANNOT_WRITE = (
    "Data tidak dapat disimpan. Tidak ada yang berubah. Periksa ruang cakram dan izin folder data di komputer server, "
    "lalu coba lagi."
)
STALE = (
    "Data yang sama diubah orang lain setelah pratinjau ini dibuat. Tidak ada yang disimpan. "
    "Periksa pratinjau yang baru, lalu terbitkan lagi."
)
UNKNOWN_SUBMISSION = "Kiriman itu tidak ditemukan."
UNKNOWN_CHANGE = "Perubahan wilayah itu tidak ditemukan."
CHANGE_ALREADY_UNDONE = "Perubahan itu sudah dibatalkan; tidak ada yang berubah."
CHANGE_ALREADY_VALID = "Perubahan itu sudah berlaku; tidak ada yang berubah."
ALREADY_UNDONE = "Kiriman itu sudah dibatalkan; tidak ada yang berubah."
ALREADY_ACTIVE = "Kiriman itu sudah berlaku; tidak ada yang berubah."
SEED_BY = "Data bawaan"
SEED_REASON_SAMPLE = "Data contoh yang disertakan bersama dasbor"
SEED_REASON_PUBLISHED = "Angka publik beserta sumbernya, disertakan bersama dasbor"
