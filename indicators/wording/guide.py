"""What the guide page says around the guide."""

GUIDE = "Panduan"
GLOSSARY = "Daftar istilah"
SEARCH = "Cari istilah"
COLUMNS = ("Istilah", "Kepanjangan", "Penjelasan")
NONE_FOUND = "Tidak ada istilah yang cocok."
