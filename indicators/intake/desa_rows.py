"""Files with a row per desa: the desa of one puskesmas and period are added up."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd

from indicators.intake.wide import WideCounts, objects


def together(rows: WideCounts) -> tuple[WideCounts, int]:
    """One row a puskesmas and period, with the number of its first row; and how many rows were added up.

    Only rows that name different desa are: anything else that speaks twice for a unit is left as it is, to be
    reported as a duplicate. An element that is blank in every desa stays blank.
    """
    told = pd.DataFrame({"desa": rows.desa, "group": rows.groups(of_desa=False)})
    told["unfit"] = told["desa"].isna() | told.duplicated(keep=False)
    of_group = told.groupby("group")["unfit"]
    summed = ((of_group.transform("size") > 1) & ~of_group.transform("any")).to_numpy()
    if not summed.any():
        return rows, 0
    of_units = replace(rows, desa=objects(None if sums else code for sums, code in zip(summed, rows.desa, strict=True)))
    return of_units.merged(np.where(summed, told["group"], rows.alone), sums=True), int(summed.sum())
