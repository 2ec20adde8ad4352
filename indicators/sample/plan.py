"""What the sample of one kabupaten must agree with: `data/sample/<code>/plan.yaml`.

A kabupaten without a plan has no sample; a new one gets a sample by adding this file, never by code.
"""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from indicators.catalogue import DATA
from indicators.vocabulary import Period

SAMPLE_FOLDER = DATA / "sample"


class PlanError(Exception):
    """A plan does not load or contradicts itself."""


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


def _as_period(value: Any) -> Any:
    """YAML reads `2023` as a number and `2022-01..2022-09` as text; both are periods."""
    return value if isinstance(value, Period) else Period.parse(str(value))


PeriodKey = Annotated[Period, BeforeValidator(_as_period)]
Totals = dict[PeriodKey, int]


class Weighing(_Entry):
    """One year's weighing month (August): stunted children, and their per cent of the children measured."""

    stunted: int = Field(gt=0)
    prevalence: float = Field(gt=0, lt=100)

    @property
    def measured(self) -> int:
        """Children measured so that stunted / measured rounds to the prevalence."""
        return round(self.stunted * 100 / self.prevalence)


class Gap(_Entry):
    """Cells that a facility did not send: whole rows, or only `elements` where these are named."""

    facility: str
    dataset: str
    period: PeriodKey
    elements: tuple[str, ...] = ()


class Plan(_Entry):
    """Sizes and known totals of one kabupaten.

    births_per_year: expected live births; children_under_five: the sasaran S.
    maternal_deaths, infant_deaths: known totals of periods that do not overlap; elsewhere deaths are drawn.
    weighings: known weighing months by year; before the first and after the last the level stays.
    usual_share_measured, usual_prevalence: share of S measured in August and per cent stunted, where no
        weighing is known.
    gaps: what was not sent, so that missing values are seen in practice.
    """

    births_per_year: int = Field(gt=0)
    children_under_five: int = Field(gt=0)
    maternal_deaths: Totals = Field(default_factory=dict)
    infant_deaths: Totals = Field(default_factory=dict)
    weighings: dict[int, Weighing] = Field(default_factory=dict)
    usual_share_measured: float = Field(default=0.8, gt=0, lt=1)
    usual_prevalence: float = Field(default=3.5, gt=0, lt=100)
    gaps: tuple[Gap, ...] = ()

    @model_validator(mode="after")
    def _known_periods_do_not_overlap(self) -> Plan:
        for totals in (self.maternal_deaths, self.infant_deaths):
            for before, after in pairwise(sorted(totals)):
                if after.start <= before.end:
                    raise ValueError(f"known totals overlap: {before}, {after}")
        return self


def load_plan(folder: Path) -> Plan:
    """The plan in a kabupaten's sample folder. Raises PlanError naming the file and the fault."""
    path = folder / "plan.yaml"
    try:
        return Plan.model_validate(yaml.safe_load(path.read_text(encoding="utf-8")))
    except (OSError, yaml.YAMLError, ValidationError) as error:
        raise PlanError(f"{path}: {error}") from error


def planned_kabupaten(folder: Path = SAMPLE_FOLDER) -> list[str]:
    """Codes of the kabupaten that have a plan, in order."""
    return sorted(path.parent.name for path in folder.glob("*/plan.yaml"))
