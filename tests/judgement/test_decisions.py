"""Decisions of meetings: which months are compared, what may be said of them, what is overdue and in which order."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from indicators import warehouse
from indicators.catalogue import catalogue
from indicators.judgement import decisions as judged
from indicators.judgement.attention import Topic, findings
from indicators.judgement.decision_sentences import movement
from indicators.judgement.decisions import Decision, Unmoved
from indicators.judgement.values import state_of
from indicators.vocabulary import Period

JEMBRANA, MENDOYO = "51.01", "51.01.02"
MENDOYO_UNITS = ("51.01.P07", "51.01.P08")
MONTHS = [f"{year}-{month:02}" for year in (2024, 2025) for month in range(1, 13) if (year, month) <= (2025, 10)]
TODAY = date(2025, 11, 22)
MEETING = {"id": "51.01.M001", "name": "Rakor triwulan II", "held_on": "2025-07-14"}
REPORT = {"live_births": 100, "newborns_weighed": 100, "low_birth_weight": 2}

Send = Callable[..., warehouse.Receipt]
Found = Callable[..., tuple[Decision, ...]]


def decided(number: int = 1, **fields: Any) -> dict[str, Any]:
    given = {"id": f"51.01.K{number:03}", "meeting": MEETING["id"], "what": f"Keputusan {number}"}
    return given | {"owner": "Bidang Kesmas", "status": "in_progress"} | fields


@pytest.fixture
def found(official: Path, record: Callable[..., warehouse.Receipt]) -> Found:
    """Records these decisions of one meeting, and gives them as they are judged."""

    def published(*entries: dict[str, Any]) -> tuple[Decision, ...]:
        record("meetings", MEETING)
        record("decisions", *entries)
        return judged.decisions(warehouse.current(), JEMBRANA)

    return published


@pytest.mark.parametrize(
    ("held_on", "newest", "since", "before"),
    [
        # The month of the meeting is left out, unless the meeting was on its first day.
        (date(2026, 7, 14), "2026-10", "2026-08..2026-10", "2025-08..2025-10"),
        (date(2026, 7, 1), "2026-10", "2026-07..2026-10", "2025-07..2025-10"),
        (date(2025, 12, 9), "2026-10", "2026-01..2026-10", "2025-01..2025-10"),
        # Last year's months already lie after this meeting, so those of the year before stand beside them.
        (date(2025, 3, 5), "2026-10", "2026-01..2026-10", "2024-01..2024-10"),
        (date(2026, 10, 6), "2026-10", None, None),
        (date(2026, 12, 6), "2026-10", None, None),
    ],
)
def test_whole_months_after_the_meeting_stand_beside_the_same_months_before_it(
    held_on: date, newest: str, since: str | None, before: str | None
) -> None:
    months = judged.months_since(held_on, Period.parse(newest))
    assert months == (None if since is None or before is None else (Period.parse(since), Period.parse(before)))


def test_a_change_beyond_chance_is_told_as_one_and_another_is_not(send: Send, found: Found) -> None:
    after = [month for month in MONTHS if month >= "2025-08"]
    more = REPORT | {"low_birth_weight": 8}
    send("births", MONTHS, REPORT, but={(unit, month): more for unit in MENDOYO_UNITS for month in after})
    here, elsewhere, none = found(
        decided(1, indicator="bblr", kecamatan=MENDOYO), decided(2, indicator="bblr", kecamatan="51.01.01"), decided(3)
    )
    # Of 600 newborns 48 beside 12: 8 % against 2 %.
    assert here.moved.change is not None
    assert (here.moved.change.before.numerator, here.moved.change.now.numerator) == (12, 48)
    assert (here.moved.change.distinguishable, here.moved.change.better) == (True, False)
    assert movement(here, JEMBRANA).startswith(
        "BBLR Kecamatan Mendoyo naik 6,0 poin persen, bermakna (memburuk). "
        "Agustus–Oktober 2025: 8,0 % (48 bayi BBLR); Agustus–Oktober 2024: 2,0 % (12 bayi BBLR); selang 95 %: "
    )
    assert "belum dapat dibedakan dari kebetulan" in movement(elsewhere, JEMBRANA)
    assert none.moved.why is Unmoved.NO_INDICATOR


def test_small_sensitive_counts_are_not_told(send: Send, found: Found, monkeypatch: pytest.MonkeyPatch) -> None:
    elements = catalogue().elements
    closed = elements["low_birth_weight"].model_copy(update={"sensitive": True})
    monkeypatch.setitem(elements, "low_birth_weight", closed)
    send("births", MONTHS, REPORT | {"low_birth_weight": 1})
    one, whole = found(decided(1, indicator="bblr", kecamatan=MENDOYO), decided(2, indicator="bblr"))
    assert (one.moved.change, one.moved.why) == (None, Unmoved.SUPPRESSED)
    assert movement(one, JEMBRANA) == "BBLR Kecamatan Mendoyo tidak ditampilkan: hitungan kecil"
    assert whole.moved.change is not None


def test_where_nothing_can_be_compared_the_reason_is_said(send: Send, found: Found) -> None:
    send("births", MONTHS, REPORT)
    reasons = {
        one.id: one.moved.why
        for one in found(
            decided(1, indicator="innovations_iga"),
            decided(2, indicator="aki"),
            decided(3, indicator="bblr", meeting="51.01.M009"),
        )
    }
    assert reasons == {
        "51.01.K001": Unmoved.NOT_COUNTED,
        "51.01.K002": Unmoved.NOT_COMPARABLE,
        "51.01.K003": Unmoved.NO_MEETING,
    }


def test_overdue_begins_after_the_day_of_the_deadline_and_ends_with_the_decision(found: Found) -> None:
    some = found(
        decided(1, deadline="2025-11-22", owner="Camat"),
        decided(2, deadline="2025-11-21", owner="Puskesmas"),
        decided(3, deadline="2025-01-31", status="done"),
        decided(4, deadline="2025-10-31", owner="Bidang"),
        decided(5, owner="Camat"),
    )
    ordered = [one.id[-1] for one in judged.overdue_first(some, TODAY)]
    # Overdue by owner, open by owner and deadline, closed.
    assert ordered == ["4", "2", "1", "5", "3"]
    assert [one.id[-1] for one in judged.overdue(warehouse.current(), JEMBRANA, TODAY)] == ["4", "2"]
    shown = {
        which: {one.id[-1] for one in some if judged.is_shown(one, which, TODAY)}
        for which in ("all", "overdue", "open", "closed")
    }
    assert shown == {"all": set("12345"), "overdue": {"2", "4"}, "open": {"1", "2", "4", "5"}, "closed": {"3"}}


def test_the_last_meeting_is_the_newest_that_was_held(official: Path, record: Callable[..., warehouse.Receipt]) -> None:
    record("meetings", MEETING, MEETING | {"id": "51.01.M002", "held_on": "2025-12-01"})
    snapshot = warehouse.current()
    last = judged.last_meeting(snapshot, JEMBRANA, TODAY)
    assert last is not None
    assert last.id == "51.01.M001"
    assert judged.last_meeting(snapshot, JEMBRANA, date(2025, 7, 13)) is None
    assert judged.last_meeting(snapshot, "35.10", TODAY) is None


def test_a_meeting_goes_through_last_time_also_when_it_is_recorded_itself(
    official: Path, record: Callable[..., warehouse.Receipt]
) -> None:
    days = ("2025-04-14", "2025-07-14", "2025-11-22", "2025-12-01")
    record("meetings", *(MEETING | {"id": f"51.01.M{n}", "held_on": day} for n, day in enumerate(days)))
    held = judged.meetings(warehouse.current(), JEMBRANA)
    assert [meeting.id[-1] for meeting in judged.gone_through(held, TODAY)] == ["2", "1"]
    assert [meeting.id[-1] for meeting in judged.gone_through(held, date(2025, 11, 21))] == ["1"]
    assert judged.gone_through(held, date(2025, 4, 13)) == ()


def test_overdue_decisions_need_attention_before_anything_else(found: Found) -> None:
    found(decided(1, deadline="2025-11-21"), decided(2, deadline="2025-12-31"))
    snapshot = warehouse.current()
    state = state_of(snapshot, kabupaten=JEMBRANA)
    [first, *_] = findings(snapshot, state=state, period=Period.year(2025), cards=[], today=TODAY)
    assert first.topic is Topic.DECISION_OVERDUE
    assert [one.id for one in first.decisions] == ["51.01.K001"]
    later = findings(snapshot, state=state, period=Period.year(2025), cards=[], today=date(2025, 11, 21))
    assert Topic.DECISION_OVERDUE not in {finding.topic for finding in later}
