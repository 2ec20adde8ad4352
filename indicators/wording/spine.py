"""What the spine chart of a kecamatan says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from indicators.vocabulary import Period
from indicators.wording import numbers
from indicators.wording.scorecard import STANDING

INDICATOR, AREA, KABUPATEN, BESIDE = "Indikator", "Kecamatan", "Kabupaten", "Dibanding kabupaten"
UNITS = "tertulis pada setiap baris"
TOO_FEW = "kejadian terlalu sedikit"
WORSE_END, MIDDLE, BETTER_END = "lebih buruk", "nilai kabupaten", "lebih baik"
LEGEND = {
    "dot": "nilai kecamatan ini, dengan selang 95 %",
    "hollow": "tidak dinilai: kejadian terlalu sedikit, laporan belum lengkap, atau melebihi sasaran",
    "range": "dari kecamatan terendah sampai tertinggi",
    "quartiles": "setengah dari semua kecamatan berada di sini",
    "fair": "batas wajar bagi kecamatan sebesar ini",
    "middle": "nilai kabupaten",
    "before": "kecamatan ini tahun lalu, bulan yang sama",
    "aim": "target tahun itu",
    "ahead": "target tahun kemudian",
}
READING = (
    "Setiap baris mempunyai skala sendiri: nilai kabupaten di tengah, dan lebih baik selalu di kanan. Kecamatan dengan kejadian terlalu "
    "sedikit atau laporan belum lengkap tidak ikut dalam rentang. Letak dua kecamatan pada rentang itu bukan peringkat."
)


def title(area: str, kabupaten: str, period: Period) -> str:
    return f"Kecamatan {area} di antara semua kecamatan {kabupaten}, {numbers.period(period)}"


def target(year: int) -> str:
    return f"target {year}"


def row(*, label: str, area: str, value: str, interval: str, whole: str, remark: str, standing: str) -> str:
    """`AKB: Glagah 15,2 per 1.000 KH, selang 95 %: 9,8 sampai 22,4; kabupaten 12,3; wajar.`"""
    own = f"{area} {value}" + (f", {interval}" if interval else "") if value else f"{area}: {remark.lower()}"
    said = STANDING[standing] if value else ""
    return f"{label}: " + "; ".join(part for part in (own, f"kabupaten {whole}", said) if part) + "."


def alt(area: str, standings: Mapping[str, Sequence[str]]) -> str:
    """`Kecamatan Glagah: perlu perhatian pada AKB; wajar pada 12 indikator.` Those outside the limits are named."""
    parts = []
    for standing, labels in standings.items():
        word = STANDING[standing] or "tanpa nilai"
        named = standing in ("worse", "better")
        parts.append(f"{word} pada {numbers.listed(labels) if named else f'{len(labels)} indikator'}")
    return f"Kecamatan {area} dibanding kabupaten: {'; '.join(parts)}."
