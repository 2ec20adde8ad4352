"""Sentences picked from judged results: what they claim is what was tested, and the numbers are the judged ones."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from indicators import warehouse
from indicators.areas import all_kabupaten
from indicators.judgement import sentences
from indicators.judgement.cards import headline_cards
from indicators.judgement.changes import changes
from indicators.judgement.values import State, judge, state_of
from indicators.vocabulary import Basis, Level, Movement, Period

JEMBRANA = "51.01"
CLAIMS = re.compile(r"\b(turun|naik)\b")
BOTH_YEARS = [f"{year}-{month:02}" for year in (2023, 2024) for month in range(1, 13)]

Send = Callable[..., warehouse.Receipt]


def told(indicator: str, period: str) -> str:
    snapshot = warehouse.current()
    state, when = state_of(snapshot, kabupaten=JEMBRANA), Period.parse(period)
    (judged,) = judge(snapshot, indicators=[indicator], kabupaten=JEMBRANA, period=when)
    since = changes(snapshot, indicators=[indicator], state=state, period=when)
    return sentences.of_judged(judged, since.get((indicator, JEMBRANA)))


def deaths(year: int, each: int, but: int = 0) -> dict[tuple[str, str], dict[str, float]]:
    """Reports of every puskesmas and month of a year, `but` more deaths in the first."""
    units = [f.id for f in all_kabupaten()[JEMBRANA].puskesmas]
    months = [f"{year}-{month:02}" for month in range(1, 13)]
    rows = {(unit, month): {"maternal_deaths": float(each)} for unit in units for month in months}
    rows[units[0], months[0]] = {"maternal_deaths": float(each + but)}
    return rows


@pytest.mark.parametrize(
    ("before", "now", "movement"),
    [
        (0, 0, Movement.EQUAL),
        (20, 20, Movement.EQUAL),
        (20, 23, Movement.SEEMS_HIGHER),
        (23, 20, Movement.SEEMS_LOWER),
        (0, 1, Movement.SEEMS_HIGHER),
        (55, 25, Movement.FELL),  # the deaths of 2021 and 2022: exact p = 0.001
        (25, 55, Movement.ROSE),
        (28, 45, Movement.SEEMS_HIGHER),  # 28 of 73: exact p = 0.06
    ],
)
def test_two_counts_are_told_apart_by_their_test(before: float, now: float, movement: Movement) -> None:
    assert sentences.movement_of_counts(before, now) is movement


def test_a_change_that_chance_allows_is_not_said_to_be_a_fall(send: Send) -> None:
    send("births", BOTH_YEARS, {"live_births": 100})
    send("maternal_deaths", BOTH_YEARS, {"maternal_deaths": 0}, but={**deaths(2023, 0, 28), **deaths(2024, 0, 24)})
    said = told("aki", "2024")
    # 24 / 12,000 x 100,000 = 200.0 and 28 / 12,000 = 233.3.
    assert said.startswith(
        "AKI Kabupaten Jembrana pada 2024 tercatat 200,0 per 100.000 KH (24 kematian ibu dari 12.000"
    )
    assert "Dibanding 2023 (233,3), angka ini tercatat lebih rendah, belum dapat dibedakan dari kebetulan" in said
    claimed, _, least = said.partition("kebetulan; ")
    assert not CLAIMS.search(claimed)
    assert least.startswith("biasanya baru dapat dikenali bila turun 53 % atau naik 111 %.")


def test_a_change_that_chance_does_not_allow_is_said_with_its_size(send: Send) -> None:
    send("births", BOTH_YEARS, {"live_births": 100})
    send("maternal_deaths", BOTH_YEARS, {"maternal_deaths": 0}, but={**deaths(2023, 0, 55), **deaths(2024, 0, 25)})
    assert "Dibanding 2023 (458,3), angka ini turun 55 %; perubahan itu bermakna" in told("aki", "2024")


def test_a_share_is_told_in_points(send: Send) -> None:
    send("births", ["2023-01"], {"live_births": 100, "newborns_weighed": 1000, "low_birth_weight": 100})
    send("births", ["2024-01"], {"live_births": 100, "newborns_weighed": 1000, "low_birth_weight": 62})
    assert "Dibanding Januari 2023 (10,0 %), angka ini turun 3,8 poin persen" in told("bblr", "2024-01")


def test_missing_reports_make_a_sentence_provisional_and_compare_nothing(send: Send) -> None:
    send("births", BOTH_YEARS, {"live_births": 100}, but={("51.01.P07", "2024-12"): None})
    send("maternal_deaths", BOTH_YEARS, {"maternal_deaths": 1})
    said = told("aki", "2024")
    assert said.startswith("Sementara: AKI Kabupaten Jembrana pada 2024 tercatat")
    assert "Laporannya belum lengkap (10 dari 10 puskesmas, 1 dari 120 laporan bulanan belum masuk)" in said
    assert "Dibanding" not in said


def test_a_value_that_is_not_there_says_why(official: Path, send: Send) -> None:
    send("maternal_deaths", ["2024-01"], {"maternal_deaths": 1})
    assert told("aki", "2024-01") == "AKI Kabupaten Jembrana pada Januari 2024: penyebut belum ada."


@pytest.mark.usefixtures("shared_warehouse")
class TestTheShippedData:
    @pytest.fixture(params=sorted(all_kabupaten()))
    def state(self, request: pytest.FixtureRequest) -> State:
        return state_of(warehouse.current(), kabupaten=request.param)

    def test_each_card_has_a_sentence_where_it_has_a_number(self, state: State) -> None:
        for card in headline_cards(warehouse.current(), state=state, period=Period.year_to(2026, 10)):
            said = sentences.of_card(card)
            has_number = (card.now and card.now.value is not None) or card.quoted or card.missing_year
            assert bool(said) is bool(has_number), card.indicator.id
            if card.now and card.now.basis is Basis.SAMPLE:
                assert said.startswith("Contoh: ")
            if said and not (card.change and card.change.distinguishable):
                assert not CLAIMS.search(said)

    @pytest.mark.parametrize("period", ["2024", "2026-01..2026-10", "2026-10", "2023..2025"])
    def test_a_kecamatan_is_told_in_few_sentences(self, state: State, period: str) -> None:
        snapshot, when = warehouse.current(), Period.parse(period)
        for area in all_kabupaten()[state.kabupaten].kecamatan:
            said = sentences.of_kecamatan(snapshot, state=state, period=when, kecamatan=area.code)
            assert said.startswith(f"Contoh: Kecamatan {area.name} pada ")
            assert len(re.findall(r"\.(?= |$)", said)) <= 5
            assert not re.search(r"\s\s|[{}!]|\bNone\b", said)

    def test_what_is_said_of_a_number_follows_its_test(self, state: State) -> None:
        snapshot, when = warehouse.current(), Period.year(2024)
        for level in (Level.KABUPATEN, Level.KECAMATAN):
            every = changes(snapshot, indicators=["aki", "akb", "k6", "stunting_eppgbm", "weighing"], state=state,
                            period=when, level=level)  # fmt: skip
            assert every
            for since in every.values():
                claimed, _, _ = sentences.of_change(since).partition("; ")
                assert bool(CLAIMS.search(claimed)) is since.distinguishable


def test_a_change_is_not_told_where_either_years_count_is_withheld(send: Send) -> None:
    # Two people served in a kecamatan and month close that month in all kecamatan, also for the year after it.
    few = {("51.01.P01", "2023-01"): {"tb_suspects_served": 1}, ("51.01.P02", "2023-01"): {"tb_suspects_served": 1}}
    send("minimum_service_targets", ["2023", "2024"], {"tb_suspects_spm_target": 100})
    send("minimum_services", BOTH_YEARS, {"tb_suspects_served": 5}, but=few)
    snapshot = warehouse.current()
    state = state_of(snapshot, kabupaten=JEMBRANA)
    asked = {"indicators": ["spm_tb_suspects"], "state": state, "period": Period.year(2024), "level": Level.KECAMATAN}
    assert changes(snapshot, **asked) == {}
    assert len(changes(snapshot, **asked, may_see_small_cells=True)) == 5
