"""The problems of one file: counted, filtered, listed, downloaded; and the reasons for passing warnings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import PurePath

import streamlit as st

from indicators import intake
from indicators.screens import html
from indicators.vocabulary import Problem, Severity
from indicators.wording import numbers
from indicators.wording import problems as say
from indicators.wording.rules import LABELS, SEVERITY, SEVERITY_ICON, Rule

SHOWN = 200
FILTERED_FROM = 6


def show_problems(received: intake.Received, *, content: bytes, name: str, key: str) -> None:
    """How many of each severity, filters, the `SHOWN` gravest as a table, and the annotated copy to download.

    content, name: the file as it was sent. key: tells the widgets of one file from those of the next.
    """
    problems = sorted(received.problems, key=lambda problem: tuple(Severity).index(problem.severity))
    _say_how_many(problems)
    if not problems:
        return
    chosen = _filtered(problems, key) if len(problems) >= FILTERED_FROM else problems
    rows = [problem_row(problem) for problem in chosen[:SHOWN]]
    st.html(html.table(say.COLUMNS, rows, numeric=(1,)) if rows else f'<p class="empty">{say.NONE_FITS}</p>')
    if len(chosen) > SHOWN:
        st.html(f'<p class="hint">{say.cut(SHOWN, len(chosen))}</p>')
    # Of a file with personal data, and of one that is no table, nothing is given back.
    if received.understood is not None:
        st.download_button(
            say.DOWNLOAD,
            lambda: intake.annotated(content, name, received) or b"",
            file_name=f"{PurePath(name).stem}_masalah.xlsx",
            mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            help=say.DOWNLOAD_HELP,
            on_click="ignore",
            key=f"annotated-{key}",
        )


def ask_reasons(received: intake.Received, *, key: str) -> dict[str, str]:
    """The reasons typed for the warnings of a file, by rule, for `intake.accept`; empty where it has no warning."""
    found = intake.warnings_of(received)
    if not found:
        return {}
    st.html(f'<h3>{say.REASONS}</h3><p class="hint">{say.REASONS_HINT}</p>')
    asked = {rule: say.reason_for(LABELS[Rule(rule)], len(problems)) for rule, problems in found.items()}
    if len(found) > 1:
        asked = {intake.FOR_ALL: say.REASON_FOR_ALL} | asked
    return {
        rule: st.text_input(label, placeholder=say.REASON_PLACEHOLDER, max_chars=200, key=f"reason-{rule}-{key}")
        for rule, label in asked.items()
    }


def unanswered(rules: Sequence[str]) -> str:
    """What is said where warnings still lack a reason."""
    return say.unanswered([LABELS[Rule(rule)] for rule in rules])


def _say_how_many(problems: Sequence[Problem]) -> None:
    count = Counter(problem.severity for problem in problems)
    blocking, warnings, notices = (count[severity] for severity in Severity)
    if blocking:
        st.error(say.blocked(blocking))
    elif warnings:
        st.warning(say.warned(warnings))
    elif notices:
        st.info(say.noticed(notices))
    else:
        st.success(say.NONE)
    if len(count) > 1:
        st.html(f'<p class="strong">{say.counted(blocking, warnings, notices)}</p>')


def _filtered(problems: Sequence[Problem], key: str) -> Sequence[Problem]:
    """Those that fit what is chosen in the filters; a filter with one choice only is not shown."""
    filters: tuple[tuple[str, str, Mapping[str, str]], ...] = (
        ("severity", say.FILTER_SEVERITY, {str(s): SEVERITY[s] for s in Severity}),
        ("rule", say.FILTER_RULE, {str(r): label for r, label in LABELS.items()}),
        ("column", say.FILTER_COLUMN, {}),
        ("unit", say.FILTER_UNIT, {}),
    )
    chosen = problems
    places = st.columns(len(filters))
    for place, (field, label, names) in zip(places, filters, strict=True):
        values = {value: None for problem in problems if (value := getattr(problem, field))}
        options = [v for v in names if v in values] or sorted(values)
        if len(options) < 2:
            continue
        picked = place.multiselect(
            label,
            options,
            format_func=partial(_named, names),
            placeholder=say.FILTER_ALL,
            key=f"problems-{field}-{key}",
        )
        if picked:
            chosen = [problem for problem in chosen if getattr(problem, field) in picked]
    return chosen


def _named(names: Mapping[str, str], value: str) -> str:
    return names.get(value, value)


def problem_row(problem: Problem) -> list[str]:
    """One row of a table with these `wording.problems.COLUMNS`."""
    severity = problem.severity
    return [
        f'<span class="problem {severity}"><b aria-hidden="true">{SEVERITY_ICON[severity]}</b> '
        f"{SEVERITY[severity]}</span>",
        numbers.number(problem.row) if problem.row is not None else say.NOT_OF_ONE_ROW,
        html.text(problem.column or say.NOT_OF_ONE_ROW),
        html.text(problem.message),
        html.text(problem.fix or say.NOT_OF_ONE_ROW),
    ]
