"""What a cell says: a count, nothing, or a reason why it is not clear. Nothing is guessed."""

from __future__ import annotations

import re

from indicators.intake.tables import Asked, Percent, Settled
from indicators.wording import intake as say
from indicators.wording import reading as say_reading
from indicators.wording.intake import Sentence

MAX_DIGITS = 9

_DIGITS = re.compile(r"[0-9]+")
_NEGATIVE = re.compile(r"[-−–][ ]?[0-9][0-9.,]*")
_GROUPED = re.compile(r"[1-9][0-9]{0,2}([.,][0-9]{3})+")
_FRACTION = re.compile(r"[0-9]+[.,][0-9]+")
_DECIMAL = re.compile(r"[0-9]+(,[0-9]+)?")
_DASHES = frozenset("-−–—")


def count_in(text: str) -> int | Sentence | None:
    """A whole number from 0; None for a blank cell; otherwise what is wrong with it.

    `nihil` is zero. `1.234` and `1,234` may be thousands or a fraction, so they are refused.
    """
    if not text:
        return None
    if isinstance(text, Asked):
        return say_reading.ASKED
    if isinstance(text, Percent):
        return say.NOT_A_NUMBER
    if isinstance(text, Settled) and "," in text:
        # What is quoted back must be short: a long number may be somebody's.
        return say.not_whole(text) if sum(c.isdigit() for c in text) <= MAX_DIGITS else say.TOO_MANY_DIGITS
    if text.casefold() == say.ZERO_WORD:
        return 0
    if _DIGITS.fullmatch(text):
        return int(text) if len(text.lstrip("0")) <= MAX_DIGITS else say.TOO_MANY_DIGITS
    if text in _DASHES:
        return say.DASH
    if _NEGATIVE.fullmatch(text):
        return say.NEGATIVE
    # What is quoted back must be short: a long number may be somebody's.
    if sum(c.isdigit() for c in text) > MAX_DIGITS:
        return say.TOO_MANY_DIGITS
    if _GROUPED.fullmatch(text):
        return say.grouped_digits(text, re.sub("[.,]", "", text))
    if _FRACTION.fullmatch(text):
        return say.not_whole(text)
    return say.NOT_A_NUMBER


def decimal_in(text: str) -> float | Sentence | None:
    """A number from 0 with a decimal comma; None for a blank cell; otherwise what is wrong with it."""
    if not text:
        return None
    if isinstance(text, Asked):
        return say_reading.ASKED
    if _DECIMAL.fullmatch(text):
        return float(text.replace(",", "."))
    if text[0] in "<>":
        return say.SIGN_IN_VALUE
    if _NEGATIVE.fullmatch(text):
        return say.NEGATIVE
    return say.DECIMAL_POINT if "." in text and any(c.isdigit() for c in text) else say.NOT_A_DECIMAL
