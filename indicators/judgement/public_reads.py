"""What of a read's answer a public reader may see; every read is decided here, and an undecided one is for staff."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd

from indicators.catalogue import catalogue
from indicators.judgement.judged import Absence
from indicators.judgement.suppression import Report, closed_reports
from indicators.vocabulary import Level
from indicators.warehouse import Snapshot

# Public figures with their sources, and what was reported when: nothing about single cases.
OPEN = frozenset(
    {
        "innovation_months",
        "innovations",
        "innovations_sent",
        "kabupaten_state",
        "list_entries",
        "list_keys",
        "published_units",
        "published_values",
        "reporting",
        "reports",
    }
)
# Names of the people who sent or switched something, their reasons and what they typed; what a switch
# would do; single values of units without any withholding, and which units have what wrong.
STAFF_ONLY = frozenset(
    {
        "confirmed_names",
        "kabupaten_events",
        "locked_periods",
        "mode_effect",
        "mode_history",
        "parts_and_wholes",
        "stored_totals",
        "submission_changes",
        "submission_history",
        "submission_scope",
        "submission_units",
        "targets_reached",
        "terminal_digits",
        "timeliness",
        "unit_months",
        "visible_values",
        "waiting_submissions",
    }
)

# Of a row that is withheld these columns stay: what it is about, and what was reported. Every other column is a count.
_ABOUT = frozenset({"area", "element", "indicator", "month", "period_end", "period_start", "unit"})
_REPORTING = frozenset(
    {
        "all_reported",
        "complete",
        "first_month",
        "last_month",
        "reports",
        "reports_expected",
        "reports_matched",
        "reports_sent",
        "units_expected",
        "units_matched",
    }
)


class StaffOnly(Exception):
    """A public reader may not ask this at all; the message is the read's name."""


def for_public(snapshot: Snapshot, name: str, parameters: Mapping[str, Any], answer: pd.DataFrame) -> pd.DataFrame:
    """The answer of a read, with `Absence.SUPPRESSED` in place of each count that the public may not see.

    parameters: what the read was asked with. Raises StaffOnly.
    """
    if name in OPEN:
        return answer
    if name not in WITHHOLDING:
        raise StaffOnly(name)
    return WITHHOLDING[name](snapshot, parameters, answer)


def _element_values(snapshot: Snapshot, asked: Mapping[str, Any], answer: pd.DataFrame) -> pd.DataFrame:
    closed = _closed(snapshot, asked, elements=asked["elements"], level=Level(asked["level"]))
    hidden = {(element, area) for element, area, _ in closed}
    return _without(answer, [(row.element, row.area) in hidden for row in _rows(answer)])


def _unit_values(snapshot: Snapshot, asked: Mapping[str, Any], answer: pd.DataFrame) -> pd.DataFrame:
    elements = catalogue().datasets[asked["dataset"]].elements
    closed = _closed(snapshot, asked, elements=elements, level=Level.FACILITY)
    hidden = [(row.element, row.unit, row.period_start.date()) in closed for row in _rows(answer)]
    return _without(answer, hidden)


def _indicator_values(snapshot: Snapshot, asked: Mapping[str, Any], answer: pd.DataFrame) -> pd.DataFrame:
    elements = {id_: _elements_of(id_) for id_ in asked["indicators"]}
    every = set().union(*elements.values())
    hidden = {
        (element, area, start, end)
        for start, end in zip(asked["starts"], asked["ends"], strict=True)
        for element, area, _ in _closed(
            snapshot, {**asked, "start": start, "end": end}, elements=every, level=Level(asked["level"])
        )
    }
    return _without(
        answer,
        [
            any(
                (element, row.area, row.period_start.date(), row.period_end.date()) in hidden
                for element in elements[row.indicator]
            )
            for row in _rows(answer)
        ],
    )


def _indicator_months(snapshot: Snapshot, asked: Mapping[str, Any], answer: pd.DataFrame) -> pd.DataFrame:
    level = Level.KABUPATEN if asked["area"] == asked["kabupaten"] else Level.KECAMATAN
    elements = {id_: _elements_of(id_) for id_ in asked["indicators"]}
    closed = _closed(snapshot, asked, elements=set().union(*elements.values()), level=level)
    hidden = {element for element, area, _ in closed if area == asked["area"]}
    return _without(
        answer,
        [bool(elements[row.indicator] & hidden) for row in _rows(answer)],
    )


WITHHOLDING: dict[str, Callable[[Snapshot, Mapping[str, Any], pd.DataFrame], pd.DataFrame]] = {
    "element_values": _element_values,
    "unit_values": _unit_values,
    "indicator_values": _indicator_values,
    "indicator_months": _indicator_months,
}


def _closed(snapshot: Snapshot, asked: Mapping[str, Any], *, elements: Any, level: Level) -> frozenset[Report]:
    return closed_reports(
        snapshot,
        elements=elements,
        kabupaten=asked["kabupaten"],
        level=level,
        start=asked["start"],
        end=asked["end"],
    )


def _elements_of(indicator: str) -> set[str]:
    entry = catalogue().indicators[indicator]
    return {*entry.numerator, *entry.denominator}


def _rows(answer: pd.DataFrame) -> Any:
    return answer.itertuples(index=False)


def _without(answer: pd.DataFrame, hidden: list[bool]) -> pd.DataFrame:
    """The answer with the counts withheld in the rows that are hidden."""
    if not any(hidden):
        return answer
    columns = [column for column in answer.columns if column not in _ABOUT | _REPORTING]
    shown = answer.astype(dict.fromkeys(columns, object))
    shown.loc[hidden, columns] = Absence.SUPPRESSED
    return shown
