"""A rate that a page writes in percent although it counts per 1.000 or 100.000: which of the two is right is asked."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Protocol

from indicators.catalogue import Indicator
from indicators.intake.questions import Asking, Question
from indicators.intake.tables import Percent, Row
from indicators.wording import reading as say

PER_HUNDRED = 100

_PERCENT_HEADER = re.compile(r"%|\bpersen", re.IGNORECASE)


class Written(Protocol):
    """A row of published values: its cells and headers by role."""

    row: Row

    def text(self, role: str) -> str: ...

    def header(self, role: str) -> str: ...


def in_unit(value: float | None, form: Written, role: str, indicator: Indicator, asking: Asking) -> float | None:
    """The value in the indicator's own unit; None where a person must say first which unit was meant."""
    text = form.text(role)
    marked = isinstance(text, Percent) or _PERCENT_HEADER.search(form.header(role))
    if value is None or not marked or not indicator.denominator or indicator.multiplier <= PER_HUNDRED:
        return value
    times = indicator.multiplier // PER_HUNDRED
    options = say.percent_options(indicator.unit, times)
    question = Question(f"unit/{indicator.id}", say.ask_unit(indicator.short, indicator.unit), options)
    answer = asking.ask(question, row=form.row.number)
    if answer is None:
        return None
    return float(Decimal(text.replace(",", ".")) * times) if answer == "percent" else value
