"""Every chart says what it shows: its alternative text begins with the same finding, and names unit and period."""

from __future__ import annotations

import re
from typing import Any

import pytest

from indicators import warehouse
from indicators.charts import control, of_indicator, of_kecamatan
from indicators.charts.spec import ChartSpec
from indicators.judgement.values import state_of
from indicators.vocabulary import Dimension, Period
from indicators.wording import control as words

pytestmark = pytest.mark.usefixtures("shared_warehouse")

BANYUWANGI = "35.10"
UNTIL = Period.year_to(2026, 10)
PARTS = {"kecamatan": None, "period": UNTIL, "may_see_small_cells": False}
ICONS = re.escape("".join([*words.VARIATION_ICON.values(), *words.ASSURANCE_ICON.values()]))
ASKED: dict[str, tuple[str, dict[str, Any]]] = {
    "rates over the years": ("values_over_years", {"indicators": ("aki",), "until": UNTIL}),
    "two measures over the years": (
        "values_over_years",
        {"indicators": ("stunting_survey", "stunting_eppgbm"), "until": UNTIL},
    ),
    "published counts": ("published_counts", {"indicator": "aki"}),
    "running totals": ("running_counts", {"indicator": "akb", "area": BANYUWANGI, "last": UNTIL}),
    "causes": ("broken_down", {"indicator": "aki", "dimension": Dimension.CAUSE, **PARTS}),
    "sexes": ("broken_down", {"indicator": "akb", "dimension": Dimension.SEX, **PARTS}),
    "cases beside prevalence": ("cases_beside_prevalence", {"indicator": "stunting_eppgbm", "until": UNTIL}),
    "shares by month": ("over_time", {"indicator": "k6", "area": BANYUWANGI, "last": UNTIL}),
    "rates by month": ("over_time", {"indicator": "akb", "area": BANYUWANGI, "last": UNTIL}),
    "between rare events": ("over_time", {"indicator": "aki", "area": BANYUWANGI, "last": UNTIL}),
    "years together": ("pooled_beside", {"indicator": "aki", "area": BANYUWANGI, "last": UNTIL}),
    "kecamatan with their intervals": ("kecamatan_compared", {"indicator": "akb", "period": UNTIL}),
    "kecamatan in a funnel": ("kecamatan_funnel", {"indicator": "akb", "period": UNTIL}),
    "kecamatan with few events": ("kecamatan_funnel", {"indicator": "aki", "period": UNTIL}),
    "map": ("kecamatan_map", {"indicator": "akb", "period": UNTIL}),
    "map of few events": ("kecamatan_map", {"indicator": "aki", "period": UNTIL}),
    "yearly results": ("yearly_results", {"indicator": "innovations_iga", "until": UNTIL}),
}


def drawn(asked: str) -> Any:
    question, parameters = ASKED[asked]
    snapshot = warehouse.current()
    module = next(m for m in (control, of_kecamatan, of_indicator) if hasattr(m, question))
    spec = getattr(module, question)(snapshot, state=state_of(snapshot, kabupaten=BANYUWANGI), **parameters)
    assert spec is not None
    return spec


@pytest.mark.parametrize("asked", ASKED)
def test_the_alternative_text_begins_with_the_finding_and_names_unit_and_period(asked: str) -> None:
    spec = drawn(asked)
    assert spec.finding
    # The icons of variation and assurance are not read aloud.
    assert spec.alt.casefold().startswith(re.sub(f"[{ICONS}] ", "", spec.finding).casefold())
    assert spec.unit in spec.alt
    assert re.search(r"\b20\d\d\b", spec.alt)
    assert not re.search(r"\s\s|[{}!]|\bNone\b", spec.alt)


@pytest.mark.parametrize("asked", ASKED)
def test_a_finding_on_sample_numbers_begins_with_that_word(asked: str) -> None:
    spec = drawn(asked)
    # Published numbers stand on these three, whatever else the chart shows.
    published = {"two measures over the years", "published counts", "cases beside prevalence", "yearly results"}
    assert spec.finding.startswith("Contoh: ") is (asked not in published)


def test_the_newest_value_of_the_finding_is_the_last_one_drawn() -> None:
    spec = drawn("rates over the years")
    assert isinstance(spec, ChartSpec)
    last = [point for point in spec.series[-1].points if point.y is not None][-1]
    assert f"tercatat {last.y:.1f}".replace(".", ",") in spec.finding


def test_the_finding_of_a_running_total_is_its_label() -> None:
    spec = drawn("running totals")
    assert isinstance(spec, ChartSpec)
    (label,) = [point.label for point in spec.series[-1].points if point.label]
    assert f"tercatat {label} kematian bayi" in spec.finding
