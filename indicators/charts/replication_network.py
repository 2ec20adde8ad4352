"""Who copied from whom, as a picture in two columns: who was copied to the left, who copies to the right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.charts.spec import SpecError
from indicators.judgement.innovations import seen_from
from indicators.judgement.replications import REPLICATIONS, Link, Unit, innovation_name, network
from indicators.judgement.values import State
from indicators.vocabulary import Basis, Level
from indicators.warehouse import Snapshot
from indicators.wording import judgement
from indicators.wording import replications as say

# More units in a column than this are drawn as their kecamatan, and these as their kabupaten.
MOST = 26


@dataclass(frozen=True)
class Node:
    """One unit of a column. below: the second line, where it lies or what it copies."""

    label: str
    below: str = ""


@dataclass(frozen=True)
class Edge:
    """From a place in `origins` to one in `copiers`. planned: nothing of it runs yet."""

    origin: int
    copier: int
    planned: bool


@dataclass(frozen=True)
class NetworkSpec:
    """The picture; see `charts.spec.ChartSpec` for footer, alt and sample. unit: what one line is."""

    title: str
    unit: str
    origins: tuple[Node, ...]
    copiers: tuple[Node, ...]
    edges: tuple[Edge, ...]
    footer: str
    alt: str
    sample: bool
    notes: tuple[str, ...] = ()
    finding: str = ""

    def __post_init__(self) -> None:
        if not (self.title and self.unit and self.footer and self.alt):
            raise SpecError("a picture says what it shows, its footer and its alternative text")
        columns = (len(self.origins), len(self.copiers))
        if any(
            not 0 <= end < size for e in self.edges for end, size in zip((e.origin, e.copier), columns, strict=True)
        ):
            raise SpecError("a line without an end")


def replication_network(snapshot: Snapshot, *, state: State) -> NetworkSpec | None:
    """The picture of a kabupaten's links; None without any."""
    links = network(snapshot, state.kabupaten)
    if not links:
        return None
    names = {one.id: one.name for one in seen_from(snapshot, state.kabupaten)}
    grain = _grain(links)
    origins = _column((_at(link.origin, grain) for link in links), first=state.kabupaten)
    place = {unit: index for index, unit in enumerate(origins)}
    # Each beside the middle of those it copies, so that lines cross little.
    middle: dict[Unit, list[int]] = {}
    for link in links:
        middle.setdefault(_at(link.copier, grain), []).append(place[_at(link.origin, grain)])
    copiers = sorted(middle, key=lambda unit: (sum(middle[unit]) / len(middle[unit]), unit.name))
    what = {
        unit: dict.fromkeys(
            innovation_name(one, names)
            for link in links
            if _at(link.copier, grain) == unit
            for one in link.replications
        )
        for unit in copiers
    }
    edges: dict[tuple[int, int], bool] = {}
    for link in links:
        ends = place[_at(link.origin, grain)], copiers.index(_at(link.copier, grain))
        edges[ends] = edges.get(ends, True) and link.is_planned
    sample = any(one.practice for link in links for one in link.replications)
    here = all_kabupaten()[state.kabupaten].name
    basis, rule = Basis.SAMPLE if sample else Basis.OFFICIAL, catalogue().settings.rule_version
    source = catalogue().datasets[REPLICATIONS].label
    said = finding(links)
    sentences = [
        say.sentence(link.copier.name, innovation_name(one, names), link.origin.name, planned=one.is_planned)
        for link in links
        for one in link.replications
    ]
    return NetworkSpec(
        title=say.title(here),
        unit=say.UNIT,
        origins=tuple(Node(unit.name or say.UNKNOWN, _where(unit)) for unit in origins),
        copiers=tuple(Node(unit.name or say.UNKNOWN, ", ".join(what[unit])) for unit in copiers),
        edges=tuple(Edge(origin, copier, planned) for (origin, copier), planned in edges.items()),
        footer=judgement.source_line(source, basis, snapshot.version, rule=rule),
        alt=say.alt(said, sentences),
        sample=sample,
        notes=(say.READING, *([say.GRAINS[grain]] if grain in say.GRAINS else [])),
        finding=said,
    )


def finding(links: Sequence[Link]) -> str:
    """How many units copy from how many, and how much of it is planned or crosses a border."""
    every = [(link, one) for link in links for one in link.replications]
    return say.finding(
        copiers=len({link.copier for link in links}),
        origins=len({link.origin for link in links}),
        replications=len(every),
        planned=sum(one.is_planned for _, one in every),
        across=sum(len({link.origin.kabupaten, link.copier.kabupaten} - {None}) > 1 for link, _ in every),
    )


def _grain(links: Sequence[Link]) -> Level:
    """The finest level at which either column has no more units than `MOST`."""
    for grain in (Level.FACILITY, Level.KECAMATAN):
        columns = ({_at(link.origin, grain) for link in links}, {_at(link.copier, grain) for link in links})
        if max(map(len, columns)) <= MOST:
            return grain
    return Level.KABUPATEN


def _at(unit: Unit, grain: Level) -> Unit:
    """The unit, or the area that it lies in."""
    here = all_kabupaten().get(unit.kabupaten or "")
    if here is None or grain is Level.FACILITY:
        return unit
    if grain is Level.KECAMATAN and unit.kecamatan is not None:
        name = say.kecamatan(here.name_of(unit.kecamatan))
        return Unit(unit.kecamatan, name, Level.KECAMATAN, here.code, unit.kecamatan)
    return Unit(here.code, here.name, Level.KABUPATEN, here.code)


def _column(units: Iterable[Unit], *, first: str) -> list[Unit]:
    """Each once: those of this kabupaten, then of others, then from outside; by name."""
    return sorted(set(units), key=lambda unit: (unit.kabupaten != first, unit.kabupaten is None, unit.name))


def _where(unit: Unit) -> str:
    here = all_kabupaten().get(unit.kabupaten or "")
    if here is None or unit.level is Level.KABUPATEN:
        return "" if here else say.OUTSIDE
    if unit.level is Level.KECAMATAN or unit.kecamatan is None:
        return here.name
    return say.lies_in(here.name_of(unit.kecamatan), here.name)
