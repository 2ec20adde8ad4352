"""The page Kelengkapan: all datasets at a glance, one dataset unit by unit, and whom to remind."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from indicators.areas import all_kabupaten
from indicators.catalogue import Dataset, catalogue
from indicators.judgement.reporting import (
    Report,
    Standing,
    Tally,
    shown_months,
    tally,
)
from indicators.render.reports_table import reports_csv, reports_xlsx
from indicators.screens import choices, data, html, sections
from indicators.screens.downloads import CSV, XLSX, offer
from indicators.screens.selection import Selection
from indicators.screens.shared import shared
from indicators.vocabulary import Mode, Period
from indicators.wording import numbers
from indicators.wording import reporting as say

DATASET, MONTH = "set", "bulan"
# A longer message scrolls, so that the grid below it is found.
FEW_UNITS, REMINDER_HEIGHT = 8, 420


def show(chosen: Selection) -> None:
    """Everything that was sent or not; of the units of one kecamatan where one is chosen."""
    months = shown_months(chosen.state, period=chosen.period, today=chosen.today)
    if sections.nothing_yet(chosen) or months is None:
        return
    view = (chosen.version, chosen.kabupaten, chosen.kecamatan, months, chosen.today)
    sections.title(say.OVERVIEW, lead=f"{say.OVERVIEW_LEAD} {say.YEARLY_APART}")
    st.html(_overview(*view))
    found = _here(*view)
    sections.title(say.NOT_SENT)
    left, right = st.columns(2)
    with left:
        dataset = _choose_dataset()
    with right:
        of_month = _choose_month([report for report in found if report.dataset == dataset.id])
    _reminder(of_month, dataset, chosen)
    sections.title(say.grid_title(dataset.label, months))
    st.html(_grid(*view, dataset.id))
    timed = say.TIMELINESS_SAMPLE if chosen.state.mode is Mode.SAMPLE else say.TIMELINESS
    st.html(f'<p class="hint">{html.text(say.due(dataset.due_day or 0))} {html.text(timed)}</p>')
    _downloads(found, months, chosen)
    sections.title(say.INDICATORS)
    sections.indicator_table([indicator.id for indicator in catalogue().indicators_of("reporting")], chosen)


def monthly() -> list[Dataset]:
    """The datasets that every unit sends every month, in catalogue order."""
    return [d for d in catalogue().expected_datasets() if d.period == "month"]


def _here(version: int, kabupaten: str, kecamatan: str | None, months: Period, today: date) -> list[Report]:
    """The reports of the kabupaten's units, or of those in one kecamatan."""
    kecamatan_of = all_kabupaten()[kabupaten].kecamatan_of
    found = data.reports(version, kabupaten, months, today)
    return [report for report in found if kecamatan in (None, kecamatan_of[report.facility])]


def _choose_dataset() -> Dataset:
    labels = {dataset.id: dataset.label for dataset in monthly()}
    picked = choices.choose(
        say.DATASET, DATASET, list(labels), format_option=lambda id_: labels[id_], default=next(iter(labels))
    )
    choices.remember(DATASET, picked, unless=next(iter(labels)))
    return catalogue().datasets[picked]


@shared(most=100)
def _overview(version: int, kabupaten: str, kecamatan: str | None, months: Period, today: date) -> str:
    """Datasets by months: how many units have not sent."""
    found = _here(version, kabupaten, kecamatan, months, today)
    by_cell: dict[tuple[str, Period], list[Report]] = {}
    for report in found:
        by_cell.setdefault((report.dataset, report.month), []).append(report)
    rows = []
    for dataset in monthly():
        cells = "".join(_overview_cell(tally(by_cell[dataset.id, month])) for month in _each(months))
        of_dataset = [r for r in found if r.dataset == dataset.id]
        rows.append(
            f'<tr><th scope="row">{html.text(dataset.label)}'
            f'<div class="remark">{html.text(_rates(of_dataset))}</div></th>{cells}</tr>'
        )
    return _table(say.DATASET, months, rows)


def _overview_cell(counted: Tally) -> str:
    said = html.text(say.of_units(counted.absent, counted.expected))
    if not counted.absent:
        return f'<td class="on_time">{said}</td>'
    kind = "missing" if counted.missing else "waiting" if counted.waiting else "not_due"
    return f'<td class="count {kind}" title="{said}">{counted.absent}</td>'


def _rates(found: Sequence[Report]) -> str:
    """Of what is due or there: how much came, and on time where that can be said of all of it."""
    asked = [r for r in found if r.standing not in (Standing.NOT_DUE, Standing.NOT_YET, Standing.NO_LONGER)]
    counted = tally(asked)
    timed = not any(r.standing is Standing.SENT for r in asked)
    return say.rates(counted.there, counted.expected, counted.there - counted.late if timed else None)


@shared(most=100)
def _grid(version: int, kabupaten: str, kecamatan: str | None, months: Period, today: date, dataset: str) -> str:
    """Units by months: how each report stands, in words that the style sheet turns into signs."""
    here = all_kabupaten()[kabupaten]
    found = [r for r in _here(version, kabupaten, kecamatan, months, today) if r.dataset == dataset]
    by_unit: dict[str, list[Report]] = {}
    for report in found:
        by_unit.setdefault(report.facility, []).append(report)
    rows = []
    for unit in sorted(by_unit, key=here.name_of):
        absent = tally(by_unit[unit]).missing
        name = here.name_of(unit).removeprefix(f"{say.PUSKESMAS} ")
        rows.append(
            f'<tr><th scope="row">{html.text(name)}</th>{"".join(map(_cell, by_unit[unit]))}'
            f'<td class="count extra">{absent or ""}</td></tr>'
        )
    sums = [tally(r for r in found if r.month == month).absent for month in _each(months)]
    cells = "".join(f'<td class="count">{n}</td>' for n in sums)
    rows.append(
        f'<tr class="sums"><th scope="row">{say.ABSENT_ROW}</th>{cells}'
        f'<td class="count extra">{sum(r.standing is Standing.MISSING for r in found)}</td></tr>'
    )
    extra = f'<th scope="col" class="count extra">{say.ABSENT}</th>'
    return _legend(found) + _table(say.PUSKESMAS, months, rows, extra=extra)


def _cell(report: Report) -> str:
    title = f' title="{say.sent_on(report.sent_on)}"' if report.standing is Standing.LATE and report.sent_on else ""
    # Hundreds of them: without the quotes and the end tag, which HTML does not ask for, a quarter less is sent.
    return f"<td class={report.standing}{title}>{say.STANDING[report.standing]}"


def _legend(found: Sequence[Report]) -> str:
    """Each sign that the grid uses, with its meaning and how often it occurs."""
    items = "".join(
        f'<li><span class="{standing}" aria-hidden="true"></span> '
        f"{say.MEANING.get(standing, say.STANDING[standing])}: {numbers.number(count)}</li>"
        for standing in Standing
        if (count := sum(report.standing is standing for report in found))
    )
    return f'<ul class="reports-legend">{items}</ul>'


def _table(first: str, months: Period, rows: Sequence[str], *, extra: str = "") -> str:
    """A table of months whose cells hold words; the style sheet shows a sign in place of each."""
    head = "".join(
        f'<th scope="col" title="{html.text(numbers.period(month))}">'
        f"{numbers.SHORT_MONTHS[month.start.month - 1]}<span> {month.start:%y}</span></th>"
        for month in _each(months)
    )
    return (
        f'<div class="table-wrap reports"><table><thead><tr><th scope="col">{first}</th>{head}{extra}</tr>'
        f"</thead><tbody>{''.join(rows)}</tbody></table></div>"
    )


def _each(months: Period) -> list[Period]:
    first = months.start.year * 12 + months.start.month - 1
    return [Period.month((first + i) // 12, (first + i) % 12 + 1) for i in range(months.months)]


def _choose_month(found: Sequence[Report]) -> list[Report]:
    """The reports of one month: the newest that some unit has not sent, unless chosen otherwise."""
    by_month: dict[str, list[Report]] = {}
    for report in sorted(found, key=lambda report: report.month, reverse=True):
        by_month.setdefault(str(report.month), []).append(report)
    absent = {month: tally(of_month).absent for month, of_month in by_month.items()}
    newest = next((month for month, n in absent.items() if n), next(iter(absent)))
    picked = choices.choose(
        say.MONTH,
        MONTH,
        list(absent),
        format_option=lambda month: say.month_option(Period.parse(month), absent[month]),
        default=newest,
    )
    choices.remember(MONTH, picked, unless=newest)
    return by_month[picked]


def _reminder(of_month: Sequence[Report], dataset: Dataset, chosen: Selection) -> None:
    """The units that have not sent a month, as a message to copy; those that wait for a second person apart."""
    here = all_kabupaten()[chosen.kabupaten]
    asked = sorted(of_month, key=lambda report: here.name_of(report.facility))
    late = [r for r in asked if r.standing in (Standing.MISSING, Standing.NOT_DUE)]
    waiting = [here.name_of(r.facility) for r in asked if r.standing is Standing.WAITING]
    if waiting:
        st.html(f'<p class="hint">{html.text(say.waiting(waiting))}</p>')
    if not late:
        if not waiting:
            st.html(f'<p class="empty">{html.text(say.everyone_sent(dataset.label, of_month[0].month))}</p>')
        return
    text = say.reminder(
        kabupaten=here.name,
        dataset=dataset.label,
        month=late[0].month,
        units=[(here.name_of(r.facility), here.name_of(here.kecamatan_of[r.facility])) for r in late],
        due=late[0].due,
        today=chosen.today,
    )
    st.html(f'<p class="hint">{say.REMINDER}</p>')
    st.code(text, language=None, wrap_lines=True, height=REMINDER_HEIGHT if len(late) > FEW_UNITS else "content")


def _downloads(found: Sequence[Report], months: Period, chosen: Selection) -> None:
    here, sample, version = all_kabupaten()[chosen.kabupaten], chosen.state.mode is Mode.SAMPLE, chosen.version
    name = f"kelengkapan_{chosen.kecamatan or chosen.kabupaten}_{months}"
    offer(
        (say.DOWNLOAD_CSV, f"{name}.csv", CSV, lambda: reports_csv(found, here, version=version, sample=sample)),
        (say.DOWNLOAD_XLSX, f"{name}.xlsx", XLSX, lambda: reports_xlsx(found, here, version=version, sample=sample)),
    )
