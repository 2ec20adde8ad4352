"""Running totals by month: this year against the years before."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, takewhile

from indicators.charts.spec import ChartSpec, Dash, Emphasis, Mark, Point, Role, Series, SpecError, State, Symbol
from indicators.vocabulary import Basis, Period
from indicators.wording import charts as wording
from indicators.wording import numbers


@dataclass(frozen=True)
class MonthCounts:
    """Counts of January, February, … of one year; None for a month without any report.

    A running total needs every month before it, so it ends at the first month that is missing. incomplete: (month,
    puskesmas that sent, expected) where too few reports are there; from the first of these on totals are provisional.
    """

    year: int
    counts: tuple[float | None, ...]
    basis: Basis
    incomplete: tuple[tuple[Period, int, int], ...] = ()

    def __post_init__(self) -> None:
        if len(self.counts) > 12:
            raise SpecError(f"{self.year}: more than twelve months")

    @property
    def known(self) -> list[float]:
        """Counts up to the first missing month."""
        return [count for count in takewhile(lambda count: count is not None, self.counts) if count is not None]

    @property
    def complete(self) -> list[float]:
        """Known counts before the first incomplete month: those whose totals stand beside other years."""
        first = min((month.start.month for month, _, _ in self.incomplete), default=13)
        return self.known[: first - 1]

    def provisional(self, month: int) -> str:
        """Why the total up to a month is provisional; empty where it is not."""
        missing = [entry for entry in self.incomplete if entry[0].start.month <= month]
        return wording.provisional_months(missing) if missing else ""


_EARLIER_DASHES = (Dash.SOLID, Dash.DASH, Dash.DOT)


def running_total(
    *,
    title: str,
    unit: str,
    name: str,
    current: MonthCounts,
    earlier: tuple[MonthCounts, ...],
    footer: str,
    notes: tuple[str, ...] = (),
) -> ChartSpec:
    """Cumulative counts by month.

    `name` is what is counted (`Kematian ibu`). Earlier years are drawn faint, the newest of them solid.
    Only totals of complete months are joined and labelled.
    """
    ordered = sorted(earlier, key=lambda months: months.year, reverse=True)
    series = [
        _series(months, name, unit, Role.EARLIER, _EARLIER_DASHES[index % len(_EARLIER_DASHES)])
        for index, months in enumerate(ordered)
    ]
    series.reverse()
    series.append(_series(current, name, unit, Role.CURRENT, Dash.SOLID))
    everything = (current, *earlier)
    return ChartSpec(
        title=title,
        unit=unit,
        decimals=0,
        categories=numbers.SHORT_MONTHS,
        series=tuple(series),
        footer=footer,
        alt=wording.alt_bars(
            title=title,
            unit=unit,
            bars=[bar for months in everything for bar in _bars(months)],
        ),
        sample=any(months.basis is Basis.SAMPLE for months in everything),
        notes=notes,
    )


def _bars(months: MonthCounts) -> list[tuple[str, str]]:
    """For the alternative text: the total of the complete months, and apart from it the one that is provisional."""
    complete, known = months.complete, months.known
    found = [(wording.year_of_months(months.year, len(complete)), numbers.number(sum(complete)))] if complete else []
    if len(known) > len(complete):
        found.append((wording.provisional_year(months.year, len(known)), numbers.number(sum(known))))
    return found


def _series(months: MonthCounts, name: str, unit: str, role: Role, dash: Dash) -> Series:
    totals = list(accumulate(months.known))
    return Series(
        name=str(months.year),
        mark=Mark.LINE,
        role=role,
        dash=dash,
        symbol=Symbol.CIRCLE,
        emphasis=Emphasis.STRONG if role is Role.CURRENT else Emphasis.FAINT,
        points=tuple(
            Point(
                x=numbers.SHORT_MONTHS[index],
                y=total,
                label=numbers.number(total) if role is Role.CURRENT and index + 1 == len(months.complete) else "",
                state=State.PROVISIONAL if index >= len(months.complete) else State.VALUE,
                hover=wording.running_hover(
                    name=name,
                    year=months.year,
                    month=index + 1,
                    total=total,
                    added=months.known[index],
                    unit=unit,
                    remark=months.provisional(index + 1),
                ),
            )
            for index, total in enumerate(totals)
        ),
    )
