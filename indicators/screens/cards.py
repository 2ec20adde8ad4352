"""Headline cards as HTML: one value each, with everything that keeps it from misleading."""

from __future__ import annotations

from indicators.areas import all_kabupaten
from indicators.catalogue import Indicator, Target, catalogue
from indicators.judgement import sentences
from indicators.judgement.cards import Card
from indicators.judgement.change_sentences import label_of, words_of
from indicators.judgement.pace_sentences import card_words as pace_words
from indicators.judgement.values import Published
from indicators.render.sparkline import sparkline_image
from indicators.screens import html, quality_mark
from indicators.screens.addresses import about
from indicators.screens.explain import explained
from indicators.vocabulary import Basis, Direction, Measure, Period
from indicators.wording import cards as say
from indicators.wording import indicator as indicator_words
from indicators.wording import judgement, numbers


def cards_html(cards: tuple[Card, ...], *, kabupaten: str, period: Period | None = None) -> str:
    """All cards as one grid. period: what is selected, where the details lead to each indicator's own page."""
    return f'<section class="cards">{"".join(_card(card, kabupaten, period) for card in cards)}</section>'


def _card(card: Card, kabupaten: str, period: Period | None) -> str:
    link = _page(card.indicator, kabupaten, period) if period else ""
    basis = card.now.basis if card.now else card.quoted.basis if card.quoted else None
    return (
        f'<article class="card"><h2><span>{explained(card.indicator.short)}</span>{_tag(basis)}</h2>'
        f"{_mark(card)}{_computed(card) if card.now else _quoted(card)}{_judged(card)}"
        f"{_compared(card, kabupaten)}"
        f'<div class="bottom">{_trend(card)}{_details(card, link)}</div></article>'
    )


def _computed(card: Card) -> str:
    now, entry = card.now, card.indicator
    assert now is not None
    if now.value is None:
        return f'<p class="value none">{judgement.NOT_SENT}</p>' + _sub(entry.supplied_by) + _newest_count(card)
    facts = [judgement.behind(now.numerator or 0, entry.numerator_label, now.denominator, entry.denominator_label)]
    if now.reference != now.period:
        facts.append(say.reference_month(now.reference))
    facts.append(judgement.interval(now.low, now.high, entry.decimals))
    if not now.complete:
        reports = (now.units_matched, now.units_expected, now.reports_matched, now.reports_expected)
        facts.append(say.provisional(judgement.reported(*reports)))
    before = card.a_year_ago
    if card.change:
        facts.append(words_of(card.change).line)
    elif before is not None and before.value is not None:
        facts.append(f"{label_of(now.period.is_year)}: {judgement.value(before.value, entry.decimals)}")
    shown = numbers.number(now.value, entry.decimals)
    return _value(shown, entry) + _said(card) + "".join(_sub(fact) for fact in facts if fact) + _newest_count(card)


def _quoted(card: Card) -> str:
    entry, quote = card.indicator, card.quoted
    missing = (
        f'<p class="missing"><b aria-hidden="true">○</b> {html.text(say.missing_result(card.missing_year[0]))}</p>'
        if card.missing_year
        else ""
    )
    if quote is None:
        return f'<p class="value none">{say.NO_VALUE}</p>{missing}' + _sub(entry.supplied_by)
    facts = [f"{numbers.period(quote.period)}, {judgement.BASIS[quote.basis]}"]
    if entry.measure is Measure.SURVEY:
        facts.append(judgement.interval(quote.low, quote.high, entry.decimals) or judgement.SURVEY_WITHOUT_ERROR)
    if card.quoted_before:
        before = card.quoted_before
        facts.append(f"{say.YEAR_BEFORE}: {judgement.quoted(before.value)} ({numbers.period(before.period)})")
    shown = f"{quote.sign} {numbers.as_published(quote.value)}".strip()
    return _value(shown, entry) + "".join(_sub(fact) for fact in facts if fact) + missing


def _newest_count(card: Card) -> str:
    """The newest published count, apart from the computed value and never joined to it."""
    quote = card.quoted_count
    if quote is None:
        return ""
    said = f"{numbers.as_published(quote.value)} {card.indicator.numerator_label} ({numbers.period(quote.period)})"
    return f'<p class="sub">{say.QUOTED}: {html.link(quote.url, said)}</p>'


def _said(card: Card) -> str:
    """Whether it is better than last year, in one sentence."""
    return f'<p class="said">{explained(sentences.of_card(card, with_status=False))}</p>'


def _judged(card: Card) -> str:
    """Status against the target of its own year, and the target ahead."""
    lines = []
    if card.verdict:
        verdict = card.verdict
        aim = _aim(card.indicator, verdict.target)
        said = judgement.verdict(
            verdict.status, verdict.year, qualified=verdict.qualified, provisional=verdict.provisional, target=aim
        )
        icon = judgement.STATUS_ICON[verdict.status]
        lines.append(f'<p class="status {verdict.status}"><b aria-hidden="true">{icon}</b> {explained(said)}</p>')
    elif card.missing_year:
        year, target = card.missing_year
        at_least = card.indicator.direction is Direction.HIGHER_IS_BETTER
        said = judgement.target(target.value, target.sign, "", year, target.document, at_least=at_least)
        lines.append(_sub(said))
    if card.ahead:
        year, target = card.ahead
        needed = pace_words(card.pace) if card.pace else ""
        said = judgement.towards(target.value, target.sign, year, target.document)
        lines.append(_sub(f"{said}, {needed}" if needed else said))
    return "".join(lines) or _sub(_why_no_target(card.indicator))


def _why_no_target(entry: Indicator) -> str:
    """The survey alone has targets; or the last one has passed; or there is none that can be cited."""
    if entry.counterpart:
        return say.ONLY_THE_SURVEY
    if not entry.targets:
        return judgement.NO_TARGET
    year, target = max(entry.targets.items())
    return say.LAST_TARGET + judgement.target(target.value, target.sign, "", year, target.document, at_least=False)


def _aim(entry: Indicator, target: Target) -> str:
    unit = "%" if entry.unit == "persen" else ""
    return f"{judgement.quoted(target.value, unit, target.sign)}, {target.document}"


def _compared(card: Card, kabupaten: str) -> str:
    """Province and nation, each with its year and measure."""
    if not card.comparisons:
        return ""
    here = all_kabupaten()[kabupaten]
    unit = "%" if card.indicator.unit == "persen" else ""
    said = [
        say.compared(
            here.province_name if quote.area == here.province_code else say.NATION,
            judgement.quoted(quote.value, unit, quote.sign),
            quote.period,
            quote.measure,
        )
        for quote in card.comparisons
    ]
    return _sub(f"{say.COMPARED}: {'; '.join(said)}")


def _trend(card: Card) -> str:
    known = [(period, value) for period, value in card.trend if value is not None]
    if len(known) < 2:
        return ""
    (first, first_value), (last, last_value) = known[0], known[-1]
    decimals = card.indicator.decimals
    words = say.trend_words(
        numbers.period(first),
        numbers.number(first_value, decimals),
        numbers.period(last),
        numbers.number(last_value, decimals),
    )
    return (
        f'<div class="spark"><span>{first.start.year}</span>'
        f'<img src="{sparkline_image([value for _, value in card.trend])}" alt="{html.text(words)}" '
        f'title="{html.text(words)}"><span>{last.end.year}</span></div>'
    )


def _page(entry: Indicator, kabupaten: str, period: Period) -> str:
    address = about(entry.id, kabupaten=kabupaten, period=period)
    return f'<a href="{address}" target="_self">{indicator_words.ABOUT}</a>'


def _details(card: Card, link: str) -> str:
    """Definition, reports behind the value, every source, and the link to the indicator's page."""
    entry, now = card.indicator, card.now
    lines = [explained(entry.definition)]
    if now and now.value is not None:
        reports = (now.units_matched, now.units_expected, now.reports_matched, now.reports_expected)
        lines.append(html.text(judgement.reported(*reports)))
        if now.method:
            lines.append(html.text(judgement.method(now.method)))
        rule = catalogue().settings.rule_version
        lines.append(html.text(judgement.source_line(entry.source, now.basis, now.version, rule=rule)))
    if card.verdict and card.verdict.probability is not None:
        lines.append(html.text(judgement.probability(card.verdict.probability, card.verdict.year)))
    quotes: list[Published] = [q for q in (card.quoted, card.quoted_count, *card.comparisons) if q]
    lines += [
        html.text(f"{numbers.as_published(q.value)} ({numbers.period(q.period)}): ") + html.link(q.url, q.source)
        for q in quotes
    ]
    body = "".join(f"<p>{line}</p>" for line in (*lines, link) if line)
    return f"<details><summary>{say.DETAILS}</summary>{body}</details>"


def _value(shown: str, entry: Indicator) -> str:
    unit = "%" if entry.unit == "persen" else entry.unit
    return f'<p class="value"><strong>{html.text(shown)}</strong> <span class="unit">{explained(unit)}</span></p>'


def _sub(text: str) -> str:
    return f'<p class="sub">{explained(text)}</p>'


def _tag(basis: Basis | None) -> str:
    if basis is Basis.SAMPLE:
        return f'<span class="tag sample">{judgement.SAMPLE_MARK}</span>'
    if basis is Basis.PROVISIONAL:
        return f'<span class="tag provisional">{judgement.BASIS[basis]}</span>'
    return ""


def _mark(card: Card) -> str:
    """That the data behind the value fail a check."""
    marked = quality_mark.mark_of(card.now) if card.now else ""
    return f"<p>{marked}</p>" if marked else ""
