"""What is said about an offline copy: in the copy itself, and in the text that goes with it."""

from __future__ import annotations

from datetime import date

from indicators.wording import numbers

TOLD = "Salinan luring, data versi {version}, dibuat {day}"
STAFF_PAGE = (
    "Ini salinan luring untuk menampilkan data: tidak ada akun, dan tidak ada yang dapat dikirim atau dicatat di dalamnya. "
    "Lakukan di dasbor utama."
)

PLATFORMS = {"windows": "Windows 64-bit", "linux": "Linux 64-bit"}

READ_ME = """\
DASBOR KPI KESEHATAN: SALINAN LURING

Folder ini menjalankan seluruh dasbor di sebuah laptop tanpa internet.

  Data        versi {version}, disalin {day}
  Laptop      {platforms}
  Perlu       Python {python} (64-bit) dan 3 GB ruang kosong


SEBELUM RAPAT, SEKALI SAJA

1. Salin seluruh folder ini dari flashdisk ke laptop, misalnya ke {example}.
   Menjalankannya langsung dari flashdisk lambat, dan di Linux dapat gagal.
2. Pasang Python {python} bila belum ada. Nomor {python} harus tepat, karena
   pustaka di folder wheels dibuat untuk nomor itu. Python tidak ikut di dalam
   folder ini.
   Windows: dari https://www.python.org/downloads/windows/ ambil "Windows
   installer (64-bit)" Python {python} yang terbaru di antara yang mempunyai
   pemasang. Tanpa hak administrator, hapus centang "Use admin privileges when
   installing py.exe" sebelum memasang. Simpan juga pemasang itu di flashdisk,
   supaya laptop lain dapat disiapkan tanpa internet.
   Linux: pasang paket python{python} dari distribusinya.
3. Jalankan satu kali seperti di bawah. Kali pertama memakan satu sampai tiga
   menit; sesudahnya beberapa detik.


MENJALANKAN

Windows: klik dua kali mulai.bat. Bila muncul peringatan Windows SmartScreen,
         pilih "Info selengkapnya", lalu "Tetap jalankan".
Linux:   buka terminal di folder ini, lalu ketik: sh mulai.sh

Peramban terbuka sendiri di http://127.0.0.1:8501. Bila tidak, ketik alamat
yang tertulis di jendela hitam.


MENGHENTIKAN

Tutup jendela hitamnya, atau tekan Ctrl+C di dalamnya.


INI SALINAN

- Hanya untuk menampilkan, membuat bahan rapat, dan mengunduh. Tidak ada akun,
  dan tidak ada yang dapat dikirim, diterbitkan, atau dicatat: yang demikian
  tidak akan sampai ke dasbor utama.
- Data baru di dasbor utama tidak ikut. Untuk data terbaru, buat salinan baru.
- Tidak ikut disalin: akun dan kata sandi, kunci, nama petugas dan catatannya
  dalam riwayat, berkas kiriman, draf, dan kiriman yang menunggu verifikasi
  atau ditolak.
- Tetap ikut: hitungan setiap puskesmas. Halaman menyembunyikan hitungan kecil,
  tetapi orang yang ahli dapat membacanya dari berkas di folder data. Jaga
  flashdisk dan laptopnya seperti berkas dinas, dan hapus folder ini sesudah
  rapat.
"""
EXAMPLE = {"windows": r"C:\dasbor", "linux": "folder rumah Anda"}


def told(version: int, made_on: date) -> str:
    """One line that says what a copy is of."""
    return TOLD.format(version=version, day=numbers.day(made_on))


def read_me(*, version: int, made_on: date, platforms: list[str], python: str) -> str:
    """The text that goes with a copy; python: as `3.11`."""
    return READ_ME.format(
        version=version,
        day=numbers.day(made_on),
        platforms=numbers.listed([PLATFORMS[name] for name in platforms]),
        python=python,
        example=numbers.listed([EXAMPLE[name] for name in platforms]),
    )
