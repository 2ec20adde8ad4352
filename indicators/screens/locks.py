"""The two-person rule and the locked months of a kabupaten: seen by staff, changed by an admin with a reason."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import streamlit as st

from indicators import access, intake, warehouse
from indicators.areas import Kabupaten
from indicators.screens import html, reversal, stored
from indicators.screens.access import require
from indicators.screens.selection import Selection
from indicators.vocabulary import Mode, Period
from indicators.wording import history as say
from indicators.wording import judgement, numbers

MONTHS_OFFERED = 36


def show(chosen: Selection, here: Kabupaten, person: access.Account) -> None:
    """Rule, locks, and every switch of them so far."""
    snapshot = warehouse.current()
    may = access.may_administer(person, here.code)
    required = bool(snapshot.read("kabupaten_state", kabupaten=here.code)["two_persons"].fillna(False).any())
    _rule(required, chosen, here, may)
    locked = [
        (Period(row.period_start.date(), row.period_end.date()), row)
        for row in snapshot.rows("locked_periods", kabupaten=here.code)
    ]
    _locked(locked, here)
    if may:
        left, right = st.columns(2, gap="large")
        with left:
            _lock(chosen, here)
        with right:
            _reopen([period for period, _ in locked], chosen, here)
    else:
        st.html(f'<p class="hint">{say.WHO_MAY}</p>')
    _past_switches(snapshot, here)


def _rule(required: bool, chosen: Selection, here: Kabupaten, may: bool) -> None:
    st.html(
        f"<h2>{say.RULE_TITLE}</h2>"
        f'<p class="strong">{say.RULE_ON if required else say.RULE_OFF}</p><p class="lead">{say.RULE_EXPLAINED}</p>'
    )
    if not may:
        return
    reason = st.text_input(say.REASON_WANTED, max_chars=200, key="rule_reason")
    if st.button(say.RULE_STOP if required else say.RULE_START):
        _do(
            chosen,
            reason,
            lambda by: warehouse.set_two_person_rule(
                here.code, not required, by=by.display_name, account=by.name, reason=reason
            ),
            say.RULE_OFF if required else say.RULE_ON,
        )


def _locked(locked: list[tuple[Period, Any]], here: Kabupaten) -> None:
    st.html(f'<h2>{say.LOCKS_TITLE}</h2><p class="lead">{say.LOCKS_EXPLAINED}</p>')
    if not locked:
        st.html(f'<p class="empty">{say.NOTHING_LOCKED}</p>')
        return
    rows = [
        [
            html.text(numbers.period(period)),
            html.text(stored.moment(row.locked_at, here)),
            html.text(row.locked_by),
            html.text(row.reason or numbers.MISSING),
        ]
        for period, row in locked
    ]
    st.html(html.table(say.LOCK_COLUMNS, rows))


def _lock(chosen: Selection, here: Kabupaten) -> None:
    st.html(f"<h3>{say.LOCK_TITLE}</h3>")
    months = _ended_months(chosen.today)
    first_column, last_column = st.columns(2)
    first = first_column.selectbox(
        say.FROM_MONTH, months, format_func=lambda m: numbers.period(Period.parse(m)), key="lock_first"
    )
    last = last_column.selectbox(
        say.TO_MONTH, months, format_func=lambda m: numbers.period(Period.parse(m)), key="lock_last"
    )
    reason = st.text_input(say.REASON_WANTED, max_chars=200, key="lock_reason")
    if st.button(say.LOCK):
        start, end = Period.parse(min(first, last)), Period.parse(max(first, last))
        _do(
            chosen,
            reason,
            lambda by: warehouse.lock_periods(
                here.code, [Period(start.start, end.end)], by=by.display_name, account=by.name, reason=reason
            ),
            say.LOCK_DONE,
        )


def _reopen(locked: list[Period], chosen: Selection, here: Kabupaten) -> None:
    st.html(f"<h3>{say.REOPEN_TITLE}</h3>")
    if not locked:
        st.html(f'<p class="hint">{say.NOTHING_LOCKED}</p>')
        return
    months = [month for period in locked for month in _months_of(period)]
    picked = st.multiselect(
        say.REOPEN_WHICH,
        months,
        format_func=lambda m: numbers.period(Period.parse(m)),
        placeholder=say.REOPEN_PLACEHOLDER,
        key="reopen_months",
    )
    reason = st.text_input(say.REASON_WANTED, max_chars=200, key="reopen_reason")
    if st.button(say.REOPEN, disabled=not picked):
        _do(
            chosen,
            reason,
            lambda by: warehouse.reopen_periods(
                here.code,
                [Period.parse(month) for month in picked],
                by=by.display_name,
                account=by.name,
                reason=reason,
            ),
            say.REOPEN_DONE,
        )


def _do(chosen: Selection, reason: str, act: Callable[[access.Account], object], done: str) -> None:
    """Asks for the right once more at the moment of writing, and for a reason without personal data."""
    by = require("administer", chosen)
    if by is None:
        return
    if refused := say.REASON_MISSING if not reason.strip() else intake.personal_data_in(reason):
        st.error(refused)
        return
    try:
        act(by)
    except (warehouse.RefusedError, warehouse.WarehouseError) as error:
        st.error(str(error))
        return
    st.session_state[reversal.DONE] = done
    st.rerun()


def _past_switches(snapshot: warehouse.Snapshot, here: Kabupaten) -> None:
    rows = [
        [
            html.text(stored.moment(row.recorded_at, here)),
            html.text(row.recorded_by or numbers.MISSING),
            html.text(_what(row)),
            html.text(row.reason or numbers.MISSING),
        ]
        for row in snapshot.rows("kabupaten_events", kabupaten=here.code)
    ]
    if rows:
        with st.expander(say.SWITCHES):
            st.html(html.table(say.SWITCH_COLUMNS, rows))


def _what(row: Any) -> str:
    if row.event == "mode":
        return say.MODE_SWITCHED.format(mode=judgement.MODE[Mode(row.mode)].lower())
    if row.event == "rule":
        return say.RULE_ON if row.two_persons else say.RULE_OFF
    first, last = row.first_period, row.last_period
    period = numbers.period(Period.of_months((first.year, first.month), (last.year, last.month)))
    return (say.LOCKED if row.event == "lock" else say.REOPENED).format(period=period)


def _ended_months(today: date) -> list[str]:
    """The months that have ended, newest first."""
    newest = today.year * 12 + today.month - 2
    return [str(Period.month(month // 12, month % 12 + 1)) for month in range(newest, newest - MONTHS_OFFERED, -1)]


def _months_of(period: Period) -> list[str]:
    first = period.start.year * 12 + period.start.month - 1
    return [str(Period.month(month // 12, month % 12 + 1)) for month in range(first, first + period.months)]
