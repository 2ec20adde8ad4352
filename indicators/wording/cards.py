"""What a card of the summary says."""

from __future__ import annotations

from indicators.vocabulary import Measure, Period
from indicators.wording import judgement, numbers

YEAR_BEFORE = "Sebelumnya"
COMPARED = "Pembanding"
QUOTED = "Angka publik"
DETAILS = "Rincian"
NATION = "Indonesia"
NO_VALUE = "Belum ada angka"
ONLY_THE_SURVEY = "Target RPJMN hanya berlaku bagi survei, tidak bagi e-PPGBM"
LAST_TARGET = "Belum ada target baru yang dapat dikutip. "


def missing_result(year: int) -> str:
    return f"Hasil IGA {year} belum dimasukkan"


def compared(place: str, value: str, period: Period, measure: Measure) -> str:
    """`Jawa Timur 17,7 % (2023, survei)`."""
    return f"{place} {value} ({numbers.period(period)}, {judgement.MEASURE[measure]})"


def provisional(reported: str) -> str:
    """`sementara, 41 dari 45 puskesmas`: beside a value that is not compared with complete ones."""
    return f"sementara, {reported}; belum dibandingkan dengan tahun lalu"


def reference_month(month: Period) -> str:
    """For a campaign indicator, the month that stands for the period."""
    return f"bulan penimbangan {numbers.period(month)}"


def expected_share(months: int) -> str:
    """Beside the coverage of part of a year: what an even pace would have reached."""
    return f"seharusnya {numbers.number(100 * months / 12, 1)} % bila merata sepanjang tahun"


def trend_words(first: str, first_value: str, last: str, last_value: str) -> str:
    """The trend line in words, for readers who do not see it."""
    return f"Dari {first_value} ({first}) ke {last_value} ({last})"
