"""What the warehouse says when it cannot be read or written, and when it refuses."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.vocabulary import Period
from indicators.wording import numbers

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
IS_A_COPY = (
    "Ini salinan luring; tidak ada yang dapat disimpan di dalamnya, karena tidak akan sampai ke dasbor utama. "
    "Lakukan di dasbor utama."
)
UNANSWERED = "Masih ada peringatan yang belum diberi alasan. Tidak ada yang disimpan."
UNKNOWN_SUBMISSION = "Kiriman itu tidak ditemukan."
UNKNOWN_CHANGE = "Perubahan wilayah itu tidak ditemukan."
CHANGE_ALREADY_UNDONE = "Perubahan itu sudah dibatalkan; tidak ada yang berubah."
CHANGE_ALREADY_VALID = "Perubahan itu sudah berlaku; tidak ada yang berubah."
# Why a submission cannot be verified, undone or redone, by how it stands.
STANDING = {
    "active": "Kiriman itu sudah berlaku; tidak ada yang berubah.",
    "waiting": "Kiriman itu masih menunggu verifikasi; tidak ada yang berubah.",
    "rejected": "Kiriman itu sudah ditolak; tidak ada yang berubah. Kirim ulang berkas yang sudah diperbaiki.",
    "undone": "Kiriman itu sudah dibatalkan; tidak ada yang berubah.",
}
SAME_PERSON = (
    "Kiriman harus diverifikasi oleh orang lain, bukan oleh pengirimnya. Tidak ada yang berubah. "
    "Mintalah rekan yang berhak untuk memeriksanya."
)
SENDER_FORGOTTEN = (
    "Nama pengirim tidak disimpan lagi, jadi tidak dapat dipastikan bahwa pemeriksanya orang lain. "
    "Tidak ada yang berubah. Tolak kiriman ini, lalu minta berkasnya dikirim ulang."
)
REASON_WANTED = "Tulis alasannya lebih dahulu. Tidak ada yang berubah."
RULE_SAME = "Aturan dua orang sudah demikian; tidak ada yang berubah."
LOCKED_ALREADY = "Periode itu sudah dikunci; tidak ada yang berubah."
NOT_LOCKED = "Periode itu tidak dikunci; tidak ada yang berubah."
NAME_FORGOTTEN = "(nama tidak disimpan lagi)"
NOTHING_TO_BACK_UP = "Gudang data masih kosong; tidak ada yang dicadangkan."
NO_BACKUP = (
    "Berkas itu bukan cadangan yang utuh: isinya tidak dapat dibaca atau sudah berubah. Tidak ada yang diganti. "
    "Gunakan berkas yang dibuat oleh perintah `backup`."
)
SEED_BY = "Data bawaan"
SEED_REASON_SAMPLE = "Data contoh yang disertakan bersama dasbor"
SEED_REASON_PUBLISHED = "Angka publik beserta sumbernya, disertakan bersama dasbor"


def locked(periods: Sequence[Period]) -> str:
    """Why something is refused that would change locked periods."""
    named = numbers.listed([numbers.period(period) for period in periods])
    return (
        f"Angka periode {named} sudah dikunci, dan tindakan ini akan mengubahnya. Tidak ada yang disimpan. "
        "Admin kabupaten dapat membuka kembali periode itu dengan menuliskan alasannya."
    )
