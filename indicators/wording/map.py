"""What the map page says."""

INDICATOR = "Indikator"
VIEW = "Bentuk"
VIEWS = {"peta": "Peta", "petak": "Petak sama besar"}
OPEN_HINT = "Ketuk satu kecamatan untuk membuka profilnya."
TABLE = "Angka yang sama sebagai tabel"
COLUMNS = ("Kecamatan", "Nilai", "Selang 95 %", "Hitungan di baliknya", "Keterangan")
DOWNLOAD_GEOJSON = "Peta (GeoJSON)"
ALL_TOO_FEW = (
    "Pada periode ini semua kecamatan mempunyai kejadian terlalu sedikit untuk dinilai, sehingga tidak diberi warna. "
    "Pilih beberapa tahun gabungan pada Periode, atau lihat angka kabupaten."
)
VALUES = "Nilai"
VALUE_CHOICES = {"asli": "Nilai apa adanya", "rata": "Nilai yang diratakan"}
VALUES_EXPLAINED = (
    "Nilai yang diratakan ditarik ke arah nilai gabungan kabupaten, makin kuat bila kejadian dan penyebut kecamatan itu sedikit. Dengan begitu "
    "warna tidak ditentukan oleh satu atau dua kejadian. Nilai apa adanya tetap ada pada tabel dan unduhan."
)
SMOOTHED_HINT = (
    "Warna menunjukkan nilai yang diratakan: ditarik ke arah nilai gabungan kabupaten, makin kuat bila penyebutnya makin kecil "
    "(cara Bayes empiris). Kecamatan dengan kejadian terlalu sedikit tetap abu-abu."
)
RAW_HINT = (
    "Warna menunjukkan nilai apa adanya. Pada kecamatan dengan penyebut kecil, nilai mudah naik turun karena kebetulan; pilih nilai "
    "yang diratakan untuk melihat peta tanpa goyangan itu."
)
