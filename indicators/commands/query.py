"""`query`: the answer of one read, as the public or as the account may see it that asks."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from indicators import access, warehouse
from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.commands import identity, output
from indicators.commands.refusal import Misused, Refused
from indicators.judgement import public_reads
from indicators.judgement.judged import Absence
from indicators.judgement.values import state_of
from indicators.vocabulary import Level, Mode
from indicators.warehouse import Read, Snapshot
from indicators.wording import commands as say
from indicators.wording.judgement import SAMPLE_MARK

SPAN = ("start", "end")
DATES = (*SPAN, "today")
LISTS_OF_DATES = ("starts", "ends")
LISTS = ("areas", "elements", "grains", "indicators", "rules", "sides")
TEXTS = ("area", "dataset", "kabupaten", "level", "mode", "submission")

# These answers carry their own mode and source in each row.
_OWN_BASIS = (
    "innovation_months",
    "innovations_sent",
    "innovations",
    "list_entries",
    "list_keys",
    "published_values",
    "submission_history",
)


def run(asked: Namespace) -> None:
    """Raises Refused, Misused."""
    if asked.list:
        _list(asked.format)
        return
    read = _read(asked.read)
    parameters = parse(read, asked.param)
    # Without a kabupaten to hold the account to, it must be one of all kabupaten.
    place = str(parameters.get("kabupaten", access.EVERY_KABUPATEN))
    unsuppressed = identity.sees_small_counts(asked.acting_as, place)
    try:
        warehouse.ensure_filled()
        snapshot = warehouse.current()
        answer = snapshot.read(read.name, **parameters)
        if not unsuppressed:
            answer = public_reads.for_public(snapshot, read.name, parameters, answer)
        mark = _mark(snapshot, read.name, parameters)
    except public_reads.StaffOnly as refused:
        raise Refused(say.STAFF_READ.format(read=read.name)) from refused
    columns = [str(column) for column in answer.columns]
    present = answer.astype(object).where(answer.notna(), None)
    rows = [[output.plain(cell) for cell in row] for row in present.itertuples(index=False)]
    _write(asked.format, read, parameters, columns, rows, mark=mark, version=snapshot.version)
    if any(cell is Absence.SUPPRESSED for column in answer.columns for cell in answer[column]):
        output.remark(say.WITHHELD_NOTE.format(most=catalogue().settings.suppress_below - 1))


def parse(read: Read, texts: Sequence[str]) -> dict[str, Any]:
    """`name=value` texts as the read's parameters. Raises Misused for what is missing, unknown or unreadable."""
    given: dict[str, str] = {}
    for text in texts:
        name, sign, value = text.partition("=")
        if not sign:
            raise Misused(say.PARAM_FORM.format(text=text))
        if name in given:
            raise Misused(say.PARAM_TWICE.format(name=name))
        given[name] = value.strip()
    if unknown := sorted(set(given) - read.parameters):
        known = ", ".join(sorted(read.parameters)) or say.NO_PARAMS
        raise Misused(say.PARAMS_UNKNOWN.format(read=read.name, names=", ".join(unknown), known=known))
    if missing := sorted(read.parameters - set(given)):
        raise Misused(say.PARAMS_MISSING.format(read=read.name, names=", ".join(missing)))
    parameters = {name: _value(name, text) for name, text in given.items()}
    if set(SPAN) <= set(parameters):
        _check_periods([parameters["start"]], [parameters["end"]])
    if set(LISTS_OF_DATES) <= set(parameters):
        _check_periods(parameters["starts"], parameters["ends"])
    return parameters


def _check_periods(starts: list[date], ends: list[date]) -> None:
    if len(starts) != len(ends):
        raise Misused(say.DATES_UNPAIRED)
    if any(end < start for start, end in zip(starts, ends, strict=True)):
        raise Misused(say.DATES_REVERSED)


def _value(name: str, text: str) -> Any:
    if name in DATES:
        return _date(name, text)
    if name in LISTS_OF_DATES:
        return [_date(name, part.strip()) for part in text.split(",")]
    values = [part.strip() for part in text.split(",")] if name in LISTS else [text]
    if (known := _known(name)) is not None:
        for value in values:
            if value not in known:
                raise Misused(say.VALUE_UNKNOWN.format(name=name, value=value, known=", ".join(known)))
    return values if name in LISTS else text


def _date(name: str, text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise Misused(say.DATE_WANTED.format(name=name, value=text)) from error


def _known(name: str) -> Iterable[str] | None:
    """The values that a parameter can have; None where any text will do. A misspelt one would silently find nothing."""
    known: dict[str, Iterable[str]] = {
        "kabupaten": all_kabupaten(),
        "elements": catalogue().elements,
        "indicators": catalogue().indicators,
        "dataset": catalogue().datasets,
        "mode": [str(mode) for mode in Mode],
        "grain": ("month", "year"),
        # The reads take any other word for facility.
        "level": [str(level) for level in (Level.KABUPATEN, Level.KECAMATAN, Level.FACILITY)],
    }
    return known.get(name)


def _read(name: str | None) -> Read:
    if name is None:
        raise Misused(say.READ_WANTED)
    reads = warehouse.list_reads()
    if name not in reads:
        raise Misused(say.READ_UNKNOWN.format(name=name, known=", ".join(reads)))
    return reads[name]


def _mark(snapshot: Snapshot, read: str, parameters: dict[str, Any]) -> str:
    """`DATA CONTOH` where the answer counts sample data."""
    if read in _OWN_BASIS or "kabupaten" not in parameters:
        return ""
    return SAMPLE_MARK if state_of(snapshot, kabupaten=parameters["kabupaten"]).mode is Mode.SAMPLE else ""


def _write(
    form: str,
    read: Read,
    parameters: dict[str, Any],
    columns: list[str],
    rows: list[list[output.Cell]],
    *,
    mark: str,
    version: int,
) -> None:
    if form == "json":
        output.write_json(
            {
                "read": read.name,
                "question": read.question,
                "parameters": {
                    name: [output.plain(v) for v in value] if isinstance(value, list) else output.plain(value)
                    for name, value in parameters.items()
                },
                "data_version": version,
                "mark": mark,
                "rows": [dict(zip(columns, row, strict=True)) for row in rows],
            }
        )
    elif form == "csv":
        output.write_csv([*columns, say.VERSION_COLUMN, say.MARK_COLUMN], ([*row, version, mark] for row in rows))
    else:
        said = say.ROWS.format(rows=len(rows), version=version)
        output.write(*output.as_table(columns, rows), "", " · ".join(filter(None, (mark, said))))


def _list(form: str) -> None:
    reads = warehouse.list_reads().values()
    if form == "json":
        output.write_json([{"read": r.name, "parameters": sorted(r.parameters), "question": r.question} for r in reads])
        return
    rows = [(r.name, ", ".join(sorted(r.parameters)), r.question) for r in reads]
    if form == "csv":
        output.write_csv(say.LIST_COLUMNS, rows)
    else:
        output.write(*output.as_table(say.LIST_COLUMNS, rows))
