"""What the last meeting decided, on a slide of the next one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from indicators import warehouse
from indicators.briefing.deck import Slide, TableBody
from indicators.briefing.rakor import rakor_deck
from indicators.vocabulary import Mode, Period

HERE = "35.10"
MEETING = {"id": "35.10.M001", "name": "Rakor triwulan III", "held_on": "2026-07-14"}


def decided(number: int, **fields: Any) -> dict[str, Any]:
    given = {"id": f"35.10.K{number:03}", "meeting": MEETING["id"], "what": f"Keputusan {number}"}
    return given | {"owner": "Bidang Kesmas", "status": "in_progress"} | fields


def slide(id_: str) -> Slide:
    deck = rakor_deck(
        warehouse.current(), kabupaten=HERE, period=Period.parse("2026-01..2026-10"), today=date(2026, 11, 22)
    )
    return next(slide for slide in deck.slides if slide.id == id_)


@pytest.mark.usefixtures("filled_warehouse")
def test_overdue_decisions_come_first_with_what_their_indicator_has_done_since(
    record: Callable[..., warehouse.Receipt],
) -> None:
    assert "Belum ada rapat" in slide("decisions").headline
    here = {"kabupaten": HERE, "mode": Mode.SAMPLE}
    first, second = decided(1, status="done", evidence="Notulen"), decided(2, deadline="2026-09-30", indicator="k4")
    record("meetings", MEETING, **here)
    record("decisions", first, second, **here)
    shown = slide("decisions")
    assert isinstance(shown.body, TableBody)
    assert shown.headline.startswith("2 keputusan: 1 lewat tenggat")
    assert [row[0] for row in shown.body.rows] == ["Keputusan 2", "Keputusan 1"]
    assert "lewat 53 hari" in shown.body.rows[0][2]
    assert shown.body.rows[0][3].startswith("K4 ")
    assert "Rakor triwulan III" in shown.body.lead
    assert shown.sample


@pytest.mark.usefixtures("shared_warehouse")
def test_that_nothing_is_suggested_is_an_answer_too() -> None:
    shown = slide("suggestions")
    assert shown.headline
    assert shown.sample
