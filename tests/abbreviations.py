"""Which abbreviations of a text the glossary leaves unexplained."""

from __future__ import annotations

import re

from indicators.catalogue import catalogue

_ABBREVIATION = re.compile(r"\b[A-Z]{1,2}/[A-Z]{1,2}\b|[A-Za-z0-9]*[A-Z][A-Za-z0-9]*[A-Z][A-Za-z0-9]*|\b[A-Z][0-9]\b")
# Names, units, numbers, keys and files in capitals, and the sample's mark.
_PLAIN = {
    "A4",
    "BACA",
    "CONTOH",
    "DATA",
    "GB",
    "IDN",
    "II",
    "III",
    "LibreOffice",
    "MB",
    "MIT",
    "NAMA",
    "PB/U",
    "PageDown",
    "PageUp",
    "PowerPoint",
    "README",
    "SAKINA",
    "SAYA",
    "TIMES",
    "TSV",
    "VIVA",
    "WhatsApp",
    "XLS",
}


def unexplained(text: str) -> set[str]:
    """Abbreviations in `text` that are neither a term of the glossary nor a word of one."""
    known = {word for term in catalogue().glossary for word in (term.term, *re.split(r"[ -]", term.term))}
    return set(_ABBREVIATION.findall(text)) - known - _PLAIN
