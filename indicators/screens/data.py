"""Judged results for screens, computed once per data version and shared by all sessions.

Everything returned is frozen, so sessions may share it. `version` is the data version that the page began with.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from indicators import warehouse
from indicators.areas import NATION, Kabupaten, all_kabupaten
from indicators.briefing.deck import Deck
from indicators.catalogue import catalogue
from indicators.judgement import (
    attention,
    breakdown,
    cards,
    copying,
    counts,
    own_targets,
    reporting,
    sentences,
    since,
    two_sources,
    values,
)
from indicators.judgement import changes as judged_changes
from indicators.judgement import decisions as meeting_decisions
from indicators.judgement import innovations as registry
from indicators.judgement import minimum_service as spm
from indicators.judgement import pace as paces
from indicators.judgement import programmes as judged_programmes
from indicators.judgement import quality as data_quality
from indicators.judgement import scorecard as scorecards
from indicators.judgement import signals as judged_signals
from indicators.judgement import submissions_behind as sources_of
from indicators.judgement.judged import Judged
from indicators.judgement.periods import usual_periods
from indicators.judgement.values import Published, State
from indicators.screens.shared import shared
from indicators.vocabulary import Audience, Dimension, Level, Period, Reader

_shared = shared(most=400)


@_shared
def summary(
    version: int, kabupaten: str, period: Period, today: date
) -> tuple[tuple[cards.Card, ...], tuple[attention.Finding, ...]]:
    """The headline cards of a kabupaten and what needs attention there."""
    snapshot = warehouse.at(version)
    state = values.state_of(snapshot, kabupaten=kabupaten)
    found = cards.headline_cards(snapshot, state=state, period=period)
    return tuple(found), tuple(attention.findings(snapshot, state=state, period=period, cards=found, today=today))


@_shared
def pipeline(version: int, kabupaten: str, year: int, target: float | None) -> registry.Pipeline:
    """How the named innovations stand on their way to the IGA of a year."""
    return registry.pipeline(warehouse.at(version), kabupaten, year, target=target)


@_shared
def innovations_sent(version: int, kabupaten: str) -> dict[int, registry.Sent]:
    """What the registry names of each IGA year."""
    return registry.sent_by_year(warehouse.at(version), kabupaten)


def innovations(version: int, kabupaten: str) -> tuple[registry.Innovation, ...]:
    """The registry of innovations; kept with the data version itself."""
    return registry.registry(warehouse.at(version), kabupaten)


@_shared
def judged(
    version: int, indicators: tuple[str, ...], kabupaten: str, period: Period, level: Level
) -> tuple[Judged, ...]:
    """Values of some indicators for each area of a level, as the public may see them; see `judgement.values.judge`."""
    snapshot = warehouse.at(version)
    return tuple(values.judge(snapshot, indicators=indicators, kabupaten=kabupaten, period=period, level=level))


@_shared
def changes(version: int, kabupaten: str, period: Period, level: Level) -> dict[tuple[str, str], judged_changes.Change]:
    """Every computed indicator against the same months last year; see `judgement.changes.changes`."""
    snapshot = warehouse.at(version)
    found = values.state_of(snapshot, kabupaten=kabupaten)
    every = tuple(catalogue().indicators)
    return judged_changes.changes(snapshot, indicators=every, state=found, period=period, level=level)


@_shared
def card(version: int, indicator: str, kabupaten: str, period: Period) -> cards.Card:
    """The card of one indicator; see `judgement.cards.cards_of`."""
    snapshot = warehouse.at(version)
    known = values.state_of(snapshot, kabupaten=kabupaten)
    entry = catalogue().indicators[indicator]
    return cards.cards_of(snapshot, entries=[entry], state=known, period=period)[0]


@_shared
def submissions_behind(version: int, indicator: str, kabupaten: str) -> tuple[sources_of.Behind, ...]:
    """The submissions whose counts an indicator is made of; see `judgement.submissions_behind`."""
    snapshot = warehouse.at(version)
    known = values.state_of(snapshot, kabupaten=kabupaten)
    return tuple(sources_of.submissions_behind(snapshot, indicator=indicator, state=known))


@_shared
def scorecard(version: int, indicators: tuple[str, ...], kabupaten: str, period: Period) -> scorecards.Scorecard:
    """All kecamatan by some indicators; see `judgement.scorecard.scorecard`."""
    snapshot = warehouse.at(version)
    known = values.state_of(snapshot, kabupaten=kabupaten)
    return scorecards.scorecard(snapshot, indicators=indicators, state=known, period=period)


@_shared
def pace(version: int, indicator: str, kabupaten: str, period: Period) -> paces.Pace | None:
    """The way to an indicator's next target; see `judgement.pace.pace_of`."""
    snapshot = warehouse.at(version)
    found = values.state_of(snapshot, kabupaten=kabupaten)
    return paces.pace_of(snapshot, indicator=indicator, state=found, period=period, with_trend=True)


@_shared
def count_pace(version: int, indicator: str, kabupaten: str, today: date) -> paces.CountPace | None:
    """The way to the target of a yearly count; see `judgement.pace.count_pace`."""
    snapshot = warehouse.at(version)
    found = values.state_of(snapshot, kabupaten=kabupaten)
    return paces.count_pace(snapshot, indicator=indicator, state=found, today=today)


@_shared
def published(version: int, indicators: tuple[str, ...], kabupaten: str) -> tuple[Published, ...]:
    """Published values of some indicators for the kabupaten, its province and the nation."""
    here = all_kabupaten()[kabupaten]
    return tuple(
        values.published(
            warehouse.at(version),
            indicators=indicators,
            kabupaten=kabupaten,
            areas=[kabupaten, here.province_code, NATION],
        )
    )


@_shared
def parts(
    version: int,
    of: tuple[str, ...],
    dimension: Dimension,
    kabupaten: str,
    period: Period,
    kecamatan: str | None,
    may_see_small_cells: bool,
) -> breakdown.Breakdown:
    """How a count splits; see `judgement.breakdown.breakdown`. The reader's right is part of the key."""
    return breakdown.breakdown(
        warehouse.at(version),
        of=of,
        dimension=dimension,
        kabupaten=kabupaten,
        period=period,
        kecamatan=kecamatan,
        may_see_small_cells=may_see_small_cells,
    )


@_shared
def reports(version: int, kabupaten: str, months: Period, today: date) -> tuple[reporting.Report, ...]:
    """Every report of every unit in some months, as it stands today; see `judgement.reporting.reports`."""
    return reporting.reports(warehouse.at(version), kabupaten=kabupaten, months=months, today=today)


@_shared
def sentence(version: int, indicator: str, kabupaten: str, area: str, period: Period) -> str:
    """All that may be said to everybody of one indicator in one area; see `judgement.sentences.of_judged`."""
    level = Level.KABUPATEN if area == kabupaten else Level.KECAMATAN
    [found] = [j for j in judged(version, (indicator,), kabupaten, period, level) if j.area == area]
    return sentences.of_judged(found, changes(version, kabupaten, period, level).get((indicator, area)))


@_shared
def kecamatan_sentences(version: int, kabupaten: str, period: Period, kecamatan: str) -> str:
    """One kecamatan in a few sentences; see `judgement.sentences.of_kecamatan`."""
    snapshot = warehouse.at(version)
    found = values.state_of(snapshot, kabupaten=kabupaten)
    return sentences.of_kecamatan(snapshot, state=found, period=period, kecamatan=kecamatan)


@_shared
def survey_and_routine(
    version: int, indicator: str, kabupaten: str, until: Period
) -> tuple[tuple[two_sources.Gap, ...], tuple[two_sources.Account, ...], tuple[Judged, ...]]:
    """A routine indicator beside its survey, its years taken apart, and the coverage behind its newest value."""
    snapshot = warehouse.at(version)
    found = values.state_of(snapshot, kabupaten=kabupaten)
    return (
        tuple(two_sources.gaps(snapshot, indicator=indicator, state=found)),
        tuple(two_sources.accounts(snapshot, indicator=indicator, state=found, until=until)),
        tuple(two_sources.coverage(snapshot, indicator=indicator, state=found, period=until)),
    )


@_shared
def against_census(
    version: int, indicator: str, kabupaten: str, period: Period
) -> tuple[two_sources.AgainstCensus, ...]:
    """A routine indicator beside the census; see `judgement.two_sources.against_census`."""
    snapshot = warehouse.at(version)
    found = values.state_of(snapshot, kabupaten=kabupaten)
    return tuple(two_sources.against_census(snapshot, indicator=indicator, state=found, period=period))


@_shared
def signals(version: int, kabupaten: str, period: Period) -> judged_signals.Signals:
    """What stands out over all indicators and kecamatan; see `judgement.signals.signals`."""
    snapshot = warehouse.at(version)
    here = values.state_of(snapshot, kabupaten=kabupaten)
    return judged_signals.signals(snapshot, state=here, period=period)


@_shared
def changed_since(version: int, kabupaten: str, period: Period, day: date) -> since.Since | None:
    """What differs from the data at the end of a day; see `judgement.since.since`. Builds the data of that day."""
    then = warehouse.as_of(day, time_zone=all_kabupaten()[kabupaten].time_zone)
    return since.since(warehouse.at(version), then, kabupaten=kabupaten, period=period, day=day)


@_shared
def quality(version: int, kabupaten: str, period: Period, today: date) -> dict[str, data_quality.Quality]:
    """The checks of every indicator of counts; see `judgement.quality.quality_of`."""
    snapshot = warehouse.at(version)
    here = values.state_of(snapshot, kabupaten=kabupaten)
    return dict(data_quality.quality_of(snapshot, state=here, period=period, today=today))


@_shared
def failing(version: int, kabupaten: str, period: Period) -> Mapping[str, tuple[str, ...]]:
    """The indicators whose data fail in the period, each with the kinds of the checks that are red."""
    snapshot = warehouse.at(version)
    here = values.state_of(snapshot, kabupaten=kabupaten)
    return data_quality.failing(snapshot, state=here, period=period)


def meetings(version: int, kabupaten: str) -> tuple[meeting_decisions.Meeting, ...]:
    """All meetings, the newest first; kept with the data version itself."""
    return meeting_decisions.meetings(warehouse.at(version), kabupaten)


def decisions(version: int, kabupaten: str) -> tuple[meeting_decisions.Decision, ...]:
    """All decisions with what has moved since; kept with the data version itself."""
    return meeting_decisions.decisions(warehouse.at(version), kabupaten)


@_shared
def state(version: int, kabupaten: str) -> State:
    """Mode and months of a kabupaten.

    Whoever meets a data version first, mostly who published it, reads ahead for all others.
    """
    snapshot = warehouse.at(version)
    found = values.state_of(snapshot, kabupaten=kabupaten)
    counts.read_ahead(snapshot, state=found)
    for period in usual_periods(found)[:1]:
        data_quality.failing(snapshot, state=found, period=period)
    return found


@_shared
def suggestions(version: int, kabupaten: str, period: Period) -> tuple[tuple[copying.Suggestion, ...], copying.Outlook]:
    """What may be copied where, and what it was looked for in; see `judgement.copying`."""
    snapshot = warehouse.at(version)
    here = values.state_of(snapshot, kabupaten=kabupaten)
    return (
        copying.suggestions(snapshot, state=here, period=period),
        copying.outlook(snapshot, state=here, period=period),
    )


def name_of(code: str) -> str:
    """The name of a kabupaten."""
    return all_kabupaten()[code].name


@_shared
def programmes(
    version: int, kabupaten: str, period: Period, for_staff: bool
) -> dict[str, judged_programmes.ProgrammeJudged]:
    """Every programme of a kabupaten; see `judgement.programmes.programmes`. The reader's right is part of the key."""
    snapshot = warehouse.at(version)
    found = values.state_of(snapshot, kabupaten=kabupaten)
    judged = judged_programmes.programmes(snapshot, state=found, period=period, for_staff=for_staff)
    return {one.programme.id: one for one in judged}


@shared(20)
def briefing(
    version: int,
    kabupaten: str,
    period: Period,
    today: date,
    audience: Audience,
    reader: Reader,
    kecamatan: str | None,
    topics: tuple[str, ...],
    template: str,
) -> Deck:
    """The slides of a meeting; see `briefing.rakor`. The reader's right is part of the key."""
    from indicators.briefing.rakor import rakor_deck  # charts of every kind, which a start need not wait for

    return rakor_deck(
        warehouse.at(version),
        kabupaten=kabupaten,
        period=period,
        today=today,
        audience=audience,
        reader=reader,
        kecamatan=kecamatan,
        topics=topics,
        template=template,
    )


@_shared
def minimum_services(version: int, kabupaten: str, period: Period) -> tuple[spm.Service, ...]:
    """The twelve minimum services of a kabupaten; see `judgement.minimum_service.services`."""
    snapshot = warehouse.at(version)
    here = values.state_of(snapshot, kabupaten=kabupaten)
    return spm.services(snapshot, state=here, period=period)


@_shared
def minimum_services_by_area(
    version: int, kabupaten: str, period: Period, level: Level
) -> Mapping[tuple[str, str], spm.Service]:
    """The same per kecamatan, as the public may see them, or per facility, as only staff may."""
    snapshot = warehouse.at(version)
    here = values.state_of(snapshot, kabupaten=kabupaten)
    return spm.by_area(snapshot, state=here, period=period, level=level)


@_shared
def minimum_service_elements(version: int, kabupaten: str) -> tuple[spm.FacilityElements, ...]:
    """The recorded elements of every puskesmas; see `judgement.minimum_service.elements`."""
    return spm.elements(warehouse.at(version), kabupaten)


def with_targets(version: int, kabupaten: str) -> Kabupaten:
    """The kabupaten with the targets that staff entered; kept with the data version itself."""
    return own_targets.with_targets(warehouse.at(version), kabupaten)
