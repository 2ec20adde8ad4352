"""Tap to explain: every abbreviation of the glossary opens its meaning where it stands."""

from __future__ import annotations

import html as stdlib_html
import re
from functools import cache, lru_cache

from indicators.catalogue import Term, catalogue
from indicators.screens import html


@cache
def _pattern() -> re.Pattern[str]:
    """All glossary terms as whole words, the longest first so that `KN lengkap` wins over `KN`."""
    terms = sorted((re.escape(term.term) for term in catalogue().glossary), key=len, reverse=True)
    return re.compile(rf"(?<![\w/-])({'|'.join(terms)})(?![\w/-])")


@cache
def _terms() -> dict[str, Term]:
    return {term.term: term for term in catalogue().glossary}


@lru_cache(maxsize=8192)  # texts hold values, which change with every data version
def explained(text: str) -> str:
    """`text` as HTML in which every glossary term, where it first stands, opens its meaning on tap, focus or hover."""
    pieces, end, known = [], 0, set()
    for match in _pattern().finditer(text):
        if match[1] in known:
            continue
        known.add(match[1])
        term = _terms()[match[1]]
        pieces.append(html.text(text[end : match.start()]))
        meaning = html.text(f"{term.long}. {term.explanation}")
        pieces.append(
            f'<span class="term" tabindex="0">{html.text(term.term)}<span class="meaning">{meaning}</span></span>'
        )
        end = match.end()
    pieces.append(html.text(text[end:]))
    return "".join(pieces)


def terms_in(text: str) -> str:
    """The meanings of all terms in a text, one a line, for a widget's help bubble; empty where there is none."""
    found = dict.fromkeys(match[1] for match in _pattern().finditer(text))
    return "\n\n".join(f"**{t}**: {_terms()[t].long}. {_terms()[t].explanation}" for t in found)


def explained_html(markup: str) -> str:
    """As `explained`, for text that is HTML already; only the text between tags is touched."""
    return "".join(
        piece if piece.startswith("<") else explained(stdlib_html.unescape(piece)) for piece in _TAGS.split(markup)
    )


_TAGS = re.compile(r"(<[^>]*>)")
