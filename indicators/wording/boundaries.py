"""What is said of an uploaded boundary file."""

from __future__ import annotations

from collections.abc import Iterable

from indicators.wording import numbers
from indicators.wording.intake import Sentence
from indicators.wording.rules import Rule

_SIMPLIFY = (
    "Sederhanakan atau potong dahulu, misalnya di QGIS: Vector › Geometry Tools › Simplify dengan toleransi 10 sampai "
    "20 meter, atau pilih kabupaten ini saja lalu ekspor bagian yang dipilih."
)

EMPTY = Sentence("Berkas ini kosong.", "Pilih berkas batas wilayah yang berisi.", Rule.GEODATA)
UNSUPPORTED = Sentence(
    "Format ini tidak dikenal.",
    "Yang diterima: Shapefile dalam satu ZIP (.shp, .shx, .dbf, .prj), GeoJSON (.geojson atau .json), atau GeoPackage "
    "(.gpkg).",
    Rule.GEODATA,
)
NOT_READABLE = Sentence(
    "Isi berkas ini tidak dapat dibaca sebagai peta.",
    "Buka di aplikasi peta dan simpan ulang, lalu coba lagi.",
    Rule.GEODATA,
)
UNSAFE_ARCHIVE = Sentence(
    "ZIP ini ditolak: nama berkas di dalamnya keluar dari foldernya, atau isinya bersandi.",
    "Buat ZIP baru yang hanya berisi berkas peta, tanpa sandi.",
    Rule.GEODATA,
)
INFLATES_TOO_MUCH = Sentence(
    "Isi ZIP ini menjadi terlalu besar setelah dibuka.", f"Paling besar 200 MB. {_SIMPLIFY}", Rule.GEODATA
)
NOTHING_INSIDE = Sentence(
    "Di dalam ZIP ini tidak ada Shapefile, GeoJSON, atau GeoPackage.",
    "Masukkan berkas .shp bersama .shx, .dbf, dan .prj ke dalam satu ZIP.",
    Rule.GEODATA,
)
TOO_DETAILED = Sentence(
    "Peta ini memuat terlalu banyak titik.", f"Paling banyak 5 juta titik. {_SIMPLIFY}", Rule.GEODATA
)
NO_POLYGONS = Sentence(
    "Berkas ini tidak memuat wilayah (poligon), hanya titik atau garis.",
    "Kirim lapisan batas administrasi berupa poligon.",
    Rule.GEODATA,
)
PLACE_UNKNOWN = Sentence(
    "Sistem koordinat berkas ini tidak tertulis, dan letaknya tidak cocok dengan sistem yang lazim di kabupaten ini.",
    "Simpan ulang dengan sistem koordinat (berkas .prj), misalnya WGS 84 (EPSG:4326), lalu unggah lagi.",
    Rule.GEODATA,
)
ELSEWHERE = Sentence(
    "Wilayah dalam berkas ini tidak terletak di kabupaten ini.",
    "Periksa apakah kabupatennya benar, sistem koordinatnya benar, dan lintang tidak tertukar dengan bujur.",
    Rule.OUTLINES,
)

LAYER_QUESTION = "Berkas ini memuat beberapa lapisan. Lapisan mana yang berisi batas kecamatan atau desa?"
CRS_QUESTION = "Sistem koordinat tidak tertulis di dalam berkas. Sistem mana yang dipakai?"
CRS_HINT = (
    "Hanya sistem yang menaruh peta ini di sekitar kabupaten yang ditawarkan. Tanyakan kepada pembuat peta bila ragu."
)
SCHEME_QUESTION = "Kolom kode dapat berarti dua hal. Menurut daftar mana?"
SCHEMES = {"kemendagri": "Kode Kemendagri", "bps": "Kode BPS"}
IDENTITY_QUESTION = "Kode dan nama menunjuk kecamatan yang berbeda. Mana yang dipakai?"
BY_CODE, BY_NAME = "Menurut kode (kolom {column})", "Menurut nama (kolom {column})"
NOT_A_KECAMATAN = "Bukan kecamatan kabupaten ini, abaikan"


def too_large(megabytes: int) -> Sentence:
    return Sentence(f"Berkas ini lebih besar daripada {megabytes} MB.", _SIMPLIFY, Rule.GEODATA)


def too_many_features(most: int) -> Sentence:
    return Sentence(f"Peta ini memuat lebih dari {numbers.number(most)} wilayah.", _SIMPLIFY, Rule.GEODATA)


def parts_missing(suffixes: Iterable[str]) -> Sentence:
    return Sentence(
        f"Shapefile ini tidak lengkap: {', '.join(suffixes)} tidak ada.",
        "Masukkan berkas .shp, .shx, .dbf, dan .prj yang senama ke dalam satu ZIP.",
        Rule.GEODATA,
    )


def differing(examples: Iterable[tuple[str, str]]) -> str:
    """What code and name say, of a few areas."""
    return "; ".join(f"kode menunjuk {coded}, nama menunjuk {named}" for coded, named in examples)


def name_question(written: str) -> str:
    return f"Kecamatan mana yang dimaksud dengan “{written}”?"


def none_found(kabupaten: str) -> Sentence:
    return Sentence(
        f"Tidak satu pun kecamatan {kabupaten} ditemukan dalam berkas ini.",
        "Periksa apakah berkas ini untuk kabupaten yang dipilih.",
        Rule.OUTLINES,
    )


def missing(names: Iterable[str]) -> Sentence:
    listed = numbers.listed(list(names))
    return Sentence(
        f"Batas belum ada untuk kecamatan {listed}.",
        "Setiap kecamatan harus mempunyai batas. Mungkin berkas ini lebih tua daripada kecamatan itu, atau namanya ditulis "
        "lain.",
        Rule.OUTLINES,
    )


def overlap(one: str, other: str, km2: float) -> Sentence:
    return Sentence(
        f"{one} dan {other} bertumpang tindih seluas {numbers.number(km2, 2)} km².",
        "Bagian itu diberikan kepada salah satu, yang perbatasannya lebih panjang. Lihat pada pratinjau.",
        Rule.OUTLINES_OVERLAP,
    )


def gap(near: Iterable[str], km2: float) -> Sentence:
    return Sentence(
        f"Ada celah seluas {numbers.number(km2, 2)} km² di antara {numbers.listed(list(near))}.",
        "Celah itu tetap kosong di peta. Lihat pada pratinjau apakah memang demikian, misalnya danau.",
        Rule.OUTLINES_GAP,
    )


def size_differs(name: str, km2: float, schematic: float) -> Sentence:
    return Sentence(
        f"Luas {name} {numbers.number(km2, 1)} km², pada peta skematik {numbers.number(schematic, 1)} km².",
        "Beda lebih dari 30 persen. Periksa apakah batas atau kodenya tertukar.",
        Rule.OUTLINES_DIFFER,
    )


def elsewhere(name: str) -> Sentence:
    return Sentence(
        f"Letak {name} hampir tidak beririsan dengan letaknya pada peta skematik.",
        "Periksa apakah kode atau nama kecamatan tertukar.",
        Rule.OUTLINES_DIFFER,
    )


def done(
    *, crs: str, outside: int, repaired: int, closed: int, dropped: int, before: int, after: int, metres: int, size: int
) -> list[str]:
    """What was done to the file, one sentence each; what did not happen is not said."""
    said = [f"Sistem koordinat berkas: {crs}; peta disimpan dalam WGS 84 (EPSG:4326)."]
    if outside:
        said.append(f"{numbers.number(outside)} wilayah di luar kecamatan kabupaten ini tidak dipakai.")
    if repaired:
        said.append(f"{numbers.number(repaired)} bentuk yang rusak (misalnya garis yang memotong diri) diperbaiki.")
    if closed:
        said.append(f"{numbers.number(closed)} celah atau tumpang tindih kecil (di bawah 5 hektare) dirapikan.")
    if dropped:
        said.append(f"{numbers.number(dropped)} pulau yang terlalu kecil untuk tampak di peta tidak digambar.")
    said.append(
        f"Batas disederhanakan sekitar {numbers.number(metres)} m, dari {numbers.number(before)} menjadi "
        f"{numbers.number(after)} titik, agar berkas peta yang dikirim ke peramban kecil ({numbers.number(size / 1000)} kB). "
        "Kecamatan yang berbatasan tetap memakai satu garis yang sama."
    )
    return said
