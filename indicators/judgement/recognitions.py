"""What an innovation won, was nominated for, and took part in: three different things, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from indicators.catalogue import catalogue
from indicators.judgement.innovations import RECOGNITIONS, Innovation

AWARD, NOMINATED, TOOK_PART = "award", "nominated", "took_part"


def by_result(one: Innovation) -> dict[str, list[str]]:
    """Result -> what is recorded of it, awards first; `Top 35 Sinovik/KIPP 2016`. A result without any is left out."""
    found: dict[str, list[str]] = {}
    for result in (AWARD, NOMINATED, TOOK_PART):
        if said := [_said(entry) for entry in one.recognitions if entry["result"] == result]:
            found[result] = said
    return found


def result_labels() -> dict[str, str]:
    """Result -> its word."""
    return _words("result")


def _said(entry: Mapping[str, Any]) -> str:
    event = _words("event").get(entry["event"], entry["event"])
    parts = (entry.get("rank"), event, entry.get("year"))
    said = " ".join(str(part) for part in parts if part)
    return f"{said} ({entry['note']})" if entry.get("note") else said


def _words(column: str) -> dict[str, str]:
    vocabulary = catalogue().datasets[RECOGNITIONS].columns[column].vocabulary or ""
    return {id_: word.label for id_, word in catalogue().vocabularies[vocabulary].words.items()}
