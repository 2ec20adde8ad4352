"""Words and names: `glossary.yaml` and `person_names.yaml`."""

from __future__ import annotations

from indicators.catalogue.entry import Entry


class Term(Entry):
    """A glossary entry."""

    term: str
    long: str
    explanation: str


class PersonNames(Entry):
    """By which words a name of a person is recognised, all in lower case; `places` before it make it none."""

    names: frozenset[str]
    titles: frozenset[str]
    places: frozenset[str]
