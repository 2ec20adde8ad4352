"""What the profile of a kecamatan says."""

from __future__ import annotations

from collections.abc import Sequence

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
TOO_FEW = "? Kejadian terlalu sedikit untuk dinilai"
PROVISIONAL = "? Sementara, laporan belum lengkap"
LIKE_KABUPATEN = "≈ Belum dapat dibedakan dari kabupaten"
ABOVE = "Di atas kabupaten"
BELOW = "Di bawah kabupaten"
READING = (
    "Perbandingan memakai selang 95 %, bukan nilai tunggal. Karena banyak indikator dilihat sekaligus, satu dua di antaranya "
    "dapat tampak berbeda hanya karena kebetulan. Target nasional berlaku untuk kabupaten; untuk kecamatan hanya sebagai acuan."
)


def puskesmas(names: Sequence[str]) -> str:
    return f"Dilayani {', '.join(names)}." if names else "Belum ada puskesmas yang tercatat."


def neighbours(names: Sequence[str]) -> str:
    return f"Bertetangga dengan {', '.join(names)}." if names else ""


def beside(*, above: bool, better: bool) -> str:
    side = "Di atas" if above else "Di bawah"
    return f"{'✓' if better else '!'} {side} kabupaten, {'lebih baik' if better else 'lebih buruk'}"
