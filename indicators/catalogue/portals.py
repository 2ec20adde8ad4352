"""Open data portals: `open_data/`."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Literal

from pydantic import Field, model_validator

from indicators.catalogue.entry import Entry, Identifier


class PortalEntry(Entry):
    """One dataset of an open data portal whose meaning is certain.

    titles: as the portal writes it, in full; a longer title is another dataset. contents: what its numbers can be,
    `value` of the indicator or count of its `numerator`; with both, only a unit tells. value_units, count_units:
    spellings of the units that tell, compared in lower case. page: its landing page. published, changed: by the portal.
    """

    titles: tuple[str, ...] = Field(min_length=1)
    indicator: Identifier
    contents: tuple[Literal["value", "numerator"], ...] = Field(min_length=1)
    value_units: tuple[str, ...] = ()
    count_units: tuple[str, ...] = ()
    page: str = Field(pattern=r"^https://")
    published: date
    changed: date | None = None
    note: str = ""


class Portal(Entry):
    """The open data portal of one kabupaten. not_imported: titles that are easily taken for an entry -> why not."""

    id: Identifier
    kabupaten: str
    name: str
    address: str = Field(pattern=r"^https://")
    publisher: str
    entries: dict[Identifier, PortalEntry]
    not_imported: dict[str, str] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _titles_differ(self) -> Portal:
        titles = Counter(
            t.casefold() for t in (*self.not_imported, *(t for e in self.entries.values() for t in e.titles))
        )
        if twice := sorted(title for title, times in titles.items() if times > 1):
            raise ValueError(f"{self.id}: written twice: {twice}")
        return self
