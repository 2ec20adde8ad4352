"""The profile of one kecamatan: every indicator drawn, and the numbers of a topic, against kabupaten and target."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from indicators import warehouse
from indicators.areas import all_kabupaten
from indicators.briefing.profile import profile
from indicators.catalogue import Indicator, catalogue
from indicators.charts.of_area import kecamatan_spine
from indicators.charts.spine import SpineSpec
from indicators.judgement import minimum_service
from indicators.judgement.beside import Standing
from indicators.judgement.judged import Judged
from indicators.judgement.scorecard import Cell
from indicators.judgement.values import State, next_target
from indicators.render import captions
from indicators.render.pdf_page import pdf
from indicators.render.spine_html import spine_html, spine_legend
from indicators.screens import chart_menu, choices, data, html, sections
from indicators.screens.addresses import about, address, linked
from indicators.screens.downloads import PDF, offer
from indicators.screens.explain import explained
from indicators.screens.selection import Selection
from indicators.screens.shared import shared
from indicators.vocabulary import Interval, Period
from indicators.wording import judgement, numbers
from indicators.wording import profile as say

# In the address: whether the picture shows the minimum services, too.
_SERVICES, _SHOWN = "spm", "tampil"


def show(chosen: Selection) -> None:
    """All indicators of the chosen kecamatan; without one, a way to choose."""
    if sections.nothing_yet(chosen):
        return
    if chosen.kecamatan is None:
        _choose(chosen)
        return
    here = all_kabupaten()[chosen.kabupaten]
    puskesmas = [f.name for f in here.puskesmas if f.kecamatan == chosen.kecamatan]
    neighbours = [here.name_of(code) for code in here.neighbours.get(chosen.kecamatan, ())]
    st.html(f'<p class="lead">{html.text(say.puskesmas(puskesmas))} {html.text(say.neighbours(neighbours))}</p>')
    sections.said(data.kecamatan_sentences(chosen.version, chosen.kabupaten, chosen.period, chosen.kecamatan))
    _spine(chosen)
    _printed(chosen, chosen.kecamatan)
    sections.title(say.NUMBERS)
    entries = sections.per_kecamatan(sections.choose_topic())
    st.html(linked(_table(chosen.version, chosen, entries), chosen))
    st.html(f'<p class="hint">{say.reading(catalogue().settings.signal_confidence)}</p>')


def _spine(chosen: Selection) -> None:
    """Where the kecamatan lies among all of them, one line an indicator."""
    drawn = _drawn(chosen.version, chosen.state, chosen.kecamatan or "", chosen.period)
    if drawn is not None:
        spec, markup, services = drawn
        st.html(linked(markup, chosen))
        # Half as many lines again, which their own page shows too: a rerun without them is light.
        if services and _with_services():
            st.html(linked(services, chosen))
        chart_menu.offer(spec, key="spine")


def _with_services() -> bool:
    """Whether the lines of the minimum services are asked for, which the address remembers."""
    asked = st.toggle(say.SERVICES, value=st.query_params.get(_SERVICES) == _SHOWN, key="spine-services")
    choices.remember(_SERVICES, _SHOWN if asked else "", unless="")
    return asked


def _printed(chosen: Selection, kecamatan: str) -> None:
    """The same on one page A4, made when it is asked for."""

    def content() -> bytes:
        snapshot = warehouse.at(chosen.version)
        return pdf(profile(snapshot, state=chosen.state, kecamatan=kecamatan, period=chosen.period, today=chosen.today))

    name = say.FILE_NAME.format(area=kecamatan, period=chosen.period)
    offer((say.PRINTED, name, PDF, content))


@shared(most=200)
def _drawn(version: int, state: State, area: str, period: Period) -> tuple[SpineSpec, str, str] | None:
    """The chart, and as HTML its lines without and those of the minimum services."""
    spec = kecamatan_spine(warehouse.at(version), state=state, area=area, period=period)
    if spec is None:
        return None

    def link(indicator: str) -> str:
        return about(indicator, kabupaten=state.kabupaten, period=period, kecamatan=area, bagian="kecamatan")

    entries = catalogue().indicators
    services = tuple(row for row in spec.rows if entries[row.indicator].topic == minimum_service.TOPIC)
    others = tuple(row for row in spec.rows if row not in services)
    # Its finding begins the sentences that stand above it.
    markup = (
        captions.heading(replace(spec, finding=""))
        + spine_legend()
        + spine_html(replace(spec, rows=others), link=link)
        + captions.footer(spec)
    )
    return spec, markup, spine_html(replace(spec, rows=services), link=link) if services else ""


def _choose(chosen: Selection) -> None:
    here = all_kabupaten()[chosen.kabupaten]
    st.html(f"<p>{say.CHOOSE}</p>")

    def profile(area: str) -> str:
        return address("profil", kabupaten=here.code, period=chosen.period, kecamatan=area)

    links = "".join(
        f'<li><a href="{profile(area.code)}" target="_self">{html.text(area.name)}</a></li>'
        for area in sorted(here.kecamatan, key=lambda a: a.name)
    )
    st.html(linked(f'<ul class="choices">{links}</ul>', chosen))


def _table(version: int, chosen: Selection, entries: list[Indicator]) -> str:
    card = data.scorecard(version, tuple(entry.id for entry in entries), chosen.kabupaten, chosen.period)
    area = chosen.kecamatan or ""
    rows = [_row(entry, card.cells[area, entry.id], card.whole[entry.id], chosen) for entry in entries]
    return html.table(say.COLUMNS, rows, numeric=(1, 2, 4))


def _row(entry: Indicator, cell: Cell, whole: Judged, chosen: Selection) -> list[str]:
    local = cell.judged
    interval = judgement.interval(local.low, local.high, entry.decimals).removeprefix("selang 95 %: ")
    return [
        sections.name_cell(entry, local, chosen.period),
        sections.value_cell(entry, local),
        html.text(interval or "–"),
        html.text(sections.counts_of(entry, local)),
        sections.value_cell(entry, whole),
        _beside_kabupaten(entry, cell, whole),
        _target(entry, local, chosen),
    ]


def _beside_kabupaten(entry: Indicator, cell: Cell, whole: Judged) -> str:
    """Where the kecamatan stands beside the others, in words."""
    if cell.standing is Standing.NOT_COMPARED and entry.denominator and entry.interval is Interval.NONE:
        # A complete count is compared as it is.
        return html.text(_complete_count(cell.judged.value or 0, whole.value or 0))
    return html.text(say.BESIDE.get(cell.standing, numbers.MISSING))


def _complete_count(local: float, whole: float) -> str:
    if local == whole:
        return say.EQUAL
    return say.ABOVE if local > whole else say.BELOW


def _target(entry: Indicator, local: Judged, chosen: Selection) -> str:
    if local.verdict:
        verdict = local.verdict
        said = judgement.verdict(
            verdict.status, verdict.year, qualified=verdict.qualified, provisional=verdict.provisional
        )
        icon = judgement.STATUS_ICON[verdict.status]
        return f'<span class="status {verdict.status}"><b aria-hidden="true">{icon}</b> {html.text(said)}</span>'
    ahead = next_target(entry, all_kabupaten()[chosen.kabupaten], after=chosen.period.end.year)
    if ahead is None:
        return "–"
    year, target = ahead
    return explained(judgement.towards(target.value, target.sign, year))
