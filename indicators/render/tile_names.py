"""Names that fit a tile 50 pixels wide: at most two lines, broken between words or syllables."""

from __future__ import annotations

_FITS_ONE_LINE = 6
_VOWELS = frozenset("aiueo")
_DIGRAPHS = frozenset({"ng", "ny", "kh", "sy"})
_GLIDES = frozenset("lr")


def two_lines(name: str) -> str:
    """`Tegal-` over `dlimo`, `Tebing` over `Tinggi`; a short name stays on one line."""
    if len(name) <= _FITS_ONE_LINE:
        return name
    first, space, rest = name.partition(" ")
    if space:
        return f"{first}\n{rest}"
    starts = [start for start in _syllable_starts(name.lower()) if 2 <= start <= len(name) - 2]
    if not starts:
        return name
    cut = min(starts, key=lambda start: abs(start - len(name) / 2))
    return f"{name[:cut]}-\n{name[cut:]}"


def _syllable_starts(name: str) -> list[int]:
    """Where a syllable begins: at the consonant, digraph or consonant and glide before a vowel."""
    starts = []
    for place in range(1, len(name) - 1):
        if name[place] in _VOWELS or name[place + 1] not in _VOWELS:
            continue
        pair = name[place - 1 : place + 1]
        glide = name[place] in _GLIDES and name[place - 1] not in _VOWELS | _GLIDES
        # `ng` before a vowel begins a syllable only after a vowel: Ba-ngo-re-jo.
        starts.append(place - 1 if pair in _DIGRAPHS or glide else place)
    return starts
