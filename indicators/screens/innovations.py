"""Innovations: the count per IGA year against the target, and the registry of named ones."""

from __future__ import annotations

import streamlit as st

from indicators import warehouse
from indicators.catalogue import catalogue
from indicators.judgement.cards import missing_year
from indicators.judgement.innovations import Innovation, Pipeline, next_target
from indicators.judgement.own_targets import TARGETS
from indicators.screens import addresses, data, html, pace, sections, sending
from indicators.screens.charts import show_chart
from indicators.screens.explain import explained
from indicators.screens.selection import Selection
from indicators.wording import innovations as say
from indicators.wording import numbers

AWARD = "award"


def results(topic: str, chosen: Selection) -> None:
    """Counts per year with their article, the target, and the result still awaited with the way to enter it."""
    for entry in catalogue().indicators_of(topic):
        sections.definition(entry, chosen)
        quoted = [
            q
            for q in data.published(chosen.version, (entry.id,), chosen.kabupaten)
            if q.area == chosen.kabupaten and q.content == "value" and q.period.is_year
        ]
        awaited = missing_year(
            entry,
            here=data.with_targets(chosen.version, chosen.kabupaten),
            until=chosen.today.year - 1,
            entered={q.period.start.year for q in quoted},
        )
        left, right = st.columns([3, 2])
        with left:
            show_chart(
                "yearly_results",
                chosen,
                key=f"results-{entry.id}",
                empty=say.NO_COUNTS,
                indicator=entry.id,
                until=sections.until(chosen),
            )
        with right:
            sentence = say.sequence([(q.period.start.year, q.value) for q in quoted])
            parts = [f"<p class='strong'>{html.text(sentence)}</p>"] if quoted else []
            said = [*pace.ended(entry, chosen), *pace.months(entry, chosen)]
            parts += [f"<p>{explained(one)}</p>" for one in dict.fromkeys(said)]
            if awaited:
                year, target = awaited
                address = addresses.view("unggah", chosen, set_data="published_values", **{sending.YEAR: str(year)})
                parts.append(
                    f'<p class="missing"><b aria-hidden="true">○</b> {html.text(say.awaited(year, target.value))} '
                    f'<a href="{address}" target="_self">{say.ENTER}</a></p>'
                )
                parts.append(f'<p class="source">{html.text(f"{target.document}. {target.source}.")}</p>')
            parts.append(_next_target(chosen))
            parts += [
                f'<p class="source">{numbers.period(q.period)}: {html.link(q.url, q.source)}'
                f"{' · ' + html.text(q.note) if q.note else ''}</p>"
                for q in quoted
            ]
            if parts:
                st.html("".join(parts))
        _gap({q.period.start.year: q.value for q in quoted}, chosen)


def _next_target(chosen: Selection) -> str:
    """The target to set next, with the way to set it; empty while one lies ahead."""
    year, target = next_target(warehouse.at(chosen.version), chosen.kabupaten, chosen.today)
    if target is not None:
        return ""
    address = addresses.view("kelola-inovasi", chosen, daftar=TARGETS)
    link = addresses.linked(f'<a href="{address}" target="_self">{say.SET_TARGET}</a>', chosen)
    return f'<p class="missing"><b aria-hidden="true">○</b> {html.text(say.target_to_set(year))} {link}</p>'


def _gap(counted: dict[int, float], chosen: Selection) -> None:
    """Counted against named, year by year, so that the gap in the registry is visible."""
    named = data.innovations_sent(chosen.version, chosen.kabupaten)
    found = _registry(chosen)
    unknown = sum(not innovation.iga_years for innovation in found)
    years = sorted({*counted, *named})
    if not years and not found:
        return
    cells = []
    for year in years:
        sent, preparing = (named[year].sent, named[year].preparing) if year in named else (0, 0)
        unnamed = max(counted[year] - sent, 0) if year in counted else None
        drafts = f'<div class="remark">{html.text(say.preparing(preparing))}</div>' if preparing else ""
        cells.append(
            [str(year), numbers.number(counted.get(year)), numbers.number(sent) + drafts, numbers.number(unnamed)]
        )
    if unknown:
        cells.append([html.text(say.YEAR_UNKNOWN), *map(numbers.number, (None, unknown, None))])
    sections.title(say.GAP, lead=say.GAP_LEAD)
    st.html(html.table(say.GAP_COLUMNS, cells, numeric=(1, 2, 3)))


def pipeline(chosen: Selection) -> None:
    """The named innovations by stage and by month, and what must move on for the target of an open year."""
    year, target = next_target(warehouse.at(chosen.version), chosen.kabupaten, chosen.today)
    if not _registry(chosen):
        return
    found = data.pipeline(chosen.version, chosen.kabupaten, year, target)
    sections.title(say.pipeline_title(year), lead=say.PIPELINE_LEAD)
    st.html("".join(f"<p>{explained(sentence)}</p>" for sentence in _said(found)))
    labels = {None: say.NOT_RECORDED} | {
        id_: word.label for id_, word in catalogue().vocabularies["innovation_stages"].words.items()
    }
    stages = [[html.text(labels[id_]), numbers.number(found.stages[id_])] for id_ in labels if found.stages.get(id_)]
    left, right = st.columns(2)
    left.html(html.table(say.STAGE_COLUMNS, stages, numeric=(1,)))
    if found.months:
        months = [
            [html.text(numbers.period(month)), numbers.number(trial), numbers.number(applied)]
            for month, trial, applied in found.months
        ]
        right.html(html.table(say.MONTH_COLUMNS, months, numeric=(1, 2)))
    else:
        right.html(f'<p class="empty">{html.text(say.no_months(year))}</p>')


def _registry(chosen: Selection) -> tuple[Innovation, ...]:
    return data.innovations(chosen.version, chosen.kabupaten)


def _said(found: Pipeline) -> list[str]:
    """What is sent, and what must move on while the target is not met."""
    if found.target is None:
        return [say.no_target(found.year, found.sent)]
    said = [say.sent(found.year, found.sent, found.target, found.preparing)]
    if found.missing:
        said.append(say.to_move(found.missing, found.ready, found.trial, found.from_trial))
    return said
