"""What is said while the dashboard shows the data as they stood on an earlier day."""

from __future__ import annotations

CHOOSE = "Keadaan per tanggal"
DAY = "Tanggal"
EXPLAINED = "Menampilkan seluruh dasbor seperti pada akhir hari itu."
BANNER = "Anda melihat keadaan data per {day}, bukan data terkini."
NOTHING_THEN = "Pada tanggal itu belum ada data kabupaten ini yang tersimpan."
BACK = "Kembali ke data terkini"
CLOSED = (
    "Anda sedang melihat keadaan data per {day}, jadi halaman dan tindakan staf ditutup. "
    "Kembalilah ke data terkini untuk mengirim, memeriksa, atau membatalkan."
)
FOOTER = "Keadaan data per {day}, perubahan terakhirnya {moment} · aturan penilaian versi {rule} · {product}"
FOOTER_NOTHING = "Keadaan data per {day} · aturan penilaian versi {rule} · {product}"
