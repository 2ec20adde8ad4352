"""What is counted of a programme: a number that never travels without its period and who reported it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from indicators.vocabulary import Period


@dataclass(frozen=True)
class Amount:
    """One number of a programme in one area.

    value: None where nobody sent it, or where it is `suppressed`: few people, and the reader is not staff.
    denominator: of a coverage. share: in percent. reference: the month or year that stands for the period, else the
    months with reports. sent of expected: units that reported in it. complete: enough of them in every month.
    """

    label: str
    unit: str
    value: float | None
    reference: Period | None
    sent: int
    expected: int
    denominator: float | None = None
    suppressed: bool = False
    complete: bool = False

    @property
    def exceeds(self) -> bool:
        """Whether more was counted than there is, so that one of the two is wrong."""
        return self.value is not None and self.denominator is not None and self.value > self.denominator

    @property
    def share(self) -> float | None:
        """Of a coverage, in percent."""
        return self.value / self.denominator * 100 if self.value is not None and self.denominator else None


@dataclass(frozen=True)
class Place:
    """One place of a programme's visits: times in the period, the newest day up to its end, and the sums in the period.

    sums: by column; None where few people are not shown. recorded: whether there is any entry; else only a source
    names the place.
    """

    name: str
    unit: str
    times: int
    newest: date | None
    sums: tuple[float | None, ...]
    recorded: bool
