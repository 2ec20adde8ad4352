from datetime import date

import pytest

from indicators.briefing.deck import BulletsBody, Deck, Slide, arranged
from indicators.vocabulary import Audience, Mode, Period, Reader


def _slide(id_: str, headline: str) -> Slide:
    return Slide(id_, "", headline, BulletsBody(("satu",)), "Sumber: berita", "", sample=id_ == "b")


@pytest.fixture
def deck() -> Deck:
    return Deck(
        kabupaten="35.10",
        place="Kabupaten Banyuwangi",
        kecamatan=None,
        period=Period.year(2024),
        audience=Audience.BUPATI,
        reader=Reader.PUBLIC,
        title="Rakor",
        made=date(2026, 11, 22),
        version=3,
        rule="2",
        mode=Mode.SAMPLE,
        slides=(_slide("a", "Pertama"), _slide("b", "Kedua"), _slide("c", "Ketiga")),
    )


def test_slides_are_taken_in_the_order_that_was_asked_for_and_keep_a_headline_that_was_left_blank(deck: Deck) -> None:
    changed = arranged(deck, order=("c", "a"), headlines={"c": "Baru", "a": "  "})
    assert [(slide.id, slide.headline) for slide in changed.slides] == [("c", "Baru"), ("a", "Pertama")]
    assert deck.sample
    assert not changed.sample


def test_an_unknown_slide_is_refused(deck: Deck) -> None:
    with pytest.raises(KeyError):
        arranged(deck, order=("d",))
