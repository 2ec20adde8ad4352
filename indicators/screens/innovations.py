"""Innovations: the count per IGA year against the target, and the registry of named ones."""

from __future__ import annotations

from typing import Any

import streamlit as st

from indicators import warehouse
from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.judgement.cards import missing_year
from indicators.screens import data, html, pace, sections
from indicators.screens.charts import show_chart
from indicators.screens.explain import explained
from indicators.screens.selection import Selection
from indicators.wording import innovations as say
from indicators.wording import numbers


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
            kabupaten=chosen.kabupaten,
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
            parts += [f"<p>{explained(said)}</p>" for said in pace.months(entry, chosen)]
            if awaited:
                year, target = awaited
                address = f"/unggah?kabupaten={chosen.kabupaten}&set_data=published_values"
                parts.append(
                    f'<p class="missing"><b aria-hidden="true">○</b> {html.text(say.awaited(year, target.value))} '
                    f'<a href="{address}" target="_self">{say.ENTER}</a></p>'
                )
                parts.append(f'<p class="source">{html.text(f"{target.document}. {target.source}.")}</p>')
            parts += [
                f'<p class="source">{numbers.period(q.period)}: {html.link(q.url, q.source)}'
                f"{' · ' + html.text(q.note) if q.note else ''}</p>"
                for q in quoted
            ]
            if parts:
                st.html("".join(parts))
        _gap({q.period.start.year: q.value for q in quoted}, chosen)


def registry(chosen: Selection) -> None:
    """Every named innovation, by recorded IGA year."""
    rows = _registry(chosen.version, chosen.kabupaten)
    sections.title(say.REGISTRY, lead=say.REGISTRY_LEAD)
    if not rows:
        st.html(f'<p class="empty">{html.text(say.EMPTY.format(place=all_kabupaten()[chosen.kabupaten].name))}</p>')
        return
    st.html(html.table(say.COLUMNS, [_row(row) for row in rows]))


def _gap(counted: dict[int, float], chosen: Selection) -> None:
    """Counted against named, year by year, so that the gap in the registry is visible."""
    rows = _registry(chosen.version, chosen.kabupaten)
    named: dict[int | None, int] = {}
    for row in rows:
        named[row["iga_year"]] = named.get(row["iga_year"], 0) + 1
    years = sorted({*counted, *(year for year in named if year is not None)})
    if not years and not rows:
        return
    cells = [[str(year), numbers.number(counted.get(year)), numbers.number(named.get(year, 0))] for year in years]
    if None in named:
        cells.append([html.text(say.YEAR_UNKNOWN), "–", numbers.number(named[None])])
    sections.title(say.GAP, lead=say.GAP_LEAD)
    st.html(html.table(say.GAP_COLUMNS, cells, numeric=(1, 2)))


@st.cache_resource(show_spinner=False, max_entries=50)
def _registry(version: int, kabupaten: str) -> list[dict[str, Any]]:
    frame = warehouse.at(version).read("innovations", kabupaten=kabupaten)
    rows: list[dict[str, Any]] = []
    for record in frame.astype(object).where(frame.notna(), None).to_dict("records"):
        row = {str(name): value for name, value in record.items()}
        row["iga_year"] = None if row["iga_year"] is None else int(row["iga_year"])
        rows.append(row)
    return rows


def _row(row: dict[str, Any]) -> list[str]:
    year = str(row["iga_year"]) if row["iga_year"] else f'<span class="none">{html.text(say.YEAR_UNKNOWN)}</span>'
    awards = explained(row["awards"] or "–")
    if row["participation"]:
        awards += f'<div class="remark">{explained(say.took_part(row["participation"]))}</div>'
    about = f'<div class="remark">{explained(row["description"])}</div>' if row["description"] else ""
    source = html.link(row["url"] or "", row["source"] or row["status"] or "–")
    return [
        f"<b>{html.text(row['name'])}</b>{about}",
        html.text(row["owner"] or "–"),
        html.text(row["year"] or "–"),
        year,
        awards,
        source,
    ]
