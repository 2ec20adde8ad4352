"""What users read is Bahasa Indonesia without exclamation marks: every wording module and every catalogue text."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from indicators.catalogue import CATALOGUE_FOLDER, ROOT

WORDING = sorted((ROOT / "indicators" / "wording").glob("*.py"))

# English words that have slipped into Indonesian screens before; none of them is a loanword of the language.
_WORDS = """
    a about add all an and are area by cancel choose clear click close confirm dashboard delete download edit error
    errors failed file files for from found get help hide home in invalid is it last loading login logout missing more
    new next no not of off on open or page password period please previous remove required reset retry save search
    select settings show sign source submit success the this to total unknown update upload user users value values view
    warning with year yes you your
"""
ENGLISH = frozenset(_WORDS.split()) - {"area", "total"}

# Fields of the catalogue that hold ids, addresses and names of documents, not sentences of this product.
NOT_READ_AS_TEXT = {
    "aliases", "definition_source", "document", "id", "long", "measure", "numerator", "denominator", "part_of",
    "source", "term", "direction", "interval", "kind", "period", "counted_by", "dimension", "column", "stores", "level",
    "elements", "required", "at_most", "catch_all", "signature", "counterpart", "coverage", "lowest_level", "sign",
    "rule_version",
}  # fmt: skip


def texts_of_module(path: Path) -> Iterator[tuple[int, str]]:
    """Every text of a wording module but docstrings and keys, which are English: what Streamlit or Plotly say."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    left_out = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef) and ast.get_docstring(node) is not None:
            left_out.add(id(node.body[0].value))  # type: ignore[attr-defined]
        if isinstance(node, ast.Dict):
            left_out |= {id(key) for key in node.keys}
        if isinstance(node, ast.Subscript):
            left_out.add(id(node.slice))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in left_out:
            yield node.lineno, node.value


def texts_of_entry(entry: Any) -> Iterator[str]:
    if isinstance(entry, dict):
        for key, value in entry.items():
            if key not in NOT_READ_AS_TEXT:
                yield from texts_of_entry(value)
    elif isinstance(entry, list):
        for value in entry:
            yield from texts_of_entry(value)
    elif isinstance(entry, str):
        yield entry


def sentences(text: str) -> str:
    """A text without what is no language: code, fields to fill in, tags, addresses, names of files, "No."."""
    return re.sub(r"\bNo\.|`[^`]*`|%?[{(][^})]*[})][a-z]?|<[^>]*>|https?://\S+|\S*[/_.]\S+", " ", text)


def english(text: str) -> set[str]:
    words = re.findall(r"[A-Za-z-]+", sentences(text))
    return {word.lower() for word in words} & ENGLISH if len(words) > 1 or text[:1].isupper() else set()


@pytest.mark.parametrize("path", WORDING, ids=lambda path: path.stem)
def test_wording_has_no_exclamation_mark(path: Path) -> None:
    found = [(line, text) for line, text in texts_of_module(path) if re.search(r"\w\s?!", text)]
    assert found == []


@pytest.mark.parametrize("path", WORDING, ids=lambda path: path.stem)
def test_wording_has_no_english_word(path: Path) -> None:
    found = [(line, english(text), text) for line, text in texts_of_module(path) if english(text)]
    assert found == []


@pytest.mark.parametrize("path", sorted(CATALOGUE_FOLDER.rglob("*.yaml")), ids=lambda path: path.stem)
def test_the_catalogue_speaks_indonesian_without_exclamation_marks(path: Path) -> None:
    texts = list(texts_of_entry(yaml.safe_load(path.read_text(encoding="utf-8"))))
    assert [(english(text), text) for text in texts if english(text)] == []
    assert [text for text in texts if "!" in text] == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Upload berkas di sini", {"upload"}),
        ("Simpan", set()),
        ("Berkas tersimpan di data/upload/file.csv", set()),
        ("Jalankan `python -m indicators restore`", set()),
        ("Save", {"save"}),
        ("save", set()),
    ],
)
def test_the_search_for_english_words_finds_them(text: str, wanted: set[str]) -> None:
    assert english(text) == wanted
