"""`history`: who sent what, newest first, for those who may send."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from indicators import access, warehouse
from indicators.catalogue import catalogue
from indicators.commands import given, identity, output
from indicators.commands.refusal import Misused
from indicators.vocabulary import Period
from indicators.wording import commands as say
from indicators.wording.history import STATES

_JSON = (
    "submission", "published_at", "published_by", "reason", "dataset", "mode", "file_name", "checksum", "file_kept",
    "rows", "state", "first_period", "last_period", "units", "decision", "decided_at", "decided_by", "decision_reason",
    "reversed_at", "reversed_by", "reversal_reason",
)  # fmt: skip


def run(asked: Namespace) -> None:
    """Raises Refused, Misused."""
    given.kabupaten(asked.kabupaten)
    datasets = catalogue().datasets
    if asked.dataset is not None and asked.dataset not in datasets:
        raise Misused(say.DATASET_UNKNOWN.format(dataset=asked.dataset, known=", ".join(datasets)))
    if asked.limit < 1:
        raise Misused(say.LIMIT_WANTED)
    person = identity.acting(asked.acting_as)
    identity.require(person, "send", asked.kabupaten)
    warehouse.ensure_filled()
    found = warehouse.current().read("submission_history", kabupaten=asked.kabupaten)
    mine = {id_ for id_, dataset in datasets.items() if access.may(dataset.right, person, asked.kabupaten)}
    found = found[found["dataset"].isin(mine)]
    if asked.dataset is not None:
        found = found[found["dataset"] == asked.dataset]
    found = found.head(asked.limit)
    present = found.astype(object).where(found.notna(), None)
    rows = list(present.itertuples(index=False))
    if asked.format == "json":
        output.write_json([_as_json(row) for row in rows])
    elif asked.format == "csv":
        output.write_csv(say.HISTORY_COLUMNS, [_cells(row) for row in rows])
    elif rows:
        output.write(*output.as_table(say.HISTORY_COLUMNS, [_cells(row) for row in rows]))
    else:
        output.write(say.HISTORY_EMPTY)


def _cells(row: Any) -> tuple[output.Cell, ...]:
    first, last = row.first_period, row.last_period
    return (
        row.submission,
        output.plain(row.published_at),
        row.published_by,
        row.dataset,
        None if first is None else str(Period.of_months((first.year, first.month), (last.year, last.month))),
        row.file_name,
        int(row.rows),
        STATES[row.state],
        row.decided_by,
        row.reason,
    )


def _as_json(row: Any) -> dict[str, Any]:
    told: dict[str, Any] = {name: output.plain(getattr(row, name)) for name in _JSON}
    told["accepted"] = [
        {"rule": a["rule"], "message": a["message"], "reason": a["reason"], "rows": list(map(int, a["rows"]))}
        for a in row.accepted
    ]
    return told
