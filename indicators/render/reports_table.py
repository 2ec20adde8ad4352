"""The reports of a kabupaten as a table to download: one row per unit, dataset and month."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from indicators.areas import Kabupaten
from indicators.catalogue import catalogue
from indicators.judgement.reporting import Report
from indicators.render.spreadsheet import Cell, as_csv, as_xlsx
from indicators.wording import reporting as say
from indicators.wording.judgement import SAMPLE_MARK, data_version


def reports_csv(found: Iterable[Report], kabupaten: Kabupaten, *, version: int, sample: bool) -> bytes:
    """As Indonesian Excel opens it."""
    return as_csv(say.COLUMNS, _rows(found, kabupaten, version, sample))


def reports_xlsx(found: Iterable[Report], kabupaten: Kabupaten, *, version: int, sample: bool) -> bytes:
    """One sheet, its header frozen and filtered."""
    return as_xlsx(say.SHEET, say.COLUMNS, _rows(found, kabupaten, version, sample))


def _rows(found: Iterable[Report], kabupaten: Kabupaten, version: int, sample: bool) -> Iterator[tuple[Cell, ...]]:
    labels = {dataset.id: dataset.label for dataset in catalogue().datasets.values()}
    for report in found:
        yield (
            report.facility,
            kabupaten.name_of(report.facility),
            kabupaten.name_of(kabupaten.kecamatan_of[report.facility]),
            labels[report.dataset],
            str(report.month),
            report.due.isoformat(),
            say.STANDING[report.standing],
            report.sent_on.isoformat() if report.sent_on else None,
            version if version >= 0 else data_version(version),
            SAMPLE_MARK if sample else "",
        )
