"""The mark of indicators whose data fail a check: one look, wherever a number of theirs is shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import streamlit as st

from indicators.catalogue import catalogue
from indicators.judgement.judged import Judged
from indicators.screens import data, html
from indicators.screens.addresses import address, linked
from indicators.screens.selection import Selection
from indicators.vocabulary import Light, Period
from indicators.wording import quality as say

PAGE = "mutu"


def summary_line(chosen: Selection) -> None:
    """Before the cards: how many indicators are green, amber and red, with the way to the table."""
    if chosen.state.first_month is None:
        return
    found = data.quality(chosen.version, chosen.kabupaten, chosen.period, chosen.today)
    counted = Counter(quality.light for quality in found.values())
    worst = max((light for light in counted if light), key=list(Light).index, default=None)
    link = linked(_link(_address(chosen.kabupaten, chosen.period), say.SEE), chosen)
    st.html(
        f'<p class="quality light {worst or "none"}"><b aria-hidden="true">{say.ICON[worst]}</b> '
        f"{html.text(say.counted(counted))} {link}</p>"
    )


def warning(indicators: Iterable[str], chosen: Selection) -> None:
    """At the top of what a page says of these: which fail what; nothing where none does."""
    for id_ in indicators:
        if failed := data.failing(chosen.version, chosen.kabupaten, chosen.period).get(id_):
            link = linked(_link(_address(chosen.kabupaten, chosen.period, id_), say.SEE), chosen)
            said = say.about(catalogue().indicators[id_].short, failed)
            st.html(
                f'<p class="quality light red" role="note"><b aria-hidden="true">{say.ICON[Light.RED]}</b> '
                f"{html.text(said)} {link}</p>"
            )


def below(indicators: Iterable[str], chosen: Selection) -> None:
    """Below a chart or a map: the sign of those of its indicators that fail; nothing where none does."""
    signs = [mark(id_, version=chosen.version, kabupaten=chosen.kabupaten, period=chosen.period) for id_ in indicators]
    if any(signs):
        st.html(linked(f"<p>{''.join(signs)}</p>", chosen))


def mark(indicator: str, *, version: int, kabupaten: str, period: Period) -> str:
    """A small sign with its words and a link, as HTML; empty where the data do not fail."""
    failed = data.failing(version, kabupaten, period).get(indicator)
    if not failed:
        return ""
    page = _address(kabupaten, period, indicator)
    return (
        f' <a class="light red" href="{page}" target="_self" title="{html.text(say.note(failed))}">'
        f'<b aria-hidden="true">{say.ICON[Light.RED]}</b> {say.MARK}</a>'
    )


def mark_of(value: Judged) -> str:
    """The mark of a judged value, for its own period."""
    return mark(value.indicator, version=value.version, kabupaten=value.area[:5], period=value.period)


def _address(kabupaten: str, period: Period, indicator: str = "") -> str:
    """Ready for an attribute."""
    more = {"indikator": indicator} if indicator else {}
    return address(PAGE, kabupaten=kabupaten, period=period, **more)


def _link(page: str, label: str) -> str:
    return f'<a href="{page}" target="_self">{html.text(label)}</a>'
