"""How names of places are compared: without the words and spellings that differ from list to list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from rapidfuzz import fuzz, process

PROPOSALS = 3
LIKENESS = 70

_KIND = re.compile(r"^(uptd?|blud)?\s*(puskesmas|pukesmas|pkm)\s+|^(uptd?|blud)\s+")
_KECAMATAN = re.compile(r"^(kecamatan|kec)\.?\s+")
_DESA = re.compile(r"^(desa|kelurahan|kel|ds)\.?\s+")


def bare_name(name: str) -> str:
    """A puskesmas name as it is compared: without `Puskesmas`, case, hyphens and doubled spaces."""
    plain = " ".join(re.sub(r"[-_.,/]+", " ", name.casefold()).split())
    return _KIND.sub("", plain) or plain


def bare_kecamatan(name: str) -> str:
    return _KECAMATAN.sub("", " ".join(name.casefold().split()))


def bare_desa(name: str) -> str:
    """A desa or kelurahan, also without blanks: lists disagree on `Genteng Kulon` and `Gentengkulon`."""
    return re.sub(r"[\W_]+", "", _DESA.sub("", " ".join(name.casefold().split())))


def resemble(one: str, other: str, bare: Callable[[str], str] = bare_name) -> bool:
    return fuzz.ratio(bare(one), bare(other)) >= LIKENESS


def nearest(name: str, among: Iterable[str], bare: Callable[[str], str]) -> list[str]:
    """Known names that resemble `name`, the nearest first."""
    found = process.extract(
        name, list(among), scorer=fuzz.ratio, processor=bare, limit=PROPOSALS, score_cutoff=LIKENESS
    )
    return [str(match) for match, _, _ in found]
