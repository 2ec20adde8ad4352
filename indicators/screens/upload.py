"""The upload page: template, file, problems, preview, publish, receipt with undo."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pandas as pd
import streamlit as st

from indicators import access, intake, warehouse
from indicators.areas import Kabupaten, all_kabupaten
from indicators.catalogue import Dataset, catalogue
from indicators.screens import choices, html, problems
from indicators.screens.access import require
from indicators.screens.effects import status_changes
from indicators.screens.explain import explained
from indicators.screens.selection import Selection
from indicators.vocabulary import Level, Mode, Period
from indicators.wording import judgement, numbers
from indicators.wording import upload as say

SHOWN_CHANGES = 200
SHOWN_STATUSES = 20
_CHECKED, _RECEIPT, _ROUND, _REFUSED = "upload_checked", "upload_receipt", "upload_round", "upload_refused"


@dataclass(frozen=True)
class Checked:
    """A file after reading, and, where nothing blocks, what publishing it would do to a data version."""

    received: intake.Received
    version: int
    changes: intake.Changes | None
    effects: pd.DataFrame | None
    statuses: tuple[str, ...] = ()


def show(chosen: Selection, person: access.Account) -> None:
    """The whole page."""
    if _show_receipt(chosen):
        return
    here = all_kabupaten()[chosen.kabupaten]
    if chosen.state.mode is Mode.SAMPLE:
        st.html(f'<p class="banner sample" role="note">{html.text(say.MODE_SAMPLE)}</p>')
    st.html(f"<h2>{say.STEP_CHOOSE}</h2>")
    dataset = _choose_dataset()
    _offer_templates(dataset, here, chosen, person)
    st.html(f"<h2>{say.STEP_UPLOAD}</h2>")
    file = st.file_uploader(say.FILE, key=f"file-{st.session_state.setdefault(_ROUND, 0)}")
    if file is None:
        st.session_state.pop(_CHECKED, None)
        return
    checked = _check(file, dataset, here, chosen, person)
    st.html(f"<h2>{say.STEP_CHECK}</h2>")
    if refused := st.session_state.pop(_REFUSED, None):
        st.error(refused)
    if not _may_send(checked.received, here, person):
        return
    _show_understood(checked.received, dataset)
    problems.show_problems(checked.received, content=file.getvalue(), name=file.name, key=file.file_id)
    if checked.changes is None or checked.effects is None or checked.received.submission is None:
        return
    st.html(f"<h2>{say.STEP_PREVIEW}</h2>")
    _show_changes(checked.changes, here)
    if checked.changes.is_nothing:
        return
    _show_effects(checked.effects, here, person)
    # Who does not see the small counts of all units is not told what they decide either.
    for sentence in checked.statuses[:SHOWN_STATUSES] if access.may_see_sensitive(person, here.code) else ():
        st.html(f'<p class="strong">{html.text(sentence)}</p>')
    st.html(f"<h2>{say.STEP_PUBLISH}</h2>")
    reasons = problems.ask_reasons(checked.received, key=file.file_id)
    reason = st.text_input(say.REASON, help=say.REASON_HELP, max_chars=200, key="upload_reason")
    if st.button(say.PUBLISH, type="primary") and (sender := require("upload", chosen)):
        if refused := intake.personal_data_in("\n".join([reason, *reasons.values()])):
            st.error(refused)
            return
        submission = intake.accept(checked.received, reasons)
        if submission.unanswered:
            st.error(problems.unanswered(submission.unanswered))
        else:
            signed = replace(submission, by=sender.display_name, account=sender.name, reason=reason)
            _publish(signed, checked.version)


def _may_send(received: intake.Received, here: Kabupaten, person: access.Account) -> bool:
    """Whether all units of the file are the person's own; otherwise says so, before anything else about the file.

    What the checks and the preview say of other units would tell their small counts.
    """
    if not person.facilities or received.understood is None:
        return True
    own = {facility.name for facility in here.facilities if facility.id in person.facilities}
    scope = () if received.submission is None else received.submission.scope
    named_are_own = set(received.understood.units) <= own
    if named_are_own and (not scope or access.may_send_for(person, here.code, [unit for unit, _ in scope])):
        return True
    st.error(say.not_your_units(sorted(own)))
    return False


def _choose_dataset() -> Dataset:
    offered = {dataset.id: dataset for dataset in intake.receivable()}
    first = next(iter(offered))
    id_ = choices.choose(
        say.DATASET, "set_data", list(offered), format_option=lambda i: offered[i].label, default=first
    )
    choices.remember("set_data", id_, unless=first)
    dataset = offered[id_]
    st.html(
        f'<p class="lead">{explained(dataset.description)}</p>'
        f'<p class="source">{say.SUPPLIED_BY}: {html.text(dataset.supplied_by)}</p>'
    )
    return dataset


def _offer_templates(dataset: Dataset, here: Kabupaten, chosen: Selection, person: access.Account) -> None:
    left, middle, csv, xlsx = st.columns([1.5, 2.6, 1.2, 1.5], vertical_alignment="bottom")
    period = _template_period(left, dataset, chosen)
    prefilled = (
        middle.toggle(say.PREFILLED, help=say.PREFILLED_HELP, key="prefilled")
        if dataset.stores == "observations"
        else False
    )

    def content(format_: Any) -> bytes:
        return intake.template(
            dataset,
            here,
            period=period,
            rows=_last_values(dataset, here, period, person) if prefilled else None,
            format=format_,
        )

    csv.download_button(
        say.TEMPLATE_CSV,
        lambda: content("csv"),
        file_name=intake.file_name(dataset, here, period=period, format="csv"),
        mime="text/csv",
        on_click="ignore",
        width="stretch",
    )
    xlsx.download_button(
        say.TEMPLATE_XLSX,
        lambda: content("xlsx"),
        file_name=intake.file_name(dataset, here, period=period, format="xlsx"),
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        on_click="ignore",
        width="stretch",
    )


def _template_period(column: Any, dataset: Dataset, chosen: Selection) -> Period:
    """The last month that has ended unless chosen otherwise; for yearly data, the year."""
    if dataset.period == "year":
        years = list(range(chosen.today.year, chosen.today.year - 6, -1))
        return Period.year(column.selectbox(say.YEAR, years, key="template_year"))
    ended = [
        Period.of_months(*(((chosen.today.year * 12 + chosen.today.month - 2 - back) // 12,
                            (chosen.today.year * 12 + chosen.today.month - 2 - back) % 12 + 1),) * 2)
        for back in range(24)
    ]  # fmt: skip
    texts = [str(period) for period in ended]
    picked = column.selectbox(
        say.MONTH, texts, format_func=lambda text: numbers.period(Period.parse(text)), key="template_month"
    )
    return Period.parse(picked)


def _last_values(dataset: Dataset, here: Kabupaten, period: Period, person: access.Account) -> pd.DataFrame:
    """Values that count now, of the template's period and the two years before it; of the person's own units."""
    rows = warehouse.current().read(
        "unit_values",
        dataset=dataset.id,
        kabupaten=here.code,
        start=Period.year(period.start.year - 2).start,
        end=period.end,
    )
    return rows[rows["unit"].isin(person.facilities)] if person.facilities else rows


def _check(file: Any, dataset: Dataset, here: Kabupaten, chosen: Selection, person: access.Account) -> Checked:
    """Read and compare once per file and dataset; reruns of the page reuse it.

    Also after others have published or changed the mode: what is published is what was seen, or nothing.
    """
    key = (file.file_id, dataset.id, here.code)
    held = st.session_state.get(_CHECKED)
    if held is not None and held[0] == key:
        kept: Checked = held[1]
        return kept
    snapshot = warehouse.current()
    with st.spinner(say.READING):
        received = intake.receive(
            file.getvalue(),
            file.name,
            dataset,
            here,
            chosen.today,
            mode=chosen.state.mode,
            by=person.display_name,
            known=_known(dataset, here, chosen),
        )
    checked = Checked(received, snapshot.version, None, None)
    if received.submission is not None:
        with st.spinner(say.COMPARING):
            after = snapshot.with_pending(received.submission)
            effects = [
                intake.kpi_effects(snapshot, after, received.submission, kabupaten=here, period=year).assign(
                    period=str(year)
                )
                for year in intake.touched_years(received.submission)
            ]
            changes = intake.changes(snapshot, received.submission)
            moved = pd.concat(effects)
            statuses = status_changes(snapshot, after, moved, kabupaten=here.code)
            checked = Checked(received, snapshot.version, changes, moved, tuple(statuses))
    st.session_state[_CHECKED] = (key, checked)
    return checked


def _known(dataset: Dataset, here: Kabupaten, chosen: Selection) -> pd.DataFrame | None:
    """Stored values of the datasets that this one is checked against (births for deaths)."""
    others = intake.compared_with(dataset, catalogue())
    if not others:
        return None
    span = Period.of_months((2000, 1), (chosen.today.year, 12))
    return pd.concat(
        warehouse.current().read("unit_values", dataset=other, kabupaten=here.code, start=span.start, end=span.end)
        for other in others
    )


def _show_understood(received: intake.Received, dataset: Dataset) -> None:
    if received.understood is not None and received.understood.periods:
        found = received.understood
        first, last = numbers.period(found.periods[0]), numbers.period(found.periods[-1])
        said = say.understood(found.file_name, dataset.label, found.stored_rows, len(found.units), first, last)
        st.html(f"<p>{html.text(said)}</p>")
        with st.expander(say.COLUMNS_UNDERSTOOD):
            rows = [[html.text(header), html.text(meaning)] for header, meaning in found.columns.items()]
            st.html(html.table(say.UNDERSTOOD_COLUMNS, rows))


def _show_changes(changes: intake.Changes, here: Kabupaten) -> None:
    if changes.is_nothing:
        st.info(say.NOTHING_CHANGES)
        return
    said = say.counted_changes(changes.added, changes.changed, changes.removed, changes.unchanged)
    st.html(f'<p class="strong">{html.text(said)}</p>')
    with st.expander(say.CHANGES):
        rows = [_change_row(row, here) for row in changes.cells.head(SHOWN_CHANGES).itertuples(index=False)]
        st.html(html.table(say.CHANGE_COLUMNS, rows, numeric=(3, 4)))
        if len(changes.cells) > SHOWN_CHANGES:
            st.html(f'<p class="hint">{say.cut(SHOWN_CHANGES, len(changes.cells))}</p>')


def _change_row(row: Any, here: Kabupaten) -> list[str]:
    start, end = row.period_start, row.period_end
    period = Period.of_months((start.year, start.month), (end.year, end.month))
    elements, indicators = catalogue().elements, catalogue().indicators
    label = elements[row.element].label if row.element in elements else indicators[row.element].label
    area = row.unit.partition("/")[0]
    return [
        html.text(here.name_of(area) if area == here.code or "." in area else area),
        html.text(numbers.period(period)),
        explained(label),
        _written(row.old),
        _written(row.new),
        say.CHANGE_WORDS[row.change],
    ]


def _written(value: float) -> str:
    return numbers.MISSING if pd.isna(value) else numbers.as_published(value)


def _show_effects(effects: pd.DataFrame, here: Kabupaten, person: access.Account) -> None:
    """The kabupaten's indicators at once; those of its kecamatan folded away, since they are many and small."""
    st.html(f"<h3>{say.EFFECTS}</h3>")
    whole = effects[effects["level"] == Level.KABUPATEN]
    local = effects[effects["level"] != Level.KABUPATEN]
    if effects.empty:
        st.html(f'<p class="empty">{say.NO_EFFECTS}</p>')
    if not access.may_see_sensitive(person, here.code):
        local = local.head(0)
    if not whole.empty:
        st.html(_effects_table(whole, here))
    if not local.empty:
        with st.expander(say.effects_below(local["area"].nunique())):
            st.html(_effects_table(local.head(SHOWN_CHANGES), here))
            if len(local) > SHOWN_CHANGES:
                st.html(f'<p class="hint">{say.cut(SHOWN_CHANGES, len(local))}</p>')


def _effects_table(effects: pd.DataFrame, here: Kabupaten) -> str:
    return html.table(
        say.EFFECT_COLUMNS, [_effect_row(row, here) for row in effects.itertuples(index=False)], numeric=(3, 4)
    )


def _effect_row(row: Any, here: Kabupaten) -> list[str]:
    entry = catalogue().indicators[row.indicator]

    def written(value: Any, numerator: float, denominator: float) -> str:
        if pd.isna(value):
            return numbers.MISSING
        counts = judgement.behind(numerator, entry.numerator_label, denominator, entry.denominator_label)
        shown = judgement.value(float(value), entry.decimals if entry.denominator else 0, entry.unit)
        return f'{html.text(shown)}<div class="remark">{html.text(counts)}</div>'

    return [
        explained(entry.label),
        html.text(here.name_of(row.area)),
        html.text(numbers.period(Period.parse(row.period))),
        written(row.before, row.numerator_before, row.denominator_before),
        written(row.after, row.numerator_after, row.denominator_after),
    ]


def _publish(submission: warehouse.Submission, previewed: int) -> None:
    """Publish what was previewed on a data version; where that is stale, say so above a new preview."""
    try:
        receipt = warehouse.publish(submission, expected_version=previewed)
    except (warehouse.RefusedError, warehouse.WarehouseError) as error:
        st.session_state.pop(_CHECKED, None)
        st.session_state[_REFUSED] = str(error)
        st.rerun()
    warehouse.current()  # built here, so that the next reader does not wait for it
    stored = submission.observations if submission.observations is not None else submission.published
    st.session_state[_RECEIPT] = (receipt, submission.dataset, 0 if stored is None else len(stored))
    st.session_state.pop(_CHECKED, None)
    st.session_state[_ROUND] += 1
    st.rerun()


def _show_receipt(chosen: Selection) -> bool:
    """The receipt of what was just published, with one click to take it back. True while it is shown."""
    held = st.session_state.get(_RECEIPT)
    if held is None:
        return False
    receipt, dataset, rows = held
    label = catalogue().datasets[dataset].label
    said = say.receipt(label, rows, receipt.version, receipt.submission, waiting=receipt.waiting)
    st.success(f"**{say.RECEIPT_WAITING if receipt.waiting else say.RECEIPT}.** {said}")
    undo, again, result = st.columns(3, vertical_alignment="center")
    if again.button(say.ANOTHER, width="stretch"):
        del st.session_state[_RECEIPT]
        st.rerun()
    with result:
        st.page_link("pages/overview/summary.py", label=say.SEE_RESULT, width="stretch")
    if undo.button(say.UNDO, width="stretch") and (person := require("upload", chosen)):
        try:
            undone = warehouse.undo(receipt.submission, by=person.display_name, account=person.name)
        except (warehouse.RefusedError, warehouse.WarehouseError) as error:
            st.error(str(error))
            return True
        del st.session_state[_RECEIPT]
        st.info(say.UNDONE.format(version=undone.version))
        return False
    return True
