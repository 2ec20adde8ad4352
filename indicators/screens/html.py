"""Small pieces of HTML; every text from outside passes through `text`."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence

WIDE = 5


def text(value: object) -> str:
    """Escaped for element content and quoted attributes."""
    return html.escape(str(value), quote=True)


def table(
    header: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    numeric: Sequence[int] = (),
    caption: str = "",
    blocks: bool = False,
) -> str:
    """A table whose cells are ready HTML; columns in `numeric` are set right.

    On a phone a wide table, or one of `blocks`, becomes one block a row, each cell behind its column's name.
    """

    def cell(column: int, content: str) -> str:
        kind = ' class="num"' if column in numeric else ""
        return f'<td{kind} data-label="{text(header[column])}">{content}</td>'

    head = "".join(
        f'<th scope="col"{" class=num" if i in numeric else ""}>{text(name)}</th>' for i, name in enumerate(header)
    )
    body = "".join("<tr>" + "".join(cell(i, content) for i, content in enumerate(row)) + "</tr>" for row in rows)
    title = f"<caption>{text(caption)}</caption>" if caption else ""
    wide = " wide" if blocks or len(header) >= WIDE else ""
    return (
        f'<div class="table-wrap{wide}"><table>{title}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
    )


def link(address: str, label: str) -> str:
    """A link that opens beside the dashboard; only http(s) addresses become links."""
    if not address.startswith(("https://", "http://")):
        return text(label)
    return f'<a href="{text(address)}" target="_blank" rel="noreferrer">{text(label)}</a>'
