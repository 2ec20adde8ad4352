from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import plotly.graph_objects as go
import pytest

from indicators.catalogue import Target
from indicators.charts.bars import Counted, Known, counted_bars
from indicators.charts.running_total import MonthCounts, running_total
from indicators.charts.spec import ChartSpec, Dash, Mark, Point, ReferenceLine, Role, Series, State, TargetPoint
from indicators.charts.years import Evidence, YearLine, YearPanel, YearTarget, YearValue, over_years, panels_over_years
from indicators.render.frame import Figure
from indicators.render.plotly_chart import plotly_chart
from indicators.vocabulary import Basis, Period

PUBLISHED = YearLine(
    "AKB, angka publikasi",
    Evidence.PUBLISHED,
    Basis.PUBLISHED,
    tuple(YearValue(year, value) for year, value in [(2010, 8.2), (2011, 9.1), (2014, 6.1), (2015, 6.4)]),
)
COMPUTED = YearLine(
    "AKB, dihitung",
    Evidence.COMPUTED,
    Basis.OFFICIAL,
    (
        YearValue(2015, 6.0, low=5.0, high=7.5),
        YearValue(2016, 5.0, low=4.0, high=6.25),
        YearValue(2017, 3.0, low=2.0, high=4.5, period=Period.year_to(2017, 5)),
    ),
)
SAMPLE = replace(COMPUTED, basis=Basis.SAMPLE)
TARGET = YearTarget(2016, Target(value=16, document="RPJMN 2015-2019"), "AKB, dihitung")


def years(*lines: YearLine, targets: tuple[YearTarget, ...] = ()) -> ChartSpec:
    return over_years(title="AKB", unit="per 1.000 KH", decimals=1, lines=lines, footer="Sumber", targets=targets)


def bars() -> ChartSpec:
    return counted_bars(
        title="Penyebab",
        unit="kematian",
        series_name="Kematian",
        basis=Basis.OFFICIAL,
        footer="Sumber",
        bars=(
            Counted("Perdarahan", 9),
            Counted("Abortus", 0),
            Counted("Infeksi", None, Known.SUPPRESSED),
            Counted("Partus lama", None, Known.MISSING),
        ),
    )


def compared(**changes: Any) -> ChartSpec:
    """25 areas with hover texts as long as they come; every third has too few events."""
    hover = (
        "Kecamatan Tegaldlimo\nAngka Kematian Ibu (AKI): 121,7 per 100.000 KH\n"
        "2 kematian ibu dari 1.643 kelahiran hidup\nSelang 95 %: 80,9 sampai 175,9\n"
        "Kejadian terlalu sedikit untuk dinilai\nPeriode: Januari–Oktober 2026\n"
        "Laporan: 2 dari 2 puskesmas, 1 dari 20 laporan bulanan belum masuk\nDasar: DATA CONTOH"
    )
    points = [
        Point(f"Kecamatan {n}", float(n), hover, n / 2, n * 3.0, state=State.TOO_FEW if n % 3 == 0 else State.VALUE)
        for n in range(25)
    ]
    plain: dict[str, Any] = {
        "title": "AKI per kecamatan",
        "unit": "per 100.000 KH",
        "horizontal": True,
        "categories": tuple(p.x for p in points),
        "series": (
            Series("AKI", Mark.POINT, Role.COMPUTED, tuple(p for p in points if p.state is State.VALUE)),
            Series("Sedikit", Mark.POINT, Role.NEUTRAL, tuple(p for p in points if p.state is State.TOO_FEW)),
        ),
        "footer": "Sumber",
        "alt": "AKI",
        "sample": True,
        "lines": (ReferenceLine(12.0, "Kabupaten: 12,0"),),
        "targets": (TargetPoint(18.0, "Target RPJMN 2024: 18", "Target"),),
    }
    return ChartSpec(**(plain | changes))


def running() -> ChartSpec:
    return running_total(
        title="Kematian ibu",
        unit="jumlah kematian ibu",
        name="Kematian ibu",
        current=MonthCounts(2026, (1.0,) * 10, Basis.SAMPLE),
        earlier=tuple(MonthCounts(year, (1.0,) * 12, Basis.SAMPLE) for year in (2023, 2024, 2025)),
        footer="Sumber",
    )


def panels() -> ChartSpec:
    count = YearLine("Kasus", Evidence.COUNT, Basis.PUBLISHED, (YearValue(2021, 4726), YearValue(2022, 2704)))
    rate = YearLine("Prevalensi", Evidence.PUBLISHED, Basis.PUBLISHED, (YearValue(2021, 8.64), YearValue(2022, 3.95)))
    return panels_over_years(
        title="Stunting",
        unit="dua satuan",
        footer="Sumber",
        panels=(YearPanel("Kasus", "balita", 0, (count,)), YearPanel("Prevalensi", "persen", 2, (rate,))),
    )


def named(figure: Figure, name: str) -> list[dict[str, Any]]:
    return [trace for trace in figure["data"] if trace["name"] == name]


def test_published_and_computed_values_never_share_a_trace() -> None:
    figure = plotly_chart(years(PUBLISHED, COMPUTED))

    assert [v for t in named(figure, "AKB, angka publikasi") for v in t["y"] if v is not None] == [8.2, 9.1, 6.1, 6.4]
    assert [v for t in named(figure, "AKB, dihitung") for v in t["y"] if v is not None] == [6.0, 5.0, 3.0]


def test_published_values_lie_on_top_of_computed_ones() -> None:
    assert plotly_chart(years(PUBLISHED, COMPUTED))["data"][-1]["name"] == "AKB, angka publikasi"


def test_a_gap_in_the_years_breaks_the_line() -> None:
    (trace,) = named(plotly_chart(years(PUBLISHED)), "AKB, angka publikasi")

    assert trace["x"] == ["2010", "2011", "2012", "2013", "2014", "2015"]
    assert trace["y"] == [8.2, 9.1, None, None, 6.1, 6.4]
    assert trace["connectgaps"] is False


def test_a_partial_year_is_not_joined_to_whole_years() -> None:
    whole, part = named(plotly_chart(years(COMPUTED)), "AKB, dihitung")

    assert whole["x"] == ["2015", "2016"]
    assert (part["x"], part["y"], part["mode"]) == (["2017"], [3.0], "markers")
    assert part["marker"]["symbol"].endswith("-open")


def test_error_bars_reach_from_low_to_high() -> None:
    trace, _ = named(plotly_chart(years(COMPUTED)), "AKB, dihitung")
    bars = trace["error_y"]

    assert [y + up for y, up in zip(trace["y"], bars["array"], strict=True)] == [7.5, 6.25]
    assert [y - down for y, down in zip(trace["y"], bars["arrayminus"], strict=True)] == [5.0, 4.0]


def test_a_target_is_labelled_with_its_document_year_and_value() -> None:
    annotations = plotly_chart(years(COMPUTED, targets=(TARGET,)))["layout"]["annotations"]

    assert [(a["x"], a["y"]) for a in annotations if a["text"] == "<b>Target RPJMN<br>2016: 16</b>"] == [(1, 16)]


def test_a_label_gives_way_to_a_point_that_stands_beside_it() -> None:
    near = YearLine("Dekat", Evidence.PUBLISHED, Basis.PUBLISHED, (YearValue(2014, 6.0), YearValue(2015, 6.1)))
    whole, _ = named(plotly_chart(years(near, COMPUTED)), "AKB, dihitung")
    (other,) = named(plotly_chart(years(near, COMPUTED)), "Dekat")

    assert whole["text"] == ["", "5,0"]
    assert "text" not in other


def test_a_target_is_drawn_in_its_own_year_only_and_only_where_given() -> None:
    (target,) = named(plotly_chart(years(COMPUTED, targets=(TARGET,))), "Target RPJMN 2016: 16")

    assert (target["x"], target["y"], target["mode"]) == (["2016"], [16], "markers")
    assert not [t for t in plotly_chart(years(COMPUTED))["data"] if t["name"].startswith("Target")]


@pytest.mark.parametrize("line", [COMPUTED, SAMPLE])
def test_the_sample_mark_is_on_the_chart_exactly_when_it_is_a_sample(line: YearLine) -> None:
    spec = years(line)
    marks = [a for a in plotly_chart(spec)["layout"]["annotations"] if "DATA CONTOH" in a["text"]]

    assert len(marks) == (1 if line is SAMPLE else 0)


def test_zero_is_a_bar_a_suppressed_count_is_hatched_and_a_missing_one_is_words() -> None:
    shown, hatched, words = plotly_chart(bars())["data"]

    assert (shown["y"], shown["x"], shown["text"]) == (["Perdarahan", "Abortus"], [9, 0], ["9", "0"])
    assert (hatched["y"], hatched["base"], hatched["x"]) == (["Infeksi"], [1.0], [3.0])
    assert hatched["marker"]["pattern"]["shape"]
    assert (words["y"], words["mode"], words["text"]) == (["Partus lama"], "text", ["<i>Belum ada data</i>"])


def test_too_few_events_are_open_grey_marks() -> None:
    figure = plotly_chart(compared())
    (few,) = named(figure, "Sedikit")

    assert few["x"] == [0.0, 3.0, 6.0, 9.0, 12.0, 15.0, 18.0, 21.0, 24.0]
    assert few["marker"]["symbol"] == "circle-open"
    assert few["marker"]["color"] != named(figure, "AKI")[0]["marker"]["color"]


def test_the_first_area_is_at_the_top() -> None:
    low, high = plotly_chart(compared())["layout"]["yaxis"]["range"]

    assert low > high


def test_kabupaten_and_target_are_lines_across_all_areas() -> None:
    layout = plotly_chart(compared())["layout"]

    assert [(shape["x0"], shape["x1"]) for shape in layout["shapes"]] == [(12.0, 12.0), (18.0, 18.0)]
    assert {"<b>Kabupaten: 12,0</b>", "<b>Target RPJMN 2024: 18</b>"} <= {a["text"] for a in layout["annotations"]}


def test_panels_have_an_axis_each_and_share_their_years() -> None:
    figure = plotly_chart(panels())

    assert [trace.get("yaxis", "y") for trace in figure["data"]] == ["y", "y2"]
    assert figure["layout"]["xaxis"]["anchor"] == "y2"
    upper, lower = (figure["layout"][axis]["domain"] for axis in ("yaxis", "yaxis2"))
    assert upper[0] > lower[1]


def test_numbers_are_written_the_indonesian_way_and_years_are_categories() -> None:
    layout = plotly_chart(years(PUBLISHED))["layout"]

    assert layout["separators"] == ",."
    assert layout["xaxis"]["type"] == "category"


def test_texts_from_data_are_not_markup() -> None:
    spec = years(YearLine("<b>AKB & AKI</b>", Evidence.PUBLISHED, Basis.PUBLISHED, (YearValue(2010, 1.0, sign="<"),)))
    (trace,) = plotly_chart(spec)["data"]

    assert trace["name"] == "&lt;b&gt;AKB &amp; AKI&lt;/b&gt;"
    assert trace["text"] == ["&lt;1"]


def every_kind() -> dict[str, ChartSpec]:
    return {
        "years": years(PUBLISHED, SAMPLE, targets=(TARGET,)),
        "running total": running(),
        "bars": bars(),
        "compared": compared(),
        "panels": panels(),
        "nothing": years(YearLine("AKB", Evidence.COMPUTED, Basis.OFFICIAL, (YearValue(2024, None),))),
    }


@pytest.mark.parametrize("kind", every_kind())
def test_every_number_of_the_specification_is_in_the_figure_and_no_other(kind: str) -> None:
    spec = every_kind()[kind]
    axis = "x" if spec.horizontal else "y"
    # Words have no place on the value axis, and a suppressed bar spans its bounds.
    traces = [t for t in plotly_chart(spec)["data"] if t.get("mode") != "text" and "base" not in t]
    drawn = [value for trace in traces for value in trace[axis] if value is not None]
    expected = [p.y for s in spec.series for p in s.points if p.y is not None]
    expected += [t.value for t in spec.targets if t.x is not None]

    assert sorted(drawn) == sorted(expected)


@pytest.mark.parametrize("kind", every_kind())
def test_a_figure_is_valid_plotly_and_small(kind: str) -> None:
    figure = plotly_chart(every_kind()[kind])

    assert go.Figure(figure).to_dict()["layout"]["height"] == figure["layout"]["height"]
    assert len(json.dumps(figure, separators=(",", ":"), ensure_ascii=False).encode()) < 9_000


@pytest.mark.parametrize("kind", every_kind())
def test_nothing_is_written_smaller_than_12_pixels(kind: str) -> None:
    sizes = _font_sizes(plotly_chart(every_kind()[kind]))

    assert sizes
    assert min(sizes) >= 12


def _font_sizes(part: Any) -> list[float]:
    if isinstance(part, list):
        return [size for item in part for size in _font_sizes(item)]
    if not isinstance(part, dict):
        return []
    own = [value["size"] for key, value in part.items() if key.endswith("font") and "size" in value]
    return own + [size for value in part.values() for size in _font_sizes(value)]


def test_numbers_are_sent_two_digits_finer_than_they_are_written() -> None:
    point = Point("Giri", 121.65432109, "Giri", 80.91234567, 175.98765432)
    spec = compared(categories=("Giri",), series=(Series("AKI", Mark.POINT, Role.COMPUTED, (point,)),))
    (trace,) = plotly_chart(spec)["data"]

    assert trace["x"] == [121.654]
    assert (trace["error_x"]["array"], trace["error_x"]["arrayminus"]) == ([54.333], [40.742])


def test_totals_of_incomplete_months_are_hollow_dotted_and_not_joined_to_the_line() -> None:
    months = MonthCounts(2026, (2, 1, 3, 1), Basis.OFFICIAL, ((Period.month(2026, 3), 9, 10),))
    spec = running_total(title="T", unit="kematian", name="Kematian", current=months, earlier=(), footer="Sumber")
    solid, apart = plotly_chart(spec)["data"]

    assert (solid["x"], solid["line"]["dash"]) == (["Jan", "Feb"], "solid")
    assert (apart["x"], apart["y"], apart["line"]["dash"]) == (["Mar", "Apr"], [6, 7], "dot")
    assert apart["marker"]["symbol"] == "circle-open"
    assert apart["showlegend"] is False


def test_limits_are_stepped_lines_that_say_nothing_when_pointed_at() -> None:
    limit = Series(
        "Batas atas",
        Mark.STEP,
        Role.LIMIT,
        tuple(Point(x=x, y=y, hover="") for x, y in (("2021", 14.0), ("2023", 12.0))),
        dash=Dash.DASH,
    )
    spec = ChartSpec(
        title="AKN",
        unit="per 1.000 KH",
        categories=("2021", "2022", "2023"),
        series=(limit,),
        footer="Sumber",
        alt="AKN",
        sample=False,
        from_zero=False,
    )
    figure = plotly_chart(spec)
    [trace] = figure["data"]
    assert (trace["line"]["shape"], trace["mode"], trace["hoverinfo"]) == ("hvh", "lines", "skip")
    assert trace["y"] == [14.0, None, 12.0]
    assert figure["layout"]["yaxis"]["rangemode"] == "normal"


def test_marks_without_words_let_the_pointer_through_to_those_below() -> None:
    marked = Series("Berubah", Mark.POINT, Role.BETTER, (Point(x="2021", y=14.0, hover=""),))
    spec = ChartSpec(
        title="AKN",
        unit="per 1.000 KH",
        categories=("2021",),
        series=(marked,),
        footer="Sumber",
        alt="AKN",
        sample=False,
    )
    [trace] = plotly_chart(spec)["data"]
    assert trace["hoverinfo"] == "skip"
    assert "hovertemplate" not in trace


def test_long_names_of_categories_leave_room_for_one_another_on_a_phone() -> None:
    names = tuple(f"Mar {year} (2)" for year in range(20, 56))
    line = Series("Jarak", Mark.LINE, Role.COMMON, tuple(Point(x=x, y=1.0, hover=x) for x in names))
    spec = ChartSpec(title="AKI", unit="KH", categories=names, series=(line,), footer="Sumber", alt="AKI", sample=False)
    ticks = plotly_chart(spec)["layout"]["xaxis"]["tickvals"]
    # Ten letters of 6,8 pixels and 8 between them: three fit into 300 pixels. The newest is always named.
    assert len(ticks) == 3
    assert ticks[-1] == names[-1]


def test_an_axis_of_a_few_whole_events_has_no_ticks_between_them() -> None:
    few = counted_bars(
        title="Penyebab",
        unit="kematian",
        series_name="Kematian",
        basis=Basis.OFFICIAL,
        footer="Sumber",
        bars=(Counted("Infeksi", 2), Counted("Abortus", 0)),
    )
    assert plotly_chart(few)["layout"]["xaxis"]["dtick"] == 1
    assert "dtick" not in plotly_chart(bars())["layout"]["xaxis"]
