"""The lists that the repository ships, read without the intake's checks, since their cells are our own."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from indicators.areas import Kabupaten
from indicators.catalogue import AREAS_FOLDER, DATA, Catalogue, Column, Dataset
from indicators.vocabulary import Mode
from indicators.warehouse.list_words import BETWEEN, Words, entries_frame
from indicators.warehouse.submission import WHOLE_LIST, Submission

PUBLISHED_FOLDER = DATA / "published"
KABUPATEN_COLUMN = "kode_kabupaten"


def published_files(name: str, kabupaten: Kabupaten) -> list[Path]:
    """The file of all kabupaten and, where it has one, the file of the same columns in the kabupaten's own folder."""
    every = (PUBLISHED_FOLDER / name, AREAS_FOLDER / kabupaten.code / "published" / name)
    return [path for path in every if path.exists()]


def shipped_lists(kabupaten: Kabupaten, catalogue: Catalogue) -> Iterator[tuple[list[Path], Submission]]:
    """Each list's files and what they say of one kabupaten; who and why are filled in by the caller."""
    names: dict[str, dict[str, str]] = {}
    for dataset in catalogue.list_datasets():
        if not dataset.shipped:
            continue
        paths = published_files(dataset.shipped, kabupaten)
        words = Words(kabupaten, catalogue, names)
        rows = [row for path in paths for row in _rows(path) if row[KABUPATEN_COLUMN] == kabupaten.code]
        entries = [_fields(dataset, row, words) for row in rows]
        frame = entries_frame(dataset, entries, words)
        if dataset.own_id is not None:
            names[dataset.id] = dict(zip(frame["key"], frame["label"], strict=True))
        yield (
            paths,
            Submission(
                dataset=dataset.id,
                kabupaten=kabupaten.code,
                mode=Mode.OFFICIAL,
                file_name=dataset.shipped,
                checksum="",
                by="",
                reason="",
                scope=((kabupaten.code, WHOLE_LIST),),
                entries=frame,
            ),
        )


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, delimiter=";"))


def _fields(dataset: Dataset, row: Mapping[str, str], words: Words) -> dict[str, Any]:
    found = {id_: _value(column, row[column.column], words) for id_, column in dataset.columns.items()}
    return {id_: value for id_, value in found.items() if value is not None}


def _value(column: Column, text: str, words: Words) -> Any:
    """The value of a cell; None for a blank one. Raises KeyError for a word that the catalogue does not know."""
    if not text:
        return None
    ids = {word: id_ for id_, word in words.options(column).items()}
    parts: list[Any] = [ids[part] if ids else part for part in (text.split(BETWEEN) if column.several else [text])]
    if column.type in ("whole", "maturity"):
        parts = [int(part) for part in parts]
    if column.type == "number":
        parts = [float(part.replace(",", ".")) for part in parts]
    return parts if column.several else parts[0]
