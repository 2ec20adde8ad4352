"""A failing page tells readers little and the log no data."""

from __future__ import annotations

import logging

import pytest
from streamlit.testing.v1 import AppTest

from indicators.screens import failures
from indicators.wording import server as wording


def failing() -> None:
    try:
        float("Siti Rahma")
    except ValueError as error:
        raise RuntimeError("baris 12: Siti Rahma") from error


def test_the_logged_traceback_names_code_and_types_but_no_words() -> None:
    with pytest.raises(RuntimeError) as caught:
        failing()
    text = failures.traceback_without_words(caught.value)
    assert "in failing" in text
    assert "builtins.RuntimeError\ncaused by\n" in text
    assert text.endswith("builtins.ValueError")
    assert "12: Siti" not in text.replace('raise RuntimeError("baris 12: Siti Rahma") from error', "")


def test_streamlits_log_of_an_uncaught_exception_holds_no_words(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    failures.keep_values_out_of_logs()
    failures.keep_values_out_of_logs()
    log = logging.getLogger("streamlit.error_util")
    # Whatever a server of another test has left behind.
    monkeypatch.setattr(log, "disabled", False)
    caplog.set_level(logging.ERROR, logger=log.name)
    log.addHandler(caplog.handler)
    try:
        log.error("Uncaught app execution", exc_info=KeyError("nama anak"))
    finally:
        log.removeHandler(caplog.handler)
    assert "builtins.KeyError" in caplog.text
    assert "nama anak" not in caplog.text
    assert sum(isinstance(f, failures._WithoutWords) for f in log.filters) == 1


def test_readers_get_a_plain_sentence() -> None:
    def page() -> None:
        from indicators.screens import failures

        failures.say_that_something_went_wrong(ValueError("Siti Rahma"))

    shown = AppTest.from_function(page).run()
    assert [error.value for error in shown.error] == [wording.SOMETHING_WENT_WRONG]
