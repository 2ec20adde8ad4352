"""What changes in a list, entry by entry, in the words of its columns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from indicators.catalogue import Dataset
from indicators.warehouse import WHOLE_LIST, Words, list_words

# Key of an entry -> what it is called, and its fields as JSON.
Entries = Mapping[str, tuple[str, str]]

LONGEST = 200


def entries_of(rows: pd.DataFrame) -> dict[str, tuple[str, str]]:
    """Entries by their key, from columns key, label and fields."""
    return {str(r.key): (str(r.label), str(r.fields)) for r in rows.itertuples(index=False)}


def list_changes(dataset: Dataset, unit: str, before: Entries, after: Entries, words: Words) -> pd.DataFrame:
    """One row an entry that is not the same: unit, element (what it is called), period_start, period_end, old, new
    (as texts, None where there is none), change; in the order of the keys."""
    rows: list[tuple[Any, ...]] = []
    for key in sorted({*before, *after}):
        old, new = before.get(key), after.get(key)
        texts = differing(dataset, old and old[1], new and new[1], words)
        if texts != (None, None):
            change = "added" if old is None else "removed" if new is None else "changed"
            called = (new or old or ("", ""))[0]
            rows.append((unit, called, WHOLE_LIST.start, WHOLE_LIST.end, *texts, change))
    columns = ["unit", "element", "period_start", "period_end", "old", "new", "change"]
    return pd.DataFrame(rows, columns=columns, dtype=object)


def differing(dataset: Dataset, old: str | None, new: str | None, words: Words) -> tuple[str | None, str | None]:
    """The columns in which two entries (as JSON) differ, as texts before and after; None and None where in none."""
    before, after = (None if text is None else list_words.from_json(text) for text in (old, new))
    ids = [id_ for id_ in dataset.columns if (before or {}).get(id_) != (after or {}).get(id_)]
    if not ids and before is not None and after is not None:
        return None, None
    return _said(dataset, ids, before, words), _said(dataset, ids, after, words)


def _said(dataset: Dataset, ids: Iterable[str], fields: list_words.Fields | None, words: Words) -> str | None:
    if fields is None:
        return None
    columns = dataset.columns
    parts = [f"{columns[id_].label}: {words.cell(columns[id_], fields.get(id_)) or '–'}" for id_ in ids]
    text = "; ".join(parts)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"
