"""The minimum services (SPM) to download: one row an area and service."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from indicators.catalogue import catalogue
from indicators.charts.area_values import ABSENCE_WORDS
from indicators.judgement.minimum_service import Service
from indicators.render.spreadsheet import Cell, Sheet, as_csv, workbook
from indicators.vocabulary import Basis
from indicators.wording import judgement, numbers
from indicators.wording import minimum_service as say
from indicators.wording.judgement import SAMPLE_MARK, data_version
from indicators.wording.quality import in_table

Failing = Mapping[str, Sequence[str]]


def services_csv(found: Iterable[Service], *, failing: Failing) -> bytes:
    """As Indonesian Excel opens it. failing: as `judgement.quality.failing`."""
    return as_csv(say.EXPORT_COLUMNS, _rows(found, failing))


def services_xlsx(found: Iterable[Service], *, failing: Failing) -> bytes:
    return workbook([Sheet(say.SHEET, say.EXPORT_COLUMNS, list(_rows(found, failing)))])


def _rows(found: Iterable[Service], failing: Failing) -> Iterator[tuple[Cell, ...]]:
    elements = catalogue().elements
    for one in found:
        judged, entry = one.judged, one.indicator
        target = entry.targets.get(judged.period.end.year)
        [denominator] = entry.denominator
        yield (
            judged.area,
            judged.area_name,
            one.number,
            entry.label,
            numbers.period(judged.period),
            judged.numerator,
            entry.numerator_label,
            judged.denominator,
            say.TARGET_SET[elements[denominator].target_set or "spm"],
            judged.value,
            judged.low,
            judged.high,
            one.expected,
            one.missing,
            ABSENCE_WORDS[judged.absence] if judged.absence else say.PROGRESS[one.progress],
            one.other.total if one.other else None,
            one.other.value if one.other else None,
            target.value if target else None,
            target.document if target else "",
            judgement.reported(
                judged.units_matched, judged.units_expected, judged.reports_matched, judged.reports_expected
            ),
            in_table(failing.get(entry.id, ())),
            judgement.BASIS[judged.basis] if judged.basis else "",
            entry.source,
            judged.version if judged.version >= 0 else data_version(judged.version),
            catalogue().settings.rule_version,
            SAMPLE_MARK if judged.basis is Basis.SAMPLE else "",
        )
