"""What stands out: chance alone hardly ever, a doubled kecamatan, both sides, and never what cannot be judged."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import pytest

from indicators import warehouse
from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.judgement import signals as signals_module
from indicators.judgement.changes import Scale, compare
from indicators.judgement.judged import Judged
from indicators.judgement.signals import Signal, SignalGroup, SignalKind, Signals, find, grouped, signals
from indicators.judgement.values import state_of
from indicators.vocabulary import Basis, Interval, Measure, Period

JEMBRANA, MENDOYO = "51.01", "51.01.02"
MENDOYO_1, MENDOYO_2 = "51.01.P07", "51.01.P08"
YEAR = [f"2024-{month:02}" for month in range(1, 13)]
BEFORE = [f"2023-{month:02}" for month in range(1, 13)]
REPORT = {"live_births": 100, "newborns_weighed": 100, "low_birth_weight": 2}
MANY = REPORT | {"low_birth_weight": 8}

Send = Callable[..., warehouse.Receipt]

# True rates of eight indicators, and how many kecamatan of unequal sizes have them.
RATES = {
    "aki": 120e-5,
    "akb": 8e-3,
    "akn": 6e-3,
    "stillbirth_rate": 5e-3,
    "bblr": 0.05,
    "stunting_eppgbm": 0.08,
    "wasting": 0.04,
    "k4": 0.9,
}
SIZES = np.geomspace(250, 2500, 25).astype(int)


def judged(indicator: str, area: str, events: float, exposure: float, *, all_reported: bool = True) -> Judged:
    entry = catalogue().indicators[indicator]
    year = Period.year(2024)
    return Judged(
        indicator=indicator,
        area=area,
        area_name=area,
        period=year,
        reference=year,
        value=events / exposure * entry.multiplier,
        numerator=events,
        denominator=exposure,
        low=None,
        high=None,
        method="",
        basis=Basis.OFFICIAL,
        measure=Measure.ROUTINE,
        units_matched=1,
        units_expected=1,
        reports_matched=1,
        reports_expected=1,
        too_few=events < catalogue().settings.few_events,
        verdict=None,
        absence=None,
        version=0,
        all_reported=all_reported,
    )


def drawn(numbers: np.random.Generator, *, doubled: tuple[str, int] | None = None) -> list[Judged]:
    """One year of 25 kecamatan with the same true rates, but for one indicator of one kecamatan."""
    found = []
    for indicator, rate in RATES.items():
        for place, size in enumerate(SIZES):
            true = 2 * rate if (indicator, place) == doubled else rate
            if catalogue().indicators[indicator].interval is Interval.POISSON:
                events = numbers.poisson(true * size)
            else:
                events = numbers.binomial(size, true)
            found.append(judged(indicator, f"35.10.{place:02}", float(events), float(size)))
    return found


def stands_out(areas: Sequence[Judged], before: Sequence[Judged]) -> Signals:
    pairs = list(zip(before, areas, strict=True))
    moved = []
    for scale, model in ((Scale.RATIO, Interval.POISSON), (Scale.POINTS, Interval.PROPORTION)):
        of_scale = [pair for pair in pairs if catalogue().indicators[pair[1].indicator].interval is model]
        moved += [change for change in compare(of_scale, scale=scale) if change is not None]
    return find(areas, moved)


def test_where_all_kecamatan_are_alike_hardly_ever_anything_stands_out() -> None:
    # 400 comparisons a run; without control two hundred of them in ten runs would be called signals.
    numbers = np.random.default_rng(20261122)
    runs = 100
    false = sum(bool(stands_out(drawn(numbers), drawn(numbers)).all) for _ in range(runs))
    assert false <= 0.05 * runs


def test_a_kecamatan_with_twice_the_rate_is_found_and_leads() -> None:
    numbers = np.random.default_rng(20261122)
    runs, found, others = 20, 0, 0
    for _ in range(runs):
        seen = stands_out(drawn(numbers, doubled=("bblr", 20)), drawn(numbers))
        wanted = [s for s in seen.worse if (s.kind, s.indicator, s.area) == (SignalKind.AREA, "bblr", "35.10.20")]
        found += bool(wanted)
        others += len([s for s in seen.all if (s.indicator, s.area) != ("bblr", "35.10.20")])
    assert found >= 0.95 * runs
    assert others <= 0.1 * found


def of(period: str = "2024") -> Signals:
    snapshot = warehouse.current()
    state = state_of(snapshot, kabupaten=JEMBRANA)
    return signals(snapshot, state=state, period=Period.parse(period))


def told(found: Sequence[Signal], kind: SignalKind) -> list[tuple[str, str]]:
    return [(signal.indicator, signal.area) for signal in found if signal.kind is kind]


def test_a_kecamatan_beside_the_rest_carries_what_it_is_held_against_and_its_burden(send: Send) -> None:
    # 2 % low birth weight everywhere, 8 % in Mendoyo: 192 of 2,400, where 2 % would be 48.
    send("births", YEAR, REPORT, but={(unit, month): MANY for unit in (MENDOYO_1, MENDOYO_2) for month in YEAR})
    (signal,) = of().worse
    assert (signal.kind, signal.indicator, signal.area) == (SignalKind.AREA, "bblr", MENDOYO)
    assert (signal.beside, signal.burden, signal.better) == (pytest.approx(2.0), pytest.approx(144.0), False)
    assert (signal.period, signal.judged.value) == (Period.year(2024), 8.0)
    assert signal.p_value < 1e-6
    assert of().better == ()


def test_better_than_the_rest_is_told_apart(send: Send) -> None:
    send("births", YEAR, MANY, but={(unit, month): REPORT for unit in (MENDOYO_1, MENDOYO_2) for month in YEAR})
    assert told(of().better, SignalKind.AREA) == [("bblr", MENDOYO)]
    assert of().worse == ()


def test_equal_kecamatan_do_not_stand_out_and_are_counted(send: Send) -> None:
    send("births", YEAR, REPORT)
    found = of()
    assert found.all == ()
    assert found.tested >= 5


def test_a_change_against_last_year_is_told_with_last_years_value(send: Send) -> None:
    send("births", BEFORE, REPORT)
    send("births", YEAR, MANY)
    found = of()
    assert told(found.worse, SignalKind.AREA) == []
    group = grouped(found.worse)[0]
    whole = group.signals[0]
    # 960 of 12,000, where last year's 2 % would be 240; the kecamatan are part of it and told with it.
    assert (whole.kind, whole.area, whole.beside) == (SignalKind.CHANGE, JEMBRANA, 2.0)
    assert whole.burden == pytest.approx(720)
    assert group.burden == whole.burden
    assert len(group.signals) == 1 + len(all_kabupaten()[JEMBRANA].kecamatan)


def test_an_improvement_since_last_year_is_told_apart(send: Send) -> None:
    send("births", BEFORE, MANY)
    send("births", YEAR, REPORT)
    assert of().worse == ()
    assert ("bblr", JEMBRANA) in told(of().better, SignalKind.CHANGE)


def test_missing_reports_take_a_kecamatan_out_of_the_comparison(send: Send) -> None:
    but: dict[tuple[str, str], dict[str, float] | None] = {
        (unit, month): MANY for unit in (MENDOYO_1, MENDOYO_2) for month in YEAR
    }
    send("births", YEAR, REPORT, but=but | {(MENDOYO_1, "2024-12"): None})
    assert of().all == ()


def test_few_events_are_counted_but_never_named(send: Send) -> None:
    # 4 deaths in 24 births are beyond any chance, but four events are too few to judge.
    few = {(unit, "2024-01"): {"live_births": 12} for unit in (MENDOYO_1, MENDOYO_2)}
    send("births", ["2024-01"], {"live_births": 1000}, but=few)
    send("maternal_deaths", ["2024-01"], {"maternal_deaths": 0}, but={(MENDOYO_1, "2024-01"): {"maternal_deaths": 4}})
    assert of("2024-01").all == ()
    send("maternal_deaths", ["2024-01"], {"maternal_deaths": 0}, but={(MENDOYO_1, "2024-01"): {"maternal_deaths": 5}})
    assert told(of("2024-01").worse, SignalKind.AREA) == [("aki", MENDOYO)]


def test_a_kecamatan_whose_counts_only_staff_may_see_is_not_told(send: Send, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(signals_module, "is_protected", lambda element, level: element == "low_birth_weight")
    send("births", BEFORE, REPORT)
    send("births", YEAR, REPORT, but={(unit, month): MANY for unit in (MENDOYO_1, MENDOYO_2) for month in YEAR})
    assert {signal.area for signal in of().all} == {JEMBRANA}


def test_deaths_that_are_part_of_others_are_told_once(send: Send) -> None:
    # The deaths of the first week are neonatal, infant and under-five deaths at once.
    send("births", YEAR, {"live_births": 100})
    none = {"deaths_0_6_days": 1, "deaths_7_28_days": 0, "deaths_29_days_11_months": 0, "deaths_12_59_months": 0}
    many = none | {"deaths_0_6_days": 6}
    send("child_deaths", YEAR, none, but={(unit, month): many for unit in (MENDOYO_1, MENDOYO_2) for month in YEAR})
    assert [area for _, area in told(of().worse, SignalKind.AREA)] == [MENDOYO]


def test_the_largest_burden_stands_first() -> None:
    def signal(indicator: str, area: str, burden: float) -> Signal:
        return Signal(SignalKind.AREA, judged(indicator, area, 10, 100), 1.0, burden, 0.001, better=False)

    found = [signal("bblr", "a", 5), signal("aki", "b", 9), signal("bblr", "c", 7)]
    groups: list[SignalGroup] = grouped(found)
    assert [[s.area for s in group.signals] for group in groups] == [["c", "a"], ["b"]]
    assert [group.burden for group in groups] == [12, 9]


def test_an_empty_kabupaten_has_no_signal_and_nothing_to_compare(official: Path) -> None:
    assert official.exists()
    assert of() == Signals((), (), 0)
