"""The questions screens ask: one SQL file each in queries/reads/, with named parameters only."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from indicators.catalogue import ROOT

QUERIES_FOLDER = ROOT / "queries"
_PARAMETER = re.compile(r"\$([a-z_]+)")


class ReadError(Exception):
    """No such read, or its parameters do not fit."""


@dataclass(frozen=True)
class Read:
    """One question: its name, the question in words, its SQL and its parameters."""

    name: str
    question: str
    sql: str
    parameters: frozenset[str]


def load_read(path: Path) -> Read:
    """A read from its file; the first line is the question, as a comment."""
    sql = path.read_text(encoding="utf-8")
    question = sql.partition("\n")[0].removeprefix("--").strip()
    return Read(path.stem, question, sql, frozenset(_PARAMETER.findall(sql)))


@cache
def list_reads() -> dict[str, Read]:
    """Every read by name."""
    return {path.stem: load_read(path) for path in sorted((QUERIES_FOLDER / "reads").glob("*.sql"))}


@cache
def list_views() -> tuple[tuple[str, str], ...]:
    """Every view as (name, SQL), in the order in which they build on one another."""
    paths = sorted((QUERIES_FOLDER / "views").glob("*.sql"))
    return tuple((path.stem.partition("_")[2], path.read_text(encoding="utf-8")) for path in paths)
