"""What is stored already and bears on a file: the values it is compared with, and the names confirmed before."""

from __future__ import annotations

from datetime import date

import pandas as pd

from indicators.areas import Kabupaten
from indicators.catalogue import Dataset, catalogue
from indicators.intake.check import compared_with
from indicators.intake.remembered import remembered
from indicators.intake.snapshot import Snapshot
from indicators.vocabulary import Period

EARLIEST = Period.month(2000, 1).start


def known_values(snapshot: Snapshot, dataset: Dataset, kabupaten: Kabupaten, today: date) -> pd.DataFrame | None:
    """For `receive(known=...)`: stored values of the datasets that this one is compared with; None where of none."""
    names = compared_with(dataset, catalogue())
    if not names:
        return None
    end = Period.year(today.year + 1).end
    return pd.concat(
        snapshot.read("unit_values", dataset=name, kabupaten=kabupaten.code, start=EARLIEST, end=end) for name in names
    )


def known_answers(snapshot: Snapshot, kabupaten: Kabupaten, dataset: Dataset) -> dict[str, str]:
    """For `receive(answers=...)`: what people of this kabupaten confirmed with earlier files."""
    confirmed = snapshot.read("confirmed_names", kabupaten=kabupaten.code)
    return remembered(confirmed[confirmed["dataset"].isna() | (confirmed["dataset"] == dataset.id)])
