"""The charts of all kecamatan beside one another: intervals, funnel and map, from judged results."""

from __future__ import annotations

from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.charts.area_map import area_map
from indicators.charts.compared import TargetOfYear, compared_areas
from indicators.charts.funnel import FunnelSpec, funnel_plot
from indicators.charts.spec import ChartSpec, MapSpec, with_finding
from indicators.judgement.compared import compared, smoothed_values
from indicators.judgement.compared_sentences import groups_finding, spread_finding, widened_sentence
from indicators.judgement.inequality import inequality
from indicators.judgement.judged import Judged
from indicators.judgement.values import State, judge
from indicators.vocabulary import AreaGroup, Level, MapValues, Period
from indicators.warehouse import Snapshot
from indicators.wording import compared as say
from indicators.wording import judgement
from indicators.wording import topics as topic_words


def kecamatan_compared(snapshot: Snapshot, *, indicator: str, state: State, period: Period) -> ChartSpec | None:
    """Kecamatan with their intervals, in groups. None without data.

    What is not compared (a count without denominator, say) has no groups: those with few events or reports that are
    missing stand below the others by name.
    """
    here, entry = all_kabupaten()[state.kabupaten], catalogue().indicators[indicator]
    areas = judge(snapshot, indicators=[indicator], kabupaten=here.code, period=period, level=Level.KECAMATAN)
    whole = judge(snapshot, indicators=[indicator], kabupaten=here.code, period=period)[0]
    if whole.value is None:
        return None
    found = compared(snapshot, indicator=indicator, state=state, period=period)
    groups = found.group_of if found else {}
    target = TargetOfYear(whole.verdict.year, whole.verdict.target) if whole.verdict else None
    unranked = any(not j.all_reported and j.value is not None for j in areas)
    spec = compared_areas(
        indicator=entry,
        kabupaten=here,
        period=whole.reference,
        judged=areas,
        order=tuple(j.area for j in sorted(areas, key=lambda j: _place(j, groups.get(j.area)))),
        groups=groups,
        footer=_source(whole, state),
        whole=whole.value,
        target=target,
        notes=(
            say.ORDER_IN_GROUPS if groups else topic_words.ORDER_BY_VALUE,
            *((topic_words.PROVISIONAL_BELOW,) if unranked else ()),
        ),
    )
    unequal = inequality(snapshot, indicator=indicator, state=state, period=period)
    return with_finding(spec, spread_finding(found, unequal) if found else "")


def kecamatan_funnel(snapshot: Snapshot, *, indicator: str, state: State, period: Period) -> FunnelSpec | None:
    """Kecamatan between the limits of chance. None for an indicator without them, or without any event."""
    here, entry = all_kabupaten()[state.kabupaten], catalogue().indicators[indicator]
    found = compared(snapshot, indicator=indicator, state=state, period=period)
    if found is None:
        return None
    whole = judge(snapshot, indicators=[indicator], kabupaten=here.code, period=period)[0]
    return funnel_plot(
        indicator=entry,
        kabupaten=here,
        compared=found,
        finding=groups_finding(found),
        footer=_source(whole, state),
        notes=tuple(filter(None, (say.FUNNEL_NOTE, widened_sentence(found)))),
    )


def kecamatan_map(
    snapshot: Snapshot, *, indicator: str, state: State, period: Period, values: MapValues = MapValues.RAW
) -> MapSpec:
    """One indicator over all kecamatan, with or without data; values drawn towards that of all where asked for."""
    here, entry = all_kabupaten()[state.kabupaten], catalogue().indicators[indicator]
    areas = judge(snapshot, indicators=[indicator], kabupaten=here.code, period=period, level=Level.KECAMATAN)
    reference = next((j.reference for j in areas if j.value is not None), period)
    smoothed = smoothed_values(entry, areas) if values is MapValues.SMOOTHED else None
    spec = area_map(
        indicator=entry, kabupaten=here, period=reference, judged=areas, version=state.version, smoothed=smoothed
    )
    found = compared(snapshot, indicator=indicator, state=state, period=period)
    return with_finding(spec, groups_finding(found) if found else "")


def _place(judged: Judged, group: AreaGroup | None) -> tuple[int, float, str]:
    """By group; within it by value, but few events and missing reports by name, since they have no rank."""
    order = list(AreaGroup)
    if group is None:
        by_name = judged.value is not None and not judged.all_reported
        return int(by_name), 0.0 if by_name else -(judged.value or 0), judged.area_name
    ranked = group in (AreaGroup.OUTSIDE_WORSE, AreaGroup.OUTSIDE_BETTER, AreaGroup.WITHIN)
    return order.index(group), -(judged.value or 0) if ranked else 0.0, judged.area_name


def _source(whole: Judged, state: State) -> str:
    source = catalogue().indicators[whole.indicator].source
    return judgement.source_line(source, whole.basis, state.version, rule=catalogue().settings.rule_version)
