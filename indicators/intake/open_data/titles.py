"""Which dataset of a portal a file is: by its full title, never by a part of one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from indicators.areas import Kabupaten
from indicators.catalogue import Portal
from indicators.intake.headers import comparable

_SAYS_IT_IS_ONE = re.compile(r"(judul|nama)(_(data|dataset|data_set|indikator))?_|(data|dataset|data_set|indikator)_")
_YEARS = re.compile(r"(_(tahun|thn|periode))?(_(19|20)[0-9]{2}){1,2}")


@dataclass(frozen=True)
class Named:
    """What texts call a file. entries: ids. refused: titles that are not imported."""

    entries: tuple[str, ...]
    refused: tuple[str, ...]


class Titles:
    """The titles of one portal, ready to be found."""

    def __init__(self, portal: Portal, kabupaten: Kabupaten) -> None:
        self._entries: Mapping[str, str] = {
            comparable(title): id_ for id_, entry in portal.entries.items() for title in entry.titles
        }
        self._refused = {comparable(title): title for title in portal.not_imported}
        name = comparable(kabupaten.name)
        bodies = (comparable(portal.publisher), comparable(portal.name))
        self._endings = tuple(f"_{text}" for text in (*bodies, f"di_{name}", name, name.removeprefix("kabupaten_")))

    def entry(self, text: str) -> str | None:
        return self._found(text, self._entries)

    def refused(self, text: str) -> str | None:
        """The portal's title, where the text is one that is not imported."""
        return self._found(text, self._refused)

    def named(self, texts: Iterable[str]) -> Named:
        texts = list(texts)
        entries = dict.fromkeys(filter(None, map(self.entry, texts)))
        refused = dict.fromkeys(filter(None, map(self.refused, texts)))
        return Named(tuple(entries), tuple(refused))

    def _found(self, text: str, known: Mapping[str, str]) -> str | None:
        """A title as it is, or without what files write around it: `Judul:`, the kabupaten, the years."""
        plain = comparable(text)
        for candidate in (plain, _SAYS_IT_IS_ONE.sub("", plain, count=1) if _SAYS_IT_IS_ONE.match(plain) else plain):
            shorter = candidate
            while True:
                if shorter in known:
                    return known[shorter]
                cut = next((shorter.removesuffix(end) for end in self._endings if shorter.endswith(end)), shorter)
                if cut == shorter and (years := _YEARS.search(shorter)) and years.end() == len(shorter):
                    cut = shorter[: years.start()]
                if cut == shorter:
                    break
                shorter = cut
        return None
