"""What a register does not count is taken over from what is stored, so that replacing its scope loses nothing."""

from __future__ import annotations

import numpy as np
import pandas as pd

from indicators.areas import Kabupaten
from indicators.catalogue import Catalogue, Dataset
from indicators.intake.problems import notice, warning
from indicators.vocabulary import Period, Problem
from indicators.wording import register as say


def carry(
    values: pd.DataFrame,
    reports: pd.MultiIndex,
    *,
    dataset: Dataset,
    kabupaten: Kabupaten,
    entries: Catalogue,
    known: pd.DataFrame | None,
) -> tuple[pd.DataFrame, list[Problem]]:
    """Stored values (unit, month, element, value) of the reports' cells that `values` leaves open, and what to say."""
    counted = pd.MultiIndex.from_frame(values[["unit", "month", "element"]])
    cells = pd.MultiIndex.from_tuples(
        [(unit, month, element) for unit, month in reports for element in dataset.elements],
        names=["unit", "month", "element"],
    ).difference(counted, sort=False)
    stored = _stored(known)
    kept = stored[stored.index.isin(cells)].rename("value").reset_index()
    open_elements = [e for e in dataset.elements if e in set(cells.get_level_values("element"))]
    blank = cells.difference(pd.MultiIndex.from_frame(kept[["unit", "month", "element"]]), sort=False)
    problems = []
    for told, sentence in ((kept["element"], say.carried), (blank.get_level_values("element"), say.left_blank)):
        elements = [entries.elements[e].label for e in open_elements if e in set(told)]
        where = kept if sentence is say.carried else blank.to_frame(index=False)
        if elements:
            problems.append(notice(sentence(elements, len(where.drop_duplicates(["unit", "month"])))))
    return kept, [*problems, *_above_stored(values, kept, dataset, kabupaten, entries)]


def _stored(known: pd.DataFrame | None) -> pd.Series[float]:
    """Value by unit, month and element."""
    names = ["unit", "month", "element"]
    if known is None or known.empty:
        return pd.Series(np.zeros(0), index=pd.MultiIndex.from_arrays([[], [], []], names=names))
    starts = pd.to_datetime(known["period_start"])
    monthly = known.assign(month=starts.dt.year * 12 + starts.dt.month - 1)
    index = pd.MultiIndex.from_frame(monthly[names])
    return pd.Series(monthly["value"].to_numpy(dtype=float), index=index)


def _above_stored(
    values: pd.DataFrame, kept: pd.DataFrame, dataset: Dataset, kabupaten: Kabupaten, entries: Catalogue
) -> list[Problem]:
    """Counts above a carried value that they cannot exceed, the sasaran say. The file may be right."""
    problems = []
    for part, whole in dataset.at_most:
        both = values[values["element"] == part].merge(
            kept[kept["element"] == whole], on=["unit", "month"], suffixes=("", "_stored")
        )
        above = both[both["value"] > both["value_stored"]]
        for unit, month, counted, stored in above[["unit", "month", "value", "value_stored"]].to_numpy():
            sentence = say.above_target(
                entries.elements[part].label,
                entries.elements[whole].label,
                kabupaten.name_of(unit),
                Period.month(month // 12, month % 12 + 1),
                int(counted),
                int(stored),
            )
            problems.append(warning(sentence))
    return problems
