"""Maps: boundaries or tiles, table of the same numbers, downloads, and a click that opens the kecamatan."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import Any

import streamlit as st

from indicators import warehouse
from indicators.areas import all_kabupaten, boundaries
from indicators.catalogue import Indicator, catalogue
from indicators.charts.of_kecamatan import kecamatan_map
from indicators.charts.quality_note import with_quality_note
from indicators.charts.spec import AreaValue, MapSpec, State
from indicators.judgement.compared import is_compared
from indicators.judgement.values import State as KabupatenState
from indicators.render import captions
from indicators.render.frame import map_config
from indicators.render.map_geojson import map_geojson
from indicators.render.plotly_map import plotly_map, plotly_tiles
from indicators.screens import chart_menu, choices, compared, frame, html, quality_mark, sections, selection
from indicators.screens.explain import explained, explained_html, terms_in
from indicators.screens.figures import as_it_is
from indicators.screens.selection import Selection
from indicators.screens.shared import shared
from indicators.vocabulary import Level, MapValues, Period
from indicators.wording import judgement, numbers
from indicators.wording import map as say

PROFILE = "pages/overview/area_profile.py"
_HEIGHT, _SMALL_HEIGHT = 560, 290


@dataclass(frozen=True)
class DrawnMap:
    """A map ready to be sent, in both forms, with the specification for its table and downloads."""

    spec: MapSpec
    figure: dict[str, Any]
    tiles: dict[str, Any]
    heading: str
    footer: str


def show(chosen: Selection) -> None:
    """The map page: any indicator, any period."""
    if sections.nothing_yet(chosen):
        return
    entries = catalogue().indicators
    left, right = st.columns([3, 1])
    with left:
        indicator = _choose_indicator("indikator", show_label=True)
    with right:
        view = choices.choose(
            say.VIEW, "bentuk", list(say.VIEWS), format_option=say.VIEWS.__getitem__, default="peta", buttons=True
        )
        choices.remember("bentuk", view, unless="peta")
    sections.definition(entries[indicator], chosen)
    values = _choose_values(entries[indicator], show_label=True)
    drawn = _drawn(chosen.version, chosen.state, indicator, chosen.period, values, _HEIGHT)
    _figure(drawn, tiles=view == "petak", key="map")
    quality_mark.below((indicator,), chosen)
    if is_compared(entries[indicator]):
        hint = say.SMOOTHED_HINT if values is MapValues.SMOOTHED else say.RAW_HINT
        st.html(f'<p class="hint">{hint}</p>')
        compared.pattern(entries[indicator], chosen)
    st.html(f'<p class="hint">{say.OPEN_HINT}</p>')
    with st.expander(say.TABLE, expanded=True):
        st.html(_table(drawn.spec))


def show_small(chosen: Selection) -> None:
    """The map of the summary, with its own choice of indicator."""
    indicator = _choose_indicator("indikator", show_label=False)
    values = _choose_values(catalogue().indicators[indicator], show_label=False)
    drawn = _drawn(chosen.version, chosen.state, indicator, chosen.period, values, _SMALL_HEIGHT)
    _figure(drawn, tiles=False, key="small-map")
    quality_mark.below((indicator,), chosen)


def _choose_indicator(key: str, *, show_label: bool) -> str:
    """One of the indicators that exist per kecamatan; at first a common one, since rare ones leave the map grey."""
    entries, default = catalogue().indicators, _first_with_enough()
    picked = choices.choose(
        say.INDICATOR,
        key,
        _mapped(),
        format_option=lambda id_: entries[id_].label,
        default=default,
        explanation=terms_in(" ".join(entries[id_].label for id_ in _mapped())) if show_label else "",
        show_label=show_label,
    )
    choices.remember(key, picked, unless=default)
    return picked


def _choose_values(indicator: Indicator, *, show_label: bool) -> MapValues:
    """Values as they are or smoothed, kept in the address; no choice where chance has no part in the indicator."""
    if not is_compared(indicator):
        return MapValues.RAW
    picked = choices.choose(
        say.VALUES,
        "nilai",
        list(MapValues),
        format_option=say.VALUE_CHOICES.__getitem__,
        default=MapValues.RAW,
        buttons=True,
        explanation=say.VALUES_EXPLAINED if show_label else "",
        show_label=show_label,
    )
    choices.remember("nilai", picked, unless=MapValues.RAW)
    return MapValues(picked)


def _mapped() -> list[str]:
    """Indicators that exist per kecamatan, in catalogue order."""
    return [i.id for i in catalogue().indicators.values() if i.numerator and i.lowest_level is Level.KECAMATAN]


def _first_with_enough() -> str:
    """The first headline indicator that is not rare: one that a kecamatan has enough events of."""
    common = [i.id for i in catalogue().headline_indicators() if i.numerator and not i.rare]
    return common[-1] if common else _mapped()[0]


def _figure(drawn: DrawnMap, *, tiles: bool, key: str) -> None:
    with st.container(key=f"framed-{key}"):
        st.html(drawn.heading)
        if not drawn.spec.of(State.VALUE) and drawn.spec.of(State.TOO_FEW):
            st.html(f'<p class="hint">{say.ALL_TOO_FEW}</p>')
        picked = st.plotly_chart(
            as_it_is(drawn.tiles if tiles else drawn.figure),
            width="stretch",
            config=map_config(),
            alt=drawn.spec.alt,
            key=f"{key}-tiles" if tiles else key,
            on_select="rerun",
            selection_mode="points",
        )
        st.html(drawn.footer)
        chart_menu.offer(drawn.spec, key=key, more=(_geojson(drawn.spec),))
    if code := _clicked(picked, drawn.spec):
        selection.select_kecamatan(code)
        st.switch_page(PROFILE)


def _clicked(picked: Any, spec: MapSpec) -> str | None:
    """The code of the clicked kecamatan, from a boundary (`location`) or a tile (`customdata`)."""
    points = picked["selection"]["points"] if picked else []
    known = {area.code for area in spec.areas}
    for point in points:
        custom = point.get("customdata")
        for value in (point.get("location"), custom, custom[0] if isinstance(custom, list) and custom else None):
            if isinstance(value, str) and value in known:
                return value
    return None


@shared(most=200)
def _drawn(
    version: int, state: KabupatenState, indicator: str, period: Period, values: MapValues, height: int
) -> DrawnMap:
    snapshot = warehouse.at(version)
    spec = kecamatan_map(snapshot, indicator=indicator, state=state, period=period, values=values)
    spec = with_quality_note(spec, snapshot, indicators=(indicator,), state=state, period=period)
    outlines, dashes = frame.served_boundaries(all_kabupaten()[state.kabupaten])
    return DrawnMap(
        spec=spec,
        figure=plotly_map(
            spec,
            boundaries_url=f"/app/static/boundaries/{outlines}",
            dashes_url=f"/app/static/boundaries/{dashes}",
            height=height,
        ),
        tiles=plotly_tiles(spec),
        heading=explained_html(captions.heading(spec)),
        footer=captions.footer(spec),
    )


def _geojson(spec: MapSpec) -> chart_menu.File:
    content = functools.partial(map_geojson, spec, boundaries=boundaries(all_kabupaten()[spec.kabupaten]))
    return chart_menu.File(say.DOWNLOAD_GEOJSON, "geojson", "application/geo+json", content)


def _table(spec: MapSpec) -> str:
    rows = [
        [
            html.text(area.name),
            explained(judgement.value(area.value, spec.decimals, spec.unit)) if area.value is not None else "–",
            html.text(judgement.interval(area.low, area.high, spec.decimals).removeprefix("selang 95 %: ") or "–"),
            html.text(_behind(area)),
            html.text(area.remark),
        ]
        for area in sorted(spec.areas, key=lambda a: a.name)
    ]
    return html.table(say.COLUMNS, rows, numeric=(1, 2))


def _behind(area: AreaValue) -> str:
    if area.numerator is None:
        return "–"
    if area.denominator is None:
        return numbers.number(area.numerator)
    return f"{numbers.number(area.numerator)} / {numbers.number(area.denominator)}"
