"""Plotly's own words in Bahasa Indonesia: tool tips of its buttons, months, days, number signs."""

from __future__ import annotations

from babel.dates import get_day_names

from indicators.wording import numbers

DICTIONARY: dict[str, str] = {
    "Autoscale": "Sesuaikan skala",
    "Box Select": "Pilih dengan kotak",
    "Compare data on hover": "Bandingkan data",
    "Double-click on legend to isolate one trace": "Klik dua kali pada legenda untuk menampilkan satu seri",
    "Double-click to zoom back out": "Klik dua kali untuk kembali",
    "Download plot as a PNG": "Unduh gambar (PNG)",
    "Lasso Select": "Pilih bebas",
    "Pan": "Geser",
    "Reset": "Kembalikan",
    "Reset axes": "Kembalikan sumbu",
    "Reset view": "Kembalikan tampilan",
    "Show closest data on hover": "Tampilkan data terdekat",
    "Zoom": "Perbesar",
    "Zoom in": "Perbesar",
    "Zoom out": "Perkecil",
}

_DAYS = get_day_names("wide", locale=numbers.LOCALE)
_SHORT_DAYS = get_day_names("abbreviated", locale=numbers.LOCALE)
_FROM_SUNDAY = (6, 0, 1, 2, 3, 4, 5)

FORMAT: dict[str, object] = {
    "days": [_DAYS[d] for d in _FROM_SUNDAY],
    "shortDays": [_SHORT_DAYS[d] for d in _FROM_SUNDAY],
    "months": list(numbers.MONTHS),
    "shortMonths": list(numbers.SHORT_MONTHS),
    "date": "%d/%m/%Y",
    "decimal": ",",
    "thousands": ".",
}
