"""Area folders as they are shipped: `data/areas/<code>/`.

A new kabupaten is a new folder; `data/README.md` lists its files. Codes are Kemendagri's; BPS codes are
kept as an alias of their own and never derived from one another.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter

from indicators.areas.kabupaten import Area, AreaError, Facility, Kabupaten, KnownElements, Tile
from indicators.catalogue import AREAS_FOLDER, Target, catalogue
from indicators.vocabulary import Level


def load_kabupaten(folder: Path) -> Kabupaten:
    """Read one area folder. Raises AreaError naming the file and the fault."""
    targets: dict[str, dict[int, Target]] = {}
    targets_path = folder / "targets.yaml"
    if targets_path.exists():
        with _reading(targets_path):
            targets = _TARGETS.validate_python(_yaml(targets_path) or {})
    known_elements: dict[str, KnownElements] = {}
    known_path = folder / "minimum_service_elements.yaml"
    if known_path.exists():
        with _reading(known_path):
            known_elements = _KNOWN_ELEMENTS.validate_python(_yaml(known_path) or {})
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
            known_elements=known_elements,
            areas=areas,
            facilities=facilities,
            tiles=tiles,
            neighbours=neighbours,
        )
    check(kabupaten, folder)
    _check_programmes(kabupaten, folder)
    return kabupaten


def _check_programmes(kabupaten: Kabupaten, folder: Path) -> None:
    """Raises AreaError where a programme names a puskesmas that the kabupaten does not have."""
    known = {f.id for f in kabupaten.puskesmas}
    for programme in catalogue().programmes_of(kabupaten.code):
        named = {*programme.units, *(programme.visits.known if programme.visits else ())}
        if strange := sorted(named - known):
            raise AreaError(f"{folder}/programmes/{programme.id}.yaml: no puskesmas of its own: {strange}")


@cache
def shipped() -> dict[str, Kabupaten]:
    """Every kabupaten with a folder, by code, as the repository ships it; read once a process."""
    folders = sorted(path.parent for path in AREAS_FOLDER.glob("*/kabupaten.yaml"))
    return {kabupaten.code: kabupaten for kabupaten in map(load_kabupaten, folders)}


_TARGETS = TypeAdapter(dict[str, dict[int, Target]])
_KNOWN_ELEMENTS = TypeAdapter(dict[str, KnownElements])


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
    with path.open(encoding="utf-8", newline="") as file:
        yield from rows_of(file)


def rows_of(lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    """CSV rows without their empty cells; `aliases` are separated by `|`."""
    for row in csv.DictReader(lines):
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


def check(kabupaten: Kabupaten, folder: Path) -> None:
    """Raises AreaError naming what contradicts itself."""
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
        "minimum_service_elements.yaml: unknown facilities": set(kabupaten.known_elements)
        - set(kabupaten.kecamatan_of),
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
