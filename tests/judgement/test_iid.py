"""Count and quality of a kabupaten's innovations: only what staff entered is reckoned with."""

from __future__ import annotations

import pytest

from indicators import warehouse
from indicators.judgement import iid
from indicators.judgement.iid import Lacking
from indicators.judgement.iid_sentences import sentences_of
from indicators.judgement.maturity import EVIDENCE
from indicators.vocabulary import Mode
from indicators.wording import iid as say

CODE = "51.01"
YEAR = {"year": 2026, "innovations": 20, "score_sum": 1000.0, "guideline": "after_2023", "divisor": 10}
STEPS = ({"year": 2026, "least": 0, "score": 1.0}, {"year": 2026, "least": 30, "score": 4.0})


@pytest.fixture
def told(entries_of):
    """Publishes the year, its count scores, innovations by name and their stars; gives what is judged of them."""

    def publish(year, steps=STEPS, named=None, stars=None, mode=Mode.OFFICIAL) -> iid.CountAndQuality:
        named = named or {}
        ids = {name: f"{CODE}.I{n:03}" for n, name in enumerate(named, start=1)}
        entries_of("innovation_registry", *({"id": ids[name], "name": name, **of} for name, of in named.items()))
        evidence = [
            {"innovation": ids[name], "guideline": "after_2023", "number": number, "stars": count}
            for name, of in (stars or {}).items()
            for number, count in of.items()
        ]
        entries_of(EVIDENCE, *evidence)
        entries_of(iid.YEARS, *([year] if year else []), mode=mode)
        entries_of(iid.COUNT_SCORES, *steps)
        return iid.count_and_quality(warehouse.current(), CODE)

    return publish


def test_nothing_is_reckoned_from_the_number_of_health_innovations(told):
    found = told(None, named={"A": {"iga_years": [2026], "iga_status": "sent"}})
    assert (found.simulation, found.lacking) == (None, (Lacking.YEAR,))
    assert sentences_of(found, year=2026, missing=14) == [say.LACKING["year"], say.DIRECTION]


def test_everything_that_is_lacking_is_said_at_once(told):
    found = told({"year": 2026, "innovations": 221}, steps=())
    assert found.lacking == (Lacking.SCORE_SUM, Lacking.DIVISOR, Lacking.COUNT_SCORES)
    said = sentences_of(found, year=2026, missing=0)
    assert "221" in said[0]
    assert "jumlah skor semua inovasi, pembagi paling sedikit, dan tabel skor jumlah inovasi" in said[1]
    assert said[-1] == say.DIRECTION


def test_fewer_innovations_of_all_sectors_than_named_for_health_is_a_contradiction(told):
    sent = {"iga_years": [2026], "iga_status": "sent"}
    assert told(YEAR | {"innovations": 1}, named={"A": sent, "B": sent}).lacking == (Lacking.FEWER_THAN_NAMED,)


def test_one_more_innovation_below_the_mean_lowers_the_index(told):
    found = told(YEAR)
    # 1000 / 20 + 1; the next step is ten innovations away.
    assert (found.simulation.part, found.simulation.mean) == (51, 50)
    assert found.simulation.even == pytest.approx(50)
    assert found.simulation.step == (30, 3)
    assert any("di bawah 50,0 menurunkan IID" in said for said in sentences_of(found, year=2026, missing=0))


def test_named_innovations_that_are_not_sent_are_told_by_their_evidence(told):
    everything = dict.fromkeys(range(1, 21), 3)
    found = told(
        YEAR,
        named={"Kuat": {}, "Lemah": {}, "Separuh": {}, "Terkirim": {"iga_years": [2026], "iga_status": "sent"}},
        stars={
            "Kuat": everything,
            "Lemah": dict.fromkeys(range(1, 21), 1),
            "Separuh": {1: 3},
            "Terkirim": everything,
        },
    )
    # Three stars everywhere: 19 * 3 + 10 = 67; one star everywhere: 19 + 5 = 24; one of three alone 3 to 67.
    scores = {one.innovation.name: (one.least, one.most) for one in found.matures}
    assert scores == {"Kuat": (67, 67), "Terkirim": (67, 67), "Lemah": (24, 24), "Separuh": (3, 67)}
    effects = {one.maturity.innovation.name: (one.least, one.lowers) for one in found.further}
    assert effects["Kuat"] == (pytest.approx((67 - 50) / 21), False)
    assert effects["Lemah"] == (pytest.approx((24 - 50) / 21), True)
    assert effects["Separuh"] == (pytest.approx((3 - 50) / 21), None)
    assert "Terkirim" not in effects
    assert sentences_of(found, year=2026, missing=0)[-1] == say.lowering(["Lemah"])


def test_what_reaching_the_target_would_do_is_said_with_its_scores(told):
    found = told(YEAR, named={"Lemah": {}}, stars={"Lemah": dict.fromkeys(range(1, 21), 1)})
    # Ten more of 24 points: 1240 / 30 + 4 is 45.33, from 51.
    said = say.to_target(10, 24, 1240 / 30 + 4 - 51, None)
    assert said in sentences_of(found, year=2026, missing=10)
    # The figures of 2026 hold that year's own innovations for health: those of 2027 do not come on top of them.
    assert said not in sentences_of(found, year=2027, missing=10)


def test_evidence_is_ranked_by_the_points_of_one_more_star(told):
    found = told(
        YEAR,
        named={"A": {}, "B": {}},
        stars={"A": {14: 0, 3: 2, 1: 2, 9: 3}, "B": {3: 0, 14: 3}},
    )
    # Replication from none to one star is worth 5; budget one point for each of two; regulation, which is
    # required, one point for A. What has three stars or is not recorded gains nothing.
    assert [(gain.number, gain.points, gain.unrecorded) for gain in found.gains] == [(14, 5, 0), (3, 2, 0), (1, 1, 1)]
    assert found.simulation.of_more_score(5) == 0.25


def test_a_sum_on_another_scale_is_not_held_against_evidence(told):
    weak = {"named": {"A": {}}, "stars": {"A": {1: 1}}}
    assert told(YEAR | {"score_sum": 2000.0}, **weak).incomparable is Lacking.OTHER_SCALE
    assert told(YEAR | {"guideline": None}, **weak).incomparable is Lacking.GUIDELINE
    assert told(YEAR | {"guideline": None}, **weak).further == ()


def test_what_was_entered_for_practice_says_so(told):
    assert told(YEAR, mode=Mode.SAMPLE).year.practice
    assert not told(YEAR).year.practice
