"""Who copied what from whom, as a picture and as a table; and puskesmas by what they began, applied and copied."""

from __future__ import annotations

import streamlit as st

from indicators import warehouse
from indicators.areas import all_kabupaten
from indicators.charts.replication_network import replication_network
from indicators.judgement.innovations import seen_from
from indicators.judgement.replications import (
    Link,
    PuskesmasRecord,
    Replication,
    by_puskesmas,
    innovation_name,
    network,
    state_label,
)
from indicators.render import captions
from indicators.render.network_svg import network_image
from indicators.screens import data, html, sections
from indicators.screens.addresses import linked, view
from indicators.screens.explain import explained_html
from indicators.screens.selection import Selection
from indicators.screens.shared import shared
from indicators.wording import numbers
from indicators.wording import replications as say


def show(chosen: Selection) -> None:
    """The network of the kabupaten, then its puskesmas."""
    sections.title(say.SECTION, lead=say.LEAD)
    shown = _picture(chosen.version, chosen.kabupaten)
    if shown:
        st.html(shown + linked(_table(chosen), chosen))
    else:
        st.html(f'<p class="empty">{html.text(say.EMPTY.format(place=data.name_of(chosen.kabupaten)))}</p>')
    sections.title(say.PUSKESMAS, lead=say.PUSKESMAS_LEAD)
    _puskesmas(chosen)


@shared(20)
def _picture(version: int, kabupaten: str) -> str:
    """Made once a data version; empty without any link."""
    spec = replication_network(warehouse.at(version), state=data.state(version, kabupaten))
    if spec is None:
        return ""
    return explained_html(captions.heading(spec)) + network_image(spec) + captions.footer(spec)


def _table(chosen: Selection) -> str:
    """The same in words, each innovation with the way to all that is known of it."""
    snapshot = warehouse.at(chosen.version)
    names = {one.id: one.name for one in seen_from(snapshot, chosen.kabupaten)}
    links = network(snapshot, chosen.kabupaten)
    return html.table(say.COLUMNS, [_row(link, one, names, chosen) for link in links for one in link.replications])


def _row(link: Link, one: Replication, names: dict[str, str], chosen: Selection) -> list[str]:
    what = html.text(innovation_name(one, names) or say.UNKNOWN)
    if one.innovation in names:
        address = view("inovasi", chosen, bagian="katalog", inovasi=str(one.innovation))
        what = f'<a href="{address}" target="_self">{what}</a>'
    return [
        html.text(link.copier.name or say.UNKNOWN),
        what,
        html.text(link.origin.name or say.UNKNOWN),
        html.text(state_label(one)),
        html.text(numbers.day(one.started_on)) if one.started_on else f'<span class="none">{say.UNKNOWN}</span>',
    ]


def _puskesmas(chosen: Selection) -> None:
    every = by_puskesmas(warehouse.at(chosen.version), chosen.kabupaten)
    told = [record for record in every if not record.is_empty]
    if told:
        st.html(html.table(say.PUSKESMAS_COLUMNS, [_record(one) for one in told], numeric=(1, 2, 3, 4, 5)))
    else:
        place = all_kabupaten()[chosen.kabupaten].name
        st.html(f'<p class="empty">{html.text(say.NO_PUSKESMAS.format(place=place))}</p>')
    rest = [record.facility.name for record in every if record.is_empty]
    if rest:
        with st.expander(say.others(len(rest), len(every))):
            st.html(f'<p>{html.text(", ".join(rest))}.</p><p class="hint">{html.text(say.OTHERS_MEANING)}</p>')


def _record(one: PuskesmasRecord) -> list[str]:
    unstaged = (
        f'<div class="remark">{html.text(say.without_stage(one.without_stage))}</div>' if one.without_stage else ""
    )
    counts = (one.started, one.applied, one.copied, one.planned, one.copied_by)
    return [html.text(one.facility.name) + unstaged, *map(numbers.number, counts)]
