"""The scorecard: kecamatan by indicators as one table; each value opens the page of its indicator."""

from __future__ import annotations

from collections import Counter

import streamlit as st

from indicators.areas import all_kabupaten
from indicators.catalogue import Indicator, catalogue
from indicators.charts.area_values import ABSENCE_WORDS
from indicators.judgement.beside import Standing
from indicators.judgement.judged import Absence, Judged
from indicators.judgement.scorecard import Cell, Scorecard
from indicators.render.scorecard_table import scorecard_csv, scorecard_xlsx
from indicators.screens import choices, data, html, quality_mark, sections
from indicators.screens.addresses import about, address, linked
from indicators.screens.downloads import CSV, XLSX, offer
from indicators.screens.selection import Selection
from indicators.screens.shared import shared
from indicators.vocabulary import Basis, Period
from indicators.wording import judgement, numbers
from indicators.wording import scorecard as say

SORT = "urut"
MOST_LINKED = 10  # indicators beside each other whose values in each kecamatan still lead to their page
_BY_NAME = "nama"


def show(chosen: Selection) -> None:
    """The table of one topic, in the order asked for, its legend and its downloads."""
    if sections.nothing_yet(chosen):
        return
    left, right = st.columns([2, 1])
    with left:
        topic = sections.choose_topic()
    ids = tuple(i.id for i in sections.per_kecamatan(topic))
    with right:
        order = _choose_order(ids)
    view = (chosen.version, ids, chosen.kabupaten, chosen.period)
    sections.title(say.title(catalogue().topics[topic].label, data.name_of(chosen.kabupaten)))
    st.html(_legend(*view))
    st.html(linked(_table(*view, topic, order, chosen.kecamatan), chosen))
    st.html(_reading(*view))
    card, here = data.scorecard(*view), all_kabupaten()[chosen.kabupaten]
    name = say.file_name(topic, chosen.kabupaten, chosen.period)
    areas = card.ordered(None if order == _BY_NAME else order)
    failing = data.failing(chosen.version, chosen.kabupaten, chosen.period)
    offer(
        (say.DOWNLOAD_CSV, f"{name}.csv", CSV, lambda: scorecard_csv(card, here, failing=failing)),
        (say.DOWNLOAD_XLSX, f"{name}.xlsx", XLSX, lambda: scorecard_xlsx(card, here, order=areas, failing=failing)),
    )


def _choose_order(ids: tuple[str, ...]) -> str:
    labels = {_BY_NAME: say.BY_NAME} | {id_: catalogue().indicators[id_].short for id_ in ids}
    picked = choices.choose(say.SORT, SORT, list(labels), format_option=labels.__getitem__, default=_BY_NAME)
    choices.remember(SORT, picked, unless=_BY_NAME)
    return picked


@shared(most=200)
def _table(
    version: int, ids: tuple[str, ...], kabupaten: str, period: Period, topic: str, order: str, kecamatan: str | None
) -> str:
    card = data.scorecard(version, ids, kabupaten, period)
    entries = catalogue().indicators
    head = "".join(_header(entries[id_], card.whole[id_], topic, order) for id_ in ids)
    by_name = order == _BY_NAME
    sort = address("papan", kabupaten=kabupaten, period=period, topik=topic)
    first = f'<th scope="col"{_SORTED if by_name else ""}><a href="{sort}" target="_self">{say.AREA}</a></th>'
    whole = "".join(_whole_cell(entries[id_], card.whole[id_], kabupaten, period) for id_ in ids)
    rows = [f'<tr class="whole"><th scope="row">{say.WHOLE}</th>{whole}</tr>']
    draw = _cell if len(ids) <= MOST_LINKED else _plain_cell
    for area in card.ordered(None if by_name else order):
        cells = [card.cells[area, id_] for id_ in ids]
        profile = address("profil", kabupaten=kabupaten, period=period, kecamatan=area)
        here = ' aria-current="true"' if area == kecamatan else ""
        name = html.text(cells[0].judged.area_name)
        rows.append(
            f'<tr{here}><th scope="row"><a href="{profile}" target="_self">{name}</a></th>'
            f"{''.join(draw(entries[id_], cell) for id_, cell in zip(ids, cells, strict=True))}</tr>"
        )
    caption = html.text(say.SORTED_BY_NAME if by_name else say.order(entries[order].short))
    return (
        f'<div class="table-wrap rug" tabindex="0" role="region" aria-label="{say.REGION}"><table>'
        f"<caption>{caption}</caption><thead><tr>{first}{head}</tr></thead><tbody>{''.join(rows)}</tbody></table></div>"
    )


_SORTED = ' aria-sort="ascending"'


def _header(entry: Indicator, whole: Judged, topic: str, order: str) -> str:
    """The indicator's name, which sorts; its unit; and its month where that is not the period's."""
    sort = address("papan", kabupaten=whole.area, period=whole.period, topik=topic, urut=entry.id)
    month = f"<br>{say.months(whole.reference)}" if whole.reference != whole.period else ""
    link = (
        f'<a href="{sort}" target="_self" title="{html.text(say.sort_by(entry.label))}">'
        f'<abbr title="{html.text(entry.label)}">{html.text(entry.short)}</abbr></a>'
        f'<span class="remark">{html.text(entry.unit)}{month}</span>{quality_mark.mark_of(whole)}'
    )
    return f'<th scope="col"{_SORTED if order == entry.id else ""}>{link}</th>'


def _whole_cell(entry: Indicator, whole: Judged, kabupaten: str, period: Period) -> str:
    link = about(entry.id, kabupaten=kabupaten, period=period)
    return f"<td>{_value(entry, whole, link)}{_target(whole)}</td>"


def _cell(entry: Indicator, cell: Cell) -> str:
    judged = cell.judged
    link = about(entry.id, kabupaten=judged.area[:5], period=judged.period, kecamatan=judged.area)
    word = f"<i>{say.STANDING[cell.standing]}</i>" if cell.judged.value is not None else ""
    return f'<td class="{cell.standing}">{_value(entry, judged, link)}{word}{_target(judged)}</td>'


def _plain_cell(entry: Indicator, cell: Cell) -> str:
    """Without link and target, which the row of the kabupaten has: in a wide table they are most of what is sent."""
    word = f"<i>{say.STANDING[cell.standing]}</i>" if cell.judged.value is not None else ""
    return f'<td class="{cell.standing}">{_value(entry, cell.judged, "")}{word}</td>'


def _value(entry: Indicator, judged: Judged, link: str) -> str:
    if judged.value is None:
        return f'<span class="none">{html.text(ABSENCE_WORDS[judged.absence or Absence.NOT_SENT])}</span>'
    decimals = entry.decimals if entry.denominator else 0
    to = f' href="{link}" target="_self"' if link else ""
    return f"<a{to}>{numbers.number(judged.value, decimals)}</a>"


def _target(judged: Judged) -> str:
    """The status against the target, where the period has one of this measure."""
    if judged.verdict is None:
        return ""
    status = judged.verdict.status
    icon = judgement.STATUS_ICON[status]
    return (
        f'<span class="status {status}"><b aria-hidden="true">{icon}</b> {html.text(judgement.STATUS[status])}</span>'
    )


@shared(most=200)
def _legend(version: int, ids: tuple[str, ...], kabupaten: str, period: Period) -> str:
    """Each sign that the table uses with its meaning and how often it occurs; the mark of sample data."""
    card = data.scorecard(version, ids, kabupaten, period)
    counts = Counter(cell.standing for cell in card.cells.values())
    items = "".join(
        f'<li><span class="{found}" aria-hidden="true"></span> {say.MEANING[found]}: {counts[found]}</li>'
        for found in Standing
        if counts[found]
    )
    mark = f'<li class="chart-sample">{judgement.SAMPLE_MARK}</li>' if _basis(card) is Basis.SAMPLE else ""
    return f'<ul class="reports-legend rug-legend">{mark}{items}</ul>'


@shared(most=200)
def _reading(version: int, ids: tuple[str, ...], kabupaten: str, period: Period) -> str:
    """How a cell is judged, and what the table stands on."""
    card, settings = data.scorecard(version, ids, kabupaten, period), catalogue().settings
    sources = "; ".join(dict.fromkeys(catalogue().indicators[id_].source for id_ in ids))
    footer = judgement.source_line(sources, _basis(card), version, rule=settings.rule_version)
    read = say.reading(settings.signal_confidence, settings.few_events, linked=len(ids) <= MOST_LINKED)
    return f'<p class="hint">{html.text(read)}</p><p class="source">{html.text(footer)}</p>'


def _basis(card: Scorecard) -> Basis | None:
    """The weakest of all values shown."""
    bases = [j.basis for j in (*card.whole.values(), *(c.judged for c in card.cells.values())) if j.basis]
    return Basis.weakest(*bases) if bases else None
