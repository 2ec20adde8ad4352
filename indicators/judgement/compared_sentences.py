"""What may be said of compared areas: each sentence is chosen by the test behind it."""

from __future__ import annotations

from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.judgement.compared import Compared, Pattern, PatternFound
from indicators.judgement.inequality import Inequality
from indicators.vocabulary import AreaGroup, Basis, Interval
from indicators.wording import compared as say
from indicators.wording import narrative


def groups_finding(compared: Compared) -> str:
    """What a funnel or a map of them says; on sample data marked as practice."""
    return _marked(compared, groups_sentence(compared))


def spread_finding(compared: Compared, inequality: Inequality | None = None) -> str:
    """What their intervals beside one another say; on sample data marked as practice."""
    slope = slope_sentence(compared, inequality) if inequality else ""
    return _marked(compared, spread_sentence(compared), slope)


def groups_sentence(compared: Compared) -> str:
    """Who is beyond the limits of chance, and how many others are not or cannot be told."""
    return say.groups(
        worse=names_of(compared, AreaGroup.OUTSIDE_WORSE),
        better=names_of(compared, AreaGroup.OUTSIDE_BETTER),
        within=len(compared.of(AreaGroup.WITHIN)),
        too_few=len(compared.of(AreaGroup.TOO_FEW)),
        apart=len(compared.of(AreaGroup.INCOMPLETE, AreaGroup.OVERFULL, AreaGroup.ABSENT)),
        withheld=len(compared.of(AreaGroup.WITHHELD)),
    )


def spread_sentence(compared: Compared) -> str:
    """How much areas differ beyond chance, or that they do not; empty with fewer than two areas or no event."""
    found, entry = compared.spread, catalogue().indicators[compared.indicator]
    if found.areas < 2 or compared.pooled is None:
        return ""
    if found.tau == 0 or found.p_value > 1 - catalogue().settings.confidence:
        return say.SPREAD_BY_CHANCE
    most = float(entry.multiplier) if entry.interval is Interval.PROPORTION else float("inf")
    return say.spread(
        tau=found.tau,
        low=max(0.0, compared.pooled - found.tau),
        high=min(most, compared.pooled + found.tau),
        pooled=compared.pooled,
        unit=entry.unit,
        decimals=entry.decimals,
    )


def slope_sentence(compared: Compared, inequality: Inequality) -> str:
    """By how much the poorest end differs from the least poor one, or that it cannot be told."""
    entry, found = catalogue().indicators[compared.indicator], inequality.slope
    return say.slope(
        short=entry.short,
        slope=found.slope,
        low=found.low,
        high=found.high,
        year=inequality.year,
        unit=entry.unit,
        decimals=entry.decimals,
    )


def widened_sentence(compared: Compared) -> str:
    """That the limits were made wider, where they were; else empty."""
    return say.widened(compared.dispersion.factor) if compared.dispersion.beyond_chance else ""


def pattern_sentence(pattern: Pattern, *, kabupaten: str) -> str:
    """Whether neighbours are alike, and which form a cluster; or why that is not asked."""
    if pattern.found is PatternFound.TOO_FEW_AREAS:
        return say.pattern_too_few_areas(pattern.areas, catalogue().settings.pattern_areas)
    if pattern.moran is None or pattern.p_value is None:
        return say.PATTERN_TOO_FEW_EVENTS
    if pattern.found is PatternFound.CHANCE:
        return say.pattern_by_chance(pattern.moran, pattern.p_value)
    name = all_kabupaten()[kabupaten].name_of
    return say.pattern_beyond_chance(
        pattern.moran, pattern.p_value, high=sorted(map(name, pattern.high)), low=sorted(map(name, pattern.low))
    )


def names_of(compared: Compared, group: AreaGroup) -> list[str]:
    """Names of the areas of one group, in alphabetical order, since a group has no order of merit."""
    return sorted(area.judged.area_name for area in compared.of(group))


def _marked(compared: Compared, *sentences: str) -> str:
    sample = any(area.judged.basis is Basis.SAMPLE for area in compared.areas)
    return narrative.told(Basis.SAMPLE if sample else Basis.OFFICIAL, sentences)
