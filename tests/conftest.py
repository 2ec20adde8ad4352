"""Warehouses for tests: the shipped one, filled once a test run, and copies of it that a test may change."""

from __future__ import annotations

import copy
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from argon2 import PasswordHasher
from hypothesis import settings

from indicators import warehouse
from indicators.access import passwords
from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.vocabulary import Mode, Period
from indicators.warehouse import WHOLE_LIST, KeptAnswers, Submission, Words, snapshot
from indicators.warehouse.list_words import entries_frame
from indicators.warehouse.loaded import CONTENTS

# How long an example takes says something of the machine, and of what else runs on it.
settings.register_profile("untimed", deadline=None)
settings.load_profile("untimed")


@pytest.fixture(scope="session", autouse=True)
def shipped_hasher() -> Iterator[PasswordHasher]:
    """Passwords are hashed at next to no cost, by all but what is handed out here: the hasher that is shipped."""
    with pytest.MonkeyPatch.context() as patch:
        shipped = passwords._HASHER
        patch.setattr(passwords, "_HASHER", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))
        yield shipped


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Path:
    """Where the filled warehouse of this test run lies; all workers share it, and the first one there fills it."""
    root = tmp_path_factory.getbasetemp()
    alone = not hasattr(pytestconfig, "workerinput")  # set in the workers of pytest-xdist only
    folder = (root if alone else root.parent) / "shared-warehouse"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KPI_WAREHOUSE", str(folder))
        warehouse.ensure_filled()
    return folder


@pytest.fixture
def shared_warehouse(shared_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The filled warehouse, to be read only; a test that changes it fails."""
    monkeypatch.setenv("KPI_WAREHOUSE", str(shared_folder))
    yield shared_folder
    monkeypatch.setenv("KPI_WAREHOUSE", str(shared_folder))
    assert warehouse.current_version() == 0, "this test changed the shared warehouse; use filled_warehouse"


@pytest.fixture
def unread_warehouse(shared_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the filled warehouse, which the test may change or break; it is read from its files, as at a start."""
    folder = tmp_path / "warehouse"
    shutil.copytree(shared_folder, folder)
    monkeypatch.setenv("KPI_WAREHOUSE", str(folder))
    yield folder
    snapshot._held.pop(str(folder), None)


@pytest.fixture
def filled_warehouse(shared_folder: Path, unread_warehouse: Path) -> Iterator[Path]:
    """A copy of the filled warehouse, which the test may change; it was loaded before, as in a running server."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KPI_WAREHOUSE", str(shared_folder))
        found = warehouse.current()
    snapshot._held[str(unread_warehouse)] = (_as_loaded_from(unread_warehouse, shared_folder, found),)
    yield unread_warehouse
    cursor = found._loaded.cursor()
    for name in CONTENTS:  # what the copy has stored lies in the same tables
        cursor.execute(
            f"delete from {name}_rows as stored "
            "where not exists (from submissions_rows as sent where sent.submission = stored.submission)"
        )
    cursor.close()


def _as_loaded_from(folder: Path, original: Path, found: snapshot.Snapshot) -> snapshot.Snapshot:
    """The snapshot of `original` as that of its copy: same rows, same answers so far, other names of files."""
    files = found._loaded.database.files.items()
    moved = {name: frozenset(path.replace(str(original), str(folder)) for path in paths) for name, paths in files}
    loaded = copy.copy(found._loaded)  # unlike a new one, it takes no tables with it when it goes
    object.__setattr__(loaded, "database", replace(loaded.database, files=moved))
    answers = KeptAnswers()
    answers._kept.update(found._answers._kept)
    return snapshot.Snapshot(found.version, loaded, answers)


@pytest.fixture
def empty_warehouse(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder without any table; publishing into it starts a warehouse that holds nothing else."""
    folder = tmp_path / "warehouse"
    monkeypatch.setenv("KPI_WAREHOUSE", str(folder))
    yield folder
    snapshot._held.pop(str(folder), None)


FileOf = Callable[..., Submission]


@pytest.fixture(scope="session")
def file_of() -> FileOf:
    """Makes what a file of counts says: rows by (facility, period as text), their values by element."""

    def build(
        dataset: str,
        rows: Mapping[tuple[str, str], Mapping[str, float]],
        *,
        mode: Mode = Mode.SAMPLE,
        by: str = "ana",
        reason: str = "",
    ) -> Submission:
        kabupaten = next(iter(rows))[0][:5]
        kecamatan = {f.id: f.kecamatan for f in all_kabupaten()[kabupaten].facilities}
        periods = {key: Period.parse(key[1]) for key in rows}
        observations = [
            {
                "element": element,
                "facility": key[0],
                "area": kecamatan[key[0]],
                "period_start": periods[key].start,
                "period_end": periods[key].end,
                "value": float(value),
            }
            for key, values in rows.items()
            for element, value in values.items()
        ]
        return Submission(
            dataset=dataset,
            kabupaten=kabupaten,
            mode=mode,
            file_name=f"{dataset}.csv",
            checksum="0" * 64,
            by=by,
            reason=reason,
            scope=tuple((facility, periods[facility, text]) for facility, text in rows),
            observations=pd.DataFrame(observations),
        )

    return build


Record = Callable[..., warehouse.Receipt]


@pytest.fixture
def record() -> Record:
    """Publishes a whole list of a kabupaten, its entries by the ids of their columns."""

    def publish(
        dataset: str, *entries: dict[str, Any], kabupaten: str = "51.01", mode: Mode = Mode.OFFICIAL
    ) -> warehouse.Receipt:
        words = Words(all_kabupaten()[kabupaten], catalogue(), {})
        return warehouse.publish(
            Submission(
                dataset=dataset,
                kabupaten=kabupaten,
                mode=mode,
                file_name="uji.csv",
                checksum="0",
                by="ana",
                reason="",
                scope=((kabupaten, WHOLE_LIST),),
                entries=entries_frame(catalogue().datasets[dataset], entries, words),
            )
        )

    return publish
