"""Against the past: a count far outside what its own unit has reported, and a month that repeats another.

Counts of one unit differ widely from those of another, and few months are available, so a unit is held only
against itself, robustly: a past error must not make the next one look usual.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import pandas as pd
from numpy.lib.stride_tricks import sliding_window_view

from indicators.catalogue import Catalogue, Dataset
from indicators.intake.problems import warning
from indicators.intake.wide import Headers, Stored, WideCounts, month_of
from indicators.measures.own_past import steady, usual
from indicators.vocabulary import Problem
from indicators.wording import checks as say


def find_unlike_past(
    wide: WideCounts, stored: Stored, headers: Headers, *, dataset: Dataset, catalogue: Catalogue
) -> Iterator[Problem]:
    """Both rules, for monthly data; a value that is stored already as it is sent is not asked about again."""
    if dataset.period == "month" and wide.placed.any():
        yield from _far_from_past(wide, stored, headers, dataset, catalogue)
        yield from _same_month(wide, stored, dataset, catalogue)


def _far_from_past(
    wide: WideCounts, stored: Stored, headers: Headers, dataset: Dataset, catalogue: Catalogue
) -> Iterator[Problem]:
    """Beyond the robust range, beyond all that was reported before, and unlike the same month a year earlier.

    The second lets a yearly campaign pass, the third its first return a little larger.
    """
    rules = catalogue.settings
    rows = wide.row_of()
    for id_ in dataset.elements:
        element = catalogue.elements[id_]
        sent = wide.sent(id_)
        # Parts of a total are small and move with it: the total speaks for them.
        if element.dimension is not None or sent.empty:
            continue
        before = stored.of(id_)
        months = _by_month(sent, before)
        past = months.shift(1).rolling(rules.past_months, min_periods=rules.past_least)
        beyond = (months > past.max()) | (months < past.min())
        changed = (before.reindex(sent.index) != sent).unstack("unit").reindex_like(months).eq(True)
        counts, from_last_year = months.to_numpy(), np.abs(steady(months) - steady(months.shift(12)))
        asked = np.argwhere((beyond & changed).to_numpy())
        # The months before each of them, where there are enough.
        padded = np.concatenate([np.full((rules.past_months, counts.shape[1]), np.nan), counts])
        before_it = sliding_window_view(padded, rules.past_months, axis=0)[asked[:, 0], asked[:, 1]]
        of_past = usual(before_it, spreads=rules.past_spreads)
        middle, low, high = of_past.range
        asked_counts, off = counts[tuple(asked.T)], from_last_year[tuple(asked.T)]
        far = ((asked_counts < low) | (asked_counts > high)) & ~(off <= of_past.reach)
        for at in np.flatnonzero(far):
            unit, month = months.columns[asked[at, 1]], months.index[asked[at, 0]]
            sentence = say.far_from_past(
                element.label,
                wide.names[unit],
                month_of(month),
                int(asked_counts[at]),
                usual=round(middle[at]),
                low=int(np.ceil(low[at])),
                high=int(high[at]),
                months=int(of_past.months[at]),
            )
            header = headers.header_of(id_, otherwise=element.column)
            yield warning(sentence, row=rows[(unit, month)], column=header)


def _by_month(sent: pd.Series, before: pd.Series) -> pd.DataFrame:
    """Counts by month (every month, in order) and unit: what is sent, and around it what is stored."""
    units = sent.index.get_level_values("unit").unique()
    before = before[before.index.get_level_values("unit").isin(units) & ~before.index.isin(sent.index)]
    table: pd.DataFrame = pd.concat([sent, before]).unstack("unit")
    return table.reindex(range(table.index.min(), table.index.max() + 1))


def _same_month(wide: WideCounts, stored: Stored, dataset: Dataset, catalogue: Catalogue) -> Iterator[Problem]:
    """A month whose every count equals that of another month nearby.

    Small counts repeat by chance, so a month says something only with several different counts of some size.
    """
    rules = catalogue.settings
    sent = wide.values.loc[wide.placed].set_axis(wide.key[wide.placed])
    sent = sent[~sent.index.duplicated()]
    counts = np.sort(np.where(sent >= rules.repeated_from, sent, np.nan), axis=1)
    telling = ~np.isnan(counts[:, :1]).ravel() * 1 + (np.diff(counts, axis=1) > 0).sum(axis=1)
    if not (telling >= rules.repeated_counts).any():
        return
    before = pd.DataFrame({id_: stored.of(id_) for id_ in sent.columns}).rename_axis(index=["unit", "month"])
    before = before.reindex(columns=sent.columns)
    changed = ~(before.reindex(sent.index).eq(sent) | sent.isna()).all(axis=1)
    both = pd.concat([sent, before[~before.index.isin(sent.index)]])
    # One number for all counts of a month, by month and unit, so that a whole table is compared with an earlier one.
    hashed = pd.Series(pd.util.hash_pandas_object(both, index=False).to_numpy(), index=both.index).unstack("unit")
    prints = hashed.reindex(range(hashed.index.min(), hashed.index.max() + 1))
    asking = pd.Series((telling >= rules.repeated_counts) & changed.to_numpy(), index=sent.index).unstack("unit")
    asked = asking.reindex(index=prints.index, columns=prints.columns).eq(True)
    rows = wide.row_of()
    for lag in range(1, rules.repeated_months + 1):
        same = prints.eq(prints.shift(lag)) & asked
        asked &= ~same
        for at_month, at_unit in np.argwhere(same.to_numpy()):
            unit, month = same.columns[at_unit], int(same.index[at_month])
            sentence = say.same_month(wide.names[unit], month_of(month), month_of(month - lag))
            yield warning(sentence, row=rows[(unit, month)])
