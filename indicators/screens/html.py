"""Small pieces of HTML; every text from outside passes through `text`."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence


def text(value: object) -> str:
    """Escaped for element content and quoted attributes."""
    return html.escape(str(value), quote=True)


def table(
    header: Sequence[str], rows: Iterable[Sequence[str]], *, numeric: Sequence[int] = (), caption: str = ""
) -> str:
    """A table whose cells are ready HTML; columns in `numeric` are set right. It scrolls sideways on a phone."""

    def align(column: int) -> str:
        return ' class="num"' if column in numeric else ""

    head = "".join(f'<th scope="col"{align(i)}>{text(name)}</th>' for i, name in enumerate(header))
    body = "".join(
        "<tr>" + "".join(f"<td{align(i)}>{cell}</td>" for i, cell in enumerate(row)) + "</tr>" for row in rows
    )
    title = f"<caption>{text(caption)}</caption>" if caption else ""
    return f'<div class="table-wrap"><table>{title}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'


def link(address: str, label: str) -> str:
    """A link that opens beside the dashboard; only http(s) addresses become links."""
    if not address.startswith(("https://", "http://")):
        return text(label)
    return f'<a href="{text(address)}" target="_blank" rel="noopener noreferrer">{text(label)}</a>'
