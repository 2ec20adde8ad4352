"""The network of replications as SVG for an `img`: no script, no font from elsewhere, light and dark by itself."""

from __future__ import annotations

import base64
import html

from indicators.charts.replication_network import Edge, NetworkSpec, Node
from indicators.charts.spec import Role
from indicators.render.palette import PAPER

# Wide enough for a phone's width to be the natural size: text stays readable there, and grows on a screen.
_WIDTH, _ROW, _TOP = 380, 40, 8
_LEFT, _RIGHT = 158.0, 222.0
_LETTERS = 23
_DARK_TEXT, _DARK_LINE = "#e8eef0", "#8fb8e8"


def network_svg(spec: NetworkSpec) -> str:
    """The picture; what it says stands in `spec.alt` and in the table beside it."""
    height = _TOP * 2 + _ROW * max(len(spec.origins), len(spec.copiers))
    lines = "".join(_line(edge, spec, height) for edge in spec.edges)
    left = "".join(_node(n, _LEFT, _y(i, len(spec.origins), height), "end") for i, n in enumerate(spec.origins))
    right = "".join(_node(n, _RIGHT, _y(i, len(spec.copiers), height), "start") for i, n in enumerate(spec.copiers))
    style = (
        f"text{{font:12px system-ui,sans-serif;fill:{PAPER.text}}}.b{{font-size:10px;opacity:.8}}"
        f"path{{fill:none;stroke:{PAPER.roles[Role.COMPUTED]};stroke-width:1.5}}.p{{stroke-dasharray:4 3}}"
        f"circle,polygon{{fill:{PAPER.roles[Role.COMPUTED]}}}"
        f"@media(prefers-color-scheme:dark){{text{{fill:{_DARK_TEXT}}}path{{stroke:{_DARK_LINE}}}"
        f"circle,polygon{{fill:{_DARK_LINE}}}}}"
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}">'
        f"<style>{style}</style>{lines}{left}{right}</svg>"
    )


def network_image(spec: NetworkSpec) -> str:
    """The picture as an `img` element, since pages drop inline SVG."""
    encoded = base64.b64encode(network_svg(spec).encode()).decode()
    return f'<img class="network" src="data:image/svg+xml;base64,{encoded}" alt="{html.escape(spec.alt)}">'


def _y(index: int, of: int, height: float) -> float:
    """The shorter column is spread over the height of the longer one."""
    return round(_TOP + (height - 2 * _TOP) * (index + 0.5) / of, 1)


def _line(edge: Edge, spec: NetworkSpec, height: float) -> str:
    """A curve that ends in an arrow at who copies."""
    start, end = _y(edge.origin, len(spec.origins), height), _y(edge.copier, len(spec.copiers), height)
    tip = _RIGHT - 5
    bend = (_LEFT + tip) / 2
    kind = ' class="p"' if edge.planned else ""
    return (
        f'<path{kind} d="M{_LEFT + 5:g} {start:g}C{bend:g} {start:g} {bend:g} {end:g} {tip - 6:g} {end:g}"/>'
        f'<polygon points="{tip:g},{end:g} {tip - 7:g},{end - 3.5:g} {tip - 7:g},{end + 3.5:g}"/>'
    )


def _node(node: Node, x: float, y: float, anchor: str) -> str:
    side = -7 if anchor == "end" else 7
    label = (
        f'<text x="{x + side:g}" y="{y if node.below else y + 4:g}" text-anchor="{anchor}">{_short(node.label)}</text>'
    )
    below = (
        f'<text class="b" x="{x + side:g}" y="{y + 12:g}" text-anchor="{anchor}">{_short(node.below, 1.2)}</text>'
        if node.below
        else ""
    )
    return f'<circle cx="{x:g}" cy="{y:g}" r="3.5"/>{label}{below}'


def _short(text: str, longer: float = 1.0) -> str:
    """What fits; the whole text is in the table."""
    most = int(_LETTERS * longer)
    return html.escape(text if len(text) <= most else f"{text[: most - 1].rstrip()}…")
