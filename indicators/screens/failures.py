"""When a page fails: a plain sentence for the reader, and a log without anybody's data."""

from __future__ import annotations

import logging
import traceback

import streamlit as st

from indicators.wording import server as wording

_STREAMLITS_LOG = "streamlit.error_util"


def say_that_something_went_wrong(error: Exception) -> bool:
    """Shows a plain sentence instead of Streamlit's English one; True says that the error has been shown."""
    st.error(wording.SOMETHING_WENT_WRONG)
    return True


def keep_values_out_of_logs() -> None:
    """From now on Streamlit logs of an uncaught exception where and what kind it is, not its words."""
    log = logging.getLogger(_STREAMLITS_LOG)
    if not any(isinstance(existing, _WithoutWords) for existing in log.filters):
        log.addFilter(_WithoutWords())


class _WithoutWords(logging.Filter):
    def filter(self, record: logging.LogRecord) -> bool:
        if record.exc_info and record.exc_info[1] is not None:
            record.exc_text = traceback_without_words(record.exc_info[1])
            record.exc_info = None
        return True


def traceback_without_words(error: BaseException) -> str:
    """Lines of code and types of the exception and of those that led to it, outermost first.

    An exception's words may quote a cell of a register: `could not convert string to float: 'Siti'`.
    """
    parts: list[str] = []
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        kind = f"{type(current).__module__}.{type(current).__qualname__}"
        parts.append("".join(traceback.format_tb(current.__traceback__)) + kind)
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return "\ncaused by\n".join(parts)
