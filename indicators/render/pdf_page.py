"""Documents as PDF: A4, the interface's font embedded, texts selectable and tagged, title and language set.

A document is a list of blocks; what they look like is in `page.typ`, which Typst typesets. Texts are handed over as
data, so nothing in them is ever read as markup.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

from indicators.wording import charts as chart_words
from indicators.wording import paper as say

_SIGNS = ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DejaVuSans-Oblique.ttf")
FONTS = Path(__file__).parents[2] / "static" / "fonts"


@dataclass(frozen=True)
class Heading:
    """level: 1 is the document's title, 2 a section, 3 a part of one."""

    text: str
    level: int = 2


@dataclass(frozen=True)
class Paragraph:
    text: str
    small: bool = False
    bold: bool = False


@dataclass(frozen=True)
class Bullets:
    items: tuple[str, ...]
    numbered: bool = False


@dataclass(frozen=True)
class Facts:
    """Names with what they are, one a line: date, place, chair."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Table:
    """numeric: columns set to the right. widths: shares of the page, 0 for as wide as its content; empty for even ones.

    Its header is repeated on every page.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numeric: tuple[int, ...] = ()
    widths: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise ValueError(f"a row of {len(row)} cells under {len(self.columns)} columns")


@dataclass(frozen=True)
class Picture:
    """A drawing as SVG; it stays vector and its texts stay texts. width: percent of the page's or column's."""

    svg: str
    alt: str
    width: float = 100


@dataclass(frozen=True)
class SideBySide:
    """Columns of equal width."""

    parts: tuple[tuple[Block, ...], ...]


@dataclass(frozen=True)
class Together:
    """Blocks that no end of a page parts: a picture with its heading and source."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class PageBreak:
    """What follows begins on a new page."""


Block = Heading | Paragraph | Bullets | Facts | Table | Picture | SideBySide | Together | PageBreak


@dataclass(frozen=True)
class Document:
    """title: what the file is called in its own properties. author: who is responsible for it. footer: on every page,
    left of the page number. sample: whether DATA CONTOH stands across every page. size: of the text, in points."""

    title: str
    author: str
    blocks: tuple[Block, ...]
    footer: str
    sample: bool = False
    landscape: bool = False
    size: float = 10


def pdf(document: Document) -> bytes:
    """The document as PDF, the same bytes for the same document."""
    content = asdict(document) | {
        "blocks": [_as_data(block) for block in document.blocks],
        "sample": chart_words.SAMPLE_MARK if document.sample else "",
        "page_number": say.PAGE_NUMBER,
    }
    return typeset("page.typ", content)


def typeset(template: str, content: dict[str, Any], *, form: Literal["pdf", "png"] = "pdf", ppi: float = 144) -> bytes:
    """What a template of this folder makes of `content`, which it reads as JSON. PDF is accessible (PDF/UA-1), PNG is
    one page at `ppi` dots an inch."""
    # Imported here: only who asks for a file needs it.
    import typst

    return typst.compile(
        (Path(__file__).parent / template).read_bytes(),
        font_paths=_fonts(),
        sys_inputs={"content": json.dumps(content, ensure_ascii=False)},
        format=form,
        ppi=ppi,
        pdf_standards="ua-1",
    )


@cache
def _fonts() -> Any:
    """The interface's font, and DejaVu Sans for signs that it lacks (≥, ▲, →)."""
    import typst

    folders = [str(FONTS), _folder_of_signs().name]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)


@cache
def _folder_of_signs() -> TemporaryDirectory[str]:
    """DejaVu Sans alone, gone when the process ends: a sign of a drawing comes from any font of a folder that has it,
    and Matplotlib's holds fonts with serifs."""
    import matplotlib

    folder = TemporaryDirectory(prefix="fonts-")
    for name in _SIGNS:
        shutil.copy(Path(matplotlib.get_data_path()) / "fonts" / "ttf" / name, folder.name)
    return folder


def _as_data(block: Block) -> dict[str, Any]:
    kind = {"kind": type(block).__name__}
    if isinstance(block, SideBySide):
        return kind | {"parts": [[_as_data(inner) for inner in part] for part in block.parts]}
    if isinstance(block, Together):
        return kind | {"blocks": [_as_data(inner) for inner in block.blocks]}
    return kind | asdict(block)
