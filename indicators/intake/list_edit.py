"""One entry of a list changed by hand makes the file of the whole list, which takes the way of every file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from indicators.catalogue import Dataset
from indicators.intake.template import as_csv
from indicators.warehouse import Words, list_words
from indicators.wording import lists as say


def edited_list(
    dataset: Dataset,
    entries: Sequence[list_words.Fields],
    words: Words,
    *,
    key: str | None,
    cells: Mapping[str, str] | None,
) -> tuple[str, bytes]:
    """File name and content of a CSV of all entries, with one of them changed, added or left out.

    key: the entry that changes, None for a new one. cells: column id -> text; None leaves the entry out.
    """
    lines = []
    for fields, line in zip(entries, list_words.lines_of(dataset, entries, words), strict=True):
        if list_words.key_of(dataset, fields) != key:
            lines.append(line)
        elif cells is not None:
            lines.append([cells.get(id_, "") for id_ in dataset.columns])
    if key is None and cells is not None:
        lines.append([cells.get(id_, "") for id_ in dataset.columns])
    header = [column.column for column in dataset.columns.values()]
    return say.file_name(dataset.label), as_csv(header, [list(line) for line in lines])
