"""What is typed into a grid takes the way of every file: through the same checks, preview and history."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from indicators.areas import Facility
from indicators.catalogue import Catalogue, Dataset, catalogue
from indicators.vocabulary import Period
from indicators.wording import entry as say


def entry_file(
    dataset: Dataset,
    facility: Facility,
    period: Period,
    counts: Mapping[str, int | None],
    *,
    entries: Catalogue | None = None,
) -> tuple[str, bytes]:
    """File name and content of a CSV with one row: one unit's month (or year), as the template writes it.

    counts: element -> count; None is blank.
    """
    elements = (entries or catalogue()).elements
    when = {"tahun": period.start.year} | ({"bulan": period.start.month} if dataset.period == "month" else {})
    row = {"kode_puskesmas": facility.id, "puskesmas": facility.name, **when}
    row |= {elements[id_].column: "" if counts.get(id_) is None else counts[id_] for id_ in dataset.elements}
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, fieldnames=list(row), delimiter=";")
    writer.writeheader()
    writer.writerow(row)
    return say.file_name(facility.name, str(period)), text.getvalue().encode("utf-8-sig")
