"""The words that all layers share: small enumerations and value objects, no logic of any layer."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Status(StrEnum):
    """How probable it is that the true value meets its target, never judged from the point value alone."""

    MET = "met"
    LIKELY_MET = "likely_met"
    NOT_DISTINGUISHABLE = "not_distinguishable"
    LIKELY_NOT_MET = "likely_not_met"
    NOT_MET = "not_met"
    NOT_ENOUGH_DATA = "not_enough_data"


class Light(StrEnum):
    """Traffic light of data quality, from the best to the worst; always shown with its icon and its word."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


class Movement(StrEnum):
    """What may be said of two values: only FELL and ROSE are findings, the others no more than what was counted."""

    FELL = "fell"
    ROSE = "rose"
    SEEMS_LOWER = "seems_lower"
    SEEMS_HIGHER = "seems_higher"
    EQUAL = "equal"
    NOT_COMPARED = "not_compared"


class ChartKind(StrEnum):
    """How a series over time is charted, chosen from the data."""

    XMR = "xmr"
    P = "p"
    U = "u"
    G = "g"
    T = "t"
    POOLED = "pooled"
    RUN = "run"


class Variation(StrEnum):
    """What the newest value says of a process: nothing but chance, or a change and which way."""

    COMMON = "common"
    IMPROVING = "improving"
    WORSENING = "worsening"
    RISING = "rising"
    FALLING = "falling"


class Assurance(StrEnum):
    """What a process will do against its target as long as nothing changes: meet it, miss it, or now this, now that."""

    PASSES = "passes"
    FAILS = "fails"
    HIT_OR_MISS = "hit_or_miss"


class Basis(StrEnum):
    """What kind of evidence a number is; declared from the strongest to the weakest."""

    OFFICIAL = "official"
    SURVEY = "survey"
    PUBLISHED = "published"
    PROVISIONAL = "provisional"
    SAMPLE = "sample"

    @classmethod
    def weakest(cls, *bases: Basis) -> Basis:
        """The basis of a number computed from inputs with these bases. Raises ValueError for no input."""
        order = list(cls)
        return max(bases, key=order.index)


class Measure(StrEnum):
    """How a value came about; one line or one target never mixes two measures."""

    ROUTINE = "routine"
    SURVEY = "survey"
    CENSUS = "census"


class Kind(StrEnum):
    """How an element adds up over time."""

    FLOW = "flow"
    STOCK = "stock"
    ANNUAL_TARGET = "annual_target"
    CAMPAIGN = "campaign"


class Derivation(StrEnum):
    """What an element that nobody counts says of the reports themselves."""

    EXPECTED = "expected"
    SENT = "sent"
    ON_TIME = "on_time"


class CountedBy(StrEnum):
    """Whose events an element counts: of residents, or of those served by the facility."""

    RESIDENCE = "residence"
    FACILITY = "facility"


class Dimension(StrEnum):
    """Along which dimension elements split another element."""

    CAUSE = "cause"
    AGE = "age"
    SEX = "sex"
    PLACE = "place"


class Direction(StrEnum):
    """Which way a value improves."""

    LOWER_IS_BETTER = "lower_is_better"
    HIGHER_IS_BETTER = "higher_is_better"
    NEUTRAL = "neutral"


class Interval(StrEnum):
    """Which sampling model gives an indicator its interval."""

    POISSON = "poisson"
    PROPORTION = "proportion"
    NONE = "none"


class AreaGroup(StrEnum):
    """Where an area stands among the others, in the order in which groups are told.

    OUTSIDE_*: beyond the limits of chance around the pooled value, on either side. TOO_FEW: fewer events than are ever
    judged, none included. INCOMPLETE: reports are missing. OVERFULL: more events than the denominator, so that the
    denominator is in doubt. ABSENT: no value. WITHHELD: small counts that the public may not see.
    """

    OUTSIDE_WORSE = "outside_worse"
    OUTSIDE_BETTER = "outside_better"
    WITHIN = "within"
    TOO_FEW = "too_few"
    INCOMPLETE = "incomplete"
    OVERFULL = "overfull"
    ABSENT = "absent"
    WITHHELD = "withheld"


class MapValues(StrEnum):
    """What a map of areas shows: values as they are, or drawn towards that of all areas (empirical Bayes)."""

    RAW = "asli"
    SMOOTHED = "rata"


class Level(StrEnum):
    """Administrative levels, and the facilities that stand beside them."""

    NATION = "nation"
    PROVINCE = "province"
    KABUPATEN = "kabupaten"
    KECAMATAN = "kecamatan"
    DESA = "desa"
    FACILITY = "facility"


class Mode(StrEnum):
    """Which submissions of a kabupaten are visible: sample and practice, or official. Never summed."""

    SAMPLE = "contoh"
    OFFICIAL = "resmi"


class Audience(StrEnum):
    """For whom a briefing is made; PUSKESMAS are those of one kecamatan."""

    BUPATI = "bupati"
    CROSS_SECTOR = "lintas_sektor"
    PUSKESMAS = "puskesmas"


class Reader(StrEnum):
    """Whose eyes a deck is made for. PUBLIC: small counts are withheld, as on the pages without an account."""

    PUBLIC = "public"
    STAFF = "staff"


class Severity(StrEnum):
    """Whether a problem stops publishing, needs a person's reason, or is only told; the gravest first."""

    BLOCKING = "blocking"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True)
class Problem:
    """One thing wrong with a file, in the words of the person who sent it.

    row: the row number as the spreadsheet shows it (1-based), None when it concerns the whole file.
    column: the header as written in the file, None when it concerns no single column.
    sheet: the sheet's name where a file has several; empty otherwise.
    unit: the name of the unit whose row it is; empty where it concerns none or the unit is not known.
    rule: a short id of the rule that found it (wording.rules), to filter by and to keep reasons under.
    message and fix are Bahasa Indonesia and never quote a cell that may hold personal data.
    """

    severity: Severity
    message: str
    fix: str = ""
    row: int | None = None
    column: str | None = None
    sheet: str = ""
    rule: str = ""
    unit: str = ""


_MONTH = re.compile(r"(\d{4})-(\d{2})")
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, order=True)
class Period:
    """Whole months from start (first of a month) to end (last of a month), both inclusive.

    The text form is `2024`, `2024-08`, or two of these joined by `..`; `parse` reads what `str` writes.
    """

    start: date
    end: date

    def __post_init__(self) -> None:
        last = calendar.monthrange(self.end.year, self.end.month)[1]
        if self.start.day != 1 or self.end.day != last or self.end < self.start:
            raise ValueError(f"not a run of whole months: {self.start} .. {self.end}")

    @classmethod
    def of_months(cls, first: tuple[int, int], last: tuple[int, int]) -> Period:
        """From (year, month) to (year, month), inclusive. Raises ValueError for a month outside 1-12."""
        year, month = last
        if not 1 <= month <= 12:
            raise ValueError(f"no such month: {month}")
        return cls(date(*first, 1), date(year, month, calendar.monthrange(year, month)[1]))

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        return cls.of_months((year, month), (year, month))

    @classmethod
    def year(cls, year: int) -> Period:
        return cls.of_months((year, 1), (year, 12))

    @classmethod
    def year_to(cls, year: int, month: int) -> Period:
        """January to `month` of one year."""
        return cls.of_months((year, 1), (year, month))

    @classmethod
    def parse(cls, text: str) -> Period:
        """The period of a text such as `2024`, `2024-08`, `2026-01..2026-10`. Raises ValueError."""
        first, dots, last = text.partition("..")
        parts = [cls._parse_one(part) for part in (first, last if dots else first)]
        return cls(parts[0].start, parts[1].end)

    @classmethod
    def _parse_one(cls, text: str) -> Period:
        if match := _MONTH.fullmatch(text):
            return cls.month(int(match[1]), int(match[2]))
        if _YEAR.fullmatch(text):
            return cls.year(int(text))
        raise ValueError(f"not a period: {text!r}")

    def __str__(self) -> str:
        if self.is_month:
            return f"{self.start:%Y-%m}"
        if self.is_whole_years:
            first, last = self.start.year, self.end.year
            return f"{first}" if first == last else f"{first}..{last}"
        return f"{self.start:%Y-%m}..{self.end:%Y-%m}"

    @property
    def months(self) -> int:
        """How many months it spans."""
        return (self.end.year - self.start.year) * 12 + self.end.month - self.start.month + 1

    @property
    def is_month(self) -> bool:
        return self.months == 1

    @property
    def is_year(self) -> bool:
        return self.months == 12 and self.start.month == 1

    @property
    def is_whole_years(self) -> bool:
        return self.start.month == 1 and self.end.month == 12

    @property
    def in_one_year(self) -> bool:
        return self.start.year == self.end.year

    def years_earlier(self, years: int) -> Period:
        """The same months, `years` years before."""
        return Period.of_months((self.start.year - years, self.start.month), (self.end.year - years, self.end.month))

    def contains(self, other: Period) -> bool:
        return self.start <= other.start and other.end <= self.end
