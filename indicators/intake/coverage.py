"""Coverage over 100 %: more served in a year than the year's target of the unit has."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from indicators.catalogue import Catalogue, Dataset, Indicator
from indicators.intake.problems import notice, warning
from indicators.intake.wide import Headers, Stored, WideCounts
from indicators.vocabulary import Interval, Kind, Problem
from indicators.wording import checks as say


def coverages_within(dataset: Dataset, catalogue: Catalogue) -> list[Indicator]:
    """Shares of a year's target that a dataset touches; within one dataset `at_most` says the same."""
    return [
        i
        for i in catalogue.indicators.values()
        if i.interval is Interval.PROPORTION
        and any(catalogue.elements[e].kind is Kind.ANNUAL_TARGET for e in i.denominator)
        and {*i.numerator, *i.denominator} & set(dataset.elements)
    ]


def find_coverage_above_all(
    wide: WideCounts, stored: Stored, headers: Headers, *, dataset: Dataset, catalogue: Catalogue
) -> Iterator[Problem]:
    """Told once a unit, year and coverage, at the newest row of the file that speaks of them.

    A year's target is a projection, which a unit may pass a little: a reason is asked beyond `coverage_unlikely`.
    """
    if not wide.placed.any():
        return
    newest = _newest_rows(wide)
    for indicator in coverages_within(dataset, catalogue):
        reached = sum(_of_year(id_, wide, stored) for id_ in indicator.numerator)
        target = sum(_of_year(id_, wide, stored) for id_ in indicator.denominator)
        both = pd.DataFrame({"reached": reached, "target": target}).dropna()
        above = both[(both["target"] > 0) & (both["reached"] > both["target"])]
        own = next(e for e in (*indicator.numerator, *indicator.denominator) if e in dataset.elements)
        column = headers.header_of(own, otherwise=catalogue.elements[own].column)
        for unit, year in above.index.intersection(newest.index):
            counts = above.loc[(unit, year)]
            sentence = say.coverage_above_all(
                indicator.numerator_label.capitalize(),
                wide.names[unit],
                year,
                reached=int(counts["reached"]),
                target=int(counts["target"]),
                target_label=indicator.denominator_label,
            )
            unlikely = counts["reached"] > catalogue.settings.coverage_unlikely * counts["target"]
            yield (warning if unlikely else notice)(sentence, row=int(newest[(unit, year)]), column=column)


def _newest_rows(wide: WideCounts) -> pd.Series:
    """The row number of each unit and year's newest month in the file."""
    rows = pd.DataFrame({"unit": wide.unit, "month": wide.month, "number": wide.numbers})[wide.placed]
    rows = rows.assign(year=rows["month"] // 12).sort_values("month", kind="stable")
    return rows.groupby(["unit", "year"])["number"].last()


def _of_year(element: str, wide: WideCounts, stored: Stored) -> pd.Series:
    """An element summed over each unit's year, what is sent in place of what is stored for its month."""
    sent, before = wide.sent(element), stored.of(element)
    spoken = wide.key[wide.placed] if element in wide.values.columns else wide.key[:0]
    both = pd.concat([sent, before[~before.index.isin(spoken)]])
    years = both.index.get_level_values("month") // 12
    summed: pd.Series = both.groupby([both.index.get_level_values("unit"), years]).sum()
    return summed.rename_axis(["unit", "year"])
