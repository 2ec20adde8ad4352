"""One file that holds the warehouse as it stands, and back: tables, kept files, areas, accounts and keys."""

from __future__ import annotations

import hashlib
import json
import shutil
import zipfile
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

import pyarrow as pa
import pyarrow.dataset
from deltalake import DeltaTable
from deltalake.exceptions import DeltaError

from indicators.warehouse import tables
from indicators.warehouse.one_writer import lock, writing
from indicators.warehouse.seeding import FIRST_START
from indicators.whole_file import whole_file
from indicators.wording import warehouse as say

_LIST = "backup.json"
# Set aside by `restore`, halves of files, and locks: nothing of the warehouse itself.
_LEFT_OUT = ("rusak-*", "diganti-*", "dipulihkan-*", "*.lock", "*.part", ".*", "first-start.*")


class BackupError(Exception):
    """The file is no whole backup; the message says so to users. Nothing was replaced."""


def back_up(target: Path) -> tuple[int, int]:
    """Write the warehouse to one .zip, readable by its owner only; whole, or not at all.

    Nothing is published meanwhile. Returns the data version and the number of files. Raises WarehouseError.
    """
    with writing():
        version = tables.data_version()
        if version < 0:
            raise tables.WarehouseError(say.NOTHING_TO_BACK_UP)
        found = sorted(_files(tables.folder()))
        listed: dict[str, str] = {}
        with (
            whole_file(target) as file,
            zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed,
        ):
            for name in found:
                content = (tables.folder() / name).read_bytes()
                listed[name] = hashlib.sha256(content).hexdigest()
                packed.writestr(name, content)
            about = {"data_version": version, "at": datetime.now(UTC).isoformat(), "files": listed}
            packed.writestr(_LIST, json.dumps(about))
    return version, len(found)


def restore_backup(source: Path) -> tuple[Path | None, int]:
    """Put a backup in place of the warehouse, once it is unpacked, unchanged and readable.

    Returns the folder in which the warehouse before it was set aside (None where there was none), and the data
    version. The server is to be restarted: it may still hold answers of versions that have the same number. Raises
    BackupError, WarehouseError.
    """
    root = tables.folder()
    moment = f"{datetime.now(UTC):%Y%m%d-%H%M%S-%f}"
    with writing(), lock(FIRST_START):
        unpacked = root / f"dipulihkan-{moment}"
        try:
            version = _unpack(source, unpacked)
            aside = root / f"diganti-{moment}"
            # Submissions leave first and arrive last: whatever dies between is no warehouse, and says so.
            _move(root, aside, submissions_first=True)
            _move(unpacked, root, submissions_first=False)
        finally:
            shutil.rmtree(unpacked, ignore_errors=True)
        return (aside if aside.exists() else None), version


def _files(folder: Path) -> list[str]:
    """Every file of a warehouse, by its path within the folder, with `/`."""
    within = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return [path.as_posix() for path in within if not _is_left_out(path)]


def _is_left_out(path: Path) -> bool:
    # Hidden files at any depth are halves of files; Delta's checksums of files begin with a dot too.
    return any(PurePosixPath(path.parts[0]).match(pattern) for pattern in _LEFT_OUT) or path.name.startswith(".")


def _unpack(source: Path, target: Path) -> int:
    """The data version of a backup, whose files are all there and readable. Raises BackupError."""
    try:
        with zipfile.ZipFile(source) as packed:
            about = json.loads(packed.read(_LIST))
            listed: dict[str, str] = about["files"]
            if set(packed.namelist()) != {*listed, _LIST}:
                raise BackupError(say.NO_BACKUP)
            for name, checksum in listed.items():
                if not name or PurePosixPath(name).is_absolute() or {"..", ""} & set(name.split("/")) or "\\" in name:
                    raise BackupError(say.NO_BACKUP)
                content = packed.read(name)
                if hashlib.sha256(content).hexdigest() != checksum:
                    raise BackupError(say.NO_BACKUP)
                path = target / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content)
                path.chmod(0o600)
        version = int(about["data_version"])
    except (zipfile.BadZipFile, KeyError, TypeError, ValueError, NotImplementedError) as error:
        raise BackupError(say.NO_BACKUP) from error
    if not _reads(target, version):
        raise BackupError(say.NO_BACKUP)
    return version


def _reads(folder: Path, version: int) -> bool:
    """Whether every table of a warehouse can be read to its last row."""
    try:
        for name in tables.SCHEMAS:
            if name in tables.ADDED_LATER and not (folder / name).exists():
                continue
            table = DeltaTable(folder / name)
            files = [str(folder / name / path) for path in table.to_pyarrow_dataset().files]
            for batch in pyarrow.dataset.dataset(files, format="parquet").to_batches():
                batch.validate()
            if name == "submissions" and table.version() != version:
                return False
    except (DeltaError, OSError, pa.ArrowException):
        return False
    return True


def _move(source: Path, target: Path, *, submissions_first: bool) -> None:
    entries = [path for path in source.iterdir() if not _is_left_out(path.relative_to(source))]
    entries.sort(key=lambda path: (path.name != "submissions") is submissions_first)
    if entries:
        target.mkdir(parents=True, exist_ok=True)
    for path in entries:
        shutil.move(path, target / path.name)
