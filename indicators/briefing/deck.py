"""What a briefing says, slide by slide; PowerPoint, PDF and HTML are renderings of it and compute nothing.

All texts are finished Bahasa Indonesia, plain (no markup). Numbers are those of the chart and map specifications.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from indicators.charts.funnel import FunnelSpec
from indicators.charts.spec import ChartSpec, MapSpec, SpecError
from indicators.vocabulary import Audience, Mode, Period, Reader, Status


@dataclass(frozen=True)
class TitleBody:
    """The first slide: what, where and when stand in the headline; below it these lines."""

    lines: tuple[str, ...]


@dataclass(frozen=True)
class Figure:
    """One headline number as a card.

    value: the number as written, a word where there is none; unit may be empty. status: None where it is not judged;
    said of it: `judged`, without its icon. lines: what the number rests on, most important first. mark: `DATA CONTOH`
    or `data sementara`, else empty.
    """

    label: str
    value: str
    unit: str
    status: Status | None
    judged: str
    lines: tuple[str, ...]
    mark: str = ""


@dataclass(frozen=True)
class CardsBody:
    """One to eight headline numbers, in reading order."""

    cards: tuple[Figure, ...]


@dataclass(frozen=True)
class ChartBody:
    """One chart, or two side by side; their notes (sentences below the chart) belong to the speaker notes."""

    charts: tuple[ChartSpec | FunnelSpec, ...]

    def __post_init__(self) -> None:
        if not 1 <= len(self.charts) <= 2:
            raise SpecError(f"a slide shows one chart or two, not {len(self.charts)}")


@dataclass(frozen=True)
class MapBody:
    """The kecamatan of one kabupaten, with sentences beside the map."""

    map: MapSpec
    beside: tuple[str, ...] = ()


@dataclass(frozen=True)
class TableBody:
    """A table. numeric: columns (from 0) whose cells stand to the right; lead: a sentence above it, may be empty.

    shares: width of each column as a share of the whole, summing to one.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[float, ...]
    numeric: tuple[int, ...] = ()
    lead: str = ""

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows) or len(self.shares) != len(self.columns):
            raise SpecError("a table has as many cells in each row, and as many widths, as columns")


@dataclass(frozen=True)
class BulletsBody:
    """Sentences, one a bullet."""

    bullets: tuple[str, ...]


Body = TitleBody | CardsBody | ChartBody | MapBody | TableBody | BulletsBody


@dataclass(frozen=True)
class Slide:
    """One slide.

    id: of the template's entry, unique in a deck. topic: a few words above the headline. headline: the finding, one or
    two sentences, may be edited. footer: source, basis, period, data version, rule version, and for whom. notes:
    what the speaker can answer with, one paragraph a line. sample: wears DATA CONTOH across.
    """

    id: str
    topic: str
    headline: str
    body: Body
    footer: str
    notes: str
    sample: bool

    def __post_init__(self) -> None:
        if not (self.headline and self.footer):
            raise SpecError(f"{self.id}: a slide says what it found and where that comes from")


@dataclass(frozen=True)
class Deck:
    """A briefing of one kabupaten over one period, at one data version.

    kecamatan: its code, for the puskesmas of one kecamatan. title: of the whole, also the file's own title.
    made: the day on which it was made. version, rule: the data version and the version of the rules that judged.
    """

    kabupaten: str
    place: str
    kecamatan: str | None
    period: Period
    audience: Audience
    reader: Reader
    title: str
    made: date
    version: int
    rule: str
    mode: Mode
    slides: tuple[Slide, ...]

    def __post_init__(self) -> None:
        ids = [slide.id for slide in self.slides]
        if not ids or len(set(ids)) != len(ids):
            raise SpecError(f"a deck has slides, each of its own id: {ids}")

    @property
    def sample(self) -> bool:
        """Whether any slide shows sample data."""
        return any(slide.sample for slide in self.slides)


def arranged(deck: Deck, *, order: tuple[str, ...], headlines: Mapping[str, str] | None = None) -> Deck:
    """The same deck with only these slides, in this order, some with other headlines. Raises KeyError, SpecError."""
    found = {slide.id: slide for slide in deck.slides}
    written = headlines or {}
    return replace(deck, slides=tuple(_with_headline(found[id_], written.get(id_, "")) for id_ in order))


def _with_headline(slide: Slide, headline: str) -> Slide:
    return replace(slide, headline=headline.strip()) if headline.strip() else slide
