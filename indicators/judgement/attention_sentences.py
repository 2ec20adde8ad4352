"""What needs attention in one sentence each: no screen, slide or export words it otherwise."""

from __future__ import annotations

from indicators.catalogue import catalogue
from indicators.judgement.attention import Finding, Topic
from indicators.judgement.signal_sentences import sentence
from indicators.wording import attention as say
from indicators.wording import decisions as decision_words
from indicators.wording import judgement
from indicators.wording import signals as signal_words


def of_finding(finding: Finding) -> str:
    """On sample data it begins with `Contoh:`."""
    if finding.signals is not None:
        return sentence(finding.signals)
    return (signal_words.SAMPLE if finding.sample else "") + _about(finding)


def _about(finding: Finding) -> str:
    entry = catalogue().indicators.get(finding.indicator)
    period = finding.period
    if finding.topic is Topic.DECISION_OVERDUE:
        oldest = finding.decisions[0]
        return decision_words.overdue(len(finding.decisions), oldest.owner, oldest.deadline or period.end)
    if finding.topic is Topic.REPORTS_MISSING:
        return say.reports_missing(catalogue().datasets[finding.dataset].label, period, *finding.numbers)
    assert entry is not None
    written = [judgement.value(number, entry.decimals, entry.unit) for number in finding.numbers]
    if finding.topic is Topic.RESULT_MISSING:
        return say.result_missing(entry.label, period, finding.numbers[0])
    if finding.topic is Topic.TARGET_NOT_MET:
        return say.target_not_met(entry.label, period, written[0])
    if finding.topic is Topic.TWO_SOURCES:
        return say.two_sources(written[0], period)
    return say.areas_incomplete(entry.short, [j.area_name for j in finding.areas], period)
