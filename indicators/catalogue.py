"""The catalogue: what is counted (elements), what is computed (indicators), what is sent (datasets).

Everything is read once from `data/catalogue/`; entries are frozen. A new indicator or dataset is a new YAML
entry, never code.
"""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from indicators.vocabulary import (
    CountedBy,
    Derivation,
    Dimension,
    Direction,
    Interval,
    Kind,
    Level,
    Measure,
)

ROOT = Path(__file__).resolve().parent.parent
CATALOGUE_FOLDER = ROOT / "data" / "catalogue"

Identifier = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$")]


E = TypeVar("E", bound="Entry")


class CatalogueError(Exception):
    """A catalogue file does not load, or refers to something that does not exist."""


class Entry(BaseModel):
    """Frozen; unknown keys are errors, so a misspelt field never passes silently."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Element(Entry):
    """Something staff count.

    `column` is the header they see; `part_of` names the elements whose sum it splits. A `derived` element is counted by
    nobody: it follows from the reports themselves, has no column and is in no dataset.
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


class Target(Entry):
    """A target for one year, with the document that sets it. `sign` is `<` for 'below', else empty."""

    value: float
    document: str
    source: str = ""
    sign: Literal["", "<"] = ""
    measure: Measure | None = None
    quoted: bool = False
    note: str = ""


class Indicator(Entry):
    """What is computed: sum of numerators over sum of denominators, times multiplier.

    Without denominator it is a count. Without numerator it has published values only (a survey, say).
    `counterpart` is the survey or census indicator of the same thing, shown beside a routine one, never joined to it.
    `coverage` names the indicators that say how much of the population its denominator reaches (measured of all).
    `publishes` names the element whose published counts it holds, so that they can be the denominator of others.
    `definition_source` empty means no citable definition; `definition_note` then carries the mark
    shown to users.
    """

    id: Identifier
    topic: Identifier
    short: str
    label: str
    definition: str
    definition_source: str = ""
    definition_note: str = ""
    numerator: tuple[Identifier, ...] = ()
    denominator: tuple[Identifier, ...] = ()
    numerator_label: str
    denominator_label: str = ""
    multiplier: int = 1
    unit: str
    decimals: int = 1
    measure: Measure
    direction: Direction
    interval: Interval = Interval.NONE
    rare: bool = False
    lowest_level: Level = Level.KECAMATAN
    headline: int | None = None
    counterpart: Identifier | None = None
    coverage: tuple[Identifier, ...] = ()
    publishes: Identifier | None = None
    targets: dict[int, Target] = Field(default_factory=dict)
    why_it_matters: str
    source: str
    supplied_by: str


class CatchAll(Entry):
    """Unmapped columns beginning with `prefix` are added to `element`, counted and said.

    Columns beginning with one of `except_prefixes` speak of something else and are left unmapped.
    """

    prefix: str
    element: Identifier
    except_prefixes: tuple[str, ...] = ()


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


class Column(Entry):
    """One column of a list: its header on the template, its name on pages, and what its cells hold.

    type: `identifier` is given by us and never changes; `place` is a kecamatan, `facility` a puskesmas or hospital,
    `indicator` one of the catalogue; `guideline` a version of the maturity indicators, `maturity` a number of it;
    `choice` a word of `vocabulary`; `reference` an entry of the list `refers_to`.
    letter: what our own ids have behind the kabupaten's code. several: cells may hold more than one, parted by `|`.
    long: text of more than a line. help: what to write, on the guide sheet and in the form.
    """

    column: str
    label: str
    type: Literal[
        "identifier", "text", "link", "whole", "day", "choice", "place", "facility", "indicator", "guideline",
        "maturity", "reference",
    ] = "text"  # fmt: skip
    help: str = ""
    aliases: tuple[str, ...] = ()
    required: bool = False
    several: bool = False
    long: bool = False
    vocabulary: Identifier | None = None
    refers_to: Identifier | None = None
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
        if self.type == "whole" and (self.least is None or self.most is None):
            raise ValueError(f"{self.column}: a whole number needs least and most")
        return self


class Dataset(Entry):
    """A file that staff send: which units, how often, which elements. `stores` names the table it fills.

    form: `open_data` is the export of a portal, laid out by the portal and without a template of ours. fills: the
    dataset that its submissions belong to, so that the newest figure counts whichever way it came; its own if None.
    right: what one must be allowed to do to send it.

    A list (stores `entries`) has columns instead of elements. key: the columns that tell entries apart. title: those
    that name an entry. in_order: days of which the first is not after the second. within: the first column holds only
    what the second holds. one_of: of each group at least one is filled. shipped: its file in data/published, if any.
    """

    id: Identifier
    label: str
    order: int
    description: str
    supplied_by: str
    stores: Literal["observations", "published", "entries"] = "observations"
    level: Level = Level.FACILITY
    period: Literal["month", "year"] = "month"
    due_day: int | None = None
    form: Literal["table", "open_data"] = "table"
    fills: Identifier | None = None
    elements: tuple[Identifier, ...] = ()
    required: tuple[Identifier, ...] = ()
    at_most: tuple[tuple[Identifier, Identifier], ...] = ()
    catch_all: tuple[CatchAll, ...] = ()
    signature: tuple[str, ...] = ()
    right: Literal["upload", "innovations"] = "upload"
    columns: dict[Identifier, Column] = Field(default_factory=dict)
    key: tuple[Identifier, ...] = ()
    title: tuple[Identifier, ...] = ()
    in_order: tuple[tuple[Identifier, Identifier], ...] = ()
    within: tuple[tuple[Identifier, Identifier], ...] = ()
    one_of: tuple[tuple[Identifier, ...], ...] = ()
    shipped: str = ""

    @model_validator(mode="after")
    def _monthly_reports_are_due(self) -> Dataset:
        if self.stores == "observations" and self.period == "month" and self.due_day is None:
            raise ValueError(f"{self.id}: a monthly report needs a due_day")
        return self

    @model_validator(mode="after")
    def _lists_have_columns(self) -> Dataset:
        if (self.stores == "entries") != all((self.columns, self.key, self.title)):
            raise ValueError(f"{self.id}: a list, and no other dataset, has columns, key and title")
        groups = (self.key, self.title, *self.in_order, *self.within, *self.one_of)
        named = {id_ for group in groups for id_ in group}
        if missing := sorted(named - set(self.columns)):
            raise ValueError(f"{self.id}: unknown columns {missing}")
        headers = Counter(column.column for column in self.columns.values())
        if twice := sorted(header for header, times in headers.items() if times > 1):
            raise ValueError(f"{self.id}: headers written twice: {twice}")
        return self

    @property
    def is_list(self) -> bool:
        """Whether it is a list of entries, replaced whole by the newest file, and no report of counts."""
        return self.stores == "entries"

    @property
    def own_id(self) -> str | None:
        """The column of a list that holds our own id; None where its key is made of other columns."""
        return next((id_ for id_, column in self.columns.items() if column.type == "identifier"), None)


class Score(Entry):
    """A z-score of a register. Values outside low..high are implausible; `below` is the cut-off, itself not below.

    low_words, other_words: the recorded category in lower case, below the cut-off or not.
    """

    label: str
    low: float
    high: float
    below: float
    low_words: tuple[str, ...]
    other_words: tuple[str, ...]


class RegisterCount(Entry):
    """Which children of a register an element counts.

    Those with a plausible `score`; `low`: below its cut-off; `among`: only those with that plausible score too.
    """

    score: Identifier
    low: bool = False
    among: Identifier | None = None
    sex: Literal["male", "female"] | None = None
    age: str | None = None


class NewCases(Entry):
    """The element of children whose score is low in a month and was not low in the month before."""

    element: Identifier
    score: Identifier


class Register(Entry):
    """A file with one row a person, from which only counts of `dataset` are taken.

    columns: role -> headers; a score's own column is `<score>_score`, its recorded category `<score>`.
    required: of each group one role. ages: group -> first and last completed month. counts: element -> what it counts.
    """

    id: Identifier
    label: str
    dataset: Identifier
    columns: dict[Identifier, tuple[str, ...]]
    required: tuple[tuple[Identifier, ...], ...]
    blank: tuple[str, ...]
    sexes: dict[Literal["male", "female"], tuple[str, ...]]
    ages: dict[str, tuple[int, int]]
    scores: dict[Identifier, Score]
    counts: dict[Identifier, RegisterCount]
    new_cases: NewCases

    @model_validator(mode="after")
    def _names_exist(self) -> Register:
        roles = {
            *(f"{score}_score" for score in self.scores),
            *self.scores,
            *(role for group in self.required for role in group),
        }
        counts = self.counts.values()
        scores = {self.new_cases.score, *(c.score for c in counts), *(c.among for c in counts if c.among)}
        for named, known in (
            (roles, set(self.columns)),
            (scores, set(self.scores)),
            ({c.age for c in counts if c.age}, set(self.ages)),
        ):
            if missing := sorted(named - known):
                raise ValueError(f"{self.id}: unknown {missing}")
        return self


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


class Topic(Entry):
    """A group of indicators, shown together in catalogue order."""

    id: Identifier
    label: str
    order: int


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


class Settings(Entry):
    """Numbers that rules use, in one place. `rule_version` is printed wherever a judgement is shown."""

    rule_version: str
    confidence: float = Field(gt=0, lt=1)
    signal_confidence: float = Field(gt=0, lt=1)
    few_events: int = Field(ge=1)
    met_from: float = Field(gt=0.5, lt=1)
    likely_from: float = Field(gt=0.5, lt=1)
    pattern_areas: int = Field(ge=4)
    false_discoveries: float = Field(gt=0, lt=1)
    complete_share: float = Field(gt=0, le=1)
    weighing_month: int = Field(ge=1, le=12)
    suppress_below: int = Field(ge=2)
    trend_years: int = Field(ge=3)
    control_least: int = Field(ge=6)
    control_most: int = Field(ge=12)
    shift_points: int = Field(ge=6, le=9)
    trend_points: int = Field(ge=6, le=9)
    run_shift_points: int = Field(ge=5, le=9)
    run_trend_points: int = Field(ge=5, le=9)
    laney_from: float = Field(ge=1)
    between_least: int = Field(ge=5)
    staff_names_kept_days: int = Field(ge=1)
    past_months: int = Field(ge=2)
    past_least: int = Field(ge=2)
    past_spreads: float = Field(gt=0)
    repeated_months: int = Field(ge=1)
    repeated_counts: int = Field(ge=1)
    repeated_from: int = Field(ge=1)
    coverage_unlikely: float = Field(ge=1)
    whole_file_share: float = Field(gt=0, le=1)
    quality_reports_red: float = Field(ge=0, le=1)
    quality_on_time_green: float = Field(ge=0, le=1)
    quality_on_time_red: float = Field(ge=0, le=1)
    quality_outliers_red: float = Field(ge=0, le=1)
    quality_outliers_weigh: float = Field(ge=0)
    quality_excess_red: float = Field(ge=0)
    quality_total_green: float = Field(ge=0)
    quality_total_red: float = Field(ge=0)
    quality_coverage_units: float = Field(ge=0, le=1)
    digits_from: int = Field(ge=10)
    digits_least: int = Field(ge=1)
    digits_chance: float = Field(gt=0, lt=1)
    digits_red: float = Field(ge=0.2, le=1)


class Catalogue(Entry):
    """All entries, by id, in the order in which users meet them."""

    settings: Settings
    topics: dict[str, Topic]
    elements: dict[str, Element]
    indicators: dict[str, Indicator]
    datasets: dict[str, Dataset]
    registers: dict[str, Register]
    portals: dict[str, Portal]
    vocabularies: dict[str, Vocabulary]
    guidelines: dict[str, Guideline]
    glossary: tuple[Term, ...]
    person_names: PersonNames

    def indicators_of(self, topic: str) -> list[Indicator]:
        """Indicators of one topic, in catalogue order. Raises KeyError for an unknown topic."""
        return [i for i in self.indicators.values() if i.topic == self.topics[topic].id]

    def headline_indicators(self) -> list[Indicator]:
        """Indicators with a card on the summary, in headline order."""
        headline = [i for i in self.indicators.values() if i.headline is not None]
        return sorted(headline, key=lambda i: i.headline or 0)

    def parts(self, of: tuple[str, ...], dimension: Dimension) -> dict[str, tuple[Element, ...]]:
        """How the sum of elements `of` splits along `dimension`: category -> its elements, in catalogue order.

        Several summed elements are ages themselves. Other parts must together split every one of `of`; a category
        that several of them share (a sex, over age bands) is their sum. Empty where nothing splits it whole.
        """
        if dimension is Dimension.AGE and len(of) > 1:
            return {self.elements[id_].label: (self.elements[id_],) for id_ in of}
        found = [e for e in self.elements.values() if e.dimension is dimension and set(e.part_of) <= set(of)]
        if {id_ for element in found for id_ in element.part_of} != set(of):
            return {}
        categories: dict[str, tuple[Element, ...]] = {}
        for element in found:
            name = element.category or element.label
            categories[name] = (*categories.get(name, ()), element)
        return categories

    def dataset_of(self, element: str) -> Dataset:
        """The dataset that carries an element. Raises KeyError."""
        for dataset in self.datasets.values():
            if element in dataset.elements:
                return dataset
        raise KeyError(element)

    def registers_of(self, dataset: Dataset) -> tuple[Register, ...]:
        """The registers that may be sent instead of a dataset's table of counts."""
        return tuple(r for r in self.registers.values() if r.dataset == dataset.id)

    def portal_of(self, kabupaten: str) -> Portal | None:
        """The open data portal of a kabupaten, by its code; None where none is described."""
        return next((portal for portal in self.portals.values() if portal.kabupaten == kabupaten), None)

    def list_datasets(self) -> list[Dataset]:
        """The lists, in catalogue order."""
        return [dataset for dataset in self.datasets.values() if dataset.is_list]

    def publishing(self, element: str) -> Indicator | None:
        """The indicator that holds the published counts of an element."""
        return next((i for i in self.indicators.values() if i.publishes == element), None)


def load_catalogue(folder: Path = CATALOGUE_FOLDER) -> Catalogue:
    """Read and cross-check the catalogue. Raises CatalogueError naming the file and the fault."""
    topics: dict[str, Topic] = {}
    indicators: dict[str, Indicator] = {}
    for path in sorted((folder / "topics").glob("*.yaml")):
        content = _read(path)
        if not isinstance(content, dict) or set(content) != {"topic", "indicators"}:
            raise CatalogueError(f"{path}: needs exactly the keys topic and indicators")
        topic = _build(Topic, path, id=path.stem, **content["topic"])
        topics[topic.id] = topic
        for id_, fields in content["indicators"].items():
            if id_ in indicators:
                raise CatalogueError(f"{path}: {id_} is already in topic {indicators[id_].topic}")
            indicators[id_] = _build(Indicator, path, id=id_, topic=topic.id, **fields)
    topics = dict(sorted(topics.items(), key=lambda item: item[1].order))
    order = list(topics)
    indicators = dict(sorted(indicators.items(), key=lambda item: order.index(item[1].topic)))
    elements_path = folder / "elements.yaml"
    datasets = [
        _build(Dataset, path, id=path.stem, **_read(path)) for path in sorted((folder / "datasets").glob("*.yaml"))
    ]
    catalogue = Catalogue(
        settings=_build(Settings, folder / "settings.yaml", **_read(folder / "settings.yaml")),
        topics=topics,
        elements={
            id_: _build(Element, elements_path, id=id_, **fields) for id_, fields in _read(elements_path).items()
        },
        indicators=indicators,
        datasets={dataset.id: dataset for dataset in sorted(datasets, key=lambda d: d.order)},
        registers={
            path.stem: _build(Register, path, id=path.stem, **_read(path))
            for path in sorted((folder / "registers").glob("*.yaml"))
        },
        portals={
            path.stem: _build(Portal, path, id=path.stem, **_read(path))
            for path in sorted((folder / "open_data").glob("*.yaml"))
        },
        vocabularies={
            path.stem: _build(Vocabulary, path, id=path.stem, **_read(path))
            for path in sorted((folder / "vocabularies").glob("*.yaml"))
        },
        guidelines={
            path.stem: _build(Guideline, path, id=path.stem, **_read(path))
            for path in sorted((folder / "maturity").glob("*.yaml"))
        },
        glossary=tuple(_build(Term, folder / "glossary.yaml", **fields) for fields in _read(folder / "glossary.yaml")),
        person_names=_build(PersonNames, folder / "person_names.yaml", **_read(folder / "person_names.yaml")),
    )
    _check_references(catalogue, folder)
    return catalogue


@cache
def catalogue() -> Catalogue:
    """The shipped catalogue, read once a process."""
    return load_catalogue()


class _UniqueKeys(yaml.SafeLoader):
    """Refuses a key written twice in one mapping, which YAML would settle silently in favour of the last."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = Counter(key.value for key, _ in node.value if isinstance(key, yaml.ScalarNode))
        if twice := [key for key, times in keys.items() if times > 1]:
            raise yaml.constructor.ConstructorError(None, None, f"written twice: {twice}", node.start_mark)
        return super().construct_mapping(node, deep=deep)


def _read(path: Path) -> Any:
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=_UniqueKeys)
    except (OSError, yaml.YAMLError) as error:
        raise CatalogueError(f"{path}: {error}") from error


def _build(entry: type[E], path: Path, **fields: Any) -> E:
    try:
        return entry(**fields)
    except ValidationError as error:
        raise CatalogueError(f"{path}: {error}") from error


def _check_references(catalogue: Catalogue, folder: Path) -> None:
    """Every element named anywhere exists; every element has exactly one dataset."""
    known = set(catalogue.elements)
    named: list[tuple[str, set[str]]] = [
        *((f"topics/{i.topic}.yaml: {i.id}", _elements_of(i)) for i in catalogue.indicators.values()),
        *((f"elements.yaml: {e.id}", set(e.part_of)) for e in catalogue.elements.values()),
        *((f"datasets/{d.id}.yaml", _elements_named(d)) for d in catalogue.datasets.values()),
    ]
    for where, ids in named:
        if missing := ids - known:
            raise CatalogueError(f"{folder}/{where} names unknown elements: {sorted(missing)}")
    for indicator in catalogue.indicators.values():
        beside = {*indicator.coverage, *filter(None, (indicator.counterpart,))}
        if unknown := sorted(beside - set(catalogue.indicators)):
            raise CatalogueError(f"{folder}/topics/{indicator.topic}.yaml: {indicator.id} names unknown: {unknown}")
    for register in catalogue.registers.values():
        dataset = catalogue.datasets.get(register.dataset)
        counted = {*register.counts, register.new_cases.element}
        if stray := sorted(counted - set(dataset.elements if dataset else ())):
            raise CatalogueError(
                f"{folder}/registers/{register.id}.yaml counts what its dataset does not hold: {stray}"
            )
    for dataset in catalogue.datasets.values():
        if dataset.fills and dataset.fills not in catalogue.datasets:
            raise CatalogueError(f"{folder}/datasets/{dataset.id}.yaml fills an unknown dataset: {dataset.fills}")
    for dataset in catalogue.list_datasets():
        for id_, column in dataset.columns.items():
            _check_column(catalogue, column, f"{folder}/datasets/{dataset.id}.yaml: {id_}")
    for portal in catalogue.portals.values():
        for id_, entry in portal.entries.items():
            _check_portal_entry(catalogue, entry, f"{folder}/open_data/{portal.id}.yaml: {id_}")
    carried = Counter(id_ for d in catalogue.datasets.values() for id_ in d.elements)
    derived = {e.id for e in catalogue.elements.values() if e.derived}
    for dataset in catalogue.datasets.values():
        if sent := sorted(derived & set(dataset.elements)):
            raise CatalogueError(f"{folder}/datasets/{dataset.id}.yaml: derived elements are not sent: {sent}")
    if stray := sorted(id_ for id_ in known - derived if carried[id_] != 1):
        raise CatalogueError(f"{folder}/datasets: elements not in exactly one dataset: {stray}")


def _elements_of(indicator: Indicator) -> set[str]:
    return {*indicator.numerator, *indicator.denominator, *filter(None, (indicator.publishes,))}


def _check_column(catalogue: Catalogue, column: Column, where: str) -> None:
    """Its vocabulary exists; the list it refers to exists and has ids of our own."""
    if column.vocabulary is not None and column.vocabulary not in catalogue.vocabularies:
        raise CatalogueError(f"{where} names an unknown vocabulary: {column.vocabulary}")
    if column.refers_to is not None:
        referred = catalogue.datasets.get(column.refers_to)
        if referred is None or referred.own_id is None:
            raise CatalogueError(f"{where} refers to no list with ids: {column.refers_to}")


def _check_portal_entry(catalogue: Catalogue, entry: PortalEntry, where: str) -> None:
    """Its indicator exists and has the counts it speaks of; small counts of it are nobody's secret."""
    indicator = catalogue.indicators.get(entry.indicator)
    if indicator is None:
        raise CatalogueError(f"{where} names an unknown indicator: {entry.indicator}")
    if "numerator" in entry.contents and not indicator.denominator:
        raise CatalogueError(f"{where}: {indicator.id} is a count, so its content is value")
    if any(catalogue.elements[id_].sensitive for id_ in indicator.numerator):
        raise CatalogueError(f"{where}: {indicator.id} counts what may not be public below the kabupaten")


def _elements_named(dataset: Dataset) -> set[str]:
    return {
        *dataset.elements,
        *dataset.required,
        *(rule.element for rule in dataset.catch_all),
        *(id_ for pair in dataset.at_most for id_ in pair),
    }
