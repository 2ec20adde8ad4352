"""The columns of a list, such as the registry of innovations."""

from __future__ import annotations

from typing import Literal

from pydantic import model_validator

from indicators.catalogue.entry import Entry, Identifier


class Column(Entry):
    """One column of a list: its header on the template, its name on pages, and what its cells hold.

    type: `identifier` is given by us and never changes; `place` is a kecamatan, `facility` a puskesmas or hospital,
    `indicator` one of the catalogue; `guideline` a version of the maturity indicators, `maturity` a number of it;
    `choice` a word of `vocabulary`; `reference` an entry of the list `refers_to`, own: of the same kabupaten only;
    `number` may have a fraction; `slide` one of a template of briefings.
    letter: what our own ids have behind the kabupaten's code. several: cells may hold more than one, parted by `|`.
    long: text of more than a line. help: what to write, on the guide sheet and in the form. blank: what an empty cell
    means in the form, where it is not that nothing is recorded.
    """

    column: str
    label: str
    type: Literal[
        "identifier", "text", "link", "whole", "day", "choice", "place", "facility", "indicator", "guideline",
        "maturity", "reference", "number", "slide",
    ] = "text"  # fmt: skip
    help: str = ""
    aliases: tuple[str, ...] = ()
    required: bool = False
    several: bool = False
    blank: str = ""
    long: bool = False
    vocabulary: Identifier | None = None
    refers_to: Identifier | None = None
    own: bool = False
    least: int | None = None
    most: int | None = None
    letter: str = ""

    @model_validator(mode="after")
    def _says_what_its_type_needs(self) -> Column:
        if (self.type == "choice") != (self.vocabulary is not None):
            raise ValueError(f"{self.column}: choice and vocabulary go together")
        if (self.type == "reference") != (self.refers_to is not None):
            raise ValueError(f"{self.column}: reference and refers_to go together")
        if (self.type == "identifier") != bool(self.letter):
            raise ValueError(f"{self.column}: identifier and letter go together")
        if self.type in ("whole", "number") and (self.least is None or self.most is None):
            raise ValueError(f"{self.column}: a number needs least and most")
        return self
