"""The map of one indicator in one period; the same specification serves the choropleth and the tile map."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from indicators.areas import Kabupaten
from indicators.catalogue import Indicator, catalogue
from indicators.charts.area_values import alt_text, area_values, is_sample
from indicators.charts.spec import MapSpec
from indicators.judgement.judged import Judged
from indicators.vocabulary import Basis, Period
from indicators.wording import charts as wording
from indicators.wording import judgement


def area_map(
    *,
    indicator: Indicator,
    kabupaten: Kabupaten,
    period: Period,
    judged: Iterable[Judged],
    version: int,
    moment: str = "",
    source: str = "",
    note: str = "",
    notes: tuple[str, ...] = (),
    smoothed: Mapping[str, float] | None = None,
) -> MapSpec:
    """Every kecamatan of the kabupaten, with or without a value.

    source: defaults to the indicator's. moment: when that data version came about, as text.
    note: added to the footer (`pembilang publik, penyebut contoh`). smoothed: values to show instead, by code.
    """
    found = list(judged)
    areas = area_values(indicator=indicator, kabupaten=kabupaten, period=period, judged=found, smoothed=smoothed)
    label = indicator.label if smoothed is None else wording.smoothed(indicator.label)
    title = wording.title_per_area(label=label, kabupaten=kabupaten.name, period=period)
    bases = [j.basis for j in found if j.basis is not None]
    basis = Basis.weakest(*bases) if bases else None
    named = source or indicator.source
    rule = catalogue().settings.rule_version
    line = judgement.source_line(named, basis, version, rule=rule, moment=moment)
    return MapSpec(
        title=title,
        unit=indicator.unit,
        decimals=indicator.decimals,
        kabupaten=kabupaten.code,
        areas=areas,
        source=named,
        basis="" if basis is None else judgement.BASIS[basis],
        version=version,
        rule_version=rule,
        footer=f"{line} · {note}" if note else line,
        alt=alt_text(title=title, unit=indicator.unit, areas=areas),
        sample=is_sample(found),
        outlines=kabupaten.boundaries_label,
        values=wording.RAW_VALUES if smoothed is None else wording.SMOOTHED_VALUES,
        notes=notes,
    )
