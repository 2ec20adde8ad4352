"""The scorecard to download: one row an area and indicator, and in Excel the matrix itself before it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from indicators.areas import Kabupaten
from indicators.catalogue import catalogue
from indicators.charts.area_values import ABSENCE_WORDS
from indicators.judgement.beside import Standing
from indicators.judgement.judged import Judged
from indicators.judgement.scorecard import Scorecard
from indicators.render.spreadsheet import Cell, Sheet, as_csv, workbook
from indicators.vocabulary import Basis
from indicators.wording import judgement, numbers
from indicators.wording import scorecard as say
from indicators.wording.judgement import SAMPLE_MARK, data_version
from indicators.wording.quality import about, in_table

Failing = Mapping[str, Sequence[str]]


def scorecard_csv(card: Scorecard, kabupaten: Kabupaten, *, failing: Failing) -> bytes:
    """As Indonesian Excel opens it. failing: as `judgement.quality.failing`."""
    return as_csv(say.COLUMNS, _rows(card, kabupaten, failing))


def scorecard_xlsx(card: Scorecard, kabupaten: Kabupaten, *, order: Sequence[str], failing: Failing) -> bytes:
    """The matrix in the order in which it is shown, each value beside its standing in words; then every row."""
    entries = catalogue().indicators
    columns = [say.AREA]
    for id_ in card.indicators:
        columns += [f"{entries[id_].short} ({entries[id_].unit})", f"{entries[id_].short}, {say.BESIDE}"]
    matrix: list[tuple[Cell, ...]] = [
        (kabupaten.name, *(cell for id_ in card.indicators for cell in (card.whole[id_].value, "")))
    ]
    for area in order:
        cells = [card.cells[area, id_] for id_ in card.indicators]
        matrix.append(
            (
                cells[0].judged.area_name,
                *(part for cell in cells for part in (cell.judged.value, _said(cell.judged, cell.standing))),
            )
        )
    values = [*card.whole.values(), *(cell.judged for cell in card.cells.values())]
    bases = [judged.basis for judged in values if judged.basis]
    basis = Basis.weakest(*bases) if bases else None
    sources = "; ".join(dict.fromkeys(entries[id_].source for id_ in card.indicators))
    line = judgement.source_line(sources, basis, values[0].version, rule=catalogue().settings.rule_version)
    marks = [about(entries[id_].short, failing[id_]) for id_ in card.indicators if id_ in failing]
    below = (*([SAMPLE_MARK] if basis is Basis.SAMPLE else []), line, *marks)
    return workbook(
        [
            Sheet(say.SHEET, tuple(columns), matrix, below),
            Sheet(say.DETAIL_SHEET, say.COLUMNS, _rows(card, kabupaten, failing)),
        ]
    )


def _said(judged: Judged, standing: Standing) -> str:
    """The standing in words, or why there is no value."""
    return ABSENCE_WORDS[judged.absence] if judged.absence else say.STANDING[standing]


def _rows(card: Scorecard, kabupaten: Kabupaten, failing: Failing) -> Iterator[tuple[Cell, ...]]:
    for id_ in card.indicators:
        failed = in_table(failing.get(id_, ()))
        yield _row(card.whole[id_], None, kabupaten.name, failed)
        for area in card.areas:
            cell = card.cells[area, id_]
            yield _row(cell.judged, cell.standing, cell.judged.area_name, failed)


def _row(judged: Judged, standing: Standing | None, name: str, failed: str) -> tuple[Cell, ...]:
    entry, verdict = catalogue().indicators[judged.indicator], judged.verdict
    return (
        judged.area,
        name,
        entry.label,
        numbers.period(judged.reference),
        judged.value,
        entry.unit,
        judged.numerator,
        entry.numerator_label,
        judged.denominator,
        entry.denominator_label,
        judged.low,
        judged.high,
        _said(judged, standing) if standing else "",
        judgement.STATUS[verdict.status] if verdict else "",
        verdict.target.value if verdict else None,
        verdict.year if verdict else None,
        verdict.target.document if verdict else "",
        judgement.reported(
            judged.units_matched, judged.units_expected, judged.reports_matched, judged.reports_expected
        ),
        failed,
        judgement.BASIS[judged.basis] if judged.basis else "",
        entry.source,
        judged.version if judged.version >= 0 else data_version(judged.version),
        catalogue().settings.rule_version,
        SAMPLE_MARK if judged.basis is Basis.SAMPLE else "",
    )
