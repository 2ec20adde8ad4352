"""What the map page says."""

INDICATOR = "Indikator"
VIEW = "Bentuk"
VIEWS = {"peta": "Peta", "petak": "Petak sama besar"}
OPEN_HINT = "Ketuk satu kecamatan untuk membuka profilnya."
TABLE = "Angka yang sama sebagai tabel"
COLUMNS = ("Kecamatan", "Nilai", "Selang 95 %", "Hitungan di baliknya", "Keterangan")
DOWNLOAD_PNG = "Gambar (PNG)"
DOWNLOAD_CSV = "Tabel (CSV)"
DOWNLOAD_GEOJSON = "Peta (GeoJSON)"
ALL_TOO_FEW = (
    "Pada periode ini semua kecamatan mempunyai kejadian terlalu sedikit untuk dinilai, sehingga tidak diberi warna. "
    "Pilih beberapa tahun gabungan pada Periode, atau lihat angka kabupaten."
)
FILE_NAME = "{indicator}-{kabupaten}-{period}"
