"""A programme of one kabupaten, whole in one file: `data/areas/<code>/programmes/`.

Its own elements and lists become a dataset like any other, so template, checks, preview, history and undo are there
without code; what the page shows of it stands in the file, too.
"""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, model_validator

from indicators.catalogue.columns import Column
from indicators.catalogue.datasets import Dataset
from indicators.catalogue.elements import Element
from indicators.catalogue.entry import Entry, Identifier
from indicators.vocabulary import Level

_AFTER_ALL_OTHERS = 100


class Source(Entry):
    """Who says so, and where; without an address it is named only. news: quoted from an article we have not seen."""

    name: str = Field(min_length=1)
    url: str = Field(default="", pattern=r"^(https://\S+)?$")
    news: bool = False

    @property
    def publisher(self) -> str:
        """Who says so, without the title of the article."""
        return self.name.partition(",")[0]


class Figure(Entry):
    """A figure as its source writes it: never computed with, and never shown without source and time."""

    label: str
    value: str
    when: str
    source: Source
    note: str = ""


class Unrecorded(Entry):
    """What nobody has recorded yet, and who can supply it. until_sent: a report of the programme answers it."""

    what: str
    who: str
    until_sent: bool = False


class Tally(Entry):
    """A number made of the programme's counts, or of counts that every kabupaten sends.

    counts: `sum` of all units, or the units in which the sum of the elements is above zero (`present`) or is a reported
    zero (`absent`). in_one_month: of the newest month only, also where the elements are summed over months.
    """

    label: str
    unit: str
    elements: tuple[Identifier, ...] = Field(min_length=1)
    counts: Literal["sum", "present", "absent"] = "sum"
    in_one_month: bool = False


class Coverage(Tally):
    """A tally against its own denominator.

    of: the units that are to be reached (`units`), the desa and kelurahan (`desa`), or counts of its own
    (`denominator`). definition_source empty means that no written definition can be cited, which pages then say.
    """

    definition: str
    definition_source: str = ""
    of: Literal["units", "desa", "counts"]
    denominator: tuple[Identifier, ...] = ()
    denominator_label: str

    @model_validator(mode="after")
    def _denominator_where_it_is_counted(self) -> Coverage:
        if bool(self.denominator) != (self.of == "counts"):
            raise ValueError("coverage: denominator and `of: counts` go together")
        if self.counts != "sum" and self.of == "counts":
            raise ValueError("coverage: only a sum is divided by a sum")
        return self


class Report(Entry):
    """What is sent of the programme's elements, and how often."""

    description: str
    supplied_by: str
    period: Literal["month", "year"] = "month"
    due_day: int | None = None
    required: tuple[Identifier, ...] = ()
    at_most: tuple[tuple[Identifier, Identifier], ...] = ()


class Visits(Entry):
    """A list of the programme: one row for each visit, session or gift, summed up by place.

    by: the column that names the place (a dusun, say). unit: the column with the unit that sent it. day: that with the
    date. sums: columns of whole numbers. known: places that a source names, shown also before anyone was there.
    """

    label: str
    description: str
    supplied_by: str
    columns: dict[Identifier, Column]
    key: tuple[Identifier, ...]
    title: tuple[Identifier, ...]
    by: Identifier
    unit: Identifier
    day: Identifier
    sums: tuple[Identifier, ...] = ()
    known: dict[str, tuple[str, ...]] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _columns_are_there(self) -> Visits:
        wanted = {self.by: "text", self.unit: "facility", self.day: "day"} | dict.fromkeys(self.sums, "whole")
        found = {id_: column.type for id_, column in self.columns.items()}
        wrong = sorted(id_ for id_, type_ in wanted.items() if found.get(id_) != type_)
        if wrong:
            raise ValueError(f"visits: no such columns, or not of the type they need: {wrong}")
        return self


class Programme(Entry):
    """One programme.

    units: the puskesmas that run it, all of the kabupaten if empty. stages: its numbers, from what goes in to what
    comes out, of its own elements or of those that every kabupaten sends. kpis: linked, which is never to say that the
    programme moved them. innovation: its number in the registry.
    """

    id: Identifier
    kabupaten: str
    name: str
    short: str
    order: int
    owner: str
    summary: str
    source: Source
    since: str = ""
    units: tuple[str, ...] = ()
    kpis: tuple[Identifier, ...] = ()
    innovation: str = ""
    elements: dict[Identifier, Element] = Field(default_factory=dict)
    report: Report | None = None
    visits: Visits | None = None
    stages: tuple[Tally, ...] = ()
    coverage: Coverage | None = None
    figures: tuple[Figure, ...] = ()
    unrecorded: tuple[Unrecorded, ...] = Field(min_length=1)

    @model_validator(mode="before")
    @classmethod
    def _elements_know_their_ids(cls, fields: Any) -> Any:
        """An element is written without id, and its period is the report's."""
        if not isinstance(fields, dict) or not isinstance(fields.get("elements"), dict):
            return fields
        report = fields.get("report")
        period = report.get("period", "month") if isinstance(report, dict) else "month"
        own = {id_: {"id": id_, "period": period, **(entry or {})} for id_, entry in fields["elements"].items()}
        return {**fields, "elements": own}

    @model_validator(mode="after")
    def _elements_are_reported(self) -> Programme:
        if bool(self.elements) != (self.report is not None):
            raise ValueError(f"{self.id}: elements and report go together")
        if self.coverage is not None and self.coverage.of == "desa" and self.coverage.counts != "sum":
            raise ValueError(f"{self.id}: desa are counted by a sum")
        return self

    @property
    def datasets(self) -> tuple[Dataset, ...]:
        """What staff send of it: at most a report of counts and a list."""
        return tuple(dataset for dataset in (self._of_counts(), self._of_visits()) if dataset is not None)

    def tallies(self) -> tuple[Tally, ...]:
        """Every number that is shown of it."""
        return (*self.stages, *((self.coverage,) if self.coverage else ()))

    def _of_counts(self) -> Dataset | None:
        if self.report is None:
            return None
        return Dataset(
            id=f"programme_{self.id}",
            label=f"Program {self.short}",
            order=_AFTER_ALL_OTHERS + self.order,
            kabupaten=self.kabupaten,
            programme=self.id,
            elements=tuple(self.elements),
            **self.report.model_dump(),
        )

    def _of_visits(self) -> Dataset | None:
        if self.visits is None:
            return None
        return Dataset(
            id=f"programme_{self.id}_visits",
            label=f"Program {self.short}: {self.visits.label}",
            order=_AFTER_ALL_OTHERS + self.order,
            description=self.visits.description,
            supplied_by=self.visits.supplied_by,
            kabupaten=self.kabupaten,
            programme=self.id,
            stores="entries",
            level=Level.KABUPATEN,
            period="year",
            columns=self.visits.columns,
            key=self.visits.key,
            title=self.visits.title,
        )
