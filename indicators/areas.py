"""Kabupaten, kecamatan, desa and the facilities beside them, from `data/areas/<code>/`.

A new kabupaten is a new folder; `data/README.md` lists its files. Codes are Kemendagri's; BPS codes are
kept as an alias of their own and never derived from one another.
"""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from indicators.catalogue import ROOT, Target
from indicators.vocabulary import Level

AREAS_FOLDER = ROOT / "data" / "areas"
NATION = "00"


class AreaError(Exception):
    """An area folder does not load or contradicts itself."""


class _Row(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Area(_Row):
    """One kecamatan, desa or kelurahan; it exists from valid_from to valid_to (None: open)."""

    code: str
    name: str
    level: Level
    parent: str
    bps_code: str | None = None
    aliases: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    successor_of: str | None = None


class Facility(_Row):
    """A puskesmas or hospital; `status` says how sure its kecamatan is, in words shown to users."""

    id: str
    name: str
    kind: str
    kecamatan: str
    national_code: str | None = None
    aliases: tuple[str, ...] = ()
    status: str
    note: str = ""
    source: str
    valid_from: date | None = None
    valid_to: date | None = None


class Tile(_Row):
    """Position of a kecamatan in the equal-area tile map: column from the west, row from the north."""

    code: str
    column: int
    row: int


class Kabupaten(_Row):
    """Everything of one kabupaten."""

    code: str
    name: str
    bps_code: str | None = None
    province_code: str
    province_name: str
    time_zone: str
    time_zone_label: str
    source: str
    targets: dict[str, dict[int, Target]] = Field(default_factory=dict)
    areas: tuple[Area, ...]
    facilities: tuple[Facility, ...]
    tiles: tuple[Tile, ...]
    neighbours: dict[str, tuple[str, ...]]

    @property
    def kecamatan(self) -> tuple[Area, ...]:
        """Its kecamatan, by code."""
        return tuple(a for a in self.areas if a.level is Level.KECAMATAN)

    @property
    def puskesmas(self) -> tuple[Facility, ...]:
        return tuple(f for f in self.facilities if f.kind == "puskesmas")

    def name_of(self, code: str) -> str:
        """The name of the kabupaten, one of its areas, or one of its facilities. Raises KeyError."""
        return self._names[code]

    @cached_property
    def _names(self) -> dict[str, str]:
        return {
            self.code: self.name,
            **{a.code: a.name for a in self.areas},
            **{f.id: f.name for f in self.facilities},
        }

    @property
    def boundaries_path(self) -> Path:
        return AREAS_FOLDER / self.code / "boundaries.geojson"

    @property
    def dashes_path(self) -> Path:
        """The dashed outlines, drawn over areas with too few events; Plotly cannot dash an area's outline."""
        return AREAS_FOLDER / self.code / "dashes.geojson"


def load_kabupaten(folder: Path) -> Kabupaten:
    """Read one area folder. Raises AreaError naming the file and the fault."""
    targets: dict[str, dict[int, Target]] = {}
    targets_path = folder / "targets.yaml"
    if targets_path.exists():
        with _reading(targets_path):
            targets = _TARGETS.validate_python(_yaml(targets_path) or {})
    with _reading(folder / "areas.csv") as path:
        areas = tuple(Area(**row) for row in _rows(path))
    with _reading(folder / "facilities.csv") as path:
        facilities = tuple(Facility(**row) for row in _rows(path))
    with _reading(folder / "tiles.csv") as path:
        tiles = tuple(Tile(**row) for row in _rows(path))
    with _reading(folder / "adjacency.csv") as path:
        neighbours = _neighbours(path)
    with _reading(folder / "kabupaten.yaml") as path:
        kabupaten = Kabupaten(
            **_yaml(path),
            targets=targets,
            areas=areas,
            facilities=facilities,
            tiles=tiles,
            neighbours=neighbours,
        )
    _check(kabupaten, folder)
    return kabupaten


@cache
def all_kabupaten() -> dict[str, Kabupaten]:
    """Every kabupaten with a folder, by code; read once a process."""
    folders = sorted(path.parent for path in AREAS_FOLDER.glob("*/kabupaten.yaml"))
    return {kabupaten.code: kabupaten for kabupaten in map(load_kabupaten, folders)}


def boundaries(kabupaten: Kabupaten) -> dict[str, Any]:
    """The schematic boundaries as GeoJSON; one feature per kecamatan, `id` is its code."""
    content: dict[str, Any] = json.loads(kabupaten.boundaries_path.read_text(encoding="utf-8"))
    return content


_TARGETS = TypeAdapter(dict[str, dict[int, Target]])


@contextmanager
def _reading(path: Path) -> Iterator[Path]:
    """Turns what goes wrong while reading `path` into an AreaError that names it."""
    try:
        yield path
    except (OSError, ValueError, TypeError, KeyError, csv.Error, yaml.YAMLError) as error:
        raise AreaError(f"{path}: {error}") from error


def _yaml(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    """CSV rows without their empty cells; `aliases` are separated by `|`."""
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            filled: dict[str, Any] = {key: value for key, value in row.items() if value}
            if "aliases" in filled:
                filled["aliases"] = tuple(filled["aliases"].split("|"))
            yield filled


def _neighbours(path: Path) -> dict[str, tuple[str, ...]]:
    """`code_a,code_b` pairs, each read both ways."""
    found: dict[str, set[str]] = {}
    for row in _rows(path):
        found.setdefault(row["code_a"], set()).add(row["code_b"])
        found.setdefault(row["code_b"], set()).add(row["code_a"])
    return {code: tuple(sorted(others)) for code, others in sorted(found.items())}


def _check(kabupaten: Kabupaten, folder: Path) -> None:
    kecamatan = {a.code for a in kabupaten.kecamatan}
    parents = {Level.KECAMATAN: {kabupaten.code}, Level.DESA: kecamatan}
    faults: dict[str, Collection[object]] = {
        "kabupaten.yaml: code is not the folder's name": {kabupaten.code} - {folder.name},
        "areas.csv: codes used twice": _repeated(a.code for a in kabupaten.areas),
        "areas.csv: areas with an unknown parent": {
            a.code for a in kabupaten.areas if a.parent not in parents.get(a.level, set())
        },
        "facilities.csv: ids used twice": _repeated(f.id for f in kabupaten.facilities),
        "facilities.csv: facilities in an unknown kecamatan": {
            f.id for f in kabupaten.facilities if f.kecamatan not in kecamatan
        },
        "tiles.csv: kecamatan without exactly one tile": _repeated(t.code for t in kabupaten.tiles)
        | (kecamatan ^ {t.code for t in kabupaten.tiles}),
        "tiles.csv: positions used twice": _repeated((t.column, t.row) for t in kabupaten.tiles),
        "adjacency.csv: neighbours that are no kecamatan": set(kabupaten.neighbours) - kecamatan,
    }
    for fault, found in faults.items():
        if found:
            raise AreaError(f"{folder}/{fault}: {sorted(str(one) for one in found)}")


def _repeated(values: Iterable[Hashable]) -> set[Hashable]:
    return {value for value, times in Counter(values).items() if times > 1}
