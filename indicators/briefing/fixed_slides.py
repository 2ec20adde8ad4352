"""The slides that every briefing has: title, headline numbers, what is proposed."""

from __future__ import annotations

from indicators.briefing.asked import Asked, paragraphs
from indicators.briefing.deck import BulletsBody, CardsBody, Figure, Slide, TableBody, TitleBody
from indicators.catalogue import Briefing, BriefingSlide, Indicator, catalogue
from indicators.judgement import sentences
from indicators.judgement.attention import Finding, Topic, findings
from indicators.judgement.attention_sentences import of_finding
from indicators.judgement.cards import Card
from indicators.judgement.signals import SignalGroup
from indicators.vocabulary import Basis, Measure, Mode, Status
from indicators.wording import briefing as say
from indicators.wording import cards as card_words
from indicators.wording import judgement, narrative, numbers
from indicators.wording.signals import first_four

_MOST_PROPOSALS = 6


def title(asked: Asked, id_: str, briefing: Briefing) -> Slide:
    """What, where, when, and for whom."""
    place = asked.here.name
    name = asked.here.name_of(asked.kecamatan) if asked.kecamatan else ""
    return Slide(
        id=id_,
        topic="",
        headline=f"{briefing.title} {place}",
        body=TitleBody(
            (say.period_line(asked.period), say.prepared_for(asked.audience, name), say.made_on(asked.today))
        ),
        footer=asked.footer(say.SOURCES, asked.basis if asked.state.first_month else None),
        notes="",
        sample=asked.state.mode is Mode.SAMPLE,
    )


def summary(asked: Asked, id_: str, entry: BriefingSlide) -> Slide | None:
    """The headline numbers with their status."""
    cards = [card for card in asked.cards if card.now or card.quoted]
    if not cards:
        return None
    standing: dict[Status, list[str]] = {}
    for card in cards:
        if card.verdict:
            standing.setdefault(card.verdict.status, []).append(card.indicator.short)
    told = say.summary(
        len(cards), [(judgement.STATUS[status], standing[status]) for status in Status if status in standing]
    )
    bases = [basis for card in cards for basis in _bases(card)]
    basis = Basis.weakest(*bases) if bases else None
    sources = list(dict.fromkeys(card.indicator.source if card.now else _source(card) for card in cards))
    return Slide(
        id=id_,
        topic=entry.heading,
        headline=narrative.told(Basis.SAMPLE if basis is Basis.SAMPLE else Basis.OFFICIAL, [told]),
        body=CardsBody(tuple(_figure(card) for card in cards)),
        footer=asked.footer(numbers.listed(sources), basis, [card.indicator.id for card in cards]),
        notes=paragraphs(*(line for card in cards for line in (sentences.of_card(card), *_figure(card).lines))),
        sample=basis is Basis.SAMPLE,
    )


def proposals(asked: Asked, id_: str, entry: BriefingSlide) -> Slide:
    """What the findings ask to be decided; who and by when is left open for the meeting."""
    found = [
        (finding, said)
        for finding in findings(
            asked.snapshot, state=asked.state, period=asked.period, cards=list(asked.cards), today=asked.today
        )
        if _concerns(finding, asked.kecamatan) and (said := _proposal(finding))
    ]
    found = list({said: (finding, said) for finding, said in reversed(found)}.values())[::-1][:_MOST_PROPOSALS]
    sample = any(finding.sample for finding, _ in found)
    basis = Basis.SAMPLE if sample else asked.basis if found and asked.basis is not Basis.SAMPLE else None
    told = say.proposals(len(found), asked.period)
    return Slide(
        id=id_,
        topic=entry.heading,
        headline=told if found else say.NOTHING_TO_PROPOSE,
        body=TableBody(
            columns=say.PROPOSAL_COLUMNS,
            rows=tuple((said, "", "") for _, said in found),
            shares=(0.6, 0.24, 0.16),
            lead=say.PROPOSAL_LEAD,
        )
        if found
        else BulletsBody((say.NO_PROPOSALS_HINT,)),
        footer=asked.footer(say.FINDINGS, basis),
        notes=paragraphs(*(of_finding(finding) for finding, _ in found)),
        sample=sample,
    )


def _figure(card: Card) -> Figure:
    entry, now = card.indicator, card.now
    if now is None or now.value is None:
        return _quoted(card)
    unit = "%" if entry.unit == "persen" else entry.unit
    decimals = entry.decimals if entry.denominator else 0
    lines = [
        "" if _judged(card) else sentences.of_card(card, with_status=False),
        judgement.interval(now.low, now.high, entry.decimals),
        judgement.behind(now.numerator or 0, entry.numerator_label, now.denominator, entry.denominator_label),
    ]
    if now.reference != now.period:
        lines.append(card_words.reference_month(now.reference))
    if not now.complete:
        reports = (now.units_matched, now.units_expected, now.reports_matched, now.reports_expected)
        lines.append(card_words.provisional(judgement.reported(*reports)))
    return Figure(
        label=entry.short,
        value=numbers.number(now.value, decimals),
        unit=unit,
        status=card.verdict.status if card.verdict else None,
        judged=_judged(card),
        lines=tuple(line for line in lines if line),
        mark=judgement.BASIS[now.basis] if now.basis in (Basis.SAMPLE, Basis.PROVISIONAL) else "",
    )


def _quoted(card: Card) -> Figure:
    entry, quote = card.indicator, card.quoted
    lines = [card_words.missing_result(card.missing_year[0])] if card.missing_year else []
    if quote is None:
        return Figure(entry.short, card_words.NO_VALUE, "", None, _judged(card), tuple(lines))
    lines.append(f"{numbers.period(quote.period)}, {judgement.BASIS[quote.basis]}")
    if entry.measure is Measure.SURVEY:
        lines.append(judgement.interval(quote.low, quote.high, entry.decimals) or judgement.SURVEY_WITHOUT_ERROR)
    return Figure(
        label=entry.short,
        value=f"{quote.sign} {numbers.as_published(quote.value)}".strip(),
        unit="%" if entry.unit == "persen" else entry.unit,
        status=card.verdict.status if card.verdict else None,
        judged=_judged(card),
        lines=tuple(lines),
    )


def _judged(card: Card) -> str:
    """The status against the target of its own year, else the target ahead; empty where there is none."""
    if card.verdict:
        verdict = card.verdict
        aim = f"{judgement.quoted(verdict.target.value, sign=verdict.target.sign)}, {verdict.target.document}"
        return judgement.verdict(
            verdict.status, verdict.year, qualified=verdict.qualified, provisional=verdict.provisional, target=aim
        )
    if card.ahead:
        year, target = card.ahead
        return judgement.towards(target.value, target.sign, year)
    return ""


def _bases(card: Card) -> list[Basis]:
    return [
        basis for basis in (card.now.basis if card.now else None, card.quoted.basis if card.quoted else None) if basis
    ]


def _source(card: Card) -> str:
    return card.quoted.source if card.quoted else card.indicator.source


def _concerns(finding: Finding, kecamatan: str | None) -> bool:
    """Whether a finding is about this kecamatan, or about the kabupaten as a whole."""
    places = {judged.area for judged in finding.areas}
    if finding.signals:
        places |= {signal.judged.area for signal in finding.signals.signals}
    return kecamatan is None or not places or kecamatan in places or any(len(place) == 5 for place in places)


def _proposal(finding: Finding) -> str:
    """What is asked of the meeting; empty for what only has to be known."""
    entry = catalogue().indicators.get(finding.indicator)
    period = numbers.period(finding.period)
    if finding.topic is Topic.REPORTS_MISSING:
        return say.propose_reports(finding.numbers[0], catalogue().datasets[finding.dataset].label, period)
    if entry is None:
        return ""
    if finding.topic is Topic.RESULT_MISSING:
        return say.propose_result(entry.short, period)
    if finding.topic is Topic.TARGET_NOT_MET:
        return say.propose_measures(entry.short, period)
    if finding.topic is Topic.AREA_INCOMPLETE:
        return say.propose_complete(first_four([j.area_name for j in finding.areas]), entry.short, period)
    return _of_signals(finding.signals, entry) if finding.signals else ""


def _of_signals(group: SignalGroup, entry: Indicator) -> str:
    whole = any(signal.of_kabupaten for signal in group.signals)
    where = say.WHOLE if whole else first_four([signal.judged.area_name for signal in group.signals])
    return say.propose_questions(entry.short, where)
