"""What one file says, and the rows that store it: contents first, then the event that makes them count."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any

import pandas as pd
import pyarrow as pa

from indicators.vocabulary import Mode, Period
from indicators.warehouse import tables

# A list has no periods; a later submission replaces it whole.
WHOLE_LIST = Period.of_months((2000, 1), (2099, 12))


@dataclass(frozen=True)
class Accepted:
    """A warning that was passed, and why. rule: the short id of the check; rows: row numbers of the file."""

    rule: str
    message: str
    reason: str
    rows: tuple[int, ...] = ()


@dataclass(frozen=True)
class Confirmed:
    """What a person said that something written in a file means, to be taken again in this kabupaten.

    kind: `puskesmas`, `kecamatan`, `desa`, or `served_by` for the puskesmas of a desa.
    meaning: the id of the facility or area.
    """

    kind: str
    written: str
    meaning: str


@dataclass(frozen=True)
class Submission:
    """What one file says, once read, matched and checked.

    scope: every (unit, period) the file speaks for. A unit is a facility id, or for published values
        `<area>/<indicator>/<content>/<measure>`, for a list the kabupaten in `WHOLE_LIST`. The newest valid
        submission replaces its whole scope.
    observations: element, facility, area, period_start, period_end, value; a blank cell is no row.
    published: area, indicator, content (`value` or `numerator`), measure, period_start, period_end, value, low,
        high, sign, source, url, note.
    entries: of a list, in its order: key, label, fields (JSON, see `tables.SCHEMAS`); None where it is no list.
    file: the file as it was received, kept under its `checksum` (SHA-256); None for a register of persons, of which
        only counts are kept.
    accepted: the warnings that were passed; confirmed: the meanings that a person confirmed.
    unanswered: rules whose warnings still wait for a reason; with any of them it can be previewed, not published.
    based_on: free; the submission that this one corrects, where it is known.
    by: the name that the history shows; account: the name by which the person signed in, by which two are told apart.
    """

    dataset: str
    kabupaten: str
    mode: Mode
    file_name: str
    checksum: str
    by: str
    reason: str
    scope: tuple[tuple[str, Period], ...]
    observations: pd.DataFrame | None = None
    published: pd.DataFrame | None = None
    entries: pd.DataFrame | None = None
    file: bytes | None = None
    accepted: tuple[Accepted, ...] = ()
    confirmed: tuple[Confirmed, ...] = ()
    unanswered: tuple[str, ...] = ()
    based_on: str = ""
    account: str = ""


def new_identifier() -> str:
    """Twelve random hex digits: DuckDB compares texts of up to twelve characters without following a pointer."""
    return uuid.uuid4().hex[:12]


def event_row(event: str, submission: str, *, at: datetime | None = None, **fields: Any) -> pa.Table:
    """One row of the submissions table."""
    row: dict[str, Any] = dict.fromkeys(tables.SCHEMAS["submissions"].names)
    row |= {
        "event": event,
        "submission": submission,
        "recorded_at": at or datetime.now(UTC),
        "rows": 0,
        "scope": [],
    }
    row |= {key: str(value) if key == "mode" else value for key, value in fields.items()}
    return pa.Table.from_pylist([row], schema=tables.SCHEMAS["submissions"])


def as_rows(
    submission: Submission, *, identifier: str, at: datetime | None = None, event: str = "publish"
) -> tuple[pa.Table, list[tuple[str, pa.Table]]]:
    """The event that commits a submission, and the (table, rows) that must be stored before it."""
    contents: Mapping[str, pd.DataFrame | None] = {
        "observations": _with_year(submission.observations),
        "published": submission.published,
        "entries": _of_list(submission),
    }
    rows = [
        (name, _as_table(name, content, identifier))
        for name, content in contents.items()
        if content is not None and not content.empty
    ]
    committing = event_row(
        event,
        identifier,
        at=at,
        recorded_by=submission.by,
        reason=submission.reason,
        kabupaten=submission.kabupaten,
        dataset=submission.dataset,
        mode=submission.mode,
        file_name=submission.file_name,
        checksum=submission.checksum,
        rows=sum(content.num_rows for _, content in rows),
        scope=[
            {"unit": unit, "period_start": period.start, "period_end": period.end} for unit, period in submission.scope
        ],
        file_kept=submission.file is not None,
        accepted=[asdict(warning) for warning in submission.accepted],
        based_on=submission.based_on or None,
        account=submission.account or None,
    )
    if submission.confirmed:
        names = pd.DataFrame([asdict(name) for name in submission.confirmed]).assign(kabupaten=submission.kabupaten)
        rows.append(("confirmed_names", _as_table("confirmed_names", names, identifier)))
    return committing, rows


def _as_table(name: str, content: pd.DataFrame, identifier: str) -> pa.Table:
    schema = tables.SCHEMAS[name]
    frame = content.assign(submission=identifier).reindex(columns=schema.names)
    return pa.Table.from_pandas(frame, schema=schema, preserve_index=False)


def _of_list(submission: Submission) -> pd.DataFrame | None:
    """The entries with the list and the kabupaten that they are of, and their places in it."""
    if submission.entries is None:
        return None
    return submission.entries.assign(
        dataset=submission.dataset, kabupaten=submission.kabupaten, place=range(len(submission.entries))
    )


def _with_year(observations: pd.DataFrame | None) -> pd.DataFrame | None:
    if observations is None or observations.empty:
        return None
    years = pd.to_datetime(observations["period_start"]).dt.year
    return observations.assign(year=years.astype("int32"))
