"""Templates that staff have saved: slides, order and audience, never numbers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from indicators import warehouse
from indicators.briefing.rakor import rakor_deck
from indicators.briefing.templates import templates
from indicators.catalogue import catalogue
from indicators.charts.spec import SpecError
from indicators.vocabulary import Audience, Period

pytestmark = pytest.mark.usefixtures("filled_warehouse")
HERE = "51.01"
STUNTING = {
    "id": f"{HERE}.T001",
    "name": "Rakor stunting",
    "audience": "bupati",
    "slides": ["rakor/proposals", "rakor/stunting", "rakor/nothing", "rakor/minimum_service"],
}


def test_a_saved_template_stands_behind_the_shipped_ones_and_gives_its_slides_in_its_order(
    record: Callable[..., Any],
) -> None:
    gone = STUNTING | {"id": f"{HERE}.T002", "name": "Lama", "slides": ["rakor/nothing"]}
    record("briefing_templates", STUNTING, gone)
    found = templates(warehouse.current(), HERE)
    assert list(found) == ["rakor", f"{HERE}.T001"]
    saved = found[f"{HERE}.T001"]
    assert (saved.label, saved.audience) == ("Rakor stunting", Audience.BUPATI)
    assert saved.topics == {"stunting", "minimum_service"}
    deck = rakor_deck(
        warehouse.current(), kabupaten=HERE, period=Period.year(2025), today=date(2026, 11, 22), topics=saved.topics
    )
    assert [slide.id for slide in saved.applied(deck).slides] == ["proposals", "stunting", "minimum_service"]
    assert found["rakor"].applied(deck) is deck
    with pytest.raises(SpecError):
        saved.applied(saved.applied(deck).__class__(**vars(deck) | {"slides": deck.slides[:1]}))


def test_every_audience_can_be_saved() -> None:
    assert set(catalogue().vocabularies["briefing_audiences"].words) == set(Audience)
