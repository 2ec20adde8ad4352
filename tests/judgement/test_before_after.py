"""An innovation's indicator before and after its start, in a small Jembrana whose reports are written by hand."""

from __future__ import annotations

import re

import pytest

from indicators import warehouse
from indicators.areas import all_kabupaten
from indicators.charts.before_after import before_and_after
from indicators.judgement import before_after_sentences as sentences
from indicators.judgement import values
from indicators.judgement.before_after import BeforeAfter, Unanswered, before_after, candidates
from indicators.vocabulary import Period
from indicators.wording import before_after as say
from tests.judgement.conftest import JEMBRANA

HERE = all_kabupaten()[JEMBRANA]
OWN = HERE.kecamatan[0].code
PLACES = {f.id: f.kecamatan for f in HERE.puskesmas}
# Applied in January 2024: 2023 lies before; February 2024 to January 2025 is the first year after.
STARTED = {"indicators": ["bblr"], "kecamatan": [OWN], "applied_from": "2024-01-15"}
MONTHS = [f"{year}-{month:02}" for year in (2023, 2024, 2025) for month in range(1, 13)][:25]
CAUSES = re.compile(r"\b(berkat|akibat|disebabkan|menyebabkan|berhasil|dampak|efektif)\b", re.IGNORECASE)


def births(light: int) -> dict[str, float]:
    return {"live_births": 100, "newborns_weighed": 100, "low_birth_weight": light}


@pytest.fixture
def told(send, entries_of):
    """The comparison of one innovation; own, others: light newborns a hundred in the months after its start."""

    def publish(
        own: int = 5, others: int = 10, before: int = 10, fields=STARTED, months=MONTHS, copies=(), without=()
    ) -> BeforeAfter:
        later = {
            (id_, month): births(own if place == OWN else others)
            for id_, place in PLACES.items()
            for month in months
            if month > "2024-01"
        }
        send("births", months, births(before), later | dict.fromkeys(without))
        entries_of("innovation_registry", {"id": f"{JEMBRANA}.I001", "name": "Jempol", **fields})
        entries_of("innovation_replications", *copies)
        snapshot = warehouse.current()
        state = values.state_of(snapshot, kabupaten=JEMBRANA)
        return before_after(snapshot, state=state, innovation=f"{JEMBRANA}.I001")

    return publish


def test_a_year_on_either_side_is_compared_without_the_month_of_the_start(told):
    found = told()
    assert [w.period for w in found.own.before] == [Period.year(2023)]
    assert [w.period for w in found.own.after] == [Period.parse("2024-02..2025-01")]
    mine = sum(place == OWN for place in PLACES.values())
    assert (found.own.before[0].numerator, found.own.before[0].denominator) == (120 * mine, 1200 * mine)
    # 10 to 5 of a hundred, beside 10 to 10: five percentage points.
    assert found.difference.own.estimate == pytest.approx(-0.05)
    assert found.difference.others.estimate == 0
    assert found.difference.difference.estimate == pytest.approx(-0.05)
    assert found.beyond_chance(found.difference.difference)
    assert (len(found.own.areas), len(found.others.areas), found.left_out, found.compared) == (1, 4, (), 1)


def test_a_difference_beyond_chance_is_said_to_be_one_and_no_cause(told):
    found = told()
    said = sentences.finding(found)
    assert f"BBLR di {HERE.kecamatan[0].name} (mulai penerapan Januari 2024)" in said
    assert "Februari 2024–Januari 2025 dibanding 2023: turun 5,0 poin persen" in said
    assert "5,0 poin persen lebih rendah daripada di kecamatan lain" in said
    assert said.endswith("lebih jauh daripada yang wajar karena kebetulan.")
    assert sentences.remarks(found)[:2] == [say.NOT_A_CAUSE, say.EARLIER_UNKNOWN]
    assert not CAUSES.search(" ".join([said, *sentences.remarks(found)]))


def test_a_difference_that_may_be_chance_says_so(told):
    found = told(own=9)
    assert not found.beyond_chance(found.difference.difference)
    assert sentences.finding(found).endswith("belum dapat dibedakan dari kebetulan.")


def test_a_fall_that_the_others_have_too_is_no_difference(told):
    found = told(own=5, others=5)
    assert found.beyond_chance(found.difference.own)
    assert found.difference.difference.estimate == 0
    assert sentences.finding(found).endswith("belum dapat dibedakan dari kebetulan.")


def test_the_chart_parts_before_from_after_and_draws_both_intervals(told):
    told()
    snapshot = warehouse.current()
    state = values.state_of(snapshot, kabupaten=JEMBRANA)
    spec = before_and_after(snapshot, state=state, innovation=f"{JEMBRANA}.I001", indicator="bblr")
    assert spec.categories == ("−1", "mulai", "+1")
    assert [series.name for series in spec.series] == ["Kecamatan lain (4)", "Kecamatan dengan inovasi (1)"]
    assert all(point.low < point.y < point.high for series in spec.series for point in series.points)
    assert spec.notes[0].endswith(
        "adalah 2023 dan Februari 2024–Januari 2025; bulan atau tahun mulainya sendiri tidak dihitung."
    )
    assert spec.notes[1] == say.NOT_A_CAUSE
    assert spec.alt.startswith(spec.finding)


def test_a_place_that_copied_it_belongs_to_neither_group(told):
    copier = next(id_ for id_, place in PLACES.items() if place != OWN)
    plan, running = (
        {"id": f"{JEMBRANA}.R001", "innovation": f"{JEMBRANA}.I001", "copier": copier, "state": state}
        for state in ("draft", "done")
    )
    assert told(copies=[plan]).copying == ()
    found = told(copies=[running])
    assert found.copying == (PLACES[copier],)
    assert len(found.others.areas) == 3
    assert "mencontohnya" in sentences.remarks(found)[-1]


def test_a_place_without_complete_reports_is_left_out(told):
    missing = next(id_ for id_, place in PLACES.items() if place != OWN)
    found = told(without=[(missing, "2023-05")])
    assert found.left_out == (PLACES[missing],)


@pytest.mark.parametrize(("month", "reason"), [("2023-05", Unanswered.LEFT_OUT), ("2024-05", Unanswered.SHORT_AFTER)])
def test_without_its_own_reports_there_is_no_comparison(told, month, reason):
    own = next(id_ for id_, place in PLACES.items() if place == OWN)
    assert told(without=[(own, month)]).unanswered is reason


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"indicators": []}, Unanswered.NO_INDICATOR),
        ({"indicators": ["stunting_survey"]}, Unanswered.NOT_PER_KECAMATAN),
        ({"applied_from": None}, Unanswered.NO_START),
        ({"kecamatan": []}, Unanswered.NO_AREA),
        ({"kecamatan": [area.code for area in HERE.kecamatan[:3]]}, Unanswered.NO_OTHERS),
        ({"applied_from": "2023-12-01"}, Unanswered.SHORT_BEFORE),
        ({"applied_from": "2024-02-01"}, Unanswered.SHORT_AFTER),
    ],
)
def test_what_is_lacking_is_said(told, change, reason):
    found = told(fields=STARTED | change)
    assert (found.unanswered, found.difference) == (reason, None)
    assert sentences.unanswered(found)
    assert sentences.finding(found) == ""
    if reason is Unanswered.SHORT_AFTER:
        assert "setelah laporan Februari 2025 lengkap" in sentences.unanswered(found)


def test_too_few_events_are_not_compared(told):
    # Two a month in each of the puskesmas before, none after.
    assert told(own=0).unanswered is Unanswered.TOO_FEW


def test_without_an_application_the_trial_is_the_start(told):
    found = told(fields={"indicators": ["bblr"], "kecamatan": [OWN], "trial_from": "2024-01-15"})
    assert (found.start, found.on_trial) == (Period.month(2024, 1), True)
    assert "mulai uji coba Januari 2024" in sentences.finding(found)


def test_a_yearly_target_is_compared_by_whole_years(told, send):
    months = [f"{year}-{month:02}" for year in (2023, 2024, 2025) for month in range(1, 13)]
    send("annual_targets", ["2023", "2024", "2025"], {"pregnant_women_target": 1200})
    send("maternal_services", months, {"antenatal_first_visits": 100, "antenatal_fourth_visits": 80})
    found = told(fields=STARTED | {"indicators": ["k4"]}, months=months)
    assert [w.period for w in (*found.own.before, *found.own.after)] == [Period.year(2023), Period.year(2025)]
    assert found.own.before[0].value == pytest.approx(80)


def test_only_innovations_with_an_indicator_are_offered_those_that_can_be_compared_first(entries_of):
    entries_of(
        "innovation_registry",
        {"id": f"{JEMBRANA}.I001", "name": "A", "indicators": ["bblr"]},
        {"id": f"{JEMBRANA}.I002", "name": "B", **STARTED},
        {"id": f"{JEMBRANA}.I003", "name": "C"},
    )
    assert [one.name for one in candidates(warehouse.current(), JEMBRANA)] == ["B", "A"]
