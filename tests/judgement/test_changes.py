"""Against the same months last year: what compares, in which scale, and what may be said of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from indicators import warehouse
from indicators.judgement.change_sentences import words_of
from indicators.judgement.changes import Change, Scale, changes
from indicators.judgement.values import state_of
from indicators.vocabulary import Level, Period

JEMBRANA, BANYUWANGI = "51.01", "35.10"
FIRST, SECOND = "51.01.P07", "51.01.P08"

Send = Callable[..., warehouse.Receipt]


def months(year: int, last: int = 12) -> list[str]:
    return [f"{year}-{month:02}" for month in range(1, last + 1)]


def found(period: str, level: Level = Level.KABUPATEN) -> dict[tuple[str, str], Change]:
    snapshot = warehouse.current()
    state = state_of(snapshot, kabupaten=JEMBRANA)
    return changes(
        snapshot,
        indicators=["aki", "pf", "new_stunting", "report_completeness"],
        state=state,
        period=Period.parse(period),
        level=level,
    )


def deaths(send: Send, year: int, count: int, last: int = 12) -> None:
    send("births", months(year, last), {"live_births": 100})
    send(
        "maternal_deaths",
        months(year, last),
        {"maternal_deaths": 0},
        but={(FIRST, f"{year}-02"): {"maternal_deaths": count}},
    )


def test_rates_are_compared_as_a_ratio_with_the_months_of_last_year(send: Send) -> None:
    deaths(send, 2024, 28)
    deaths(send, 2025, 14, last=6)
    change = found("2025-01..2025-06")["aki", JEMBRANA]
    assert change.scale is Scale.RATIO
    # 14 on 6.000 births after 28 on 6.000: a ratio of one half; exactly binomial, 2 P(X <= 14 of 42 halves) = 0.0436.
    assert change.estimate == pytest.approx(0.5)
    assert change.p_value == pytest.approx(0.0436, abs=1e-4)
    assert (change.distinguishable, change.better, change.rose) == (True, True, False)
    assert change.before.period == Period.year_to(2024, 6)


def test_28_deaths_and_then_24_are_chance_and_the_detectable_change_is_said_with_it(send: Send) -> None:
    deaths(send, 2024, 28)
    deaths(send, 2025, 24)
    change = found("2025")["aki", JEMBRANA]
    assert (change.distinguishable, change.better) == (False, None)
    assert change.detectable_fall == pytest.approx(-0.527, abs=5e-4)
    assert change.detectable_rise == pytest.approx(1.114, abs=5e-4)
    words = words_of(change)
    assert words.line == (
        "Setahun sebelumnya: 233,3; tercatat 14 % lebih rendah "
        "(biasanya baru dapat dikenali bila turun 53 % atau naik 111 %)"
    )
    assert words.interval.startswith("selang 95 %: turun ")


def test_an_incomplete_year_is_not_compared(send: Send) -> None:
    deaths(send, 2024, 28)
    deaths(send, 2025, 14, last=6)
    assert ("aki", JEMBRANA) not in found("2025")
    assert ("aki", JEMBRANA) not in found("2024")


def test_a_kecamatan_whose_reports_are_missing_is_not_compared_but_the_others_are(send: Send) -> None:
    deaths(send, 2024, 6)
    send("births", months(2025), {"live_births": 100}, but={(FIRST, "2025-03"): None})
    send("maternal_deaths", months(2025), {"maternal_deaths": 1})
    compared = {area for indicator, area in found("2025", Level.KECAMATAN) if indicator == "aki"}
    assert len(compared) == 4


def test_several_years_together_have_no_year_before(send: Send) -> None:
    deaths(send, 2023, 3)
    deaths(send, 2024, 3)
    assert found("2023..2024") == {}


def test_without_events_in_either_year_nothing_is_told_and_no_change_could_be(send: Send) -> None:
    deaths(send, 2024, 0)
    deaths(send, 2025, 0)
    change = found("2025")["aki", JEMBRANA]
    assert (change.estimate, change.p_value, change.distinguishable) == (None, 1.0, False)
    assert (change.detectable_fall, change.detectable_rise) == (None, None)
    assert words_of(change).said == "tidak ada kejadian pada kedua tahun"
    assert words_of(change).least == "tahun lalu tidak ada kejadian, jadi tidak ada perubahan dalam persen"


def test_a_rise_from_none_is_said_without_a_percentage(send: Send) -> None:
    deaths(send, 2024, 0)
    deaths(send, 2025, 6)
    change = found("2025")["aki", JEMBRANA]
    assert (change.distinguishable, change.better) == (True, False)
    assert words_of(change).said == "naik dari nol, bermakna"
    assert words_of(change).interval.endswith("sampai tanpa batas atas")


def test_every_change_of_the_sample_has_its_scale_and_contradicts_no_test(shared_warehouse: Path) -> None:
    snapshot = warehouse.current()
    state = state_of(snapshot, kabupaten=BANYUWANGI)
    for level in (Level.KABUPATEN, Level.KECAMATAN):
        compared = changes(
            snapshot,
            indicators=["aki", "pf", "new_stunting", "stunting_eppgbm", "report_completeness"],
            state=state,
            period=Period.year_to(2025, 10),
            level=level,
        )
        assert {key[0]: change.scale for key, change in compared.items()} == {
            "aki": Scale.RATIO,
            "pf": Scale.POINTS,
            "new_stunting": Scale.RATIO,
            "stunting_eppgbm": Scale.POINTS,
        }
        for change in compared.values():
            assert change.distinguishable == (change.p_value < 0.05)
            assert ("bermakna" in words_of(change).said) == change.distinguishable
            assert change.before.reference == change.now.reference.years_earlier(1)
