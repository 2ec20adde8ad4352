"""Tap to explain: terms are marked, and their meanings stand once in the page's style."""

from __future__ import annotations

import re

from indicators.catalogue import catalogue
from indicators.screens import explain


def test_a_term_is_marked_where_it_first_stands_in_a_text_and_named_as_the_style_names_it() -> None:
    found = explain.explained("AKI <2024> dan AKI")
    [name] = re.findall(r'class="term (t\d+)"', found)
    assert found == f'<span class="term {name}" tabindex="0">AKI</span> &lt;2024&gt; dan AKI'
    [meaning] = re.findall(rf'^\.{name}::after {{ content: "(.*)"; }}$', explain.meanings_style(), re.MULTILINE)
    assert meaning.startswith("Angka Kematian Ibu. ")


def test_every_term_has_its_meaning_in_the_style() -> None:
    rules = explain.meanings_style().splitlines()
    assert len(rules) == len(catalogue().glossary)
    assert all(re.fullmatch(r'\.t\d+::after { content: "[^"<]+"; }', rule) for rule in rules)


def test_a_meaning_cannot_end_its_string_or_the_style_element() -> None:
    assert explain._in_css('a "b" </style> \\ c') == '"a \\22 b\\22  \\3c /style> \\5c  c"'
