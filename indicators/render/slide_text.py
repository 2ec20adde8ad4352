"""How much room a text needs on a slide, in points, without any font installed.

Slides are written in Arial, whose letters are as wide as Helvetica's; matplotlib carries the widths of those, as every
printer knew them (Adobe Font Metrics). A character they do not name counts as wide as a digit.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

FONT = "Arial"
LINE_HEIGHT = 1.2
# As a share: PowerPoint and LibreOffice break lines a little earlier than the widths alone would.
_SPARE = 0.015


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Of one line, at a size in points."""
    widths = _widths(bold)
    return sum(widths.get(letter, widths["0"]) for letter in text) * size / 1000


def wrapped(text: str, size: float, room: float, *, bold: bool = False) -> list[str]:
    """The lines that a text takes in `room` points; a word wider than that has a line of its own, and is broken."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        line = ""
        for word in paragraph.split(" "):
            longer = f"{line} {word}" if line else word
            if line and width(longer, size, bold=bold) * (1 + _SPARE) > room:
                lines.append(line)
                longer = word
            line = longer
        lines.append(line)
    return [part for line in lines for part in _broken(line, size, room, bold)]


def height(text: str, size: float, room: float, *, bold: bool = False) -> float:
    """Of a text in lines of `room` points."""
    return len(wrapped(text, size, room, bold=bold)) * size * LINE_HEIGHT


def largest(text: str, room: float, high: float, sizes: tuple[int, ...], *, bold: bool = False) -> int:
    """The first of `sizes` (largest first) in which a text fits; the last where it fits in none."""
    return next((size for size in sizes if height(text, size, room, bold=bold) <= high), sizes[-1])


def whole_sentences(text: str, size: float, room: float, high: float, *, bold: bool = False) -> str:
    """The text without as many of its last sentences as do not fit; cut where not even the first does."""
    said = text
    while height(said, size, room, bold=bold) > high and (end := said[:-1].rfind(". ")) > 0:
        said = said[: end + 1]
    return cut(said, size, room, high, bold=bold)


def cut(text: str, size: float, room: float, high: float, *, bold: bool = False) -> str:
    """The text, or as many of its words as fit, with a sign that something is left out."""
    if height(text, size, room, bold=bold) <= high:
        return text
    words = text.split(" ")
    while words and height(shown := f"{' '.join(words)} …", size, room, bold=bold) > high:
        words.pop()
    return shown if words else "…"


def _broken(line: str, size: float, room: float, bold: bool) -> list[str]:
    """A single word that is wider than the room, in pieces."""
    if " " in line or width(line, size, bold=bold) <= room:
        return [line]
    pieces = [""]
    for letter in line:
        if pieces[-1] and width(pieces[-1] + letter, size, bold=bold) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces


@cache
def _widths(bold: bool) -> dict[str, float]:
    """In thousandths of the size, by character."""
    # Imported here: matplotlib takes a moment and only a deck needs it.
    from matplotlib import get_data_path

    name = "Helvetica-Bold.afm" if bold else "Helvetica.afm"
    lines = (Path(get_data_path()) / "fonts" / "pdfcorefonts" / name).read_text(encoding="latin-1").splitlines()
    # `C 65 ; WX 667 ; N A ; B 14 0 654 718 ;`; the codes of its own encoding are ASCII's up to 126.
    named = (line.split() for line in lines if line.startswith("C "))
    found = {chr(int(fields[1])): float(fields[4]) for fields in named if 32 <= int(fields[1]) < 127}
    return found | {"–": 556.0, "—": 1000.0, "…": 1000.0, "•": 350.0, "“": 333.0, "”": 333.0, "’": 222.0, "·": 278.0}
