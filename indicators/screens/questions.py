"""What a file leaves open, as choices; answers stay with the session and are used when the file is checked again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import streamlit as st

from indicators.intake import Answered, Question
from indicators.screens import html
from indicators.wording import sending as say

_ANSWERS = "sending_answers"


def answers() -> Mapping[str, str]:
    """The answers of this session, by the id of the question."""
    given: dict[str, str] = st.session_state.setdefault(_ANSWERS, {})
    return given


def ask(questions: Iterable[Question], file: str) -> None:
    """The questions still open, each a choice without a default: nothing is guessed."""
    for question in questions:
        _choice(question, file, given=None)


def show_answered(answered: Iterable[Answered], file: str) -> None:
    """What was answered, now or for an earlier file, folded away and open to change."""
    answered = list(answered)
    if not answered:
        return
    with st.expander(say.answered(len(answered))):
        for answer in answered:
            _choice(answer.question, file, given=answer.value)


def _choice(question: Question, file: str, *, given: str | None) -> None:
    values = [value for value, _ in question.options]
    labels = dict(question.options)
    key = f"answer/{file}/{question.id}"

    def take() -> None:
        picked = st.session_state[key]
        if picked is not None:
            st.session_state.setdefault(_ANSWERS, {})[question.id] = picked

    st.selectbox(
        say.question(question.text, question.rows),
        values,
        index=values.index(given) if given in labels else None,
        format_func=lambda value: labels[value],
        placeholder=say.CHOOSE,
        help=question.hint or None,
        key=key,
        on_change=take,
    )
    if question.remembered and given is None:
        st.html(f'<p class="hint">{html.text(say.REMEMBERED)}</p>')
