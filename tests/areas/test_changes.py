"""The log of changes and what lies over the shipped areas because of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from indicators.areas import (
    Area,
    AreaChangesUnreadableError,
    Change,
    Facility,
    What,
    all_changes,
    all_kabupaten,
    areas_version,
    boundaries,
    checksum,
    list_csv,
    shipped,
)

JEMBRANA = "51.01"
Recorded = Callable[..., Change]
Renamed = Callable[[str], bytes]


def first_name() -> str:
    return all_kabupaten()[JEMBRANA].facilities[0].name


def test_without_a_change_the_shipped_areas_hold(folder: Path) -> None:
    assert all_kabupaten() is shipped()
    assert areas_version() == 0


def test_a_published_list_replaces_the_shipped_one_until_it_is_undone_and_again_after_a_redo(
    change: Recorded, renamed_list: Renamed
) -> None:
    change("a", content=renamed_list("Puskesmas Baru"))
    assert first_name() == "Puskesmas Baru"
    change("b", of="a", event="undo")
    assert first_name() == "Puskesmas II Melaya"
    change("c", of="a", event="redo")
    assert first_name() == "Puskesmas Baru"
    assert areas_version() == 3
    assert [c.id for c in all_changes()] == ["a", "b", "c"]


def test_undoing_a_list_that_a_newer_one_replaced_changes_nothing(change: Recorded, renamed_list: Renamed) -> None:
    change("a", content=renamed_list("Satu"))
    change("b", content=renamed_list("Dua"))
    change("c", of="a", event="undo")
    assert first_name() == "Dua"
    change("d", of="b", event="undo")
    assert first_name() == "Puskesmas II Melaya"
    change("e", of="a", event="redo")
    assert first_name() == "Satu"


def test_a_change_concerns_one_kabupaten_and_one_thing(change: Recorded, renamed_list: Renamed) -> None:
    change("a", content=renamed_list("Puskesmas Baru"))
    assert all_kabupaten()["35.10"] is shipped()["35.10"]
    assert all_kabupaten()[JEMBRANA].areas == shipped()[JEMBRANA].areas


def test_what_was_sent_for_a_facility_keeps_its_name_and_kecamatan_after_its_list_was_undone(
    change: Recorded, folder: Path
) -> None:
    here = all_kabupaten()[JEMBRANA]
    new = here.facilities[0].model_copy(update={"id": "51.01.P11", "name": "Puskesmas Sebelas"})
    change("a", content=list_csv([*here.facilities, new]))
    change("b", of="a", event="undo")
    now = all_kabupaten()[JEMBRANA]
    assert "51.01.P11" not in {f.id for f in now.facilities}
    assert now.name_of("51.01.P11") == "Puskesmas Sebelas"
    assert now.kecamatan_of["51.01.P11"] == "51.01.04"


def test_a_list_of_desa_leaves_the_kecamatan_as_they_are(change: Recorded, folder: Path) -> None:
    here = all_kabupaten()[JEMBRANA]
    ended = here.desa[0].model_copy(update={"valid_to": date(2026, 6, 30)})
    change("a", What.DESA, list_csv([ended, *here.desa[1:]]))
    now = all_kabupaten()[JEMBRANA]
    assert now.kecamatan == here.kecamatan
    assert now.desa[0].valid_to == date(2026, 6, 30)
    assert now.desa[1:] == here.desa[1:]


def test_a_stored_list_is_read_back_as_it_was(change: Recorded, folder: Path) -> None:
    entry = Facility(
        id="51.01.P01",
        name='Puskesmas "Melaya", II',
        kind="puskesmas",
        kecamatan="51.01.04",
        aliases=("Melaya 2", "Melaya II"),
        status="ok",
        source="SK",
        valid_from=date(2020, 1, 1),
        successor_of="51.01.P02",
    )
    others = all_kabupaten()[JEMBRANA].facilities[1:]
    change("a", content=list_csv([entry, *others]))
    assert all_kabupaten()[JEMBRANA].facilities == (entry, *others)


def test_official_boundaries_name_their_source_and_their_file_its_checksum(change: Recorded, folder: Path) -> None:
    content = shipped()[JEMBRANA].boundaries_path.read_bytes().replace(b"skematik", b"resmi")
    change("a", What.BOUNDARIES, content)
    here = all_kabupaten()[JEMBRANA]
    assert here.boundaries_label == "Batas wilayah: BIG, 31 Januari 2025"
    assert here.boundaries_path == folder / JEMBRANA / f"{checksum(content)}.geojson"
    assert here.boundaries_version == checksum(content)[:12]
    assert boundaries(here) == json.loads(content)
    change("b", What.BOUNDARIES, of="a", event="undo")
    assert all_kabupaten()[JEMBRANA].boundaries_label == "Peta skematik, bukan batas resmi"


@pytest.mark.parametrize("damage", ["gone", "changed"])
def test_a_stored_file_that_is_gone_or_changed_is_told_in_words_for_users(
    damage: str, change: Recorded, renamed_list: Renamed, folder: Path
) -> None:
    made = change("a", content=renamed_list("Puskesmas Baru"))
    path = folder / JEMBRANA / f"{made.checksum}.csv"
    path.unlink() if damage == "gone" else path.write_bytes(path.read_bytes() + b"\n")
    with pytest.raises(AreaChangesUnreadableError, match="cadangan"):
        all_kabupaten()


def test_a_damaged_log_is_told_in_words_for_users(change: Recorded, renamed_list: Renamed, folder: Path) -> None:
    change("a", content=renamed_list("Puskesmas Baru"))
    (folder / "changes.json").write_text('[{"id": "a"}]', encoding="utf-8")
    with pytest.raises(AreaChangesUnreadableError, match="cadangan"):
        all_changes()


def test_names_are_worked_out_anew_for_a_copy_with_other_entries() -> None:
    here = shipped()[JEMBRANA]
    assert here.name_of("51.01.P01") == "Puskesmas II Melaya"
    other = here.facilities[0].model_copy(update={"name": "Lain"})
    assert here.replaced(facilities=(other,)).name_of("51.01.P01") == "Lain"


def test_every_shipped_desa_can_be_listed() -> None:
    for here in shipped().values():
        assert all(isinstance(area, Area) for area in here.desa)
        assert list_csv(here.desa).decode().count("\n") == len(here.desa) + 1
