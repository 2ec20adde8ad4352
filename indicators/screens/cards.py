"""Headline cards as HTML: one value each, with everything that keeps it from misleading."""

from __future__ import annotations

from indicators.areas import all_kabupaten
from indicators.catalogue import Indicator
from indicators.judgement.cards import Card
from indicators.judgement.judged import Judged
from indicators.judgement.values import Published
from indicators.render.sparkline import sparkline
from indicators.screens import html
from indicators.screens.explain import explained
from indicators.vocabulary import Basis, Direction
from indicators.wording import cards as say
from indicators.wording import judgement, numbers


def cards_html(cards: tuple[Card, ...], *, kabupaten: str) -> str:
    """All cards as one grid."""
    return f'<section class="cards">{"".join(_card(card, kabupaten) for card in cards)}</section>'


def _card(card: Card, kabupaten: str) -> str:
    entry = card.indicator
    body = _computed(card) if card.now else _quoted(card)
    return (
        f'<article class="card"><h2>{explained(entry.short)}</h2>{body}'
        f"{_target(card)}{_spark(card)}"
        f"<details><summary>{say.DETAILS}</summary><dl>{_comparison_rows(card, kabupaten)}</dl>"
        f"<p>{explained(entry.definition)}</p></details></article>"
    )


def _computed(card: Card) -> str:
    now, entry = card.now, card.indicator
    assert now is not None
    if now.value is None:
        return (
            f'<p class="value none">{judgement.NOT_SENT}</p>'
            f'<p class="sub">{html.text(entry.supplied_by)}</p>{_public(card)}'
        )
    facts = [judgement.behind(now.numerator or 0, entry.numerator_label, now.denominator, entry.denominator_label)]
    if now.reference != now.period:
        facts.append(say.reference_month(now.reference))
    if said := judgement.interval(now.low, now.high, entry.decimals):
        facts.append(said)
    before = card.a_year_ago
    last_year = (
        f'<p class="sub"><span>{say.LAST_YEAR}:</span> {_value(entry, before.value)}</p>'
        if before is not None and before.value is not None
        else ""
    )
    return (
        f'<p class="value">{_big(entry, now.value)} {_mark(now.basis)}</p>'
        + "".join(f'<p class="sub">{explained(fact)}</p>' for fact in facts)
        + last_year
        + _public(card)
    )


def _quoted(card: Card) -> str:
    entry, quote = card.indicator, card.quoted
    missing = (
        f'<p class="missing"><b aria-hidden="true">○</b> {html.text(say.missing_result(card.missing_year[0]))}</p>'
        if card.missing_year
        else ""
    )
    if quote is None:
        return f'<p class="value none">{say.NO_VALUE}</p>{missing}<p class="sub">{html.text(entry.supplied_by)}</p>'
    before = card.quoted_before
    earlier = (
        f'<p class="sub"><span>{say.YEAR_BEFORE}:</span> {_value(entry, before.value)} '
        f"({numbers.period(before.period)})</p>"
        if before
        else ""
    )
    error = judgement.interval(quote.low, quote.high, entry.decimals)
    return (
        f'<p class="value">{_big(entry, quote.value, quote.sign)} {_mark(quote.basis)}</p>'
        f'<p class="sub">{numbers.period(quote.period)} · {explained(judgement.BASIS[quote.basis])}'
        f"{' · ' + html.text(error) if error else ''}</p>"
        f'<p class="sub source">{html.link(quote.url, quote.source)}</p>{earlier}{missing}'
    )


def _public(card: Card) -> str:
    """What was published of the same thing, apart from the computed value and never joined to it."""
    entry = card.indicator
    quotes: list[tuple[str, Published]] = []
    if card.quoted_count:
        count = f"{numbers.number(card.quoted_count.value)} {entry.numerator_label}"
        quotes.append((count, card.quoted_count))
    if card.quoted:
        quotes.append((judgement.value(card.quoted.value, entry.decimals, entry.unit), card.quoted))
    return "".join(
        f'<p class="sub public"><span>{say.QUOTED} {numbers.period(quote.period)}:</span> '
        f"{html.link(quote.url, said)}</p>"
        for said, quote in quotes
    )


def _target(card: Card) -> str:
    entry, lines = card.indicator, []
    if card.verdict and card.verdict_period:
        verdict = card.verdict
        said = judgement.verdict(verdict.status, verdict.year, qualified=verdict.qualified)
        icon = judgement.STATUS_ICON[verdict.status]
        lines.append(f'<p class="status {verdict.status}"><b aria-hidden="true">{icon}</b> {html.text(said)}</p>')
        lines.append(f'<p class="sub">{explained(_target_text(entry, verdict.year, card))}</p>')
    if card.missing_year and not card.verdict:
        year, target = card.missing_year
        lines.append(
            f'<p class="sub">{explained(judgement.target(target.value, entry.decimals, target.sign, entry.unit, year, target.document, at_least=entry.direction is Direction.HIGHER_IS_BETTER))}</p>'
        )
    if card.ahead:
        year, target = card.ahead
        said = judgement.towards(target.value, entry.decimals, target.sign, year)
        lines.append(f'<p class="sub ahead">{explained(f"{said}, {target.document}")}</p>')
    return "".join(lines) or f'<p class="sub">{judgement.NO_TARGET}</p>'


def _target_text(entry: Indicator, year: int, card: Card) -> str:
    assert card.verdict is not None
    target = card.verdict.target
    return judgement.target(
        target.value,
        entry.decimals,
        target.sign,
        entry.unit,
        year,
        target.document,
        at_least=entry.direction is Direction.HIGHER_IS_BETTER,
    )


def _spark(card: Card) -> str:
    values = [value for _, value in card.trend]
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
    ends = f"<span>{first.start.year}</span><span>{last.end.year}</span>"
    return (
        f'<div class="spark" role="img" aria-label="{html.text(words)}" title="{html.text(words)}">'
        f'{sparkline(values)}<div class="ends">{ends}</div></div>'
    )


def _comparison_rows(card: Card, kabupaten: str) -> str:
    entry, here = card.indicator, all_kabupaten()[kabupaten]
    rows = []
    if card.comparisons:
        for quote in card.comparisons:
            place = here.province_name if quote.area == here.province_code else say.NATION
            value = judgement.value(quote.value, _shown_decimals(entry, quote.value), entry.unit, quote.sign)
            said = say.compared(place, value, quote.period, quote.measure)
            rows.append(f"<dd>{html.link(quote.url, said)}</dd>")
    else:
        rows.append(f"<dd>{say.NO_COMPARISON}</dd>")
    if card.now and card.now.value is not None:
        rows.append(f"<dd>{html.text(_reported(card.now))}</dd>")
        rows.append(f"<dd>{html.text(judgement.source_line(entry.source, card.now.basis, card.now.version))}</dd>")
    return f"<dt>{say.COMPARED}</dt>{''.join(rows)}"


def _reported(now: Judged) -> str:
    return judgement.reported(now.units_matched, now.units_expected, now.reports_matched, now.reports_expected)


def _big(entry: Indicator, value: float, sign: str = "") -> str:
    unit = "%" if entry.unit == "persen" else entry.unit
    shown = numbers.number(value, _shown_decimals(entry, value))
    return f'<strong>{html.text(sign)}{shown}</strong> <span class="unit">{explained(unit)}</span>'


def _value(entry: Indicator, value: float | None) -> str:
    decimals = entry.decimals if value is None else _shown_decimals(entry, value)
    return html.text(judgement.value(value, decimals, entry.unit))


def _shown_decimals(entry: Indicator, value: float) -> int:
    """A count has none; a published value keeps the digits it was published with, up to the indicator's own."""
    return 0 if not entry.denominator and value == int(value) and entry.unit != "persen" else entry.decimals


def _mark(basis: Basis | None) -> str:
    if basis is Basis.SAMPLE:
        return f'<span class="tag sample">{judgement.SAMPLE_MARK}</span>'
    if basis is Basis.PROVISIONAL:
        return f'<span class="tag provisional">{judgement.BASIS[basis]}</span>'
    return ""
