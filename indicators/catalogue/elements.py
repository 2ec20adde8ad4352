"""What staff count: `elements.yaml`."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, model_validator

from indicators.catalogue.entry import Entry, Identifier
from indicators.vocabulary import CountedBy, Derivation, Dimension, Kind


class Element(Entry):
    """Something staff count.

    `column` is the header they see; `part_of` names the elements whose sum it splits. A `derived` element is counted by
    nobody: it follows from the reports themselves, has no column and is in no dataset. target_set: whose estimate a
    year's target is, that of Pusdatin or the one set for SPM; the same people, counted otherwise.
    """

    id: Identifier
    label: str
    column: str = ""
    aliases: tuple[str, ...] = ()
    kind: Kind
    counted_by: CountedBy
    period: Literal["month", "year"] = "month"
    maximum: int = Field(default=0, ge=0)
    derived: Derivation | None = None
    part_of: tuple[Identifier, ...] = ()
    dimension: Dimension | None = None
    category: str = ""
    sensitive: bool = False
    residual: bool = False
    target_set: Literal["pusdatin", "spm"] | None = None

    @model_validator(mode="after")
    def _part_needs_dimension(self) -> Element:
        if bool(self.part_of) != (self.dimension is not None):
            raise ValueError(f"{self.id}: part_of and dimension go together")
        return self

    @model_validator(mode="after")
    def _is_counted_or_derived(self) -> Element:
        if (bool(self.column), bool(self.maximum)) != ((self.derived is None),) * 2:
            raise ValueError(f"{self.id}: needs column and maximum, or derived alone")
        return self
