"""Area folders: what they hold, that they do not contradict themselves, and what a broken one says."""

from __future__ import annotations

import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
import yaml

from indicators.areas import AREAS_FOLDER, AreaError, Kabupaten, all_kabupaten, load_kabupaten
from indicators.vocabulary import Level

CODES = sorted(path.parent.name for path in AREAS_FOLDER.glob("*/kabupaten.yaml"))

# Confirmed in two BPS-coded lists; a kecamatan listed here has no BPS code yet.
WITHOUT_BPS_CODE: list[str] = []


def _named(kabupaten: Kabupaten, name: str) -> str:
    (code,) = (area.code for area in kabupaten.kecamatan if area.name == name)
    return code


@pytest.mark.parametrize("code", CODES)
def test_every_folder_loads(code: str) -> None:
    assert load_kabupaten(AREAS_FOLDER / code).code == code


def test_the_three_supported_kabupaten_have_a_folder() -> None:
    assert {"35.10", "51.01", "63.11"} <= set(all_kabupaten())


@pytest.mark.parametrize(
    ("code", "kecamatan", "desa", "puskesmas"),
    [("35.10", 25, 217, 45), ("51.01", 5, 51, 10), ("63.11", 8, 157, 12)],
)
def test_a_kabupaten_has_its_published_number_of_areas_and_puskesmas(
    code: str, kecamatan: int, desa: int, puskesmas: int
) -> None:
    kabupaten = all_kabupaten()[code]
    assert len(kabupaten.kecamatan) == kecamatan
    assert sum(area.level is Level.DESA for area in kabupaten.areas) == desa
    assert len(kabupaten.puskesmas) == puskesmas


def test_fifteen_kecamatan_of_banyuwangi_have_two_or_more_puskesmas() -> None:
    per_kecamatan = Counter(facility.kecamatan for facility in all_kabupaten()["35.10"].puskesmas)
    assert sum(count >= 2 for count in per_kecamatan.values()) == 15


def test_every_kecamatan_has_a_puskesmas() -> None:
    for kabupaten in all_kabupaten().values():
        assert {a.code for a in kabupaten.kecamatan} == {f.kecamatan for f in kabupaten.puskesmas}


@pytest.mark.parametrize("code", CODES)
def test_every_desa_code_begins_with_the_code_of_its_kecamatan(code: str) -> None:
    desa = [area for area in all_kabupaten()[code].areas if area.level is Level.DESA]
    assert [area.code for area in desa if area.code.rpartition(".")[0] != area.parent] == []


def test_a_bps_code_is_not_the_kemendagri_code_without_dots() -> None:
    banyuwangi = all_kabupaten()["35.10"]
    by_bps = {area.bps_code: area for area in banyuwangi.kecamatan}
    assert by_bps["3510110"].name == "Srono"
    assert by_bps["3510110"].code == "35.10.08"
    assert banyuwangi.name_of("35.10.11") == "Kalibaru"
    assert by_bps["3510090"].name == "Kalibaru"


def test_bps_codes_are_seven_digits_of_their_kabupaten_and_used_once() -> None:
    for kabupaten in all_kabupaten().values():
        codes = [area.bps_code for area in kabupaten.kecamatan if area.bps_code]
        assert len(set(codes)) == len(codes)
        assert [c for c in codes if len(c) != 7 or not c.startswith(str(kabupaten.bps_code))] == []


def test_the_kecamatan_without_a_confirmed_bps_code_are_listed() -> None:
    missing = [a.code for k in all_kabupaten().values() for a in k.kecamatan if a.bps_code is None]
    assert missing == WITHOUT_BPS_CODE


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        (
            "35.10",
            {
                "Karangrejo": {"Banyuwangi", "Blimbingsari"},
                "Watukebo": {"Wongsorejo", "Blimbingsari"},
                "Tamansari": {"Tegalsari", "Licin"},
            },
        ),
        ("51.01", {}),
        ("63.11", {"Galumbang": {"Juai", "Paringin Selatan"}}),
    ],
)
def test_desa_names_that_occur_twice_are_told_apart_by_kecamatan(code: str, expected: dict[str, set[str]]) -> None:
    kabupaten = all_kabupaten()[code]
    where: dict[str, set[str]] = {}
    for area in kabupaten.areas:
        if area.level is Level.DESA:
            where.setdefault(area.name, set()).add(kabupaten.name_of(area.parent))
    assert {name: kecamatan for name, kecamatan in where.items() if len(kecamatan) > 1} == expected


def test_the_same_desa_name_twice_within_a_kecamatan_does_not_occur() -> None:
    for kabupaten in all_kabupaten().values():
        pairs = Counter((a.parent, a.name) for a in kabupaten.areas if a.level is Level.DESA)
        assert [pair for pair, times in pairs.items() if times > 1] == []


@pytest.mark.parametrize("level", [Level.KECAMATAN, Level.DESA])
@pytest.mark.parametrize("code", CODES)
def test_an_alias_is_never_the_name_or_alias_of_another_area_beside_it(code: str, level: Level) -> None:
    names: Counter[tuple[str, str]] = Counter()
    for area in all_kabupaten()[code].areas:
        if area.level is level:
            names.update({(area.parent, name.casefold()) for name in (area.name, *area.aliases)})
    assert [name for name, times in names.items() if times > 1] == []


@pytest.mark.parametrize(
    ("code", "spelling", "name"),
    [
        ("35.10", "Bangurejo", "Bangorejo"),
        ("35.10", "Tegaldelimo", "Tegaldlimo"),
        ("35.10", "Wongsorjo", "Wongsorejo"),
        ("35.10", "Serono", "Srono"),
        ("35.10", "Gentengkulon", "Genteng Kulon"),
        ("35.10", "Kalibaru Kulon", "Kalibarukulon"),
        ("35.10", "Plampang Rejo", "Plampangrejo"),
        ("63.11", "Batumandi", "Batu Mandi"),
    ],
)
def test_spellings_met_in_real_files_are_aliases(code: str, spelling: str, name: str) -> None:
    assert [a.name for a in all_kabupaten()[code].areas if spelling in a.aliases] == [name]


def test_blimbingsari_exists_from_the_day_it_began_to_serve() -> None:
    banyuwangi = all_kabupaten()["35.10"]
    bounded = {area.name: area.valid_from for area in banyuwangi.areas if area.valid_from}
    assert bounded == {"Blimbingsari": date(2017, 1, 9)}
    assert "Nomor 8 Tahun 2015" in banyuwangi.source


def test_puskesmas_tampo_is_placed_in_cluring_and_says_why() -> None:
    banyuwangi = all_kabupaten()["35.10"]
    (tampo,) = (f for f in banyuwangi.puskesmas if f.name == "Puskesmas Tampo")
    assert tampo.kecamatan == _named(banyuwangi, "Cluring")
    assert "dikoreksi" in tampo.status
    assert "Purwoharjo" in tampo.note


def test_four_kecamatan_of_puskesmas_in_balangan_are_inferred_and_say_so() -> None:
    inferred = {f.name for f in all_kabupaten()["63.11"].puskesmas if "disimpulkan" in f.status}
    assert inferred == {
        "Puskesmas Pirsus II Juai",
        "Puskesmas Uren",
        "Puskesmas Lokbatu",
        "Puskesmas Tanah Habang",
    }


def test_a_facility_id_is_the_kabupaten_and_a_running_number() -> None:
    for kabupaten in all_kabupaten().values():
        expected = [f"{kabupaten.code}.P{n:02}" for n in range(1, len(kabupaten.puskesmas) + 1)]
        assert [f.id for f in kabupaten.puskesmas] == expected
    assert all_kabupaten()["35.10"].name_of("35.10.P01") == "Puskesmas Badean"
    assert all_kabupaten()["51.01"].name_of("51.01.P01") == "Puskesmas II Melaya"


def test_every_facility_says_that_the_list_is_unconfirmed_and_where_it_is_from() -> None:
    for kabupaten in all_kabupaten().values():
        for facility in kabupaten.facilities:
            assert facility.status.startswith("daftar belum dikonfirmasi dinkes")
            assert facility.source


def test_neighbours_are_mutual_and_of_the_same_kabupaten() -> None:
    for kabupaten in all_kabupaten().values():
        own = {area.code for area in kabupaten.kecamatan}
        assert set(kabupaten.neighbours) == own
        for code, others in kabupaten.neighbours.items():
            assert code not in others
            assert set(others) <= own
            assert all(code in kabupaten.neighbours[other] for other in others)


def test_kecamatan_that_meet_in_a_point_only_are_no_neighbours() -> None:
    # Pesanggaran and Kalibaru share 0.0 km; Jembrana's five kecamatan share four borders in a row.
    assert "35.10.11" not in all_kabupaten()["35.10"].neighbours["35.10.01"]
    assert sum(len(others) for others in all_kabupaten()["51.01"].neighbours.values()) == 2 * 4


@pytest.mark.parametrize("code", CODES)
def test_no_two_tiles_share_a_place(code: str) -> None:
    tiles = all_kabupaten()[code].tiles
    assert len({(tile.column, tile.row) for tile in tiles}) == len(tiles)
    assert min(tile.column for tile in tiles) == min(tile.row for tile in tiles) == 0


def test_time_zones_are_those_of_java_and_of_bali_and_kalimantan_selatan() -> None:
    zones = {k.code: (k.time_zone, k.time_zone_label) for k in all_kabupaten().values()}
    assert zones["35.10"] == ("Asia/Jakarta", "WIB")
    assert zones["51.01"] == zones["63.11"] == ("Asia/Makassar", "WITA")


def _broken(folder: Path, file: str, *, old: str = "", new: str = "", append: str = "") -> Path:
    """A copy of Jembrana's folder with one change in one file."""
    copy = folder / "51.01"
    shutil.copytree(AREAS_FOLDER / "51.01", copy)
    text = (copy / file).read_text(encoding="utf-8")
    assert old in text
    (copy / file).write_text(text.replace(old, new, 1) + append, encoding="utf-8")
    return copy


@pytest.mark.parametrize(
    ("file", "change", "fault"),
    [
        ("kabupaten.yaml", {"old": "time_zone:", "new": "zone:"}, "time_zone"),
        ("kabupaten.yaml", {"old": "code:", "new": "code: ["}, "sequence"),
        ("kabupaten.yaml", {"old": "'51.01'", "new": "'51.02'"}, "folder's name"),
        ("areas.csv", {"old": "kecamatan", "new": "dusun"}, "level"),
        ("areas.csv", {"append": "51.01.09.2001,Entah,desa,51.01.09,,,,,\n"}, "unknown parent"),
        ("areas.csv", {"append": "51.01.01,Negara,kecamatan,51.01,,,,,\n"}, "used twice"),
        ("facilities.csv", {"old": "51.01.04", "new": "51.01.99"}, "unknown kecamatan"),
        ("facilities.csv", {"old": "51.01.P02", "new": "51.01.P01"}, "used twice"),
        ("facilities.csv", {"old": "status", "new": "keadaan"}, "status"),
        ("tiles.csv", {"old": "0,1\n", "new": "0,0\n"}, "positions used twice"),
        ("tiles.csv", {"old": "51.01.01", "new": "51.01.02"}, "without exactly one tile"),
        ("tiles.csv", {"old": "0,1\n", "new": "nol,1\n"}, "column"),
        ("adjacency.csv", {"old": "code_b", "new": "kode_b"}, "code_b"),
        ("adjacency.csv", {"old": "51.01.04", "new": "51.01.99"}, "no kecamatan"),
    ],
)
def test_a_broken_file_is_named_with_its_fault(tmp_path: Path, file: str, change: dict[str, str], fault: str) -> None:
    folder = _broken(tmp_path, file, **change)
    with pytest.raises(AreaError) as raised:
        load_kabupaten(folder)
    assert f"{folder}/{file}" in str(raised.value)
    assert fault in str(raised.value)


@pytest.mark.parametrize("file", ["kabupaten.yaml", "areas.csv", "facilities.csv", "tiles.csv", "adjacency.csv"])
def test_a_missing_file_is_named(tmp_path: Path, file: str) -> None:
    folder = _broken(tmp_path, file)
    (folder / file).unlink()
    with pytest.raises(AreaError, match=file.replace(".", r"\.")):
        load_kabupaten(folder)


def test_a_target_with_an_unknown_field_is_named_with_its_file(tmp_path: Path) -> None:
    folder = _broken(tmp_path, "areas.csv")
    content = yaml.safe_dump({"aki": {2026: {"value": 70, "sumber": "tidak ada"}}})
    (folder / "targets.yaml").write_text(content, encoding="utf-8")
    with pytest.raises(AreaError, match=r"targets\.yaml"):
        load_kabupaten(folder)


def test_a_copy_with_other_facilities_knows_their_names_and_not_the_former_ones() -> None:
    here = all_kabupaten()["51.01"]
    assert len(here.puskesmas) == 10
    first = here.puskesmas[0].model_copy(update={"name": "Puskesmas Lain"})
    changed = here.model_copy(update={"facilities": (first,)})
    assert (changed.puskesmas, changed.name_of(first.id)) == ((first,), "Puskesmas Lain")
