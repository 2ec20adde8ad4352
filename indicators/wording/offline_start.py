"""What an offline copy says on the laptop's console before anything is installed: no package may be needed here."""

from __future__ import annotations

PURPOSE = "Menjalankan salinan luring dasbor KPI kesehatan."
PORT_HELP = "nomor port (bawaan: yang pertama bebas mulai {port})"
NO_BROWSER_HELP = "jangan membuka peramban"
PREPARING = "Menyiapkan pustaka dari folder wheels. Ini hanya pada kali pertama dan memakan satu sampai tiga menit ..."
PREPARED_ELSEWHERE = "Salinan ini sedang disiapkan di jendela lain. Tunggu sampai peramban terbuka dari jendela itu."
NOT_PREPARED = (
    "Pustaka tidak dapat disiapkan. Pastikan seluruh isi folder ini tersalin, ada 2 GB ruang kosong, "
    "Python-nya 64-bit, dan salinan ini dibuat untuk komputer jenis ini. Lihat BACA-SAYA.txt."
)
NO_PORT = "Semua port dari {first} sampai {last} sedang dipakai. Tutup jendela dasbor yang lain, lalu coba lagi."
OPENING = "Peramban dibuka sebentar lagi. Biarkan jendela ini terbuka selama dasbor dipakai."
