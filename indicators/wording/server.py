"""What the server says: on its console, around the app, and in place of Streamlit's own English phrases."""

from __future__ import annotations

# The console.
PURPOSE = "Menjalankan dasbor KPI kesehatan."
PORT_HELP = "nomor port (bawaan: {port})"
ADDRESS_HELP = "alamat yang dilayani; 0.0.0.0 untuk seluruh jaringan (bawaan: {address})"
STARTED = "Dasbor berjalan di {url}"
STARTED_ON_NETWORK = "Dari komputer lain di jaringan: {url}"
STOP_HINT = "Tekan Ctrl+C untuk berhenti."
FIRST_ADMIN = "Belum ada akun. Buat akun admin pertama di {url}"
PORT_TAKEN = "Alamat {address} port {port} tidak dapat dipakai ({reason}). Coba --port {other}."

# The page around the app.
TITLE = "KPI Kesehatan"
DESCRIPTION = "Indikator kesehatan ibu, anak, dan gizi per kabupaten dan kecamatan."
NO_SCRIPT = "Dasbor ini memerlukan JavaScript. Aktifkan JavaScript di peramban, lalu muat ulang halaman."
SOMETHING_WENT_WRONG = (
    "Bagian ini gagal ditampilkan. Data Anda tidak berubah. Muat ulang halaman; jika terulang, sampaikan "
    "kepada pengelola dasbor beserta jam kejadiannya."
)

# Streamlit 1.67 offers no translation. Whole phrases first, then phrases with a changing part ($1).
PHRASES: dict[str, str] = {
    "Upload": "Pilih berkas",
    "Add files": "Tambah berkas",
    "Drag and drop a file here": "Lepaskan berkas di sini",
    "Drag and drop files here": "Lepaskan berkas di sini",
    "Upload failed": "Unggahan gagal",
    "Click to retry upload": "Klik untuk mengunggah ulang",
    "File size is too small.": "Berkas terlalu kecil.",
    "Error:": "Tidak diterima:",
    "Only one file is allowed.": "Hanya satu berkas yang diterima.",
    "Unexpected error. Please try again.": "Terjadi gangguan. Coba lagi.",
    "Choose an option": "Pilih satu",
    "Choose options": "Pilih satu atau lebih",
    "No options to select": "Tidak ada pilihan",
    "No results": "Tidak ditemukan",
    "Select all": "Pilih semua",
    "Select...": "Pilih …",
    "Clear value": "Kosongkan",
    "Clear all": "Kosongkan semua",
    "Open": "Buka",
    "Close": "Tutup",
    "Choose date": "Pilih tanggal",
    "Clear date": "Kosongkan tanggal",
    "Show password": "Tampilkan kata sandi",
    "Hide password": "Sembunyikan kata sandi",
    "Clear entry": "Kosongkan isian",
    "Increment": "Tambah",
    "Decrement": "Kurangi",
    "Invalid input.": "Isian tidak sesuai.",
    "Fullscreen": "Layar penuh",
    "Close fullscreen": "Tutup layar penuh",
    "Copy to clipboard": "Salin",
    "Copied": "Tersalin",
    "Download as CSV": "Unduh CSV",
    "Search": "Cari",
    "Type to search": "Ketik untuk mencari",
    "Show/hide columns": "Pilih kolom",
    "Sort ascending": "Urutkan naik",
    "Sort descending": "Urutkan turun",
    "Pin column": "Sematkan kolom",
    "Unpin column": "Lepas kolom",
    "Hide column": "Sembunyikan kolom",
    "Copy column name": "Salin nama kolom",
    "Autosize": "Sesuaikan lebar",
    "Add row": "Tambah baris",
    "Delete row(s)": "Hapus baris",
    "Clear selection": "Batalkan pilihan",
    "Running...": "Memuat …",
    "Stop": "Hentikan",
    "Connecting": "Menyambung",
    "Connecting to Streamlit server": "Menyambung ke server",
    "Unable to connect to Streamlit server": "Tidak dapat tersambung ke server",
    "Connection error": "Sambungan terputus",
    "Connection timed out.": "Server tidak menjawab.",
    "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:": (
        "Server tidak menjawab. Jika server berhenti, jalankan lagi dengan perintah:"
    ),
    "streamlit run yourscript.py": "python server.py",
    "Streamlit server is not responding. Are you connected to the internet?": (
        "Server tidak menjawab. Periksa sambungan jaringan Anda."
    ),
    "Connection lost. Please wait for the app to reconnect, then try again.": (
        "Sambungan terputus. Tunggu sampai tersambung kembali, lalu coba lagi."
    ),
    "Page not found": "Halaman tidak ditemukan",
    "Collapse sidebar": "Tutup bilah sisi",
    "Expand sidebar": "Buka bilah sisi",
    "View less": "Lihat lebih sedikit",
    "Skip to main content": "Langsung ke isi",
    "Main menu": "Menu utama",
    "App pages": "Halaman dasbor",
    "Light": "Terang",
    "Dark": "Gelap",
    "System": "Ikuti perangkat",
    "Theme": "Tampilan",
    "Print": "Cetak",
    "Get help": "Bantuan",
    "About": "Tentang",
    "Cancel": "Batal",
    "file upload": "Unggah berkas",
    "Link to heading": "Tautan ke judul ini",
    "Sidebar": "Bilah sisi",
    "Download plot as a PNG": "Unduh gambar PNG",
    "Zoom": "Perbesar bagian",
    "Pan": "Geser",
    "Zoom in": "Perbesar",
    "Zoom out": "Perkecil",
    "Autoscale": "Skala otomatis",
    "Reset axes": "Kembalikan sumbu",
    "Reset": "Kembalikan",
    "Box Select": "Pilih kotak",
    "Lasso Select": "Pilih bebas",
    "Download failed": "Unduhan gagal",
    "Please wait...": "Mohon tunggu …",
}
PATTERNS: dict[str, str] = {
    r"^([\d.]+\s?[KMG]?B) per file$": "Paling besar $1 per berkas",
    r"^File must be (.+) or smaller\.$": ("Berkas lebih besar dari $1. Pecah per tahun, lalu unggah satu per satu."),
    r"^(.*) files are not allowed\.$": "Jenis berkas $1 tidak diterima.",
    r"^Press ((?:Ctrl\+|⌘\+)?Enter) to apply$": "Tekan $1 untuk menerapkan",
    r"^Press ((?:Ctrl\+|⌘\+)?Enter) to submit form$": "Tekan $1 untuk mengirim",
    r"^Cancel upload of (.+)$": "Batalkan unggahan $1",
    r"^Remove (.+)$": "Hapus $1",
    r"^View (\d+) more$": "Lihat $1 lainnya",
    r"^You can only select up to (\d+) options?\. Remove an option first\.$": (
        "Paling banyak $1 pilihan. Hapus salah satu lebih dahulu."
    ),
    r"^You have requested page /(.+), but no corresponding file was found .*$": (
        "Halaman /$1 tidak ada. Halaman utama ditampilkan."
    ),
    r"^The page that you have requested does not seem to exist\..*$": (
        "Halaman itu tidak ada. Halaman utama ditampilkan."
    ),
    r"^Connection failed with status (\d+).*$": "Server menjawab dengan galat $1.",
}
