"""What a file was taken for, and what publishing it would change: values, and the indicators that they move."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd
import streamlit as st

from indicators import access, intake
from indicators.areas import Kabupaten
from indicators.catalogue import Dataset, catalogue
from indicators.screens import html, stored
from indicators.screens.explain import explained
from indicators.vocabulary import Level, Period
from indicators.wording import judgement, numbers
from indicators.wording import upload as say

SHOWN_CHANGES = 200
SHOWN_STATUSES = 20


def show_understood(received: intake.Received, dataset: Dataset) -> None:
    """What the file was taken for, and how each of its columns was read."""
    if received.understood is not None and (received.understood.periods or dataset.is_list):
        found = received.understood
        if dataset.is_list:
            said = say.understood_list(found.file_name, dataset.label, found.stored_rows)
        else:
            first, last = numbers.period(found.periods[0]), numbers.period(found.periods[-1])
            said = say.understood(found.file_name, dataset.label, found.stored_rows, len(found.units), first, last)
        st.html(f"<p>{html.text(said)}</p>")
        with st.expander(say.COLUMNS_UNDERSTOOD):
            if found.facts:
                st.html(f"<ul>{''.join(f'<li>{html.text(fact)}</li>' for fact in found.facts)}</ul>")
            rows = [[html.text(header), html.text(meaning)] for header, meaning in found.columns.items()]
            st.html(html.table(say.UNDERSTOOD_COLUMNS, rows))


def show_changes(changes: intake.Changes, here: Kabupaten, dataset: Dataset) -> None:
    """How many values change, and the first of them one by one."""
    if changes.is_nothing:
        st.info(say.NOTHING_CHANGES)
        return
    said = say.counted_changes(
        changes.added, changes.changed, changes.removed, changes.unchanged, of_list=dataset.is_list
    )
    st.html(f'<p class="strong">{html.text(said)}</p>')
    if changes.removed and not dataset.is_list:
        st.warning(say.removes(changes.removed))
    with st.expander(say.CHANGES):
        rows = [_change_row(row, here) for row in changes.cells.head(SHOWN_CHANGES).itertuples(index=False)]
        st.html(html.table(say.CHANGE_COLUMNS, rows, numeric=(3, 4)))
        if len(changes.cells) > SHOWN_CHANGES:
            st.html(f'<p class="hint">{say.cut(SHOWN_CHANGES, len(changes.cells))}</p>')


def show_effects(effects: pd.DataFrame, statuses: Sequence[str], here: Kabupaten, person: access.Account) -> None:
    """The kabupaten's indicators at once; those of its kecamatan folded away, since they are many and small.

    Who does not see the small counts of all units is not told what they decide either.
    """
    st.html(f"<h3>{say.EFFECTS}</h3>")
    whole = effects[effects["level"] == Level.KABUPATEN]
    local = effects[effects["level"] != Level.KABUPATEN]
    if effects.empty and not statuses:
        st.html(f'<p class="empty">{say.NO_EFFECTS}</p>')
    if not access.may_see_sensitive(person, here.code):
        local, statuses = local.head(0), ()
    if not whole.empty:
        st.html(_effects_table(whole, here))
    if not local.empty:
        with st.expander(say.effects_below(local["area"].nunique())):
            st.html(_effects_table(local.head(SHOWN_CHANGES), here))
            if len(local) > SHOWN_CHANGES:
                st.html(f'<p class="hint">{say.cut(SHOWN_CHANGES, len(local))}</p>')
    for sentence in statuses[:SHOWN_STATUSES]:
        st.html(f'<p class="strong">{html.text(sentence)}</p>')


def _change_row(row: Any, here: Kabupaten) -> list[str]:
    unit, period, label = stored.named(row, here)
    return [
        html.text(unit),
        html.text(period),
        explained(label),
        html.text(stored.moved(row.old)),
        html.text(stored.moved(row.new)),
        say.CHANGE_WORDS[row.change],
    ]


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
