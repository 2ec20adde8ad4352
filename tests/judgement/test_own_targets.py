"""The next target of innovations is set by staff, and everything that holds a count against a target knows it."""

from __future__ import annotations

from datetime import date

from indicators import warehouse
from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.charts.of_indicator import yearly_results
from indicators.judgement.cards import cards_of
from indicators.judgement.innovations import next_target
from indicators.judgement.own_targets import COUNT, TARGETS, with_targets
from indicators.judgement.pace import count_pace
from indicators.judgement.pace_sentences import count_sentences
from indicators.judgement.values import state_of
from indicators.vocabulary import Mode, Period

CODE = "35.10"
TODAY = date(2026, 11, 22)
NEXT = {"year": 2027, "least": 55, "document": "Rakor Dinkes 5 Desember 2026"}


def test_without_one_the_next_target_is_still_to_be_set(empty_warehouse, entries_of):
    entries_of(TARGETS, kabupaten=CODE)
    assert next_target(warehouse.current(), CODE, TODAY) == (2026, None)
    assert with_targets(warehouse.current(), CODE) == all_kabupaten()[CODE]


def test_a_target_that_staff_set_is_the_way_ahead_and_the_last_year_is_still_told(entries_of, quote):
    quote(COUNT, 2025, 52, kabupaten=CODE)
    entries_of(TARGETS, NEXT, kabupaten=CODE)
    snapshot = warehouse.current()
    state = state_of(snapshot, kabupaten=CODE)
    assert next_target(snapshot, CODE, TODAY) == (2027, 55)
    ahead, over = (
        count_sentences(count_pace(snapshot, indicator=COUNT, state=state, today=TODAY, over=over))
        for over in (False, True)
    )
    assert ahead[0].startswith("Target 2027: paling sedikit 55")
    assert over == ["Tahun 2025 berakhir dengan 52 inovasi dikirim ke IGA; target paling sedikit 50 tercapai."]
    [card] = cards_of(snapshot, entries=[catalogue().indicators[COUNT]], state=state, period=Period.year(2026))
    assert card.ahead is not None
    assert (card.ahead[0], card.ahead[1].document) == (2027, "Rakor Dinkes 5 Desember 2026")
    chart = yearly_results(snapshot, indicator=COUNT, state=state, until=Period.year(2026))
    assert [(target.x, target.value) for target in chart.targets] == [("2025", 50), ("2027", 55)]


def test_what_staff_set_stands_before_what_is_shipped_and_practice_says_so(entries_of):
    entries_of(TARGETS, NEXT | {"year": 2025, "least": 45}, kabupaten=CODE, mode=Mode.SAMPLE)
    [target] = with_targets(warehouse.current(), CODE).targets[COUNT].values()
    assert (target.value, target.document) == (45, "Rakor Dinkes 5 Desember 2026 (latihan)")
