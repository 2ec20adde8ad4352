"""The words that a column of a list may hold: `vocabularies/`."""

from __future__ import annotations

from pydantic import Field

from indicators.catalogue.entry import Entry, Identifier


class Word(Entry):
    """One word of a vocabulary: its label, and other spellings in use."""

    label: str
    aliases: tuple[str, ...] = ()


class Vocabulary(Entry):
    """The words that a column of a list may hold, with the document that sets them and its version."""

    id: Identifier
    label: str
    document: str
    version: str
    source: str
    note: str = ""
    words: dict[Identifier, Word] = Field(min_length=1)
