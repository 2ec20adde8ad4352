"""The charts of a topic page where reports are missing: nothing incomplete stands beside something complete."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from indicators import warehouse
from indicators.areas import all_kabupaten
from indicators.charts.of_indicator import broken_down, running_counts, values_over_years
from indicators.charts.of_kecamatan import kecamatan_compared
from indicators.charts.spec import ChartSpec, Series, State
from indicators.judgement.values import state_of
from indicators.vocabulary import Dimension, Mode, Period
from indicators.warehouse import Submission

JEMBRANA, MENDOYO_1 = "51.01", "51.01.P07"
BOTH_YEARS = [f"{year}-{month:02}" for year in (2023, 2024) for month in range(1, 13)]

Send = Callable[[str, Mapping[str, float], str | None], None]


@pytest.fixture
def send(empty_warehouse: Path, file_of: Callable[..., Submission]) -> Send:
    """Publishes the same row of every puskesmas for every month of two years, but for one month of Mendoyo 1."""
    warehouse.switch_mode(JEMBRANA, Mode.OFFICIAL, by="ana")

    def publish(dataset: str, row: Mapping[str, float], without: str | None = None) -> None:
        units = [facility.id for facility in all_kabupaten()[JEMBRANA].puskesmas]
        rows = {(u, m): row for u in units for m in BOTH_YEARS if (u, m) != (MENDOYO_1, without)}
        warehouse.publish(file_of(dataset, rows, mode=Mode.OFFICIAL))

    return publish


def chart(question: Callable[..., ChartSpec | None], **asked: object) -> ChartSpec:
    snapshot = warehouse.current()
    spec = question(snapshot, state=state_of(snapshot, kabupaten=JEMBRANA), **asked)
    assert spec is not None
    return spec


def states(series: Series) -> list[State]:
    return [point.state for point in series.points]


def test_this_years_total_stops_at_the_newest_complete_month(send: Send) -> None:
    send("maternal_deaths", {"maternal_deaths": 1}, "2024-12")
    spec = chart(running_counts, indicator="aki", area=JEMBRANA, last=Period.year(2024))
    before, now = spec.series

    assert states(before) == [State.VALUE] * 12
    assert states(now) == [State.VALUE] * 11 + [State.PROVISIONAL]
    assert [p.label for p in now.points if p.label] == ["110"]
    assert now.points[11].hover.splitlines()[-1] == "Sementara, 9 dari 10 puskesmas (Desember 2024)"
    assert len(spec.notes) == 1
    assert spec.notes[0].startswith("Titik terbuka: sementara")


def test_a_year_in_which_a_report_is_missing_is_marked_over_the_years(send: Send) -> None:
    send("births", {"live_births": 100}, "2024-12")
    send("maternal_deaths", {"maternal_deaths": 1})
    spec = chart(values_over_years, indicators=("aki",), until=Period.year(2024))

    assert states(spec.series[0]) == [State.VALUE, State.PROVISIONAL]
    assert any(note.startswith("Titik terbuka bertanda sementara") for note in spec.notes)


def test_a_kecamatan_with_missing_reports_stands_below_the_others_without_a_rank(send: Send) -> None:
    send("births", {"live_births": 100, "newborns_weighed": 100, "low_birth_weight": 5}, "2024-12")
    spec = chart(kecamatan_compared, indicator="bblr", period=Period.year(2024))

    assert spec.categories[-1] == "Mendoyo"
    assert states(spec.series[1]) == [State.PROVISIONAL]
    assert any("tidak ikut diurutkan" in note for note in spec.notes)


def test_where_all_reports_are_there_nothing_is_provisional(send: Send) -> None:
    send("births", {"live_births": 100, "newborns_weighed": 100, "low_birth_weight": 5})
    spec = chart(kecamatan_compared, indicator="bblr", period=Period.year(2024))

    assert [s.name for s in spec.series] == ["BBLR, dengan selang 95 %"]
    assert len(spec.notes) == 1


def test_a_breakdown_of_an_incomplete_period_says_so(send: Send) -> None:
    causes = {"maternal_deaths": 1, "maternal_deaths_haemorrhage": 1}
    send("maternal_deaths", causes, "2024-12")
    asked = {"indicator": "aki", "dimension": Dimension.CAUSE, "kecamatan": None, "may_see_small_cells": True}
    incomplete = chart(broken_down, period=Period.year(2024), **asked)
    complete = chart(broken_down, period=Period.year(2023), **asked)

    assert incomplete.notes == ("Sementara, 9 dari 10 puskesmas (Desember 2024).",)
    assert "data sementara" in incomplete.footer
    assert complete.notes == ()
    assert "data resmi" in complete.footer
