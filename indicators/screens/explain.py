"""Tap to explain: every abbreviation of the glossary opens its meaning where it stands.

The meanings are in the page's style, sent once a session; a text only names which one opens, however often it does.
"""

from __future__ import annotations

import html as stdlib_html
import re
from functools import cache, lru_cache

from indicators.catalogue import catalogue
from indicators.screens import html


@cache
def _pattern() -> re.Pattern[str]:
    """All glossary terms as whole words, the longest first so that `KN lengkap` wins over `KN`."""
    terms = sorted((re.escape(term.term) for term in catalogue().glossary), key=len, reverse=True)
    return re.compile(rf"(?<![\w/-])({'|'.join(terms)})(?![\w/-])")


@cache
def _terms() -> dict[str, tuple[str, str]]:
    """Term -> its meaning, and the class by which the style sheet knows it."""
    return {
        term.term: (f"{term.long}. {term.explanation}", f"t{place}") for place, term in enumerate(catalogue().glossary)
    }


@lru_cache(maxsize=8192)  # texts hold values, which change with every data version
def explained(text: str) -> str:
    """`text` as HTML in which every glossary term, where it first stands, opens its meaning on tap, focus or hover."""
    pieces, end, known = [], 0, set()
    for match in _pattern().finditer(text):
        if match[1] in known:
            continue
        known.add(match[1])
        _, name = _terms()[match[1]]
        pieces.append(html.text(text[end : match.start()]))
        pieces.append(f'<span class="term {name}" tabindex="0">{html.text(match[1])}</span>')
        end = match.end()
    pieces.append(html.text(text[end:]))
    return "".join(pieces)


@cache
def meanings_style() -> str:
    """The style sheet that holds the meaning of every term; how it opens stands in style.css."""
    return "\n".join(f".{name}::after {{ content: {_in_css(meaning)}; }}" for meaning, name in _terms().values())


def _in_css(text: str) -> str:
    """A string of CSS; what could end it, or the element around it, is written as its code."""
    return '"' + re.sub(r'["\\<\n]', lambda found: f"\\{ord(found[0]):x} ", text) + '"'


def terms_in(text: str) -> str:
    """The meanings of all terms in a text, one a line, for a widget's help bubble; empty where there is none."""
    found = dict.fromkeys(match[1] for match in _pattern().finditer(text))
    return "\n\n".join(f"**{t}**: {_terms()[t][0]}" for t in found)


def explained_html(markup: str) -> str:
    """As `explained`, for text that is HTML already; only the text between tags is touched."""
    return "".join(
        piece if piece.startswith("<") else explained(stdlib_html.unescape(piece)) for piece in _TAGS.split(markup)
    )


_TAGS = re.compile(r"(<[^>]*>)")
