"""One colour per role: for screens in the colours of Streamlit's theme, for paper in its light colours.

On a screen the colours are Streamlit's own placeholders (`streamlit_plotly_theme.py`): the browser replaces
them by `chartCategoricalColors` and `chartSequentialColors` of the light or dark theme in
`.streamlit/config.toml`, so a figure is cached once and follows the theme. Documented theme colours for Plotly
figures would remove this. Grey never appears in the scale; it is reserved for areas without a verdict. Shape,
dash and labels repeat what colour says.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from indicators.charts.spec import Role

FONT = "Plus Jakarta Sans, sans-serif"
FONT_SIZE = 13
SMALL_FONT_SIZE = 12

_GREY = "#868f9b"
GRID = "rgba(128,136,148,0.25)"
AXIS = "rgba(128,136,148,0.6)"
WATERMARK = "rgba(128,136,148,0.28)"
TRANSPARENT = "rgba(0,0,0,0)"
DARK_TEXT = "#17292b"
LIGHT_TEXT = "#ffffff"


@dataclass(frozen=True)
class Palette:
    """Colours of one kind of surface.

    scale: from the lowest to the highest value, in even steps. background: between areas. few_*, hidden_*,
    missing_*: areas with too few events, with a suppressed value, without data.
    """

    text: str
    roles: Mapping[Role, str]
    scale: tuple[str, ...]
    background: str
    few_fill: str
    few_line: str
    hidden_fill: str
    missing_fill: str
    missing_line: str


def _roles(blue: str, vermilion: str, green: str, purple: str) -> dict[Role, str]:
    return {
        Role.COMPUTED: blue,
        Role.CURRENT: blue,
        Role.PUBLISHED: purple,
        Role.SURVEY: vermilion,
        Role.CENSUS: vermilion,
        Role.COUNT: blue,
        Role.EARLIER: _GREY,
        Role.COMPARISON: _GREY,
        Role.TARGET: green,
        Role.NEUTRAL: _GREY,
        Role.WORSE: vermilion,
        Role.BETTER: green,
        Role.COMMON: _GREY,
        Role.LIMIT: _GREY,
        Role.CHANGED: purple,
    }


SCREEN = Palette(
    text="#000037",
    roles=_roles("#000001", "#000002", "#000003", "#000004"),
    # The lightest two steps of the theme are left out: they would look like no data.
    scale=("#000013", "#000014", "#000015", "#000016", "#000017", "#000018", "#000019", "#000020"),
    background="#000038",
    few_fill="rgba(128,136,148,0.38)",
    few_line="#000036",
    hidden_fill="rgba(128,136,148,0.65)",
    missing_fill="rgba(128,136,148,0.10)",
    missing_line=_GREY,
)

PAPER = Palette(
    text=DARK_TEXT,
    roles=_roles("#16488E", "#AD400A", "#057F4C", "#9B6991"),
    scale=("#B1D5DB", "#8FC2CD", "#6DACBF", "#4D95B0", "#347D9F", "#22668B", "#174F74", "#0F395A"),
    background="#FFFFFF",
    few_fill="#d0d3d8",
    few_line="#59616c",
    hidden_fill="#99a0a9",
    missing_fill="#FFFFFF",
    missing_line=_GREY,
)


def scale_colour(scale: tuple[str, ...], share: float) -> str:
    """The colour at `share` (0 to 1, clipped) of a scale of `#rrggbb`."""
    steps = len(scale) - 1
    place = min(max(share, 0.0), 1.0) * steps
    index = min(int(place), steps - 1)
    low, high = _channels(scale[index]), _channels(scale[index + 1])
    mixed = (round(a + (b - a) * (place - index)) for a, b in zip(low, high, strict=True))
    return "#" + "".join(f"{channel:02x}" for channel in mixed)


def text_on(colour: str) -> str:
    """Dark or light text, whichever contrasts more with a fill `#rrggbb`."""
    return max((DARK_TEXT, LIGHT_TEXT), key=lambda text: contrast(text, colour))


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two `#rrggbb`, 1 to 21 (WCAG 2.2, success criterion 1.4.3)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2, definition of that name)."""
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (channel / 255 for channel in _channels(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
