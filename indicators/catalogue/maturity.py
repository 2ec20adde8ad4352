"""How mature an innovation is, by version of the guideline: `maturity/`."""

from __future__ import annotations

from pydantic import Field, model_validator

from indicators.catalogue.entry import Entry, Identifier


class MaturityIndicator(Entry):
    """One indicator of an innovation's maturity: what earns 1 to 3 stars, the proof, and the weight of the stars."""

    label: str
    required: bool = False
    stars: dict[int, str]
    proof: str
    weights: dict[int, int]

    @model_validator(mode="after")
    def _one_to_three_stars(self) -> MaturityIndicator:
        if set(self.stars) != {1, 2, 3} or set(self.weights) != {1, 2, 3}:
            raise ValueError(f"{self.label}: needs stars and weights for 1, 2 and 3")
        return self


class Guideline(Entry):
    """The maturity indicators of one version of the guideline, by their number; the next year's is another file."""

    id: Identifier
    label: str
    document: str
    version: str
    source: str
    note: str = ""
    indicators: dict[int, MaturityIndicator] = Field(min_length=1)
