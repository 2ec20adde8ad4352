"""The twelve services beside one another: coverage as the pages have it, all people, and the even pace."""

from __future__ import annotations

import pytest

from indicators import warehouse
from indicators.charts.of_services import services_reached
from indicators.judgement.minimum_service import services
from indicators.judgement.values import state_of
from indicators.vocabulary import Period

pytestmark = pytest.mark.usefixtures("shared_warehouse")


def asked(period: Period) -> dict[str, object]:
    return {"state": state_of(warehouse.current(), kabupaten="35.10"), "period": period}


def test_each_service_stands_with_its_coverage_beside_all_people_and_the_even_pace() -> None:
    about = asked(Period.parse("2026-01..2026-10"))
    spec = services_reached(warehouse.current(), **about)
    found = services(warehouse.current(), **about)

    assert spec is not None
    [series] = spec.series
    assert [(p.x, p.y) for p in series.points] == [(one.name, one.judged.value) for one in found]
    assert len(found) == 12
    assert [target.value for target in spec.targets] == [100.0]
    # Ten of twelve months.
    assert [line.value for line in spec.lines] == [pytest.approx(83.333, abs=0.001)]
    assert spec.sample
    assert "pelayanan SPM" in spec.finding


def test_a_whole_year_has_no_pace_and_a_year_without_reports_no_chart() -> None:
    whole = services_reached(warehouse.current(), **asked(Period.year(2025)))
    assert whole is not None
    assert not whole.lines
    assert services_reached(warehouse.current(), **asked(Period.year(2012))) is None
