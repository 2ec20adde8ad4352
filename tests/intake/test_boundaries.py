"""Uploaded boundary files: made here from the schematic map, in each format and several CRS, and spoilt."""

from __future__ import annotations

import gzip
import io
import json
import struct
import zipfile
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import geopandas as gpd
import pytest
import shapely
from shapely.affinity import translate
from shapely.geometry import Polygon, box, shape

from indicators.areas import Kabupaten, boundaries, shipped
from indicators.intake.boundaries import MOST_SERVED, ReceivedBoundaries, receive_boundaries
from indicators.vocabulary import Severity
from indicators.wording import boundaries as say
from indicators.wording.rules import Rule

JEMBRANA, BANYUWANGI = shipped()["51.01"], shipped()["35.10"]


def drawn(here: Kabupaten = JEMBRANA) -> gpd.GeoDataFrame:
    """The schematic map as a ministry would send it: Kemendagri codes and names, in degrees."""
    frame = gpd.GeoDataFrame.from_features(boundaries(here), crs="EPSG:4326")
    return frame.rename(columns={"code": "KODE", "name": "WADMKC"})


def as_geojson(frame: gpd.GeoDataFrame) -> bytes:
    return frame.to_json().encode()


def as_geopackage(frame: gpd.GeoDataFrame, folder: Path, *layers: str) -> bytes:
    for layer in layers or ("batas",):
        frame.to_file(folder / "b.gpkg", layer=layer, driver="GPKG")
    return (folder / "b.gpkg").read_bytes()


def as_zip(frame: gpd.GeoDataFrame, folder: Path, *, without: tuple[str, ...] = (), under: str = "peta/") -> bytes:
    frame.to_file(folder / "batas.shp", encoding="utf-8")
    return zipped({under + p.name: p.read_bytes() for p in folder.glob("batas.*") if p.suffix not in without})


def zipped(members: Mapping[str, bytes]) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return packed.getvalue()


def receive(
    content: bytes, name: str = "batas.geojson", here: Kabupaten = JEMBRANA, **answers: str
) -> ReceivedBoundaries:
    return receive_boundaries(content, name, here, schematic=boundaries(here), answers=answers)


def send(frame: gpd.GeoDataFrame, here: Kabupaten = JEMBRANA, **answers: str) -> ReceivedBoundaries:
    return receive(as_geojson(frame), here=here, **answers)


def rules(received: ReceivedBoundaries) -> list[tuple[str, Severity]]:
    return [(p.rule, p.severity) for p in received.problems]


def refused(received: ReceivedBoundaries, sentence: Any) -> bool:
    return [p.message for p in received.problems] == [sentence.message] and received.boundaries is None


def areas_of(received: ReceivedBoundaries) -> dict[str, float]:
    """Square degrees of what would be drawn."""
    assert received.boundaries is not None
    return {code: one.area for code, one in received.boundaries.outlines.items()}


def agrees(received: ReceivedBoundaries, here: Kabupaten = JEMBRANA) -> bool:
    """Whether every kecamatan is drawn within two percent of its own place."""
    assert received.boundaries is not None
    expected = {f["id"]: shape(f["geometry"]) for f in boundaries(here)["features"]}
    got = received.boundaries.outlines
    return set(got) == set(expected) and all(
        got[code].symmetric_difference(one).area < 0.02 * one.area for code, one in expected.items()
    )


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:32750", "EPSG:3857", "EPSG:23830"])
@pytest.mark.parametrize("format", ["zip", "gpkg", "geojson"])
def test_each_format_is_read_in_each_coordinate_system(format: str, crs: str, tmp_path: Path) -> None:
    frame = drawn().to_crs(crs)
    if format == "geojson":
        content = json.loads(frame.to_json()) | {"crs": {"type": "name", "properties": {"name": crs}}}
        received = receive(json.dumps(content).encode())
    else:
        made = as_zip(frame, tmp_path) if format == "zip" else as_geopackage(frame, tmp_path)
        received = receive(made, f"batas.{format}")
    assert received.problems == ()
    assert received.questions == ()
    assert agrees(received)


def test_what_is_drawn_is_one_coverage_small_enough_and_without_loss() -> None:
    received = send(drawn(BANYUWANGI).assign(geometry=drawn(BANYUWANGI).geometry.segmentize(0.0003)), BANYUWANGI)
    assert received.boundaries is not None
    files = received.boundaries.files(source="BIG", dated=date(2025, 1, 31))
    content = json.loads(files[".geojson"])
    outlines = [shape(f["geometry"]) for f in content["features"]]
    assert content["label"] == "Batas wilayah: BIG, 31 Januari 2025"
    assert [f["properties"]["name"] for f in content["features"]] == [a.name for a in BANYUWANGI.kecamatan]
    assert shapely.coverage_is_valid(outlines)
    assert len(gzip.compress(files[".geojson"])) <= MOST_SERVED
    assert agrees(received, BANYUWANGI)
    for feature in content["features"]:
        for polygon in feature["geometry"]["coordinates"]:
            assert not shapely.is_ccw(shapely.LinearRing(polygon[0]))
    dashes = json.loads(files[".dashes.geojson"])
    assert [f["id"] for f in dashes["features"]] == [a.code for a in BANYUWANGI.kecamatan]
    assert dashes["label"] == content["label"]


def test_a_very_detailed_map_is_simplified_until_it_is_small() -> None:
    # Saw teeth of 30 m along every border: 180.000 points that no screen shows.
    def sawn(one: Any) -> Any:
        return shapely.transform(
            shapely.segmentize(one, 0.0003), lambda p: p + 0.00015 * ((p * 1e5).round() % 2 * 2 - 1)[:, ::-1]
        )

    received = send(drawn(BANYUWANGI).assign(geometry=[sawn(g) for g in drawn(BANYUWANGI).geometry]), BANYUWANGI)
    assert received.boundaries is not None
    content = received.boundaries.files(source="BIG", dated=date(2025, 1, 31))[".geojson"]
    assert len(gzip.compress(content)) <= MOST_SERVED
    assert agrees(received, BANYUWANGI)


def test_areas_in_km2_are_those_of_an_equal_area_projection() -> None:
    # 0.1 by 0.1 degrees at 8.3 degrees south: 11.058 km by 11.017 km by the WGS 84 ellipsoid.
    west, south = 114.6, -8.35
    places = [box(west + 0.1 * n, south, west + 0.1 * (n + 1), south + 0.1) for n in range(5)]
    frame = gpd.GeoDataFrame({"KODE": [a.code for a in JEMBRANA.kecamatan]}, geometry=places, crs="EPSG:4326")
    received = send(frame)
    assert received.boundaries is not None
    assert [one.km2 for one in received.boundaries.found] == pytest.approx([121.8] * 5, abs=0.15)


@pytest.mark.parametrize(
    "written",
    [
        lambda a: a.code,
        lambda a: a.code.replace(".", ""),
        lambda a: int(a.code.replace(".", "")),
        lambda a: float(a.code.replace(".", "")),
        lambda a: a.bps_code,
        lambda a: int(a.bps_code),
        lambda a: f"{a.bps_code[:2]}.{a.bps_code[2:4]}.{a.bps_code[4:]}",
    ],
)
def test_codes_of_kemendagri_and_bps_are_known_with_and_without_dots(written: Callable[[Any], Any]) -> None:
    frame = drawn(BANYUWANGI)[["geometry"]].assign(kode=[written(a) for a in BANYUWANGI.kecamatan])
    received = send(frame, BANYUWANGI)
    assert received.questions == ()
    assert agrees(received, BANYUWANGI)


def test_bps_codes_cut_to_six_digits_are_not_taken_for_kemendagris_where_names_say_otherwise() -> None:
    # 351011 is Kalibaru for Kemendagri; here it is what is left of 3510110, Srono.
    cut = {a.name: str(a.bps_code)[:6] for a in BANYUWANGI.kecamatan}
    assert cut["Srono"] == "351011"
    frame = drawn(BANYUWANGI).assign(KODE=lambda f: f["WADMKC"].map(cut))
    (question,) = send(frame, BANYUWANGI).questions
    assert question.id == "identity"
    assert "kode menunjuk Pesanggaran, nama menunjuk " not in question.hint
    assert agrees(send(frame, BANYUWANGI, identity="name"), BANYUWANGI)


def test_a_province_is_cut_to_the_kabupaten_by_code() -> None:
    frame = gpd.pd.concat([drawn(), drawn(BANYUWANGI), drawn(shipped()["63.11"])])
    received = send(frame)
    assert agrees(received)
    assert received.boundaries is not None
    assert received.boundaries.outside == 33
    assert any("33 wilayah di luar" in note for note in received.boundaries.notes)


@pytest.mark.parametrize("with_kabupaten", [True, False])
def test_a_province_is_cut_by_name_although_others_have_kecamatan_of_the_same_name(with_kabupaten: bool) -> None:
    # Tegalsari and Genteng are kecamatan of Surabaya too.
    own = drawn(BANYUWANGI).drop(columns="KODE").assign(WADMKK="Banyuwangi")
    namesakes = own[own["WADMKC"].isin(["Tegalsari", "Genteng"])].assign(WADMKK="Kota Surabaya")
    namesakes = namesakes.set_geometry(namesakes.geometry.translate(xoff=-1.5, yoff=1))
    frame = gpd.pd.concat([own, namesakes])
    received = send(frame if with_kabupaten else frame.drop(columns="WADMKK"), BANYUWANGI)
    assert agrees(received, BANYUWANGI)
    assert received.boundaries is not None
    assert received.boundaries.outside == 2


@pytest.mark.parametrize("codes", ["kemendagri", "bps", "names"])
def test_a_map_of_desa_is_put_together_to_kecamatan(codes: str) -> None:
    rows = []
    for area, whole in zip(BANYUWANGI.kecamatan, drawn(BANYUWANGI).geometry, strict=True):
        west, south, east, north = whole.bounds
        for n in range(3):
            strip = box(west + (east - west) * n / 3, south, west + (east - west) * (n + 1) / 3, north)
            written = {
                "kemendagri": {"KODE": f"{area.code}.200{n + 1}"},
                "bps": {"KODE": f"{area.bps_code}00{n + 1}"},
                "names": {"DESA": BANYUWANGI.kecamatan[n].name, "KECAMATAN": area.name.upper()},
            }[codes]
            rows.append(written | {"geometry": strip.intersection(whole)})
    received = send(gpd.GeoDataFrame(rows, crs="EPSG:4326"), BANYUWANGI)
    assert received.questions == ()
    assert agrees(received, BANYUWANGI)
    assert received.boundaries is not None
    assert {one.polygons for one in received.boundaries.found} == {3}


def test_a_misspelt_name_is_asked_and_not_guessed() -> None:
    frame = drawn().drop(columns="KODE").assign(WADMKC=lambda f: f["WADMKC"].replace("Mendoyo", "Mendojo"))
    received = send(frame)
    assert received.boundaries is None
    (question,) = received.questions
    assert question.options == (("51.01.02", "Mendoyo"), ("", say.NOT_A_KECAMATAN))
    assert agrees(send(frame, **{question.id: "51.01.02"}))
    left = send(frame, **{question.id: ""})
    assert left.problems[0].message == say.missing(["Mendoyo"]).message


def test_a_kecamatan_without_boundary_blocks_and_is_named() -> None:
    received = send(drawn().iloc[1:])
    assert rules(received) == [(Rule.OUTLINES, Severity.BLOCKING)]
    assert "Negara" in received.problems[0].message


def test_a_map_of_another_kabupaten_is_refused() -> None:
    assert refused(send(drawn(shipped()["63.11"])), say.ELSEWHERE)
    assert refused(send(drawn(BANYUWANGI)), say.none_found("Kabupaten Jembrana"))
    neighbour = drawn().drop(columns="KODE").assign(WADMKC="Kediri")
    assert refused(send(neighbour), say.none_found("Kabupaten Jembrana"))


def test_longitude_and_latitude_taken_for_each_other_are_told() -> None:
    frame = drawn()
    swapped = frame.set_geometry(shapely.transform(frame.geometry.values, lambda p: p[:, ::-1]), crs=None)
    received = receive(json.dumps(json.loads(swapped.to_json())).encode())
    assert refused(received, say.PLACE_UNKNOWN)


def test_overlaps_are_told_in_km2_and_resolved() -> None:
    frame = drawn()
    # Mendoyo (the second) moved 0.02 degrees, about 2.2 km, towards its western neighbour.
    frame.loc[1, "geometry"] = translate(frame.geometry[1], xoff=-0.02)
    received = send(frame)
    assert (Rule.OUTLINES_OVERLAP, Severity.WARNING) in rules(received)
    assert received.boundaries is not None
    pair = shapely.intersection(frame.geometry[1], frame.geometry[4]).area * 111.32 * 110.6 * 0.9895
    assert received.boundaries.overlap_km2 == pytest.approx(pair, rel=0.02)
    assert shapely.coverage_is_valid(list(received.boundaries.outlines.values()))


def test_a_gap_is_told_in_km2_and_a_hole_within_one_kecamatan_is_none() -> None:
    frame = drawn()
    middle = frame.geometry[0].intersection(frame.geometry[4]).centroid
    lake = middle.buffer(0.01, quad_segs=32)
    frame["geometry"] = frame.geometry.difference(lake)
    island = frame.geometry[1].representative_point().buffer(0.005)
    frame.loc[1, "geometry"] = frame.geometry[1].difference(island)
    received = send(frame)
    assert rules(received) == [(Rule.OUTLINES_GAP, Severity.WARNING)]
    assert received.boundaries is not None
    # A circle with a radius of 0.01 degrees: pi * 1.106 km * 1.102 km.
    assert received.boundaries.gap_km2 == pytest.approx(3.83, rel=0.02)


def test_slivers_are_closed_and_counted() -> None:
    frame = drawn()
    border = frame.geometry[0].intersection(frame.geometry[4])
    crack = border.buffer(0.0001).intersection(border.representative_point().buffer(0.01))
    frame.loc[0, "geometry"] = frame.geometry[0].difference(crack)
    received = send(frame)
    assert received.problems == ()
    assert received.boundaries is not None
    assert 0.1 > received.boundaries.gap_km2 > 0.001
    assert any("dirapikan" in note for note in received.boundaries.notes)
    both = shapely.union_all([received.boundaries.outlines[code] for code in ("51.01.01", "51.01.05")])
    assert [len(part.interiors) for part in shapely.get_parts(both)] == [0]


def test_a_kecamatan_of_quite_another_size_or_place_is_a_warning() -> None:
    frame = drawn()
    frame.loc[0, "geometry"] = frame.geometry[0].buffer(0)
    frame.loc[3, "geometry"] = shapely.affinity.scale(frame.geometry[3], 0.7, 0.7)
    assert rules(send(frame)) == [(Rule.OUTLINES_DIFFER, Severity.WARNING)]
    swapped = drawn().assign(KODE=lambda f: f["KODE"].replace({"51.01.01": "51.01.02", "51.01.02": "51.01.01"}))
    found = send(swapped.drop(columns="WADMKC"))
    assert {p.message for p in found.problems} == {say.elsewhere("Negara").message, say.elsewhere("Mendoyo").message}


def test_broken_shapes_are_repaired_and_counted() -> None:
    frame = drawn()
    west, south, east, _ = frame.geometry[0].bounds
    bow = Polygon([(west, south), (east, south), (west, south + 0.001), (east, south + 0.001)])
    frame.loc[5] = {"KODE": "51.01.01", "WADMKC": "Negara", "geometry": bow}
    received = send(frame)
    assert received.boundaries is not None
    assert any(note.startswith("1 bentuk yang rusak") for note in received.boundaries.notes)


def test_height_is_left_out() -> None:
    frame = drawn()
    assert agrees(send(frame.set_geometry(shapely.force_3d(frame.geometry.values, 12.5), crs=frame.crs)))


def test_points_and_lines_are_no_boundaries(tmp_path: Path) -> None:
    frame = drawn()
    assert refused(send(frame.set_geometry(frame.geometry.boundary)), say.NO_POLYGONS)
    assert refused(send(frame.set_geometry(frame.geometry.representative_point())), say.NO_POLYGONS)


def test_a_missing_coordinate_system_is_asked_with_those_that_fit_only(tmp_path: Path) -> None:
    content = as_zip(drawn().to_crs("EPSG:32750"), tmp_path, without=(".prj",))
    received = receive(content, "batas.zip")
    (question,) = received.questions
    assert question.id == "crs"
    assert [value for value, _ in question.options] == ["EPSG:32750"]
    assert agrees(receive(content, "batas.zip", crs="EPSG:32750"))
    assert receive(content, "batas.zip", crs="EPSG:32749").questions == (question,)


def test_a_layer_is_asked_where_there_are_several(tmp_path: Path) -> None:
    received = receive(as_geopackage(drawn(), tmp_path, "desa", "kecamatan"), "batas.gpkg")
    assert [value for value, _ in received.questions[0].options] == ["desa", "kecamatan"]
    assert agrees(receive(as_geopackage(drawn(), tmp_path, "desa", "kecamatan"), "batas.gpkg", layer="kecamatan"))


def test_a_view_in_a_geopackage_is_not_run(tmp_path: Path) -> None:
    import sqlite3

    as_geopackage(drawn(), tmp_path)
    with sqlite3.connect(tmp_path / "b.gpkg") as database:
        database.execute("alter table batas rename to asli")
        database.execute("create view batas as select * from asli")
        database.execute("update gpkg_contents set table_name = 'batas'")
    assert refused(receive((tmp_path / "b.gpkg").read_bytes(), "batas.gpkg"), say.NO_POLYGONS)


@pytest.mark.parametrize(
    "name", ["../batas.shp", "/etc/batas.shp", "peta/../../batas.shp", "C:\\batas.shp", "..\\b.shp"]
)
def test_a_path_that_leaves_the_archive_is_refused(name: str, tmp_path: Path) -> None:
    good = as_zip(drawn(), tmp_path)
    with zipfile.ZipFile(io.BytesIO(good)) as archive:
        members = {n: archive.read(n) for n in archive.namelist()}
    assert refused(receive(zipped(members | {name: b"x"}), "batas.zip"), say.UNSAFE_ARCHIVE)


def test_a_link_in_an_archive_is_refused() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        link = zipfile.ZipInfo("batas.shp")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    assert refused(receive(packed.getvalue(), "batas.zip"), say.UNSAFE_ARCHIVE)


def test_an_archive_that_inflates_too_much_is_refused_also_where_it_lies_about_its_size() -> None:
    bomb = zipped({"batas.shp": bytes(201 * 1024 * 1024)})
    assert len(bomb) < 1_000_000
    assert refused(receive(bomb, "batas.zip"), say.INFLATES_TOO_MUCH)
    lying = bytearray(bomb)
    entry = bomb.rindex(b"PK\x01\x02")
    struct.pack_into("<I", lying, entry + 24, 10)
    assert receive(bytes(lying), "batas.zip").problems[0].rule == Rule.GEODATA


def test_an_incomplete_shapefile_says_what_is_missing(tmp_path: Path) -> None:
    received = receive(as_zip(drawn(), tmp_path, without=(".dbf", ".shx")), "batas.zip")
    assert refused(received, say.parts_missing([".shx", ".dbf"]))


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b"", "batas.geojson", say.EMPTY),
        (b"kode;nama\n", "batas.csv", say.UNSUPPORTED),
        (b"PK\x03\x04", "batas.zip", say.NOT_READABLE),
        (b"{", "batas.geojson", say.NOT_READABLE),
        (b"[" * 100_000, "batas.geojson", say.NOT_READABLE),
        (b'{"type": "Topology"}', "batas.json", say.NOT_READABLE),
        (b'{"type": "FeatureCollection", "features": []}', "batas.json", say.NO_POLYGONS),
        (b"SQLite format 3\x00" + bytes(200), "batas.gpkg", say.NOT_READABLE),
        (b"<OGRVRTDataSource></OGRVRTDataSource>", "batas.gpkg", say.UNSUPPORTED),
        (zipped({"baca.txt": b"x"}), "batas.zip", say.NOTHING_INSIDE),
        (zipped({"b.shp": b"<OGRVRT", "b.shx": b"x", "b.dbf": b"x"}), "batas.zip", say.NOT_READABLE),
    ],
)
def test_what_is_no_map_is_refused_with_a_sentence(content: bytes, name: str, sentence: Any) -> None:
    assert refused(receive(content, name), sentence)


def test_a_file_over_the_limit_says_how_to_simplify() -> None:
    received = receive(b" " * (25 * 1024 * 1024) + b"{}", "batas.geojson")
    assert refused(received, say.too_large(25))
    assert "QGIS" in received.problems[0].fix


def test_a_number_that_is_none_is_refused() -> None:
    broken = as_geojson(drawn()).decode().replace("114.", "NaN, 114.", 1)
    assert refused(receive(broken.encode()), say.NOT_READABLE)


def test_nothing_is_written_while_a_map_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    contents = [(as_zip(drawn(), tmp_path), "b.zip"), (as_geopackage(drawn(), tmp_path), "b.gpkg")]
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    monkeypatch.chdir(scratch)
    for variable in ("TMPDIR", "CPL_TMPDIR", "SQLITE_TMPDIR"):
        monkeypatch.setenv(variable, str(scratch))
    for content, name in contents:
        assert agrees(receive(content, name))
    assert list(scratch.iterdir()) == []
