"""From files (or a filled grid) to a receipt: what was understood, questions, problems, preview, publishing."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd
import streamlit as st

from indicators import access, intake, warehouse
from indicators.areas import Kabupaten, all_kabupaten
from indicators.catalogue import Dataset, catalogue
from indicators.screens import html, preview, problems, questions, receipt
from indicators.screens.access import require
from indicators.screens.effects import programme_change, status_changes
from indicators.screens.selection import Selection
from indicators.vocabulary import Mode, Period, Problem, Severity
from indicators.wording import numbers
from indicators.wording import sending as say
from indicators.wording import upload as upload_words

_CHECKED, _RECEIPTS, _REFUSED = "sending_checked", "sending_receipts", "sending_refused"
_ROUND, _UNDONE = "sending_round", "sending_undone"
# In the address: which year of yearly data is asked for.
YEAR = "tahun"


@dataclass(frozen=True)
class File:
    name: str
    content: bytes

    @property
    def key(self) -> str:
        return hashlib.sha256(self.name.encode() + b"\n" + self.content).hexdigest()[:16]


@dataclass(frozen=True)
class Checked:
    """Files after reading.

    whole: what those say together that neither block nor ask; None where there is none, or they contradict each
    other. changes, effects, statuses: what publishing it would do to data version `version`. locked: periods that
    forbid it.
    """

    files: tuple[File, ...]
    received: tuple[intake.Received, ...]
    version: int
    overlapping: tuple[Problem, ...] = ()
    whole: warehouse.Submission | None = None
    changes: intake.Changes | None = None
    effects: pd.DataFrame | None = None
    statuses: tuple[str, ...] = ()
    locked: tuple[Period, ...] = ()


def round_of_files() -> int:
    """Counts up with each publication, so that the uploader begins empty again."""
    counted: int = st.session_state.setdefault(_ROUND, 0)
    return counted


def show_mode(chosen: Selection) -> None:
    """That what is published in a kabupaten with sample data is practice."""
    if chosen.state.mode is Mode.SAMPLE:
        st.html(f'<p class="banner sample" role="note">{html.text(upload_words.MODE_SAMPLE)}</p>')


def choose_period(column: Any, dataset: Dataset, chosen: Selection) -> Period:
    """The last month that has ended unless chosen otherwise; for yearly data, the year."""
    if dataset.period == "year":
        years = list(range(chosen.today.year, chosen.today.year - 6, -1))
        asked = next((n for n, year in enumerate(years) if str(year) == st.query_params.get(YEAR)), 0)
        return Period.year(column.selectbox(upload_words.YEAR, years, index=asked, key="template_year"))
    newest = chosen.today.year * 12 + chosen.today.month - 2
    texts = [str(Period.month((newest - back) // 12, (newest - back) % 12 + 1)) for back in range(24)]
    picked = column.selectbox(
        upload_words.MONTH, texts, format_func=lambda text: numbers.period(Period.parse(text)), key="template_month"
    )
    return Period.parse(picked)


def steps(
    files: Sequence[File], dataset: Dataset, chosen: Selection, person: access.Account, *, form: bool = False
) -> None:
    """Everything below the files, down to the button that publishes them.

    form: a form has made the file, so nothing is said of how it was read, and no steps were counted before.
    """
    _show(_checked(files, dataset, chosen, person), dataset, chosen, person, form=form)


def at_once(
    file: File, dataset: Dataset, chosen: Selection, person: access.Account, *, reason: str
) -> tuple[Problem, ...]:
    """Publish a file that changes something and of which nothing is to be asked or said; the run then ends here.

    Where it does not: what stops it; if that is nothing, the file's `steps` are to be shown.
    """
    checked = _checked((file,), dataset, chosen, person)
    [received] = checked.received
    if stopping := tuple(one for one in received.problems if one.severity is Severity.BLOCKING):
        return stopping
    said = any(problem.severity is not Severity.NOTICE for problem in received.problems)
    if checked.whole is None or checked.changes is None or said or received.questions or checked.locked:
        return ()
    if not checked.changes.is_nothing and (sender := require(dataset.right, chosen)):
        whole = replace(checked.whole, by=sender.display_name, account=sender.name, reason=reason)
        _publish([whole], checked.version, sender)
    return ()


def offer_draft(dataset: Dataset, chosen: Selection, person: access.Account) -> None:
    """What was read earlier and not published: to go on with, or to throw away."""
    here = all_kabupaten()[chosen.kabupaten]
    draft = warehouse.draft_of(person.name, kabupaten=here.code, dataset=dataset.id)
    if draft is None:
        return
    counts = _content(draft.submission)
    moment = numbers.moment(draft.saved_at.astimezone(ZoneInfo(here.time_zone)), here.time_zone_label)
    values = 0 if counts is None else len(counts)
    said = say.draft(draft.submission.file_name, dataset.label, moment, values)
    st.html(f'<h3>{say.DRAFT}</h3><p>{html.text(said)}</p><p class="hint">{html.text(say.DRAFT_WITHOUT_FILE)}</p>')
    resume, discard, _ = st.columns([1, 1, 2])
    if discard.button(say.DRAFT_DISCARD, width="stretch"):
        warehouse.discard_draft(person.name, kabupaten=here.code, dataset=dataset.id)
        st.session_state.pop(_CHECKED, None)
        st.rerun()
    key = ("draft", dataset.id, here.code, draft.saved_at)
    if resume.button(say.DRAFT_RESUME, width="stretch"):
        received = intake.Received(
            draft.problems, replace(draft.submission, mode=chosen.state.mode, by=person.display_name), None
        )
        st.session_state[_CHECKED] = (key, _compared((), (received,), dataset, here, person))
    held = st.session_state.get(_CHECKED)
    if held is not None and held[0] == key:
        _show(held[1], dataset, chosen, person)


def forget_checked() -> None:
    """Start again: there is no file any more."""
    held = st.session_state.get(_CHECKED)
    if held is not None and held[0][0] != "draft":
        del st.session_state[_CHECKED]


def just_published(dataset: str) -> bool:
    """Whether the receipt that is shown is of this dataset."""
    held = st.session_state.get(_RECEIPTS)
    return held is not None and held[0][1].dataset == dataset


def forget_receipts() -> None:
    """What was published is not told any more."""
    st.session_state.pop(_RECEIPTS, None)


def show_receipt(chosen: Selection, *, in_place: bool = False) -> bool:
    """The receipts of what was just published, with one click to take it back. True while they are shown.

    in_place: above a page that goes on below and shows what was published itself.
    """
    if undone := st.session_state.pop(_UNDONE, ""):
        st.info(undone)
    held = st.session_state.get(_RECEIPTS)
    if held is None:
        return False
    here = all_kabupaten()[held[0][1].kabupaten]
    for stored, submission in held:
        st.success(_said(stored, submission))
        if not in_place:
            receipt.offer(stored, submission, here)
    undo, again, result = st.columns(3, vertical_alignment="center")
    of_list = catalogue().datasets[held[0][1].dataset].is_list
    further = upload_words.FURTHER if of_list else upload_words.ANOTHER
    if again.button(upload_words.CLOSE if in_place else further, width="stretch"):
        del st.session_state[_RECEIPTS]
        st.rerun()
    if not in_place and not of_list:
        result.page_link("pages/overview/summary.py", label=upload_words.SEE_RESULT, width="stretch")
    if undo.button(upload_words.UNDO, width="stretch") and (
        person := require(catalogue().datasets[held[0][1].dataset].right, chosen)
    ):
        try:
            for stored, _ in reversed(held):
                taken_back = warehouse.undo(stored.submission, by=person.display_name, account=person.name)
        except (warehouse.RefusedError, warehouse.WarehouseError) as error:
            st.error(str(error))
            return True
        del st.session_state[_RECEIPTS]
        st.session_state[_UNDONE] = upload_words.UNDONE.format(version=taken_back.version)
        st.rerun()
    return True


def _said(stored: warehouse.Receipt, submission: warehouse.Submission) -> str:
    counts, dataset = _content(submission), catalogue().datasets[submission.dataset]
    rows = 0 if counts is None else len(counts)
    said = upload_words.receipt(
        dataset.label, rows, stored.version, stored.submission, waiting=stored.waiting, of_list=dataset.is_list
    )
    return f"**{upload_words.RECEIPT_WAITING if stored.waiting else upload_words.RECEIPT}.** {said}"


def _content(submission: warehouse.Submission) -> pd.DataFrame | None:
    """What is stored of it: one row a count, a published value, or an entry of a list."""
    contents = (submission.observations, submission.published, submission.entries)
    return next((content for content in contents if content is not None), None)


def _checked(files: Sequence[File], dataset: Dataset, chosen: Selection, person: access.Account) -> Checked:
    """What was found, until the files, the answers or the dataset are others."""
    here = all_kabupaten()[chosen.kabupaten]
    key = (tuple(file.key for file in files), dataset.id, here.code, tuple(sorted(questions.answers().items())))
    held = st.session_state.get(_CHECKED)
    # Also after others have published or changed the mode: what is published is what was seen, or nothing.
    if held is None or held[0] != key:
        held = (key, _check(files, dataset, here, chosen, person))
        st.session_state[_CHECKED] = held
    found: Checked = held[1]
    return found


def _check(
    files: Sequence[File], dataset: Dataset, here: Kabupaten, chosen: Selection, person: access.Account
) -> Checked:
    snapshot = warehouse.current()
    answers = intake.known_answers(snapshot, here, dataset) | dict(questions.answers())
    with st.spinner(upload_words.READING):
        known = intake.known_values(snapshot, dataset, here, chosen.today)
        received = tuple(
            intake.receive(
                file.content,
                file.name,
                dataset,
                here,
                chosen.today,
                mode=chosen.state.mode,
                by=person.display_name,
                known=known,
                answers=answers,
            )
            for file in files
        )
    checked = _compared(tuple(files), received, dataset, here, person)
    if checked.whole is not None:
        found = tuple(problem for one in received for problem in one.problems)
        warehouse.keep_draft(checked.whole, found, owner=person.name)
    return checked


def _compared(
    files: tuple[File, ...],
    received: tuple[intake.Received, ...],
    dataset: Dataset,
    here: Kabupaten,
    person: access.Account,
) -> Checked:
    """With what publishing would do, where all of it can be published together."""
    snapshot = warehouse.current()
    submissions = [one.submission for one in received if one.submission is not None]
    overlapping = intake.overlapping(submissions, here)
    if not submissions or overlapping:
        return Checked(files, received, snapshot.version, overlapping)
    whole = intake.together(submissions)
    with st.spinner(upload_words.COMPARING):
        after = snapshot.with_pending(whole)
        staff = access.may_see_sensitive(person, here.code)
        moved = intake.kpi_effects(snapshot, after, whole, kabupaten=here, periods=intake.touched_years(whole))
        return Checked(
            files,
            received,
            snapshot.version,
            overlapping,
            whole,
            intake.changes(snapshot, whole),
            moved,
            (
                *programme_change(snapshot, after, dataset, whole, for_staff=staff),
                *status_changes(snapshot, after, moved, kabupaten=here.code),
            ),
            warehouse.locked_changes(snapshot, after, kabupaten=here.code),
        )


def _may_send(received: intake.Received, here: Kabupaten, person: access.Account) -> bool:
    """Whether all units of the file are the person's own.

    Asked before anything is said about the file: what checks and preview say of other units would tell their small
    counts.
    """
    if not person.facilities:
        return True
    own = {facility.name for facility in here.facilities if facility.id in person.facilities}
    named = set() if received.understood is None else set(received.understood.units)
    scope = () if received.submission is None else received.submission.scope
    return named <= own and (not scope or access.may_send_for(person, here.code, [unit for unit, _ in scope]))


def _show(checked: Checked, dataset: Dataset, chosen: Selection, person: access.Account, *, form: bool = False) -> None:
    here = all_kabupaten()[chosen.kabupaten]
    check, see, publish = upload_words.FORM_STEPS if form else upload_words.STEPS
    st.html(f"<h2>{check}</h2>")
    if refused := st.session_state.pop(_REFUSED, None):
        st.error(refused)
    if not all(_may_send(received, here, person) for received in checked.received):
        own = [facility.name for facility in here.facilities if facility.id in person.facilities]
        st.error(upload_words.not_your_units(sorted(own)))
        return
    files = checked.files or (File("", b""),)
    for file, received in zip(files, checked.received, strict=True):
        if len(checked.received) > 1:
            st.html(f"<h3>{html.text(file.name)}</h3>")
        if not form:
            preview.show_understood(received, dataset)
        if received.questions:
            st.html(f'<h3>{say.QUESTIONS}</h3><p class="hint">{html.text(say.QUESTIONS_LEAD)}</p>')
            questions.ask(received.questions, file.key)
        questions.show_answered(received.answered, file.key)
        problems.show_problems(received, content=file.content, name=file.name, key=file.key)
    for problem in checked.overlapping:
        st.error(f"{problem.message} {problem.fix}")
    if checked.changes is None or checked.effects is None:
        return
    st.html(f"<h2>{see}</h2>")
    preview.show_changes(checked.changes, here, dataset)
    if checked.changes.is_nothing:
        return
    if not dataset.is_list:
        preview.show_effects(checked.effects, checked.statuses, here, person)
    if checked.locked:
        st.error(say.locked([numbers.period(period) for period in checked.locked]))
        return
    st.html(f"<h2>{publish}</h2>")
    ready = [(f, r) for f, r in zip(files, checked.received, strict=True) if r.submission is not None]
    if len(ready) < len(files):
        st.warning(say.left_out([f.name for f, r in zip(files, checked.received, strict=True) if r.submission is None]))
    reasons = [problems.ask_reasons(r, key=f.key) for f, r in ready]
    reason = st.text_input(upload_words.REASON, help=upload_words.REASON_HELP, max_chars=200, key="upload_reason")
    if not st.button(upload_words.PUBLISH, type="primary") or not (sender := require(dataset.right, chosen)):
        return
    if complaint := intake.personal_data_in(
        "\n".join([reason, *(text for given in reasons for text in given.values())])
    ):
        st.error(complaint)
        return
    accepted = [intake.accept(one, given) for (_, one), given in zip(ready, reasons, strict=True)]
    if left := [rule for submission in accepted for rule in submission.unanswered]:
        st.error(problems.unanswered(list(dict.fromkeys(left))))
        return
    _publish(
        [replace(one, by=sender.display_name, account=sender.name, reason=reason) for one in accepted],
        checked.version,
        sender,
    )


def _publish(submissions: list[warehouse.Submission], previewed: int, person: access.Account) -> None:
    """Publish what was previewed on a data version; where that is stale, say so above a new preview."""
    try:
        receipts = warehouse.publish_files(submissions, expected_version=previewed)
    except (warehouse.RefusedError, warehouse.WarehouseError) as error:
        st.session_state.pop(_CHECKED, None)
        st.session_state[_REFUSED] = str(error)
        st.rerun()
    first = submissions[0]
    warehouse.discard_draft(person.name, kabupaten=first.kabupaten, dataset=first.dataset)
    st.session_state[_RECEIPTS] = tuple(zip(receipts, submissions, strict=True))
    st.session_state.pop(_CHECKED, None)
    st.session_state[_ROUND] = round_of_files() + 1
    st.rerun()
