"""New cases inside one file: low this month, measured and not low the month before. Never across submissions."""

from __future__ import annotations

import pandas as pd

from indicators.catalogue import Register
from indicators.intake.register.children import Children


def new_cases(children: Children, register: Register, reports: pd.MultiIndex) -> pd.DataFrame:
    """unit, month, value for the reports where the file tells it for every child.

    That is: the file holds the unit's month before as well, and every child that is low now was measured in it, with
    a NIK by which it is found again. Elsewhere a part of the new cases would pass for all of them.
    """
    columns = ["unit", "month", "value"]
    score = children.scores.get(register.new_cases.score)
    if score is None or reports.empty:
        return pd.DataFrame(columns=columns)
    frame = pd.DataFrame(
        {
            "unit": children.units,
            "month": children.months,
            "number": children.numbers,
            "plausible": score.plausible,
            "low": score.low,
        }
    )[children.chosen.speaks]
    before = frame[(frame["number"] != "") & frame["plausible"]]
    before = before.assign(month=before["month"] + 1)[["number", "month", "low"]]
    low_now = frame[frame["low"]].merge(before, on=["number", "month"], how="left", suffixes=("", "_before"))
    told = low_now["low_before"].notna()
    by_report = (
        pd.DataFrame(
            {
                "unit": low_now["unit"],
                "month": low_now["month"],
                "untold": ~told,
                "value": told & ~low_now["low_before"].fillna(False).astype(bool),
            }
        )
        .groupby(["unit", "month"])[["untold", "value"]]
        .sum()
    )
    followed = reports[reports.isin([(unit, month + 1) for unit, month in reports])]
    cases = by_report.reindex(followed, fill_value=0)
    return cases[cases["untold"] == 0]["value"].reset_index()[columns]
