"""Sheets that speak for the same unit and period: joined where their counts go together, else asked about."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from indicators.intake.questions import Asking, Question
from indicators.intake.wide import WideCounts, objects
from indicators.wording import reading as say

_UNCLEAR = -1.0  # no cell counts so


def joined(rows: WideCounts, asking: Asking) -> tuple[WideCounts, int]:
    """One row a unit (or desa) and period, whichever sheets it stands in, and how many rows were joined.

    Rows that count different things, or the same alike, are one row, with the number of its first. Where two sheets
    say different things, a person says which one holds; until then the first does, and nothing can be published.
    A unit that one sheet names twice is left as it is, to be reported as a duplicate.
    """
    told = pd.DataFrame({"sheet": objects(str(getattr(number, "sheet", "")) for number in rows.numbers)})
    if told["sheet"].nunique() < 2:
        return rows, 0
    told["group"] = rows.groups(of_desa=True)
    in_group = told.assign(twice=told.duplicated(keep=False)).groupby("group")
    several = ((in_group["sheet"].transform("size") > 1) & ~in_group["twice"].transform("any")).to_numpy()
    agree = several & _agreeing(rows, told["group"])
    kept = np.ones(len(rows), dtype=bool)
    for _, same in told[several & ~agree].groupby("group", sort=False):
        sheets = list(same["sheet"])
        question = Question(f"sheets/{'/'.join(sheets)}", say.ask_sheet(sheets), tuple((s, s) for s in sheets))
        answers = [asking.ask(question, row=rows.numbers[at]) for at in same.index]
        kept[same.index] = same["sheet"] == (answers[0] or sheets[0])
    group = np.where(agree, told["group"], rows.alone)
    return rows.take(np.flatnonzero(kept)).merged(group[kept], sums=False), int(agree.sum())


def _agreeing(rows: WideCounts, group: pd.Series) -> NDArray[np.bool_]:
    """Rows of groups in which no two rows say something different of the same element."""
    says = pd.concat([rows.companions, rows.values], axis=1)
    for id_, unclear in rows.unclear.items():
        says[id_] = np.where(unclear, _UNCLEAR, rows.column(id_))
    different = says.groupby(group).nunique().gt(1).any(axis=1)
    return ~group.map(different).to_numpy(dtype=bool)
