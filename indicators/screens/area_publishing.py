"""What the forms that replace boundaries, facilities and desa share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

import streamlit as st

from indicators import access, intake, warehouse
from indicators.screens import html
from indicators.screens.access import account
from indicators.screens.problems import problem_row
from indicators.screens.selection import Selection
from indicators.vocabulary import Problem
from indicators.wording import area_changes as say
from indicators.wording import problems as problem_words

_DONE, _ROUND = "areas_done", "areas_round"
_Read = TypeVar("_Read")


def admin_of(chosen: Selection) -> access.Account | None:
    """The signed-in admin of the chosen kabupaten, while the present is shown. Asked anew in every run."""
    person = account()
    return person if access.may_administer(person, chosen.kabupaten) and chosen.as_of is None else None


def show_done() -> None:
    """What the run before has done."""
    if said := st.session_state.pop(_DONE, None):
        st.success(said)


def file_of(label: str, key: str) -> Any:
    """An uploader that is empty again after publishing."""
    return st.file_uploader(label, key=f"{key}-{st.session_state.setdefault(_ROUND, 0)}")


def read_once(key: str, of: tuple[object, ...], read: Callable[[], _Read]) -> _Read:
    """What a file was read as, kept over reruns; `of` is what it depends on, the file among it."""
    held = st.session_state.get(key)
    if held is not None and held[0] == of:
        kept: _Read = held[1]
        return kept
    with st.spinner(say.READING):
        found = read()
    st.session_state[key] = (of, found)
    return found


def show_problems(problems: Iterable[Problem]) -> None:
    """Every problem, or that there is none."""
    rows = [problem_row(problem) for problem in problems]
    if rows:
        st.html(html.table(problem_words.COLUMNS, rows, numeric=(1,)))
    else:
        st.html(f"<p>{say.NO_PROBLEMS}</p>")


def reason_field(key: str, label: str = say.REASON) -> str:
    return str(st.text_input(label, max_chars=200, key=f"{key}-reason-{st.session_state.setdefault(_ROUND, 0)}"))


def complaint(*texts: str) -> str:
    """Why these words may not be kept; empty where they may."""
    return intake.personal_data_in("\n".join(texts)) or ""


def carry_out(change: Callable[[], warehouse.Receipt], done: str, *, read_as: str = "") -> None:
    """Publish, undo or redo; then the page again, with what was done above it, or the reason why nothing was.

    read_as: where the file is kept, which is then read and compared anew.
    """
    try:
        change()
    except (warehouse.StaleError, warehouse.WarehouseError) as error:
        st.session_state.pop(read_as, None)
        st.error(str(error))
        return
    st.session_state[_DONE] = done
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    st.rerun()
