"""An uploaded map as polygons in longitude and latitude: zipped Shapefile, GeoJSON or GeoPackage, in any CRS.

Nothing is written to disk: archives are opened in memory, and GDAL reads from memory only what was looked at before.
"""

from __future__ import annotations

import io
import json
import math
import sqlite3
import stat
import warnings
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

from indicators.intake.questions import Asking, Question
from indicators.wording import boundaries as say
from indicators.wording.intake import Sentence

MAX_MEGABYTES = 25
MAX_INFLATED = 200 * 1024 * 1024
MAX_MEMBERS = 1000
MAX_FEATURES = 50_000
MAX_POINTS = 5_000_000
WGS84 = "EPSG:4326"

# What maps of Indonesia come in without saying so: WGS 84, SRGI 2013, web Mercator, UTM zones of WGS 84.
_LIKELY_CRS = ("EPSG:4326", "EPSG:3857", *(f"EPSG:327{zone}" for zone in range(46, 55)), "EPSG:9470")
_SQLITE, _ZIP = b"SQLite format 3\x00", b"PK\x03\x04"
_SHAPEFILE_MAGIC = b"\x00\x00\x27\x0a"
_NEEDED = (".shp", ".shx", ".dbf")
_TAKEN_ALONG = (".prj", ".cpg")
_CHUNK = 1024 * 1024

Bounds = tuple[float, float, float, float]


@dataclass(frozen=True)
class Geodata:
    """frame: a GeoDataFrame in EPSG:4326, its attributes as they are, polygons as sent. crs: what the file was in."""

    frame: Any
    crs: str


class _RefusedError(Exception):
    """Carries the sentence that says why a file cannot be read."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence.message)
        self.sentence = sentence


def read_geodata(content: bytes, name: str, *, near: Bounds, asking: Asking) -> Geodata | Sentence | None:
    """The map in a file, or the sentence that says why there is none; None while a question is open.

    near: where the kabupaten lies (west, south, east, north), which tells what an unnamed CRS can be.
    """
    import pyogrio  # imported here, with what it brings: only this page needs it

    try:
        frame = _read(content, name, asking)
    except _RefusedError as refused:
        return refused.sentence
    except (
        zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, sqlite3.Error, ValueError, TypeError, KeyError,
        AttributeError, IndexError, RecursionError, pyogrio.errors.DataSourceError, pyogrio.errors.DataLayerError,
        pyogrio.errors.FeatureError, pyogrio.errors.GeometryError, pyogrio.errors.FieldError,
    ):  # fmt: skip
        return say.NOT_READABLE
    return None if frame is None else _in_degrees(frame, near=near, asking=asking)


def _read(content: bytes, name: str, asking: Asking) -> Any:
    if not content.strip():
        raise _RefusedError(say.EMPTY)
    if len(content) > MAX_MEGABYTES * 1024 * 1024:
        raise _RefusedError(say.too_large(MAX_MEGABYTES))
    suffix = PurePosixPath(name).suffix.casefold()
    if content.startswith(_ZIP) and suffix == ".zip":
        return _read_zip(content, asking)
    if content.startswith(_SQLITE) and suffix == ".gpkg":
        return _read_geopackage(content, asking)
    if suffix in (".geojson", ".json"):
        return _read_geojson(content)
    raise _RefusedError(say.UNSUPPORTED)


def _read_zip(content: bytes, asking: Asking) -> Any:
    """The one map in an archive; where there are several, the one that a person chooses."""
    members = _members(content)
    suffixes = (".shp", ".gpkg", ".geojson", ".json")
    maps = [n for n in members if PurePosixPath(n).suffix.casefold() in suffixes]
    if not maps:
        raise _RefusedError(say.NOTHING_INSIDE)
    chosen = _one_of(maps, asking)
    if chosen is None:
        return None
    if not chosen.casefold().endswith(".shp"):
        return _read(members[chosen], chosen, asking)
    beside = {
        PurePosixPath(n).suffix.casefold(): data
        for n, data in members.items()
        if PurePosixPath(n).with_suffix("") == PurePosixPath(chosen).with_suffix("")
    }
    if lacking := [s for s in _NEEDED if s not in beside]:
        raise _RefusedError(say.parts_missing(lacking))
    if not all(beside[s].startswith(_SHAPEFILE_MAGIC) for s in (".shp", ".shx")):
        raise _RefusedError(say.NOT_READABLE)
    # A new archive with names of our own, so that GDAL sees nothing of the one that was sent but these parts.
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for suffix in (*_NEEDED, *_TAKEN_ALONG):
            if suffix in beside:
                archive.writestr(f"map{suffix}", beside[suffix])
    return _by_gdal(packed.getvalue())


def _members(content: bytes) -> dict[str, bytes]:
    """Files of an archive by name, counted while they are inflated. Raises _RefusedError for one that may harm."""
    found: dict[str, bytes] = {}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        if len(entries) > MAX_MEMBERS or len({e.filename for e in entries}) < len(entries):
            raise _RefusedError(say.UNSAFE_ARCHIVE)
        left = MAX_INFLATED
        for entry in entries:
            path = PurePosixPath(entry.filename.replace("\\", "/"))
            leaves = path.is_absolute() or ".." in path.parts or ":" in entry.filename
            if leaves or entry.flag_bits & 1 or stat.S_ISLNK(entry.external_attr >> 16):
                raise _RefusedError(say.UNSAFE_ARCHIVE)
            if "__MACOSX" in path.parts or path.name.startswith("."):
                continue
            # The size that an archive declares is its sender's word; with this one the whole stream is counted.
            entry.file_size = left + _CHUNK
            data = bytearray()
            with archive.open(entry) as stream:
                while chunk := stream.read(_CHUNK):
                    data += chunk
                    if len(data) > left:
                        raise _RefusedError(say.INFLATES_TOO_MUCH)
            left -= len(data)
            found[entry.filename] = bytes(data)
    return found


def _read_geopackage(content: bytes, asking: Asking) -> Any:
    database = sqlite3.connect(":memory:")
    try:
        database.deserialize(content)
        # Tables only: a view could make its reader compute without end.
        rows = database.execute(
            "select contents.table_name from gpkg_contents as contents "
            "inner join sqlite_master as there on there.name = contents.table_name and there.type = 'table' "
            "where contents.data_type = 'features' order by 1"
        ).fetchall()
    finally:
        database.close()
    layers = [str(row[0]) for row in rows]
    if not layers:
        raise _RefusedError(say.NO_POLYGONS)
    chosen = _one_of(layers, asking)
    return None if chosen is None else _by_gdal(content, layer=chosen)


def _by_gdal(content: bytes, **options: Any) -> Any:
    import pyogrio

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # GDAL's words about the file may quote it
        return pyogrio.read_dataframe(content, max_features=MAX_FEATURES + 1, **options)


def _read_geojson(content: bytes) -> Any:
    from geopandas import GeoDataFrame

    def refuse(word: str) -> None:
        raise ValueError("not a number of JSON")

    written = json.loads(content.decode("utf-8-sig"), parse_constant=refuse)
    features = written["features"] if written["type"] == "FeatureCollection" else [written]
    if len(features) > MAX_FEATURES:
        raise _RefusedError(say.too_many_features(MAX_FEATURES))
    plain = [{"geometry": f["geometry"], "properties": _attributes(f)} for f in features]
    frame = GeoDataFrame.from_features(plain, columns=None)
    # RFC 7946 has WGS 84 only; older files name another one here.
    named = written.get("crs")
    return frame.set_crs(named["properties"]["name"] if named else WGS84)


def _attributes(feature: dict[str, Any]) -> dict[str, Any]:
    """Its properties that are a text or a number, and its id."""
    properties = {k: v for k, v in (feature.get("properties") or {}).items() if k != "geometry"}
    plain = {str(k): v for k, v in properties.items() if isinstance(v, str | int | float)}
    return plain | ({"id": feature["id"]} if isinstance(feature.get("id"), str | int) and "id" not in plain else {})


def _one_of(names: list[str], asking: Asking) -> str | None:
    if len(names) == 1:
        return names[0]
    return asking.ask(Question("layer", say.LAYER_QUESTION, tuple((n, n) for n in sorted(names))))


def _in_degrees(frame: Any, *, near: Bounds, asking: Asking) -> Geodata | Sentence | None:
    import shapely
    from geopandas import GeoDataFrame

    if not isinstance(frame, GeoDataFrame):  # a table without geometry
        return say.NO_POLYGONS
    if len(frame) > MAX_FEATURES:
        return say.too_many_features(MAX_FEATURES)
    frame = frame.set_geometry([only_polygons(shapely.force_2d(one)) for one in frame.geometry.values], crs=frame.crs)
    frame = frame[~frame.geometry.is_empty]
    if frame.empty:
        return say.NO_POLYGONS
    if shapely.get_num_coordinates(frame.geometry.values).sum() > MAX_POINTS:
        return say.TOO_DETAILED
    bounds = tuple(float(side) for side in frame.total_bounds)
    if not all(math.isfinite(side) for side in bounds):
        return say.NOT_READABLE
    beyond = max(abs(bounds[0]), abs(bounds[2])) > 360 or max(abs(bounds[1]), abs(bounds[3])) > 90
    if frame.crs is None or (frame.crs.is_geographic and beyond):
        fitting = [crs for crs in _LIKELY_CRS if _lands_near(bounds, crs, near)]
        if not fitting:
            return say.PLACE_UNKNOWN
        chosen = asking.ask(_crs_question(fitting))
        if chosen is None:
            return None
        frame = frame.set_crs(chosen, allow_override=True)
    named = str(frame.crs.name)
    frame = frame.to_crs(WGS84)
    return Geodata(frame.reset_index(drop=True), named)


def only_polygons(one: Any) -> Any:
    """The polygons of a geometry: repairing and cutting also leave lines and points."""
    import shapely
    from shapely.geometry import MultiPolygon, Polygon

    parts = [p for p in shapely.get_parts(shapely.get_parts(one)) if isinstance(p, Polygon) and not p.is_empty]
    return MultiPolygon(parts)


def _crs_question(fitting: list[str]) -> Question:
    from pyproj import CRS

    options = tuple((crs, f"{CRS(crs).name} ({crs})") for crs in fitting)
    return Question("crs", say.CRS_QUESTION, options, hint=say.CRS_HINT)


def _lands_near(bounds: Any, crs: str, near: Bounds) -> bool:
    """Whether bounds in this CRS meet the place."""
    from pyproj import Transformer
    from pyproj.exceptions import ProjError

    try:
        west, south, east, north = Transformer.from_crs(crs, WGS84, always_xy=True).transform_bounds(*bounds)
    except ProjError:
        return False
    return west < near[2] and east > near[0] and south < near[3] and north > near[1]
