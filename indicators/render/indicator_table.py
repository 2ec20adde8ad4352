"""All numbers of one indicator to download: computed ones of every year and the chosen period, and published ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from indicators.areas import NATION, Kabupaten, all_kabupaten
from indicators.catalogue import Indicator, catalogue
from indicators.charts.area_values import ABSENCE_WORDS
from indicators.judgement.judged import Judged
from indicators.judgement.quality import failing
from indicators.judgement.values import Published, State, judge, published
from indicators.render.spreadsheet import Cell, as_csv, as_xlsx
from indicators.vocabulary import Basis, Level, Period
from indicators.warehouse import Snapshot
from indicators.wording import indicator as say
from indicators.wording import judgement, numbers
from indicators.wording.judgement import SAMPLE_MARK, data_version
from indicators.wording.quality import in_table

Row = tuple[Cell, ...]


def indicator_csv(rows: Iterable[Row]) -> bytes:
    """As Indonesian Excel opens it."""
    return as_csv(say.COLUMNS, rows)


def indicator_xlsx(rows: Iterable[Row]) -> bytes:
    """One sheet, its header frozen and filtered."""
    return as_xlsx(say.NUMBERS_SHEET, say.COLUMNS, rows)


def numbers_of(snapshot: Snapshot, *, indicator: str, state: State, period: Period) -> list[Row]:
    """One row a number, under `COLUMNS`: what the public may see of the chosen period and of every year with data."""
    entry, here = catalogue().indicators[indicator], all_kabupaten()[state.kabupaten]
    rows = list(_published_rows(snapshot, entry, here))
    if entry.numerator:
        for asked in dict.fromkeys((period, *_years(state))):
            failed = failing(snapshot, state=state, period=asked).get(entry.id, ())
            rows += [_computed(entry, judged, failed) for judged in _judged(snapshot, entry, here, asked)]
    return rows


def _years(state: State) -> list[Period]:
    if state.first_month is None or state.newest_month is None:
        return []
    return [Period.year(y) for y in range(state.newest_month.end.year, state.first_month.start.year - 1, -1)]


def _judged(snapshot: Snapshot, entry: Indicator, here: Kabupaten, period: Period) -> list[Judged]:
    found = judge(snapshot, indicators=[entry.id], kabupaten=here.code, period=period)
    if entry.lowest_level is Level.KECAMATAN:
        found += judge(snapshot, indicators=[entry.id], kabupaten=here.code, period=period, level=Level.KECAMATAN)
    return found


def _computed(entry: Indicator, judged: Judged, failed: Sequence[str]) -> Row:
    verdict = judged.verdict
    reported = judgement.reported(
        judged.units_matched, judged.units_expected, judged.reports_matched, judged.reports_expected
    )
    return (
        judged.area,
        judged.area_name,
        say.COMPUTED,
        numbers.period(judged.reference),
        judged.value,
        "",
        entry.unit,
        judged.numerator,
        entry.numerator_label,
        judged.denominator,
        entry.denominator_label,
        judged.low,
        judged.high,
        judgement.MEASURE[judged.measure],
        judgement.STATUS[verdict.status] if verdict else "",
        verdict.target.value if verdict else None,
        verdict.year if verdict else None,
        verdict.target.document if verdict else "",
        ABSENCE_WORDS[judged.absence] if judged.absence else reported,
        in_table(failed),
        judgement.BASIS[judged.basis] if judged.basis else "",
        entry.source,
        "",
        judged.version if judged.version >= 0 else data_version(judged.version),
        catalogue().settings.rule_version,
        SAMPLE_MARK if judged.basis is Basis.SAMPLE else "",
    )


def _published_rows(snapshot: Snapshot, entry: Indicator, here: Kabupaten) -> Iterator[Row]:
    names = {here.code: here.name, here.province_code: here.province_name, NATION: say.NATION}
    quotes = published(snapshot, indicators=[entry.id], kabupaten=here.code, areas=list(names))
    return (_quoted(entry, quote, names[quote.area], snapshot.version) for quote in quotes)


def _quoted(entry: Indicator, quote: Published, name: str, version: int) -> Row:
    count = quote.content == "numerator"
    return (
        quote.area,
        name,
        say.PUBLISHED_COUNT if count else say.PUBLISHED,
        numbers.period(quote.period),
        quote.value,
        quote.sign,
        entry.numerator_label if count else entry.unit,
        None,
        "",
        None,
        "",
        quote.low,
        quote.high,
        judgement.MEASURE[quote.measure],
        "",
        None,
        None,
        "",
        quote.note,
        "",
        judgement.BASIS[quote.basis],
        quote.source,
        quote.url,
        version if version >= 0 else data_version(version),
        "",
        SAMPLE_MARK if quote.basis is Basis.SAMPLE else "",
    )
