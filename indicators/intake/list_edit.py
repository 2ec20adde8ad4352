"""Entries of a list changed by hand make the file of the whole list, which takes the way of every file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from indicators.catalogue import Dataset
from indicators.intake.template import as_csv
from indicators.warehouse import Words, list_words
from indicators.wording import lists as say

# What the file will hold of one entry: column id -> text.
Cells = Mapping[str, str]


def edited_list(
    dataset: Dataset,
    entries: Sequence[list_words.Fields],
    words: Words,
    *,
    changed: Mapping[str, Cells | None] | None = None,
    added: Sequence[Cells] = (),
) -> tuple[str, bytes]:
    """File name and content of a CSV of all entries, some of them changed, left out or added.

    changed: key of an entry -> its cells, None to leave it out.
    """
    changed = changed or {}
    lines = []
    for fields, line in zip(entries, list_words.lines_of(dataset, entries, words), strict=True):
        key = list_words.key_of(dataset, fields)
        if key not in changed:
            lines.append(line)
        elif (cells := changed[key]) is not None:
            lines.append(_line(dataset, cells))
    lines += [_line(dataset, cells) for cells in added]
    header = [column.column for column in dataset.columns.values()]
    return say.file_name(dataset.label), as_csv(header, [list(line) for line in lines])


def _line(dataset: Dataset, cells: Cells) -> list[str]:
    return [cells.get(id_, "") for id_ in dataset.columns]
