"""Hover texts of one trace: what they share is sent once, what differs point by point.

Plotly's JSON writes `<br>` in 14 bytes and a chart has up to 50 hover texts, so whole texts would be half of a page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher
from typing import Any

from indicators.render.frame import first_bold

# A tag, or a word with the space behind it.
_TOKEN = re.compile(r"<[^>]*>|[^<\s]+ ?|\s")


def hover(texts: Sequence[str], *, keys: Sequence[str] = ()) -> dict[str, Any]:
    """`hovertemplate` and `customdata` of a trace that shows these plain texts, in the order of its points.

    Line feeds separate lines; the first is bold. An empty text belongs to a point that is not drawn. keys: what a
    click on each point stands for, the first of its `customdata`.
    """
    marked = [_TOKEN.findall(first_bold(plain)) if plain else [] for plain in texts]
    shared = _shared([tokens for tokens in marked if tokens])
    gaps = [_gaps(tokens, shared) if tokens else [""] * (len(shared) + 1) for tokens in marked]
    differing = [place for place in range(len(shared) + 1) if any(gap[place] for gap in gaps)]
    rows = [[key] for key in keys] or [[] for _ in texts]
    for row, gap in zip(rows, gaps, strict=True):
        row.extend(gap[place] for place in differing)
    width = bool(keys) + len(differing)
    template = ""
    for place in range(len(shared) + 1):
        if place in differing:
            index = bool(keys) + differing.index(place)
            template += f"%{{customdata[{index}]}}" if width > 1 else "%{customdata}"
        if place < len(shared):
            # A brace would begin a variable of Plotly's.
            template += shared[place].replace("{", "&#123;")
    found: dict[str, Any] = {"hovertemplate": f"{template}<extra></extra>"}
    if width:
        found["customdata"] = rows if width > 1 else [row[0] for row in rows]
    return found


def _shared(texts: Sequence[list[str]]) -> list[str]:
    """Tokens that all texts have, in the same order."""
    # Texts of one length are nearly always the same sentence; to compare them word by word is 20 times faster.
    by_length: dict[int, list[list[str]]] = {}
    for tokens in texts:
        by_length.setdefault(len(tokens), []).append(tokens)
    found: list[str] | None = None
    for _, alike in sorted(by_length.items()):
        same = [words[0] for words in zip(*alike, strict=True) if len(set(words)) == 1]
        found = same if found is None else _in_both(found, same)
    return found or []


def _in_both(one: list[str], other: list[str]) -> list[str]:
    blocks = SequenceMatcher(None, one, other, autojunk=False).get_matching_blocks()
    return [token for start, _, size in blocks for token in one[start : start + size]]


def _gaps(tokens: list[str], shared: list[str]) -> list[str]:
    """What stands before, between and behind the shared tokens."""
    gaps, begun = [], 0
    for token in shared:
        found = tokens.index(token, begun)
        gaps.append("".join(tokens[begun:found]))
        begun = found + 1
    return [*gaps, "".join(tokens[begun:])]
