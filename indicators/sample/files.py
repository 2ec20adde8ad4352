"""Sample counts as CSV files, just as staff send them: wide, `;`, CRLF, UTF-8 with BOM."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

from indicators.areas import Facility
from indicators.catalogue import Dataset, catalogue
from indicators.sample.setting import Counts, Setting
from indicators.vocabulary import Period


def write_dataset(folder: Path, dataset: Dataset, setting: Setting, counts: dict[str, Counts]) -> None:
    """Write `<dataset>_<year>.csv` for every year. Counts have a column per month, or per year if yearly.

    An element without counts is left blank: an element added to the catalogue needs no sample.
    """
    periods = [Period.year(year) for year in setting.years] if dataset.period == "year" else list(setting.months)
    for year in setting.years:
        columns = [i for i, period in enumerate(periods) if period.start.year == year]
        text = io.StringIO()
        writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
        writer.writerow(_header(dataset))
        for row, facility in enumerate(setting.facilities):
            for column in columns:
                if (missing := _missing(setting, dataset, facility, periods[column])) is not None:
                    values = [
                        "" if id_ in missing or id_ not in counts else str(counts[id_][row, column])
                        for id_ in dataset.elements
                    ]
                    writer.writerow([*_keys(setting, dataset, facility, periods[column]), *values])
        path = folder / f"{dataset.id}_{year}.csv"
        path.write_bytes(text.getvalue().encode("utf-8-sig"))


def _header(dataset: Dataset) -> list[str]:
    keys = ["kode_puskesmas", "puskesmas", "kecamatan", "tahun"]
    if dataset.period == "month":
        keys.append("bulan")
    return [*keys, *(catalogue().elements[id_].column for id_ in dataset.elements)]


def _keys(setting: Setting, dataset: Dataset, facility: Facility, period: Period) -> Iterator[str]:
    yield from (facility.id, facility.name, setting.kabupaten.name_of(facility.kecamatan))
    yield str(period.start.year)
    if dataset.period == "month":
        yield str(period.start.month)


def _missing(setting: Setting, dataset: Dataset, facility: Facility, period: Period) -> set[str] | None:
    """Elements left blank in a row; None where the whole row was not sent."""
    blank: set[str] = set()
    for gap in setting.plan.gaps:
        if (gap.facility, gap.dataset) == (facility.id, dataset.id) and gap.period.contains(period):
            if not gap.elements:
                return None
            blank.update(gap.elements)
    return blank
