"""What a state is called in legends and tables; empty for an ordinary value."""

from __future__ import annotations

from indicators.charts.spec import State
from indicators.wording import charts as wording

STATE_WORDS: dict[State, str] = {
    State.VALUE: "",
    State.PARTIAL: wording.PARTIAL,
    State.PROVISIONAL: wording.PROVISIONAL,
    State.TOO_FEW: wording.TOO_FEW,
    State.MISSING: wording.MISSING,
    State.SUPPRESSED: wording.HIDDEN,
    State.NOT_ENTERED: wording.NOT_ENTERED,
}
