from __future__ import annotations

import re
from datetime import date

import pytest

from indicators import warehouse
from indicators.briefing.deck import ChartBody, Deck
from indicators.briefing.rakor import rakor_deck
from indicators.catalogue import catalogue
from indicators.charts.questions import QUESTIONS
from indicators.vocabulary import Audience, Period, Reader


def _deck(**asked) -> Deck:
    return rakor_deck(
        warehouse.current(), kabupaten="35.10", period=Period.year(2024), today=date(2026, 11, 22), **asked
    )


@pytest.mark.usefixtures("shared_warehouse")
def test_every_slide_says_what_it_found_its_source_its_versions_and_for_whom() -> None:
    deck = _deck()
    assert [slide.id for slide in deck.slides] == [
        "title", "decisions", "summary", "mortality", "causes", "kecamatan", "stunting", "two_sources", "innovations",
        "suggestions", "programmes", "proposals",
    ]  # fmt: skip
    for slide in deck.slides:
        assert slide.headline
        for part in ("Sumber", "versi data 0", "aturan penilaian 2", "periode 2024", "untuk umum"):
            assert part in slide.footer, slide.id
    innovations = next(slide for slide in deck.slides if slide.id == "innovations")
    assert "36 inovasi" in innovations.headline
    assert "paling sedikit 50" in innovations.headline
    assert not innovations.sample
    assert deck.sample


@pytest.mark.usefixtures("shared_warehouse")
def test_topics_leave_out_slides_of_others_and_keep_those_of_none() -> None:
    deck = _deck(topics={"innovation"})
    ids = {slide.id for slide in deck.slides}
    assert {"title", "summary", "innovations", "proposals"} <= ids
    assert not {"mortality", "causes", "kecamatan", "stunting", "two_sources"} & ids


@pytest.mark.usefixtures("shared_warehouse")
def test_every_topic_with_reports_can_be_chosen_and_some_are_shown_only_then() -> None:
    briefing = catalogue().briefings["rakor"]
    assert briefing.topics() == set(catalogue().topics)
    optional = briefing.topics() - briefing.topics(default=True)
    assert optional == {"maternal_care", "child_care", "minimum_service", "reporting"}
    assert optional <= {slide.id for slide in _deck(topics=optional).slides}


@pytest.mark.usefixtures("shared_warehouse")
def test_the_bupati_sees_less_and_puskesmas_see_their_kecamatan() -> None:
    whole = {slide.id for slide in _deck().slides}
    bupati = {slide.id for slide in _deck(audience=Audience.BUPATI).slides}
    assert whole - bupati == {"causes", "two_sources", "suggestions"}
    assert not bupati - whole
    giri = _deck(audience=Audience.PUSKESMAS, kecamatan="35.10.17")
    of_kecamatan = [slide for slide in giri.slides if slide.id.startswith("area")]
    assert [slide.id for slide in of_kecamatan] == ["area", "area_services", "area_mortality", "area_stunting"]
    assert not {"summary", "mortality", "stunting", "innovations"} & {slide.id for slide in giri.slides}
    for slide in of_kecamatan[1:]:
        assert isinstance(slide.body, ChartBody)
        assert all("Giri" in chart.title for chart in slide.body.charts)


@pytest.mark.usefixtures("shared_warehouse")
def test_causes_of_one_kecamatan_are_for_staff_only_and_the_footer_says_so() -> None:
    of_giri = {"audience": Audience.PUSKESMAS, "kecamatan": "35.10.17", "topics": {"mortality"}}
    public, staff = _deck(**of_giri), _deck(**of_giri, reader=Reader.STAFF)
    assert "causes" not in {slide.id for slide in public.slides}
    causes = next(slide for slide in staff.slides if slide.id == "causes")
    assert isinstance(causes.body, ChartBody)
    assert "untuk staf dinas" in causes.footer


@pytest.mark.usefixtures("shared_warehouse")
def test_where_no_survey_was_published_there_is_no_slide_of_two_sources() -> None:
    deck = rakor_deck(
        warehouse.current(), kabupaten="63.11", period=Period.year(2025), today=date(2026, 11, 22), topics={"stunting"}
    )
    ids = [slide.id for slide in deck.slides]
    assert "stunting" in ids
    assert "two_sources" not in ids


@pytest.mark.usefixtures("shared_warehouse")
def test_a_finding_says_nothing_of_years_after_the_period_and_sample_words_stand_on_marked_slides_only() -> None:
    for kabupaten, period in (("51.01", Period.year(2012)), ("51.01", Period.year(2022)), ("35.10", Period.year(2024))):
        deck = rakor_deck(warehouse.current(), kabupaten=kabupaten, period=period, today=date(2026, 11, 22))
        for slide in deck.slides:
            assert slide.sample or not re.search("contoh", slide.headline, re.IGNORECASE), slide.headline
        assert ("two_sources" in {slide.id for slide in deck.slides}) is (period.end.year >= 2022)


@pytest.mark.usefixtures("shared_warehouse")
def test_an_area_outside_the_kabupaten_is_refused() -> None:
    with pytest.raises(KeyError):
        _deck(audience=Audience.PUSKESMAS, kecamatan="51.01.01")


def test_every_question_of_a_template_can_be_asked() -> None:
    asked = {chart.question for b in catalogue().briefings.values() for s in b.slides.values() for chart in s.charts}
    assert asked <= set(QUESTIONS)
