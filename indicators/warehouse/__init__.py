"""Versioned Parquet tables and the queries over them.

`current()` gives the newest data version, `as_of()` that of a day; `publish`, `verify`, `undo`, `redo`, `switch_mode`
and the others append one event each, and that event is the commit point. Nothing else in the product knows DuckDB
or Delta.
"""

from indicators.warehouse.area_changes import NewAreas, checksum_in_place, publish_areas, redo_areas, undo_areas
from indicators.warehouse.backup import BackupError, back_up, restore_backup
from indicators.warehouse.drafts import Draft, discard_draft, draft_of, keep_draft
from indicators.warehouse.events import Receipt, RefusedError, StaleError
from indicators.warehouse.kept import KeptAnswers
from indicators.warehouse.list_words import Words
from indicators.warehouse.offline import copy_offline
from indicators.warehouse.publishing import (
    LockedError,
    SamePersonError,
    UnansweredError,
    lock_periods,
    locked_changes,
    publish,
    publish_files,
    redo,
    reject,
    reopen_periods,
    set_two_person_rule,
    switch_mode,
    undo,
    verify,
)
from indicators.warehouse.reads import Read, ReadError, list_reads
from indicators.warehouse.received_files import kept_file
from indicators.warehouse.retention import forget_names
from indicators.warehouse.seeding import ensure_filled, restore
from indicators.warehouse.snapshot import Snapshot, as_of, at, current
from indicators.warehouse.submission import WHOLE_LIST, Accepted, Confirmed, Submission
from indicators.warehouse.tables import WarehouseError, folder, made_here
from indicators.warehouse.tables import data_version as current_version

__all__ = [
    "WHOLE_LIST",
    "Accepted",
    "BackupError",
    "Confirmed",
    "Draft",
    "KeptAnswers",
    "LockedError",
    "NewAreas",
    "Read",
    "ReadError",
    "Receipt",
    "RefusedError",
    "SamePersonError",
    "Snapshot",
    "StaleError",
    "Submission",
    "UnansweredError",
    "WarehouseError",
    "Words",
    "as_of",
    "at",
    "back_up",
    "checksum_in_place",
    "copy_offline",
    "current",
    "current_version",
    "discard_draft",
    "draft_of",
    "ensure_filled",
    "folder",
    "forget_names",
    "keep_draft",
    "kept_file",
    "list_reads",
    "lock_periods",
    "locked_changes",
    "made_here",
    "publish",
    "publish_areas",
    "publish_files",
    "redo",
    "redo_areas",
    "reject",
    "reopen_periods",
    "restore",
    "restore_backup",
    "set_two_person_rule",
    "switch_mode",
    "undo",
    "undo_areas",
    "verify",
]
