"""Programmes on their page. Each is drawn from its file; nothing here knows one of them."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from indicators.areas import all_kabupaten
from indicators.catalogue import Indicator, Programme, Source, catalogue
from indicators.judgement.programme_tallies import Amount, Place
from indicators.judgement.programmes import ProgrammeJudged, Row, datasets_of
from indicators.screens import access, addresses, choices, data, html, sections
from indicators.screens.charts import show_chart
from indicators.screens.explain import explained
from indicators.screens.selection import Selection
from indicators.vocabulary import Basis, Mode
from indicators.wording import judgement, numbers
from indicators.wording import pages as page_words
from indicators.wording import programmes as say

KEY = "program"


def choose(chosen: Selection) -> ProgrammeJudged | None:
    """The programme in the address; None for the list of all, and where there is none."""
    found = _judged(chosen)
    if not found:
        return None
    picked = choices.choose(
        say.CHOOSE,
        KEY,
        ["", *found],
        format_option=lambda id_: found[id_].programme.name if id_ else say.ALL,
        default="",
    )
    choices.remember(KEY, picked)
    return found.get(picked)


def overview(chosen: Selection) -> None:
    """All programmes of the kabupaten, each with the one sentence that may be said of it."""
    found = _judged(chosen)
    if not found:
        place = all_kabupaten()[chosen.kabupaten].name
        st.html(f'<p class="empty">{html.text(say.NONE_HERE.format(place=place))}</p>')
        return
    if any(judged.basis is Basis.SAMPLE for judged in found.values()):
        _sample_banner()
    rows = [
        [
            f'<a href="{addresses.view("program", chosen, program=id_)}" target="_self">{html.text(p.name)}</a>',
            html.text(p.owner),
            explained(judged.finding),
            ", ".join(explained(catalogue().indicators[kpi].short) for kpi in p.kpis) or numbers.MISSING,
        ]
        for id_, judged in found.items()
        for p in [judged.programme]
    ]
    st.html(addresses.linked(html.table(say.OVERVIEW_COLUMNS, rows, blocks=True), chosen))


def about(judged: ProgrammeJudged, chosen: Selection) -> None:
    """What it is, whose it is, and the one sentence that may be said of it."""
    entry = judged.programme
    if judged.basis is Basis.SAMPLE or (entry.kpis and chosen.state.mode is Mode.SAMPLE):
        _sample_banner()
    facts = [(say.OWNER, html.text(entry.owner))]
    if entry.since:
        facts.append((say.SINCE, html.text(entry.since)))
    if entry.units:
        facts.append((say.UNITS, html.text(numbers.listed(_names(entry)))))
    facts.append((say.SOURCE, _source(entry.source)))
    link = ""
    if entry.innovation:
        address = addresses.view("inovasi", chosen, bagian="katalog", inovasi=entry.innovation)
        link = f' <a href="{address}" target="_self">{say.IN_REGISTRY}</a>'
    listed = "".join(f"<li><b>{name}:</b> {said}</li>" for name, said in facts)
    st.html(f"<h2>{explained(entry.name)}</h2>")
    st.html(addresses.linked(f'<p class="lead">{explained(entry.summary)}{link}</p><ul>{listed}</ul>', chosen))
    sections.said(judged.finding)


def stages(judged: ProgrammeJudged, chosen: Selection) -> None:
    """Its numbers from what goes in to what comes out, its coverage, and how they ran over the months."""
    entry = judged.programme
    if not entry.tallies():
        return
    sections.title(say.STAGES)
    if not any(amount.sent for amount in _amounts(judged)):
        st.html(f'<p class="empty">{html.text(say.NO_REPORTS.format(period=numbers.period(judged.period)))}</p>')
    else:
        rows = [
            [
                html.text(amount.label),
                _written(amount, entry),
                html.text(numbers.period(amount.reference) if amount.reference else numbers.MISSING)
                + f'<div class="remark">{html.text(say.reported_by(amount.sent, amount.expected))}</div>',
            ]
            for amount in _amounts(judged)
        ]
        st.html(html.table(say.STAGE_COLUMNS, rows, numeric=(1,), blocks=True))
    hint = [say.OF_STOCK]
    if covered := entry.coverage:
        source = covered.definition_source or say.OWN_DEFINITION
        hint.insert(0, say.COVERAGE_HINT.format(definition=covered.definition.rstrip("."), source=source))
    st.html(f'<p class="hint">{explained(" ".join(hint))}</p>')
    if judged.months:
        show_chart(
            "programme_months",
            chosen,
            key=f"programme-{entry.id}",
            programme_id=entry.id,
            period=chosen.period,
            for_staff=access.may_see_small_cells(chosen),
        )


def areas(judged: ProgrammeJudged, chosen: Selection) -> None:
    """Where: per kecamatan, per place of its visits, and for staff per puskesmas."""
    entry = judged.programme
    if judged.places:
        sections.title(say.PLACES, lead=say.PLACES_LEAD.format(source=entry.source.name))
        st.html(_places(judged.places, entry))
    if not judged.kecamatan:
        return
    sections.title(say.WHERE)
    for said in _left_out(judged):
        st.html(f"<p>{html.text(said)}</p>")
    with st.expander(say.KECAMATAN):
        st.html(_rows(judged.kecamatan, entry, first=say.PER_AREA_FIRST))
    if judged.units:
        with st.expander(say.UNITS_TITLE):
            st.html(_rows(judged.units, entry, first=say.PER_UNIT_FIRST))


def linked(judged: ProgrammeJudged, chosen: Selection) -> None:
    """The KPIs it is aimed at, as they are judged themselves."""
    if not judged.programme.kpis:
        return
    sections.title(say.LINKED, lead=say.LINKED_LEAD)
    rows = [_linked(catalogue().indicators[kpi], chosen) for kpi in judged.programme.kpis]
    st.html(addresses.linked(html.table(say.LINKED_COLUMNS, rows, numeric=(1,)), chosen))


def figures(judged: ProgrammeJudged) -> None:
    """What sources say of it, as they write it."""
    found = judged.programme.figures
    if not found:
        return
    sections.title(say.FIGURES, lead=say.FIGURES_LEAD)
    rows = [
        [
            explained(figure.label) + (f'<div class="remark">{html.text(figure.note)}</div>' if figure.note else ""),
            html.text(figure.value),
            f'{html.text(figure.when)}<div class="remark">{_source(figure.source)}</div>',
        ]
        for figure in found
    ]
    st.html(html.table(say.FIGURE_COLUMNS, rows, numeric=(1,), blocks=True))


def unrecorded(judged: ProgrammeJudged, chosen: Selection) -> None:
    """What is not known yet, who can supply it, and the way to the template."""
    entry = judged.programme
    open_ = [gap for gap in entry.unrecorded if not (gap.until_sent and judged.is_reported)]
    missing = [[explained(gap.what), html.text(gap.who)] for gap in open_]
    if missing:
        sections.title(say.UNRECORDED)
        st.html(html.table(say.UNRECORDED_COLUMNS, missing))
    sections.title(say.SEND)
    if entry.datasets:
        rows = [
            [
                f'{html.text(dataset.label)}<div class="remark">{html.text(dataset.description)}</div>',
                html.text(dataset.supplied_by),
                f'<a href="{address}" target="_self">{say.OPEN_TEMPLATE}</a>',
            ]
            for dataset in entry.datasets
            for address in [addresses.view("unggah", chosen, set_data=dataset.id)]
        ]
        st.html(html.table(say.SEND_COLUMNS, rows, blocks=True))
    if shared := [dataset.label for dataset in datasets_of(entry) if dataset.programme is None]:
        names = numbers.listed(shared)
        st.html(f'<p class="hint">{html.text(say.FROM_SHARED.format(datasets=names))}</p>')


def _judged(chosen: Selection) -> dict[str, ProgrammeJudged]:
    return data.programmes(chosen.version, chosen.kabupaten, chosen.period, access.may_see_small_cells(chosen))


def _amounts(judged: ProgrammeJudged) -> tuple[Amount, ...]:
    return (*judged.stages, *((judged.coverage,) if judged.coverage else ()))


def _left_out(judged: ProgrammeJudged) -> list[str]:
    """Where it reaches nobody yet, and from where nothing was sent."""
    covered = [(row.name, row.amounts[-1]) for row in judged.kecamatan]
    silent = [name for name, amount in covered if not amount.sent]
    none = [name for name, amount in covered if amount.sent and amount.value == 0 and not amount.suppressed]
    said = [say.silent(silent, len(covered))]
    if judged.coverage is not None:
        said.insert(0, say.reaches_none(judged.coverage.label, none))
    return [sentence for sentence in said if sentence]


def _sample_banner() -> None:
    st.html(f'<p class="banner sample" role="note">{html.text(page_words.SAMPLE_BANNER)}</p>')


def _names(entry: Programme) -> list[str]:
    return [f.name for f in all_kabupaten()[entry.kabupaten].facilities if f.id in entry.units]


def _source(source: Source) -> str:
    said = html.link(source.url, source.name)
    return f"{say.FROM_NEWS}: {said}" if source.news else said


def _written(amount: Amount, entry: Programme) -> str:
    """A number, or the word for why there is none; of a coverage its two counts and the share."""
    if amount.suppressed:
        return f'<span class="none">{say.SUPPRESSED}</span>'
    if amount.value is None:
        return f'<span class="none">{say.NOT_SENT}</span>'
    if amount.share is not None and amount.denominator is not None and entry.coverage is not None:
        of = entry.coverage.denominator_label
        return f"<b>{html.text(say.share(amount.value, amount.denominator, of, amount.share))}</b>"
    return html.text(say.amount(amount.value, amount.unit, amount.label))


def _rows(rows: Sequence[Row], entry: Programme, *, first: str) -> str:
    shown = list(entry.tallies())
    if first == say.PER_UNIT_FIRST:
        # How many of one unit are reached says no more than the stages do.
        shown = [tally for tally in shown if tally is not entry.coverage or entry.coverage.of == "counts"]
    header = [first, *(tally.label for tally in shown)]
    cells = [[html.text(row.name), *(_cell(amount) for amount in row.amounts[: len(shown)])] for row in rows]
    return html.table(header, cells, numeric=tuple(range(1, len(header))))


def _cell(amount: Amount) -> str:
    """Short, since its column says the rest."""
    if amount.suppressed:
        return f'<span class="none">{say.SUPPRESSED}</span>'
    if amount.value is None:
        return f'<span class="none">{say.NOT_SENT}</span>'
    if amount.share is not None and amount.denominator is not None:
        return html.text(say.of(amount.value, amount.denominator))
    return html.text(numbers.number(amount.value))


def _places(places: Sequence[Place], entry: Programme) -> str:
    assert entry.visits is not None
    sums = [entry.visits.columns[id_].label for id_ in entry.visits.sums]
    rows = [
        [
            html.text(place.name),
            html.text(place.unit),
            html.text(numbers.number(place.times)) if place.recorded else f'<span class="none">{say.NEVER}</span>',
            html.text(numbers.day(place.newest) if place.newest else numbers.MISSING),
            *(_sum(value, recorded=place.recorded) for value in place.sums),
        ]
        for place in places
    ]
    return html.table([*say.PLACE_COLUMNS, *sums], rows, numeric=(2, *range(4, 4 + len(sums))))


def _sum(value: float | None, *, recorded: bool) -> str:
    if not recorded:
        return numbers.MISSING
    return html.text(numbers.number(value)) if value is not None else f'<span class="none">{say.SUPPRESSED}</span>'


def _linked(entry: Indicator, chosen: Selection) -> list[str]:
    card = data.card(chosen.version, entry.id, chosen.kabupaten, chosen.period)
    page = addresses.about(entry.id, kabupaten=chosen.kabupaten, period=chosen.period)
    value, period, mark = numbers.MISSING, chosen.period, ""
    if card.now is not None and card.now.value is not None:
        value = judgement.value(card.now.value, entry.decimals if entry.denominator else 0, entry.unit)
        period = card.now.reference
        mark = f' <span class="tag sample">{judgement.SAMPLE_MARK}</span>' if card.now.basis is Basis.SAMPLE else ""
    elif card.quoted is not None:
        value, period = judgement.quoted(card.quoted.value, entry.unit, card.quoted.sign), card.quoted.period
    status = f'<span class="none">{say.NO_VERDICT}</span>'
    if card.verdict is not None:
        verdict = card.verdict
        said = judgement.verdict(
            verdict.status, verdict.year, qualified=verdict.qualified, provisional=verdict.provisional
        )
        icon = judgement.STATUS_ICON[verdict.status]
        status = f'<span class="status {verdict.status}"><b aria-hidden="true">{icon}</b> {html.text(said)}</span>'
    return [
        f'<a href="{page}" target="_self">{html.text(entry.label)}</a>',
        f'{html.text(value)}<div class="remark">{html.text(numbers.period(period))}{mark}</div>',
        status,
    ]
