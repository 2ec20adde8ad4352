"""One drawing of Matplotlib, measured in inches from its upper left corner: the sheet that charts are drawn on.

Matplotlib is imported here at once, so whoever needs this module imports it where a file is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from matplotlib import font_manager
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.textpath import TextToPath

from indicators.render import palette
from indicators.render.pdf_page import FONTS

FAMILY = ("Plus Jakarta Sans", "DejaVu Sans")
FAINT = "#4d5965"
# Of a line of text, as a multiple of its size.
LEADING = 1.32
_POINTS_PER_INCH = 72.0
# By how much letters fitted to pixels are wider than those of the font.
_HINTING = 1.035
# Matplotlib's own unit of a laid out drawing; files have their own resolution.
_DPI = 100


@cache
def register_fonts() -> None:
    """Makes the shipped TTF known to Matplotlib, once a process."""
    for file in sorted(FONTS.glob("*.ttf")):
        font_manager.fontManager.addfont(str(file))


@dataclass(frozen=True)
class Box:
    """A rectangle of the sheet, in inches from the upper left corner."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    def within(self, *, left: float = 0, top: float = 0, right: float = 0, bottom: float = 0) -> Box:
        """The box without these margins; never of no size."""
        return Box(
            self.left + left,
            self.top + top,
            max(0.1, self.width - left - right),
            max(0.1, self.height - top - bottom),
        )

    def meets(self, other: Box) -> bool:
        return not (
            self.right <= other.left
            or other.right <= self.left
            or self.bottom <= other.top
            or other.bottom <= self.top
        )  # fmt: skip


class Page:
    """A sheet of `width` by `height` inches whose ordinary text is `size` points; least: see `vector_chart.Size`."""

    def __init__(self, width: float, height: float, size: float, least: float | None = None) -> None:
        register_fonts()
        self.width, self.height, self.size, self.least = width, height, size, least
        self.figure = Figure(figsize=(width, height), dpi=_DPI)
        FigureCanvasAgg(self.figure)
        self.figure.patch.set_alpha(0)
        self.ink: Any = self.figure.add_axes((0, 0, 1, 1), zorder=5)
        self.ink.set(xlim=(0, width), ylim=(height, 0))
        self.ink.set_axis_off()
        self.ink.patch.set_alpha(0)

    def axes(self, box: Box) -> Any:
        """Axes that fill a box; their own frame, ticks and grid are plain."""
        axes = self.figure.add_axes(
            (
                box.left / self.width,
                1 - box.bottom / self.height,
                box.width / self.width,
                box.height / self.height,
            )
        )
        axes.patch.set_alpha(0)
        for side in ("top", "right"):
            axes.spines[side].set_visible(False)
        for side in ("left", "bottom"):
            axes.spines[side].set(color="#868f9b", linewidth=0.7)
        axes.tick_params(length=0, labelsize=self.size * 0.88, labelcolor=palette.DARK_TEXT, pad=4)
        return axes

    def write(self, x: float, y: float, text: str, *, share: float = 1.0, **look: Any) -> Any:
        """Plain text with its upper left corner at x, y; share: of the ordinary size. No text is mathematics."""
        options: dict[str, Any] = {
            "va": "top",
            "ha": "left",
            "color": palette.DARK_TEXT,
            "linespacing": LEADING - 0.1,
            "fontsize": self.size * share,
        }
        return self.ink.text(x, y, text, parse_math=False, family=list(FAMILY), **(options | look))

    def line_height(self, share: float = 1.0) -> float:
        """Of one line, in inches."""
        return self.size * share * LEADING / _POINTS_PER_INCH

    def measure(self, text: str, *, share: float = 1.0, bold: bool = False) -> float:
        """Width of the longest line, in inches."""
        widest = max((_points(line, bold) for line in text.split("\n")), default=0.0)
        return widest * self.size * share / _POINTS_PER_INCH * _HINTING

    def wrapped(self, text: str, width: float, *, share: float = 1.0, bold: bool = False) -> list[str]:
        """The text in lines no wider than `width` inches, broken between words, never before a percent sign."""
        lines: list[str] = []
        for paragraph in text.split("\n"):
            line = ""
            for word in paragraph.replace(" %", "\u00a0%").split(" "):
                longer = f"{line} {word}" if line else word
                if line and self.measure(longer, share=share, bold=bold) > width:
                    lines.append(line)
                    line = word
                else:
                    line = longer
            lines.append(line)
        return [line.replace("\u00a0", " ") for line in lines]

    def place_of(self, axes: Any, x: float, y: float) -> tuple[float, float]:
        """Where a point of these axes lies on the sheet, in inches."""
        across, up = axes.transData.transform((x, y))
        return float(across) / _DPI, self.height - float(up) / _DPI


@cache
def _letters(bold: bool) -> tuple[TextToPath, FontProperties]:
    return TextToPath(), FontProperties(family=list(FAMILY), weight="bold" if bold else "normal", size=100)


@lru_cache(maxsize=10_000)
def _points(line: str, bold: bool) -> float:
    """Width of a line at one point size."""
    paths, font = _letters(bold)
    width, _, _ = paths.get_text_width_height_descent(line, font, ismath=False) if line else (0.0, 0.0, 0.0)
    return float(width) / 100


def free_place(taken: Iterable[Box], tried: Iterable[Box]) -> Box | None:
    """The first of the boxes that meets none of those taken."""
    blocked = list(taken)
    return next((one for one in tried if not any(one.meets(box) for box in blocked)), None)
