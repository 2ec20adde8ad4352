"""What the profile of a kecamatan says."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.wording import numbers

SERVICES = "Tampilkan juga pelayanan SPM"
NUMBERS = "Angka satu topik"
PRINTED = "Profil satu halaman untuk dicetak (PDF)"
FILE_NAME = "profil-{area}-{period}.pdf"
CHOOSE = "Pilih satu kecamatan di bawah ini, pada bilah samping, atau pada peta."
COLUMNS = (
    "Indikator",
    "Kecamatan",
    "Selang 95 %",
    "Hitungan di baliknya",
    "Kabupaten",
    "Dibanding kabupaten",
    "Target",
)
# By the names of `judgement.beside.Standing`.
BESIDE = {
    "worse": "! Di luar batas wajar, lebih buruk dari kabupaten",
    "better": "✓ Di luar batas wajar, lebih baik dari kabupaten",
    "within": "≈ Dalam batas wajar, belum dapat dibedakan dari kabupaten",
    "overfull": "? Melebihi sasaran, penyebutnya perlu diperiksa",
    "too_few": "? Kejadian terlalu sedikit untuk dinilai",
    "incomplete": "… Sementara, laporan belum lengkap",
}
ABOVE, BELOW, EQUAL = "Di atas kabupaten", "Di bawah kabupaten", "Sama dengan kabupaten"


def reading(confidence: float) -> str:
    """How a kecamatan is compared, below its tables."""
    return (
        f"Batas wajar adalah rentang {numbers.number(100 * confidence, 1)} % di sekitar nilai semua kecamatan bersama, yang masih dapat terjadi karena "
        "kebetulan pada kecamatan sebesar ini. Batas itu lebih longgar dari selang 95 %, karena banyak indikator dilihat sekaligus. "
        "Target nasional berlaku untuk kabupaten; untuk kecamatan hanya sebagai acuan."
    )


def puskesmas(names: Sequence[str]) -> str:
    return f"Dilayani {', '.join(names)}." if names else "Belum ada puskesmas yang tercatat."


def neighbours(names: Sequence[str]) -> str:
    return f"Bertetangga dengan {', '.join(names)}." if names else ""
