"""A list's entries in words, and as they are stored: ids of the catalogue inside, labels outside."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import pandas as pd

from indicators.areas import Kabupaten
from indicators.catalogue import Catalogue, Column, Dataset
from indicators.wording import briefing as briefings
from indicators.wording import numbers

# What stands between several values of one cell, as in other lists of the product.
BETWEEN = " | "

# An entry by the ids of its columns: text, number, day as ISO text, or a list of them; blank ones are left out.
Fields = Mapping[str, Any]


class Words:
    """How the values of a kabupaten's lists are written. names: list -> id of an entry, of any kabupaten -> name."""

    def __init__(self, kabupaten: Kabupaten, catalogue: Catalogue, names: Mapping[str, Mapping[str, str]]) -> None:
        self._kabupaten, self._catalogue, self._names = kabupaten, catalogue, names
        self._by_type: dict[str, Mapping[str, str]] = {
            "indicator": {id_: indicator.short for id_, indicator in catalogue.indicators.items()},
            "guideline": {id_: guideline.label for id_, guideline in catalogue.guidelines.items()},
            "place": {area.code: area.name for area in kabupaten.kecamatan},
            "facility": {facility.id: facility.name for facility in kabupaten.facilities},
            "slide": _slides(catalogue),
        }

    def cell(self, column: Column, value: Any) -> str:
        """A value as the template has it; blank for None. What is no longer known is written by its id."""
        if value is None:
            return ""
        if column.type == "number":
            # As the template has it: a decimal comma and no separators, which reads back as the same number.
            return f"{float(value):.10f}".rstrip("0").rstrip(".").replace(".", ",")
        word = self._word_of(column)
        return BETWEEN.join(word(str(one)) for one in (value if isinstance(value, list) else [value]))

    def title(self, dataset: Dataset, fields: Fields) -> str:
        """What an entry is called: the filled ones of its title's columns."""
        words = (self._in_title(dataset.columns[id_], fields.get(id_)) for id_ in dataset.title)
        return " · ".join(word for word in words if word)

    def _in_title(self, column: Column, value: Any) -> str:
        """A day as it is read, where a cell has it as it is sorted."""
        if column.type == "day" and value:
            return numbers.day(date.fromisoformat(value))
        return self.cell(column, value)

    def options(self, column: Column) -> dict[str, str]:
        """id -> word of everything that a column may hold; empty where it may hold anything."""
        if column.vocabulary is not None:
            return {id_: word.label for id_, word in self._catalogue.vocabularies[column.vocabulary].words.items()}
        if column.refers_to is not None:
            named = self._names.get(column.refers_to, {})
            own = f"{self._kabupaten.code}."
            return {id_: name for id_, name in named.items() if not column.own or id_.startswith(own)}
        return dict(self._by_type.get(column.type, {}))

    def _word_of(self, column: Column) -> Callable[[str], str]:
        words = self.options(column)
        return lambda value: words.get(value, value)


def _slides(catalogue: Catalogue) -> dict[str, str]:
    """`rakor/summary` -> `Ringkasan`; a template after the first names itself, too."""
    named: dict[str, str] = {}
    for briefing in catalogue.briefings.values():
        for id_, slide in briefing.slides.items():
            heading = slide.heading or briefings.TITLE_SLIDE
            named[f"{briefing.id}/{id_}"] = f"{briefing.label}: {heading}" if heading in named.values() else heading
    return named


def entries_frame(dataset: Dataset, entries: Iterable[Fields], words: Words) -> pd.DataFrame:
    """Rows of a `Submission.entries`: key, label, fields (JSON)."""
    rows = [(key_of(dataset, fields), words.title(dataset, fields), as_json(fields)) for fields in entries]
    return pd.DataFrame(rows, columns=["key", "label", "fields"], dtype=object)


def key_of(dataset: Dataset, fields: Fields) -> str:
    """By what an entry is told apart from the others of its list."""
    return "/".join(str(fields.get(id_, "")) for id_ in dataset.key)


def as_json(fields: Fields) -> str:
    return json.dumps(dict(fields), ensure_ascii=False, sort_keys=True)


def from_json(text: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(text)
    return found


def lines_of(dataset: Dataset, entries: Iterable[Fields], words: Words) -> list[list[str]]:
    """One line an entry, one cell a column, as the template has them."""
    return [[words.cell(column, fields.get(id_)) for id_, column in dataset.columns.items()] for fields in entries]


def next_id(letter: str, kabupaten: str, taken: Sequence[str]) -> str:
    """`35.10.I021` after `35.10.I020`: the number after the highest ever given."""
    start = f"{kabupaten}.{letter}"
    numbers = [int(id_[len(start) :]) for id_ in taken if id_.startswith(start) and id_[len(start) :].isdigit()]
    return f"{start}{max(numbers, default=0) + 1:03}"
