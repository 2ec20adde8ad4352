"""Sejak rakor terakhir: what is new and what is gone since a day that the reader chooses, when asked for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import streamlit as st

from indicators.catalogue import catalogue
from indicators.judgement.judged import Verdict
from indicators.judgement.signal_sentences import sentence
from indicators.judgement.signals import Signal, SignalGroup, SignalKind, grouped
from indicators.judgement.since import Since
from indicators.screens import addresses, choices, data, html
from indicators.screens.addresses import about
from indicators.screens.explain import explained
from indicators.screens.selection import Selection
from indicators.wording import attention, judgement
from indicators.wording import signals as say

KEY = "rakor"
_WIDGET = "since"


def show(chosen: Selection) -> None:
    """Folded away until asked for: the data of that day are read only then."""
    # The day that is compared with; none until it is asked for.
    day = choices.past_day(KEY, today=chosen.today)
    choices.remember(KEY, day.isoformat() if day else "")
    with st.expander(say.SINCE, expanded=day is not None):
        st.html(f'<p class="hint">{html.text(say.SINCE_LEAD)}</p>')
        left, right = st.columns([2, 1], vertical_alignment="bottom")
        with left:
            st.date_input(
                say.DAY,
                value=day or last_meeting(chosen),
                min_value=choices.FIRST_DAY,
                max_value=chosen.today - timedelta(days=1),
                format="DD/MM/YYYY",
                key=_WIDGET,
            )
        with right:
            st.button(say.COMPARE, key="since_compare", on_click=_take_over)
        if day is not None:
            found = data.changed_since(chosen.version, chosen.kabupaten, chosen.period, day)
            st.html(addresses.linked(_told(found, day, chosen), chosen))


def last_meeting(chosen: Selection) -> date:
    """The day of the newest recorded meeting before today, else about when the last one was held."""
    held = (meeting.held_on for meeting in data.meetings(chosen.version, chosen.kabupaten))
    return next((day for day in held if choices.FIRST_DAY <= day < chosen.today), before_last_quarter(chosen.today))


def before_last_quarter(today: date) -> date:
    """The first day of the quarter before this one: about when the last coordination meeting was held."""
    month = today.year * 12 + (today.month - 1) // 3 * 3 - 3
    return date(month // 12, month % 12 + 1, 1)


def address_of(group: SignalGroup, chosen: Selection) -> str:
    """Where a signal is told: its indicator beside the other kecamatan, or with its change since last year."""
    first = group.signals[0]
    part = {"bagian": "kecamatan"} if first.kind is SignalKind.AREA else {}
    kecamatan = first.area if len(group.signals) == 1 and not first.of_kabupaten else None
    return about(first.indicator, kabupaten=chosen.kabupaten, period=chosen.period, kecamatan=kecamatan, **part)


def _told(found: Since | None, day: date, chosen: Selection) -> str:
    if found is None:
        return f'<p class="empty">{html.text(say.nothing_before(day))}</p>'
    statuses = [
        say.status_changed(
            catalogue().indicators[change.indicator].short, _verdict(change.before), _verdict(change.after)
        )
        for change in found.statuses
    ]
    return (
        f'<p class="hint">{html.text(say.compared(day, found.then, found.now))}</p>'
        + _part(say.NEW, _sentences(found.new, chosen, linked=True), say.NOTHING_NEW)
        + _part(say.GONE, _sentences(found.gone, chosen, linked=False), say.NOTHING_GONE)
        + _part(say.STATUSES, [explained(said) for said in statuses], say.NO_STATUS)
    )


def _sentences(found: Sequence[Signal], chosen: Selection, *, linked: bool) -> list[str]:
    """linked: there is a chart of them now."""
    return [
        explained(sentence(group))
        + (f' <a href="{address_of(group, chosen)}" target="_self">{attention.SEE}</a>' if linked else "")
        for group in grouped(found)
    ]


def _part(title: str, items: Sequence[str], otherwise: str) -> str:
    if not items:
        return f"<p>{html.text(otherwise)}</p>"
    return f"<h3>{html.text(title)}</h3><ul>{''.join(f'<li>{item}</li>' for item in items)}</ul>"


def _verdict(verdict: Verdict | None) -> str:
    if verdict is None:
        return say.NO_VERDICT
    return judgement.verdict(verdict.status, verdict.year, qualified=verdict.qualified, provisional=verdict.provisional)


def _take_over() -> None:
    choices.hold_day(KEY, st.session_state[_WIDGET])
