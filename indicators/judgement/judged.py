"""The judged number: a value that never travels without its interval, counts, basis, period and data version."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from indicators.catalogue import Target
from indicators.vocabulary import Basis, Measure, Period, Status


class Absence(StrEnum):
    """Why there is no value; missing, zero and suppressed never look alike."""

    NOT_SENT = "not_sent"
    NO_DENOMINATOR = "no_denominator"
    SUPPRESSED = "suppressed"
    NOT_AT_THIS_LEVEL = "not_at_this_level"
    NOT_OF_SAMPLE = "not_of_sample"


@dataclass(frozen=True)
class Verdict:
    """A status against one target.

    qualified: target and value are of different measures (routine, census).
    probability: that the true value meets the target, 0 to 1; None where chance has no part in it (a complete count, a
        target of none or of all) and where the data are not enough.
    rule_version: of the rules and numbers that judged; every export that carries the status names it.
    provisional: judged from the reports that are in, while some are missing.
    """

    status: Status
    target: Target
    year: int
    qualified: bool
    probability: float | None
    rule_version: str
    provisional: bool = False


@dataclass(frozen=True)
class Judged:
    """One indicator in one area and period.

    value, low, high: in the indicator's unit; low and high are the interval at `confidence` (95 %), None where it has
        none. Any other confidence: `values.limits`.
    numerator, denominator: the counts behind the value, summed over matched unit-periods only.
    units_matched of units_expected: units (puskesmas) with at least one matched unit-period.
    reports_matched of reports_expected: unit-periods with numerator and denominator.
    reference: the month that stands for the period (campaign indicators), else the period itself.
    verdict: None where no target of this year and measure exists.
    complete: every month of the period has enough reports; also told of sample data, whose basis hides it.
    all_reported: as complete, but asking only for months in which anybody reported; an area without it is not compared.
    too_few: fewer events than the catalogue's `few_events`; never compared with other areas, drawn neutral. A status
        asks instead how many were expected at the target: none where twenty were expected says much.
    """

    indicator: str
    area: str
    area_name: str
    period: Period
    reference: Period
    value: float | None
    numerator: float | None
    denominator: float | None
    low: float | None
    high: float | None
    method: str
    basis: Basis | None
    measure: Measure
    units_matched: int
    units_expected: int
    reports_matched: int
    reports_expected: int
    too_few: bool
    verdict: Verdict | None
    absence: Absence | None
    version: int
    complete: bool = True
    all_reported: bool = True
    confidence: float | None = None
