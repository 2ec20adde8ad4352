"""What has changed since a day: signals that are new or gone, and statuses, by the data as they stood then and now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.judgement.cards import Card, cards_of
from indicators.judgement.judged import Verdict
from indicators.judgement.periods import default_period
from indicators.judgement.signals import Signal, signals
from indicators.judgement.values import state_of, targets_of
from indicators.vocabulary import Period
from indicators.warehouse import Snapshot


@dataclass(frozen=True)
class StatusChange:
    """An indicator with a target whose newest status is another than it was; None where there was, or is, none."""

    indicator: str
    before: Verdict | None
    after: Verdict | None


@dataclass(frozen=True)
class Since:
    """Two states of one kabupaten compared. then, now: the periods that are compared, each the newest of its state."""

    then: Period
    now: Period
    new: tuple[Signal, ...]
    gone: tuple[Signal, ...]
    statuses: tuple[StatusChange, ...]


def since(now: Snapshot, then: Snapshot, *, kabupaten: str, period: Period, day: date) -> Since | None:
    """What differs between the data as they stood at the end of `day` and now. None where there were none by then.

    period: what is looked at now; then it is the period that was shown by default, January to the newest month.
    """
    before, after = (state_of(snapshot, kabupaten=kabupaten) for snapshot in (then, now))
    if before.first_month is None:
        return None
    shown = default_period(before, today=day)
    # A whole year, or one month, is compared with itself, once the data of then reach as far.
    if before.newest_complete_month and period.end <= before.newest_complete_month.end:
        shown = period
    here = all_kabupaten()[kabupaten]
    judged = [entry for entry in catalogue().indicators.values() if targets_of(entry, here)]
    earlier = {signal.key: signal for signal in signals(then, state=before, period=shown).all}
    later = {signal.key: signal for signal in signals(now, state=after, period=period).all}
    return Since(
        then=shown,
        now=period,
        new=tuple(signal for key, signal in later.items() if key not in earlier),
        gone=tuple(signal for key, signal in earlier.items() if key not in later),
        statuses=_statuses(
            cards_of(then, entries=judged, state=before, period=shown),
            cards_of(now, entries=judged, state=after, period=period),
        ),
    )


def _statuses(earlier: list[Card], later: list[Card]) -> tuple[StatusChange, ...]:
    before = {card.indicator.id: card.verdict for card in earlier}
    after = {card.indicator.id: card.verdict for card in later}
    return tuple(
        StatusChange(id_, before.get(id_), verdict)
        for id_, verdict in after.items()
        if _told(before.get(id_)) != _told(verdict)
    )


def _told(verdict: Verdict | None) -> tuple[object, ...] | None:
    """What of a verdict a reader sees change; its probability moves with every report."""
    return None if verdict is None else (verdict.status, verdict.year)
