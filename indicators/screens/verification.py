"""What waits for a second person: its preview, and approving or rejecting it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import streamlit as st

from indicators import access, intake, warehouse
from indicators.areas import Kabupaten, all_kabupaten
from indicators.catalogue import catalogue
from indicators.screens import html, preview, reversal, stored, submission_details
from indicators.screens.access import require
from indicators.screens.effects import status_changes
from indicators.screens.selection import Selection
from indicators.vocabulary import Mode, Period
from indicators.wording import history as say
from indicators.wording import judgement
from indicators.wording import warehouse as warehouse_words

_SEEN, _REFUSED = "verification_seen", "verification_refused"


def show(chosen: Selection, here: Kabupaten, person: access.Account) -> None:
    """Choose one that waits, see what it would do, approve or reject it."""
    if said := st.session_state.pop(_REFUSED, None):
        st.error(said)
    st.html(f'<p class="lead">{say.VERIFY_LEAD}</p>')
    labels = {dataset.id: dataset.label for dataset in catalogue().datasets.values()}
    by_id: dict[str, Any] = {
        str(row.submission): row for row in warehouse.current().rows("waiting_submissions", kabupaten=here.code)
    }
    if not by_id:
        st.html(f'<p class="empty">{say.NOTHING_WAITS}</p>')
        return
    picked = st.selectbox(
        say.CHOOSE_WAITING,
        list(by_id),
        format_func=lambda id_: say.option(
            stored.moment(by_id[id_].submitted_at, here), labels[by_id[id_].dataset], by_id[id_].submitted_by
        ),
        key="verification_pick",
    )
    row = by_id[picked]
    _what_is_sent(row, here, labels[row.dataset])
    version = _seen(picked)
    effects, statuses = _effects(version, picked, here.code, row)
    cells = submission_details.changes(version, picked, here.code, str(row.dataset))
    counts = cells["change"].value_counts()
    added, changed, removed = (int(counts.get(kind, 0)) for kind in ("added", "changed", "removed"))
    dataset = catalogue().datasets[row.dataset]
    found = intake.Changes(added, changed, removed, int(row.rows) - added - changed, cells)
    preview.show_changes(found, here, dataset)
    if row.mode != chosen.state.mode:
        st.info(say.OTHER_MODE.format(mode=judgement.MODE[Mode(row.mode)].lower()))
    if not dataset.is_list:
        preview.show_effects(effects, statuses, here, person)
    _decide(row, version, chosen, person)


def _what_is_sent(row: Any, here: Kabupaten, label: str) -> None:
    st.html(
        f"<h2>{html.text(label)}, {html.text(stored.scope(row))}</h2>"
        f"<p>{html.text(say.sent_by(row.submitted_by, stored.moment(row.submitted_at, here), row.file_name))}</p>"
        + (f"<p>{say.NOTE}: {html.text(row.reason)}</p>" if row.reason else "")
    )
    submission_details.offer_file(row)
    submission_details.show_accepted(row)


def _decide(row: Any, version: int, chosen: Selection, person: access.Account) -> None:
    if row.account and row.account == person.name:
        st.info(warehouse_words.SAME_PERSON)
        return
    reason = st.text_input(say.DECISION_REASON, max_chars=200, key=f"verification_reason_{row.submission}")
    approve, reject, _ = st.columns([1, 1, 4])
    if approve.button(say.APPROVE, type="primary", width="stretch"):
        _act(
            chosen,
            reason,
            lambda by: warehouse.verify(
                row.submission, by=by.display_name, account=by.name, reason=reason, expected_version=version
            ),
            say.APPROVED,
        )
    if reject.button(say.REJECT, width="stretch"):
        _act(
            chosen,
            reason,
            lambda by: warehouse.reject(row.submission, by=by.display_name, account=by.name, reason=reason),
            say.REJECTED_DONE,
        )


def _act(chosen: Selection, reason: str, act: Callable[[access.Account], object], done: str) -> None:
    """Asks for the right once more, decides, and shows the list anew; where it is refused, a new preview."""
    by = require("verify", chosen)
    if by is None:
        return
    if personal := intake.personal_data_in(reason):
        st.error(personal)
        return
    try:
        act(by)
    except (warehouse.RefusedError, warehouse.WarehouseError) as error:
        st.session_state.pop(_SEEN, None)
        st.session_state[_REFUSED] = str(error)
        st.rerun()
    st.session_state.pop(_SEEN, None)
    st.session_state[reversal.DONE] = done
    st.rerun()


def _seen(submission: str) -> int:
    """The data version on which this one's preview was first shown: what is approved is what was seen."""
    held = st.session_state.get(_SEEN)
    if held is None or held[0] != submission:
        held = st.session_state[_SEEN] = (submission, warehouse.current().version)
    return int(held[1])


@st.cache_resource(show_spinner=False, max_entries=8)
def _effects(version: int, submission: str, kabupaten: str, _row: Any) -> tuple[pd.DataFrame, list[str]]:
    """Which indicators verifying it would move (see `intake.kpi_effects`, with the period), and which statuses."""
    before = warehouse.at(version)
    after = before.with_verified(submission)
    here = all_kabupaten()[kabupaten]
    units = before.read("submission_units", kabupaten=here.code)
    years = [Period.year(y) for y in range(_row.first_period.year, _row.last_period.year + 1)]
    about = warehouse.Submission(
        dataset=_row.dataset,
        kabupaten=here.code,
        mode=Mode(_row.mode),
        file_name=_row.file_name,
        checksum=_row.checksum,
        by=_row.submitted_by,
        reason=_row.reason,
        scope=tuple((u, year) for u in units.loc[units["submission"] == submission, "unit"] for year in years),
    )
    effects = intake.kpi_effects(before, after, about, kabupaten=here, periods=years)
    return effects, status_changes(before, after, effects, kabupaten=here.code)
