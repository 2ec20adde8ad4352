"""The twelve minimum services (SPM): of the kabupaten, per kecamatan or puskesmas, one by one, and their elements."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import streamlit as st

from indicators import access as rights
from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.charts.area_values import ABSENCE_WORDS
from indicators.judgement.judged import Absence
from indicators.judgement.minimum_service import (
    TOPIC,
    ElementEntry,
    ElementState,
    FacilityElements,
    Progress,
    Service,
    finding_of,
    since_january,
)
from indicators.render.minimum_service_table import services_csv, services_xlsx
from indicators.screens import access, choices, data, html, quality_mark, sections, topics
from indicators.screens.addresses import about, address, linked
from indicators.screens.charts import show_chart
from indicators.screens.downloads import CSV, XLSX, offer
from indicators.screens.explain import explained
from indicators.screens.selection import Selection
from indicators.screens.shared import shared
from indicators.vocabulary import Basis, Level, Period
from indicators.wording import judgement, numbers
from indicators.wording import minimum_service as say

# Of which colour of the scorecard each is; the words and the sign say it too.
_LOOK = {
    Progress.MET: "good",
    Progress.AHEAD: "good",
    Progress.ON_PACE: "",
    Progress.BEHIND: "bad",
    Progress.NOT_MET: "bad",
    Progress.OVERFULL: "not_enough_data",
    Progress.INCOMPLETE: "not_enough_data",
    Progress.NO_VALUE: "not_enough_data",
}


def services(chosen: Selection) -> None:
    """The kabupaten's twelve services with counts, coverage, what is missing and both denominators."""
    found = data.minimum_services(chosen.version, chosen.kabupaten, chosen.period)
    sections.title(say.title(data.name_of(chosen.kabupaten), since_january(chosen.period)))
    quality_mark.warning([one.judged.indicator for one in found], chosen)
    sections.said(finding_of(found))
    st.html(linked(_services(chosen.version, chosen.kabupaten, chosen.period), chosen))
    _downloads(chosen)


def areas(chosen: Selection) -> None:
    """Every puskesmas by the twelve services for staff of the kabupaten; every kecamatan for everybody else."""
    level = _level(chosen)
    unit = say.BY_PUSKESMAS if level is Level.FACILITY else say.BY_KECAMATAN
    sections.title(say.grid_title(data.name_of(chosen.kabupaten), since_january(chosen.period), unit))
    st.html(f'<p class="lead">{explained(say.GRID_LEAD)}</p>')
    if level is Level.KECAMATAN:
        st.html(f'<p class="hint">{html.text(say.PUSKESMAS_FOR_STAFF)}</p>')
    st.html(linked(_grid(chosen.version, chosen.kabupaten, chosen.period, level, chosen.kecamatan), chosen))
    _downloads(chosen)


def one_service(chosen: Selection) -> None:
    """One service: what it means, its finding, the months beside earlier years, and each area."""
    ids = [entry.id for entry in catalogue().indicators_of(TOPIC)]
    entries = catalogue().indicators
    picked = choices.choose(
        say.COLUMNS[0], "indikator", ids, format_option=lambda id_: entries[id_].label, default=ids[0]
    )
    choices.remember("indikator", picked, unless=ids[0])
    indicator = entries[picked]
    sections.definition(indicator, chosen)
    quality_mark.warning((picked,), chosen)
    [found] = [
        one
        for one in data.minimum_services(chosen.version, chosen.kabupaten, chosen.period)
        if one.judged.indicator == picked
    ]
    sections.said(found.finding)
    seen = since_january(chosen.period)
    show_chart(
        "running_counts",
        chosen,
        key="running",
        empty=topics.nothing(indicator),
        indicator=picked,
        area=chosen.kabupaten,
        last=seen,
    )
    st.html(linked(_of_areas(chosen.version, chosen.kabupaten, chosen.period, _level(chosen), picked), chosen))


def elements(chosen: Selection) -> None:
    """What is recorded of the elements of each puskesmas, how many a source counts, and what is lacking."""
    here = all_kabupaten()[chosen.kabupaten]
    sections.title(say.ELEMENTS, lead=say.ELEMENTS_LEAD)
    found = data.minimum_service_elements(chosen.version, chosen.kabupaten)
    if any(entry.practice for one in found for entry in one.entries):
        st.html(f'<p class="banner sample" role="note">{html.text(say.PRACTICE)}</p>')
    if not found:
        st.html(f'<p class="empty">{html.text(say.nothing_recorded(here.name))}</p>')
    else:
        st.html(html.table(say.ELEMENTS_COLUMNS, [_counted(one) for one in found], numeric=(1, 2, 3, 4)))
    for one in found:
        _elements_of(one)
    if rights.may("elements", access.account(), chosen.kabupaten):
        link = address("kelola-spm", kabupaten=chosen.kabupaten, period=chosen.period)
        st.html(linked(f'<p><a href="{link}" target="_self">{html.text(say.EDIT)}</a></p>', chosen))


def _level(chosen: Selection) -> Level:
    """What lies below a kecamatan is shown to staff of the kabupaten only."""
    return Level.FACILITY if access.may_see_small_cells(chosen) else Level.KECAMATAN


def _downloads(chosen: Selection) -> None:
    level = _level(chosen)
    view = (chosen.version, chosen.kabupaten, chosen.period)
    name = say.file_name(chosen.kabupaten, since_january(chosen.period))
    failing = data.failing(*view)

    def rows() -> list[Service]:
        return [*data.minimum_services(*view), *data.minimum_services_by_area(*view, level).values()]

    offer(
        (say.DOWNLOAD_CSV, f"{name}.csv", CSV, lambda: services_csv(rows(), failing=failing)),
        (say.DOWNLOAD_XLSX, f"{name}.xlsx", XLSX, lambda: services_xlsx(rows(), failing=failing)),
    )


@shared(most=200)
def _services(version: int, kabupaten: str, period: Period) -> str:
    found = data.minimum_services(version, kabupaten, period)
    rows = [
        [
            f"{one.number}. {_name(one)}",
            _counts(one),
            _coverage(one),
            html.text(say.missing_people(one.missing)),
            _progress(one),
            html.text(say.other(one.other.total, one.other.value) if one.other else say.NO_OTHER),
        ]
        for one in found
    ]
    caption = say.pace(found[0].expected, found[0].judged.period)
    return html.table(say.COLUMNS, rows, numeric=(2, 3), caption=caption) + _footer(found)


@shared(most=200)
def _grid(version: int, kabupaten: str, period: Period, level: Level, kecamatan: str | None) -> str:
    whole = data.minimum_services(version, kabupaten, period)
    found = data.minimum_services_by_area(version, kabupaten, period, level)
    head = "".join(
        f'<th scope="col"><a href="{about(one.judged.indicator, kabupaten=kabupaten, period=period)}" target="_self" '
        f'title="{html.text(one.indicator.label)}">{one.number}. {html.text(one.name)}</a></th>'
        for one in whole
    )
    rows = [f'<tr class="whole"><th scope="row">{html.text(whole[0].judged.area_name)}</th>{_cells(whole)}</tr>']
    kecamatan_of = all_kabupaten()[kabupaten].kecamatan_of
    for area in _by_name(found):
        cells = [found[area, one.judged.indicator] for one in whole]
        name = cells[0].judged.area_name.removeprefix(f"{say.BY_PUSKESMAS} ")
        marked = ' aria-current="true"' if kecamatan and kecamatan in (area, kecamatan_of.get(area)) else ""
        rows.append(f'<tr{marked}><th scope="row">{html.text(name)}</th>{_cells(cells)}</tr>')
    return (
        f'{_legend(found)}<div class="table-wrap rug narrow spm" tabindex="0" role="region" '
        f'aria-label="{say.GRID_REGION}"><table><thead><tr>'
        f'<th scope="col">{say.BY_PUSKESMAS if level is Level.FACILITY else say.BY_KECAMATAN}</th>{head}</tr></thead>'
        f"<tbody>{''.join(rows)}</tbody></table></div>{_footer(whole)}"
    )


@shared(most=200)
def _of_areas(version: int, kabupaten: str, period: Period, level: Level, indicator: str) -> str:
    found = data.minimum_services_by_area(version, kabupaten, period, level)
    rows = [
        [
            html.text(one.judged.area_name),
            _counts(one),
            _coverage(one) + f"<div>{_progress(one)}</div>",
            html.text(say.missing_people(one.missing)),
        ]
        for one in (found[area, indicator] for area in _by_name(found))
    ]
    first = say.BY_PUSKESMAS if level is Level.FACILITY else say.BY_KECAMATAN
    header = (first, *say.COLUMNS[1:4])
    return html.table(header, rows, numeric=(2, 3)) + _footer([found[area, indicator] for area in _by_name(found)])


def _by_name(found: Mapping[tuple[str, str], Service]) -> list[str]:
    """Never by value: among few people the highest and the lowest are mostly chance."""
    return sorted(
        {area for area, _ in found},
        key=lambda area: next(one.judged.area_name for (code, _), one in found.items() if code == area),
    )


def _name(one: Service) -> str:
    link = about(one.judged.indicator, kabupaten=one.judged.area[:5], period=one.judged.period)
    remarks = sections.remarks(one.indicator, one.judged) if one.progress is Progress.INCOMPLETE else ""
    return f'<a href="{link}" target="_self">{html.text(one.indicator.label)}</a>{remarks}'


def _counts(one: Service) -> str:
    """`16.952 dari 24.108 ibu hamil (sasaran SPM)`."""
    if one.judged.value is None:
        return _absent(one)
    return html.text(
        judgement.behind(
            one.judged.numerator or 0.0, "", one.judged.denominator, one.indicator.denominator_label
        ).replace("  ", " ")
    )


def _coverage(one: Service) -> str:
    if one.judged.value is None:
        return numbers.MISSING
    between = judgement.interval(one.judged.low, one.judged.high, 1).removeprefix("selang 95 %: ")
    remark = f'<div class="remark">{html.text(between)}</div>' if between else ""
    return f"{html.text(say.percent(one.judged.value))}{remark}"


def _progress(one: Service) -> str:
    """The state in words; of what has no value, the reason stands where its counts would."""
    if one.progress is Progress.NO_VALUE:
        return ""
    return (
        f'<span class="status {_LOOK[one.progress]}"><b aria-hidden="true">{say.ICON[one.progress]}</b> '
        f"{html.text(say.PROGRESS[one.progress])}</span>"
    )


def _absent(one: Service) -> str:
    return f'<span class="none">{html.text(ABSENCE_WORDS[one.judged.absence or Absence.NOT_SENT])}</span>'


def _cells(found: tuple[Service, ...] | list[Service]) -> str:
    """A cell a service: the coverage, and the word that is heard or copied; the style sheet shows its sign."""
    return "".join(
        f'<td class="{one.progress}">{numbers.number(one.judged.value, 1)}<i>{say.CELL[one.progress]}</i></td>'
        if one.judged.value is not None
        else f'<td class="none">{say.CELL_ABSENCE.get(one.judged.absence or "", say.CELL_NOT_SENT)}</td>'
        for one in found
    )


def _legend(found: Mapping[tuple[str, str], Service]) -> str:
    """Each sign of the table with its meaning and how often it occurs."""
    counts = Counter(one.progress for one in found.values())
    items = "".join(
        f'<li><span aria-hidden="true">{say.ICON[progress]}</span> {say.PROGRESS[progress]}: {counts[progress]}</li>'
        for progress in Progress
        if counts[progress] and progress is not Progress.NO_VALUE
    )
    if any(one.judged.absence is Absence.SUPPRESSED for one in found.values()):
        items += f"<li>{say.WITHHELD}</li>"
    return f'<ul class="reports-legend rug-legend">{items}</ul>'


def _footer(found: tuple[Service, ...] | list[Service]) -> str:
    """How it is read, which denominator is used, and what it stands on."""
    first = found[0].judged
    bases = [one.judged.basis for one in found if one.judged.basis]
    basis = Basis.weakest(*bases) if bases else None
    line = judgement.source_line(
        found[0].indicator.source, basis, first.version, rule=catalogue().settings.rule_version
    )
    texts = (say.READING, say.DENOMINATOR, say.UNCONFIRMED)
    return "".join(f'<p class="hint">{explained(text)}</p>' for text in texts) + (
        f'<p class="source">{html.text(line)}</p>'
    )


_COUNTED = (ElementState.COMPLETE, ElementState.LACKING, ElementState.NOT_RECORDED)


def _counted(one: FacilityElements) -> list[str]:
    known = one.known.known if one.known else None
    return [
        html.text(one.name),
        html.text(say.recorded(len(one.entries), known)),
        *(numbers.number(one.counted[state]) if one.entries else numbers.MISSING for state in _COUNTED),
    ]


def _elements_of(one: FacilityElements) -> None:
    """What is known of one puskesmas, with its source, and each recorded element."""
    known = one.known
    st.html(
        f"<h3>{html.text(one.name)}</h3>"
        f"<p>{html.text(say.elements_of(one.name, len(one.entries), known.known if known else None))}</p>"
        + (f'<p class="source">{html.text(f"{known.document}. {known.source}.")}</p>' if known else "")
    )
    if not one.entries:
        return
    lacking = [(entry.name, entry.missing, entry.unit) for entry in one.entries if entry.missing]
    if lacking:
        st.html(f"<p><strong>{html.text(say.lacking(lacking))}</strong></p>")
    st.html(html.table(say.ELEMENT_COLUMNS, [_element(entry) for entry in one.entries], numeric=(2, 3, 4)))


def _element(entry: ElementEntry) -> list[str]:
    service = catalogue().indicators.get(entry.service or "")
    amounts = [
        html.text(f"{numbers.number(count)} {entry.unit}".strip()) if count is not None else _not_recorded()
        for count in (entry.required, entry.available, entry.missing)
    ]
    look = {ElementState.COMPLETE: "good", ElementState.LACKING: "bad"}.get(entry.state, "not_enough_data")
    state = (
        f'<span class="status {look}"><b aria-hidden="true">{say.ELEMENT_ICONS[entry.state]}</b> '
        f"{html.text(say.ELEMENT_STATES[entry.state])}</span>"
    )
    return [
        html.text(entry.name),
        explained(service.label) if service else _not_recorded(),
        *amounts,
        state,
        html.text(entry.note) or _not_recorded(),
    ]


def _not_recorded() -> str:
    return f'<span class="none">{html.text(say.NOT_RECORDED)}</span>'
