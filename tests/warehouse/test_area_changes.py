"""Changes of areas and the data version: they grow together, also where a process dies in between."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from indicators import areas, warehouse
from indicators.areas import What, all_kabupaten, list_csv
from indicators.catalogue import ROOT
from indicators.warehouse import NewAreas, Submission

JEMBRANA = "51.01"


def renamed(name: str, *, replaces: str = "", **changes: object) -> NewAreas:
    first, *others = all_kabupaten()[JEMBRANA].facilities
    content = list_csv([first.model_copy(update={"name": name, **changes}), *others])
    return NewAreas(
        kabupaten=JEMBRANA,
        what=What.FACILITIES,
        files={".csv": content},
        file_name="puskesmas.xlsx",
        rows=len(others) + 1,
        replaces=replaces,
        by="Ani",
        reason="SK Bupati",
    )


def first_name() -> str:
    return all_kabupaten()[JEMBRANA].facilities[0].name


def test_each_change_undo_and_redo_is_a_data_version_of_its_own(filled_warehouse: Path) -> None:
    begun = warehouse.current_version()
    receipt = warehouse.publish_areas(renamed("Baru"))
    assert receipt.version == warehouse.current_version() == begun + 1
    assert first_name() == "Baru"
    warehouse.undo_areas(receipt.submission, by="Ani", reason="salah")
    assert first_name() == "Puskesmas II Melaya"
    warehouse.redo_areas(receipt.submission, by="Ani")
    assert first_name() == "Baru"
    assert warehouse.current().version == begun + 3
    assert [(c.event, c.by, c.reason) for c in areas.all_changes()] == [
        ("publish", "Ani", "SK Bupati"),
        ("undo", "Ani", "salah"),
        ("redo", "Ani", ""),
    ]


def test_what_others_replaced_since_is_not_overwritten(filled_warehouse: Path) -> None:
    second = renamed("Kedua")
    warehouse.publish_areas(renamed("Pertama"))
    with pytest.raises(warehouse.StaleError):
        warehouse.publish_areas(second)
    assert first_name() == "Pertama"
    held = warehouse.checksum_in_place(JEMBRANA, What.FACILITIES)
    warehouse.publish_areas(renamed("Kedua", replaces=held))
    assert first_name() == "Kedua"


def test_undoing_twice_and_redoing_what_counts_is_refused(filled_warehouse: Path) -> None:
    done = warehouse.publish_areas(renamed("Baru")).submission
    with pytest.raises(warehouse.StaleError):
        warehouse.redo_areas(done, by="Ani")
    warehouse.undo_areas(done, by="Ani")
    with pytest.raises(warehouse.StaleError):
        warehouse.undo_areas(done, by="Ani")
    with pytest.raises(warehouse.StaleError):
        warehouse.undo_areas("unknown", by="Ani")
    with pytest.raises(warehouse.StaleError):
        warehouse.undo(done, by="Ani")


def test_a_facility_that_ended_is_not_expected_in_later_months(
    empty_warehouse: Path, file_of: Callable[..., Submission]
) -> None:
    sent = {(f"51.01.P{n:02}", f"2026-{m:02}"): {"live_births": 5} for n in range(1, 11) for m in (1, 2)}
    warehouse.publish(file_of("births", sent))

    def expected(month: int) -> int:
        day = date(2026, month, 1)
        read = warehouse.current().read("reporting", kabupaten=JEMBRANA, start=day, end=day)
        return int(read.set_index("dataset")["units_expected"]["births"])

    assert (expected(1), expected(2)) == (10, 10)
    done = warehouse.publish_areas(renamed("Puskesmas II Melaya", valid_to=date(2026, 1, 31)))
    assert (expected(1), expected(2)) == (10, 9)
    warehouse.undo_areas(done.submission, by="Ani")
    assert (expected(1), expected(2)) == (10, 10)


KILLED = """
import os, signal, sys
from indicators import warehouse
sys.path.insert(0, os.environ["TESTS"])
from test_area_changes import renamed

moment, real, seen = int(sys.argv[1]), os.replace, 0

def replace(*paths):
    global seen
    seen += 1
    if seen * 2 - 1 == moment:
        os.kill(os.getpid(), signal.SIGKILL)
    real(*paths)
    if seen * 2 == moment:
        os.kill(os.getpid(), signal.SIGKILL)

warehouse.current()
os.replace = replace
warehouse.publish_areas(renamed("Baru"))
"""


@pytest.mark.parametrize(("moment", "there"), [(1, False), (2, False), (3, False), (4, True)])
def test_a_process_killed_half_way_leaves_the_old_areas_or_the_new(
    moment: int, there: bool, filled_warehouse: Path
) -> None:
    """Before and after each of the two files, the list and the log, is put in its place."""
    begun = warehouse.current().version
    child = subprocess.run(
        [sys.executable, "-c", KILLED, str(moment)],
        cwd=ROOT,
        env={**os.environ, "TESTS": str(Path(__file__).parent), "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert child.returncode == -9
    assert first_name() == ("Baru" if there else "Puskesmas II Melaya")
    # The event that the dead process left out is made up for, so that nothing cached before is shown.
    assert warehouse.current().version == begun + there
    assert warehouse.current() is warehouse.current()
    warehouse.publish_areas(renamed("Lagi", replaces=warehouse.checksum_in_place(JEMBRANA, What.FACILITIES)))
    assert first_name() == "Lagi"
    assert warehouse.current().version == begun + there + 1
