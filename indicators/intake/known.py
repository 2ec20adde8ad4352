"""What is stored already and bears on a file: the values it is compared with, and the names confirmed before."""

from __future__ import annotations

from datetime import date

import pandas as pd

from indicators.areas import Kabupaten, all_kabupaten
from indicators.catalogue import Dataset, catalogue
from indicators.intake.check import compared_with
from indicators.intake.remembered import remembered
from indicators.intake.snapshot import Snapshot
from indicators.vocabulary import Period
from indicators.warehouse import Words

EARLIEST = Period.month(2000, 1).start


def known_values(snapshot: Snapshot, dataset: Dataset, kabupaten: Kabupaten, today: date) -> pd.DataFrame | None:
    """For `receive(known=...)`: stored values of the datasets that this one is compared with; None where of none.

    For a list: its entries and those of the lists it refers to, see `known_entries`.
    """
    if dataset.is_list:
        return known_entries(snapshot, dataset, kabupaten)
    names = compared_with(dataset, catalogue())
    if not names:
        return None
    end = Period.year(today.year + 1).end
    return pd.concat(
        snapshot.read("unit_values", dataset=name, kabupaten=kabupaten.code, start=EARLIEST, end=end) for name in names
    )


def known_entries(snapshot: Snapshot, dataset: Dataset, kabupaten: Kabupaten) -> pd.DataFrame:
    """Columns dataset, key, label, counts: entries of this list and of those it refers to, also of every other
    kabupaten unless the column holds its own ones only.

    counts: whether the entry counts now; one that does not has an id that is never given again.
    """
    columns = [column for column in dataset.columns.values() if column.refers_to]
    referred = {column.refers_to for column in columns}
    elsewhere = {column.refers_to for column in columns if not column.own}
    here = kabupaten.code
    parts = [
        frame[frame["dataset"].isin({dataset.id, *referred} if code == here else elsewhere)]
        # Its own kabupaten first: a name that two have means the own one.
        for code in sorted(all_kabupaten(), key=lambda code: (code != here, code))
        for frame in [snapshot.read("list_entries", kabupaten=code)]
    ]
    now = pd.concat(parts, ignore_index=True)[["dataset", "key", "label"]].assign(counts=True)
    ever = snapshot.read("list_keys", dataset=dataset.id, kabupaten=here)
    own = set(now.loc[now["dataset"] == dataset.id, "key"])
    gone = ever[~ever["key"].isin(own)].assign(dataset=dataset.id, label="", counts=False)
    return pd.concat([now, gone], ignore_index=True)


def stored_words(snapshot: Snapshot, kabupaten: Kabupaten) -> Words:
    """How the lists of a kabupaten are written; entries of other kabupaten's lists are known by name too."""
    names: dict[str, dict[str, str]] = {}
    for code in all_kabupaten():
        for row in snapshot.read("list_entries", kabupaten=code).itertuples(index=False):
            names.setdefault(str(row.dataset), {})[str(row.key)] = str(row.label)
    return Words(kabupaten, catalogue(), names)


def known_answers(snapshot: Snapshot, kabupaten: Kabupaten, dataset: Dataset) -> dict[str, str]:
    """For `receive(answers=...)`: what people of this kabupaten confirmed with earlier files."""
    confirmed = snapshot.read("confirmed_names", kabupaten=kabupaten.code)
    return remembered(confirmed[confirmed["dataset"].isna() | (confirmed["dataset"] == dataset.id)])
