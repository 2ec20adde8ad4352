"""Titles, leads and fixed sentences of the pages."""

from __future__ import annotations

PRODUCT = "Dasbor KPI Kesehatan"
PRODUCT_LONG = "Dasbor indikator kinerja kesehatan kabupaten"

SECTION_OVERVIEW = "Ikhtisar"
SECTION_TOPICS = "Topik"
SECTION_MEETING = "Rapat"
SECTION_STAFF = "Staf"
SECTION_HELP = "Bantuan"

# Title and lead of each page, by the name of its file.
PAGES = {
    "summary": ("Ringkasan", ""),
    "map": ("Peta", "Satu indikator di semua kecamatan, sebagai peta atau petak sama besar."),
    "scorecard": (
        "Papan indikator",
        "Semua kecamatan dan semua indikator satu topik, dibandingkan dengan nilai kabupaten.",
    ),
    "area_profile": ("Profil kecamatan", "Semua indikator satu kecamatan, di samping kabupaten dan target."),
    "mortality": (
        "Kematian ibu dan bayi",
        "Angka publik, angka hitungan, jumlah berjalan, sebab, dan cakupan pelayanan.",
    ),
    "stunting": ("Stunting", "Survei dan e-PPGBM adalah dua ukuran; keduanya ditampilkan berdampingan."),
    "minimum_service": (
        "SPM",
        "Dua belas pelayanan minimal: yang dilayani, sasarannya, dan yang masih kurang sampai 100 %.",
    ),
    "innovation": (
        "Inovasi",
        "Inovasi kesehatan: jumlahnya dibanding target IGA, katalog yang dikenal namanya, dan yang dapat dicontoh.",
    ),
    "programmes": (
        "Program",
        "Program kesehatan kabupaten: siapa pemiliknya, sampai di mana, apa yang diketahui, dan apa yang belum dicatat.",
    ),
    "indicator": (
        "Indikator",
        "Satu indikator: angkanya, artinya, cara menghitung dan menilainya, sumbernya, dan riwayatnya.",
    ),
    "upload": ("Unggah", "Unduh templat, isi, unggah, lihat yang akan berubah, lalu terbitkan."),
    "registry": (
        "Kelola inovasi",
        "Registri inovasi, bukti kematangan, penghargaan, dan replikasi: diubah di sini atau lewat berkas.",
    ),
    "minimum_service_elements": (
        "Kelola unsur SPM",
        "Unsur penilaian SPM di setiap puskesmas: diubah di sini atau lewat berkas.",
    ),
    "records": ("Kelola rapat", "Rapat, keputusannya, dan templat bahan rapat: diubah di sini atau lewat berkas."),
    "presentation": (
        "Paparan",
        "Bahan rapat dari data yang sedang tampil: pilih peserta dan topik, atur slidenya, lalu unduh untuk PowerPoint.",
    ),
    "actions": (
        "Tindak lanjut",
        "Keputusan rakor terakhir: mana yang lewat tenggat, siapa yang mengerjakan, dan apakah KPI-nya berubah sejak itu.",
    ),
    "entry": ("Isi langsung", "Isi angka satu puskesmas untuk satu bulan di halaman ini, tanpa Excel."),
    "history": ("Riwayat", "Semua kiriman, dengan siapa, kapan, dan pembatalannya."),
    "reporting": (
        "Kelengkapan",
        "Puskesmas mana yang sudah mengirim laporan apa, untuk bulan apa, dan tepat waktu atau tidak.",
    ),
    "quality": ("Mutu data", "Dapatkah angkanya dipercaya? Diperiksa lebih dahulu, indikator demi indikator."),
    "areas": ("Wilayah dan mode", "Kecamatan dan puskesmas, serta data mana yang ditampilkan: contoh atau resmi."),
    "users": ("Pengguna", "Siapa yang dapat masuk, dan apa yang boleh dikerjakannya."),
    "guide": ("Panduan", ""),
}

# Pages that show computed values, which sample data must mark.
WITH_COMPUTED_VALUES = {
    "summary",
    "map",
    "scorecard",
    "area_profile",
    "mortality",
    "stunting",
    "reporting",
    "quality",
    "presentation",
    "indicator",
    "minimum_service",
}

# Pages whose heading names the chosen kecamatan; the others speak of the whole kabupaten.
OF_ONE_KECAMATAN = {"area_profile", "mortality", "stunting", "reporting", "indicator"}
OPEN_PROFILE = "Halaman ini tentang seluruh kabupaten. Lihat profil Kecamatan {name}"

CHOOSE_KABUPATEN = "Kabupaten"
CHOOSE_KECAMATAN = "Kecamatan"
CHOOSE_PERIOD = "Periode"
WHOLE_KABUPATEN = "Seluruh kabupaten"

PREPARING = "Menyiapkan data untuk pertama kali. Ini hanya terjadi sekali dan memakan beberapa detik."

SAMPLE_BANNER = (
    "DATA CONTOH: angka hitungan di halaman ini berasal dari data contoh untuk latihan, bukan data resmi. "
    "Angka publik ditampilkan tersendiri beserta sumbernya."
)
PROVISIONAL_BANNER = "Data sementara: belum semua puskesmas mengirim laporan untuk periode ini."

SIGN_IN = "Masuk"
SIGN_OUT = "Keluar"
CHANGE_PASSWORD = "Ganti kata sandi"
SIGNED_IN_AS = "Masuk sebagai {name} ({role})"
ROLES = {
    "viewer": "pembaca",
    "uploader": "petugas data",
    "verifier": "verifikator",
    "innovation_editor": "penyunting inovasi",
    "secretary": "notulis",
    "admin": "admin",
}

STAFF_ONLY = "Halaman ini untuk staf. Silakan masuk lebih dahulu."
SIGNED_IN_ONLY = "Dasbor ini hanya untuk pemilik akun. Silakan masuk lebih dahulu."
STAFF_ONLY_NO_SERVER = (
    "Halaman ini memerlukan akun. Dasbor ini sedang dijalankan tanpa layanan masuk; "
    "jalankan dengan perintah `python server.py` agar staf dapat masuk."
)
NOT_YOUR_ROLE = "Peran akun Anda tidak mencakup halaman atau tindakan ini. Hubungi admin bila Anda memerlukannya."
NOT_YOUR_KABUPATEN = "Akun Anda tidak memiliki hak untuk kabupaten ini. Pilih kabupaten lain, atau hubungi admin."

ATTENTION = "Yang perlu perhatian"

EMPTY_TITLE = "Belum ada data resmi untuk {place}"
EMPTY_LEAD = (
    "Kabupaten ini dalam mode resmi, jadi data contoh tidak ditampilkan. "
    "Berikut data yang masih kurang dan siapa yang dapat mengisinya."
)
EMPTY_TITLE_SAMPLE = "Belum ada data untuk {place}"
EMPTY_LEAD_SAMPLE = (
    "Kabupaten ini dalam mode contoh, tetapi belum mempunyai data contoh maupun kiriman latihan. "
    "Berikut data yang masih kurang dan siapa yang dapat mengisinya."
)
EMPTY_ACTION = "Staf dapat mengirimnya melalui halaman Unggah; templat tersedia di sana."
EMPTY_COLUMNS = ("Set data", "Dikirim oleh", "Jadwal")
EMPTY_MONTHLY = "bulanan, paling lambat tanggal {day}"
EMPTY_YEARLY = "setahun sekali"

FOOTER = "Versi data {version}, terakhir berubah {moment} · aturan penilaian versi {rule} · {product}"
FOOTER_NO_CHANGE = "Versi data {version} · aturan penilaian versi {rule} · {product}"
