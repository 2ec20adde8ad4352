"""Charts and maps of data that fail a check say so themselves, in exports too."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from indicators import warehouse
from indicators.areas import all_kabupaten
from indicators.charts.of_area import kecamatan_spine
from indicators.charts.of_kecamatan import kecamatan_compared, kecamatan_map
from indicators.charts.quality_note import with_quality_note
from indicators.charts.questions import answer
from indicators.judgement.values import state_of
from indicators.render.chart_numbers import numbers_csv
from indicators.vocabulary import Mode, Period
from indicators.wording import quality as say

JEMBRANA = "51.01"
UNITS = [facility.id for facility in all_kabupaten()[JEMBRANA].puskesmas]
YEAR = Period.year(2025)
NOTE = say.about("AKI", ["consistency"])

FileOf = Callable[..., warehouse.Submission]


def publish(file_of: FileOf, deaths: dict[str, float]) -> None:
    """A January of Jembrana in which one puskesmas reports these deaths and the others none."""
    warehouse.switch_mode(JEMBRANA, Mode.OFFICIAL, by="ana")
    births = {(unit, "2025-01"): {"live_births": 100, "stillbirths": 0} for unit in UNITS}
    warehouse.publish(file_of("births", births, mode=Mode.OFFICIAL))
    every = {(unit, "2025-01"): {"maternal_deaths": 0} for unit in UNITS} | {(UNITS[0], "2025-01"): deaths}
    warehouse.publish(file_of("maternal_deaths", every, mode=Mode.OFFICIAL))


def test_a_map_and_a_chart_of_impossible_counts_say_so(empty_warehouse: Path, file_of: FileOf) -> None:
    publish(file_of, {"maternal_deaths": 1, "maternal_deaths_infection": 3})
    snapshot = warehouse.current()
    state = state_of(snapshot, kabupaten=JEMBRANA)
    about = {"indicators": ("aki",), "state": state, "period": YEAR}
    drawn = with_quality_note(kecamatan_map(snapshot, indicator="aki", state=state, period=YEAR), snapshot, **about)
    assert drawn.footer.endswith(NOTE)
    assert NOTE in numbers_csv(drawn).decode("utf-8-sig")
    chart = kecamatan_compared(snapshot, indicator="aki", state=state, period=YEAR)
    assert chart is not None
    assert NOTE in numbers_csv(with_quality_note(chart, snapshot, **about)).decode("utf-8-sig")
    months = {"indicator": "aki", "area": JEMBRANA, "last": YEAR}
    running = answer("running_counts", snapshot, state=state, parameters=months)
    assert running is not None
    assert running.footer.endswith(NOTE)
    spine = kecamatan_spine(snapshot, state=state, area="51.01.01", period=YEAR)
    assert spine is not None
    assert spine.footer.endswith(NOTE)


def test_where_nothing_fails_nothing_is_added(empty_warehouse: Path, file_of: FileOf) -> None:
    publish(file_of, {"maternal_deaths": 3, "maternal_deaths_infection": 3})
    snapshot = warehouse.current()
    state = state_of(snapshot, kabupaten=JEMBRANA)
    drawn = kecamatan_map(snapshot, indicator="aki", state=state, period=YEAR)
    assert with_quality_note(drawn, snapshot, indicators=("aki",), state=state, period=YEAR) == drawn
