"""Every view and read of queries/ against its cases: <view>.yaml and reads_<read>.yaml beside this file.

A file has `cases`, and where they share them `background` (tables of every case that does not give its own) and
`defaults` (values of columns that a table's rows leave out; a column nobody names is null).

A case has a `name`, which is a sentence, `given` (rows by table), `parameters` (of a read) and `expect` (rows).
A table is a source table, a definition (catalogue and areas; the shipped ones unless given), or a lower view, which
then stands in place of that view's own rows. `period: 2024-03` means the two columns period_start and period_end.
Rows of a read are compared in order; of every row, the columns that `expect` names.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Collection
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa
import pytest
import yaml

from indicators.vocabulary import Period
from indicators.warehouse import tables
from indicators.warehouse.definitions import definitions
from indicators.warehouse.loaded import store
from indicators.warehouse.reads import list_reads, list_views

FOLDER = Path(__file__).parent
VIEWS = dict(list_views())
READS = list_reads()


def load(path: Path) -> dict[str, Any]:
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert set(content) <= {"background", "defaults", "cases"}, path.name
    return dict(content)


def cases() -> list[Any]:
    found = []
    for path in sorted(FOLDER.glob("*.yaml")):
        content = load(path)
        for case in content["cases"]:
            assert set(case) <= {"name", "given", "parameters", "expect"}, f"{path.name}: {case['name']}"
            found.append(
                pytest.param(
                    path.stem,
                    {**content.get("background", {}), **(case.get("given") or {})},
                    content.get("defaults", {}),
                    case.get("parameters", {}),
                    case["expect"],
                    id=f"{path.stem}: {case['name']}",
                )
            )
    return found


@cache
def types() -> dict[str, dict[str, str]]:
    """The columns and types of every table a case may give."""
    connection = duckdb.connect(":memory:")
    for name, schema in tables.SCHEMAS.items():
        connection.register("_rows", schema.empty_table())
        connection.execute(f"create table {name}_rows as select * from _rows")
    for name, rows in shipped().items():
        store(connection, name, rows)
    for name, sql in VIEWS.items():
        connection.execute(f"create table {name} as {sql}")
    columns = connection.execute("select table_name, column_name, data_type from duckdb_columns()").fetchall()
    found: dict[str, dict[str, str]] = {}
    for table, column, type_ in columns:
        found.setdefault(table, {})[column] = type_
    return found


@cache
def shipped() -> dict[str, pa.Table]:
    return dict(definitions())


def spelled_out(row: dict[str, Any], columns: Collection[str] = ()) -> dict[str, Any]:
    """A row with its `period` as two columns, also within a scope, unless `period` is itself among `columns`."""
    row = dict(row)
    if "period" in row and "period" not in columns:
        period = Period.parse(str(row.pop("period")))
        row |= {"period_start": period.start, "period_end": period.end}
    if isinstance(row.get("scope"), list):
        row["scope"] = [spelled_out(entry) for entry in row["scope"]]
    return row


def insert(connection: duckdb.DuckDBPyConnection, table: str, rows: list[dict[str, Any]]) -> None:
    columns = types()[table]
    for row in (spelled_out(row, columns) for row in rows):
        if unknown := set(row) - set(columns):
            raise AssertionError(f"{table} has no column {sorted(unknown)}")
        places = ", ".join(f"cast(? as {columns[column]})" for column in row)
        connection.execute(f"insert into {table} ({', '.join(row)}) values ({places})", list(row.values()))


def tables_in(sql: str) -> set[str]:
    return set(re.findall(r"\w+", sql)) & set(types())


def built(
    given: dict[str, list[dict[str, Any]]], defaults: dict[str, dict[str, Any]], question: str
) -> duckdb.DuckDBPyConnection:
    """The tables that are given, and every other table that the view or read stands on."""
    if unknown := set(given) - set(types()):
        raise AssertionError(f"no such table: {sorted(unknown)}")
    needed = {question} if question in VIEWS else tables_in(READS[question.removeprefix("reads_")].sql)
    views: list[str] = []
    for name in reversed(VIEWS):  # a view reads source tables and views before it
        if name in needed and name not in given:
            needed |= tables_in(VIEWS[name])
            views.insert(0, name)
    connection = duckdb.connect(":memory:")
    for name, columns in types().items():
        if name in shipped() and name in needed and name not in given:
            store(connection, name, shipped()[name])
        elif name in given or (name in needed and name not in VIEWS):
            listed = ", ".join(f"{column} {type_}" for column, type_ in columns.items())
            connection.execute(f"create table {name} ({listed})")
            insert(connection, name, [{**defaults.get(name, {}), **row} for row in given.get(name, [])])
    for name in views:
        connection.execute(f"create table {name} as {VIEWS[name]}")
    return connection


def plain(value: Any) -> Any:
    """A cell as YAML would write it."""
    if value is None or value is pd.NaT or (isinstance(value, float) and value != value):
        return None
    if isinstance(value, (pd.Timestamp, datetime.datetime)):
        return value.date() if (value.hour, value.minute, value.second) == (0, 0, 0) else value.replace(tzinfo=None)
    if isinstance(value, dict):
        return {key: plain(part) for key, part in value.items()}
    if hasattr(value, "tolist"):
        whole = value.tolist()
        return [plain(part) for part in whole] if isinstance(whole, list) else whole
    return value


def in_some_order(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same rows in an order that does not depend on theirs."""
    return sorted(rows, key=lambda row: [(name, str(row[name])) for name in sorted(row)])


@pytest.mark.parametrize(("question", "given", "defaults", "parameters", "expect"), cases())
def test_case(
    question: str,
    given: dict[str, list[dict[str, Any]]],
    defaults: dict[str, dict[str, Any]],
    parameters: dict[str, Any],
    expect: list[dict[str, Any]],
) -> None:
    is_read = question.startswith("reads_")
    connection = built(given, defaults, question)
    if is_read:
        answer = connection.execute(READS[question.removeprefix("reads_")].sql, spelled_out_bounds(parameters))
    else:
        answer = connection.execute(f"select * from {question}")
    rows = [{key: plain(value) for key, value in row.items()} for row in answer.df().to_dict("records")]
    wanted = [{key: plain(value) for key, value in spelled_out(row).items()} for row in expect]
    compared = sorted({key for row in wanted for key in row})
    assert all(set(row) == set(compared) for row in wanted), "every expected row names the same columns"
    found = [{key: row[key] for key in compared} for row in rows]
    if not wanted:
        assert rows == []
    elif is_read:
        assert found == wanted
    else:
        assert in_some_order(found) == in_some_order(wanted)


def spelled_out_bounds(parameters: dict[str, Any]) -> dict[str, Any]:
    """A read's parameters; `period` is its two bounds, `periods` the two lists of them."""
    parameters = dict(parameters)
    if "periods" in parameters:
        periods = [Period.parse(str(period)) for period in parameters.pop("periods")]
        parameters |= {"starts": [p.start for p in periods], "ends": [p.end for p in periods]}
    if "period" in parameters:
        period = Period.parse(str(parameters.pop("period")))
        parameters |= {"start": period.start, "end": period.end}
    return parameters


@pytest.mark.parametrize("name", sorted([*VIEWS, *(f"reads_{name}" for name in READS)]))
def test_every_view_and_every_read_has_cases(name: str) -> None:
    path = FOLDER / f"{name}.yaml"
    assert path.exists(), f"write {path.name}: {name} has no cases"
    assert load(path)["cases"]


def test_every_file_of_cases_is_about_a_view_or_a_read() -> None:
    known = {*VIEWS, *(f"reads_{name}" for name in READS)}
    assert {path.stem for path in FOLDER.glob("*.yaml")} <= known


def test_a_case_is_a_sentence_and_no_two_of_a_file_have_the_same() -> None:
    for path in FOLDER.glob("*.yaml"):
        names = [case["name"] for case in load(path)["cases"]]
        assert len(set(names)) == len(names), path.name
        assert all(len(name.split()) >= 4 for name in names), path.name


@pytest.mark.parametrize("name", sorted(VIEWS))
def test_a_view_opens_with_its_grain(name: str) -> None:
    assert VIEWS[name].startswith("-- Grain: one row per ")


@pytest.mark.parametrize("name", sorted(READS))
def test_a_read_opens_with_its_question(name: str) -> None:
    assert READS[name].question.endswith("?")
