"""Which row speaks for a child in a month. Numbers of persons stay in this frame and end with it."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from indicators.intake.personal_text import is_built_like_identity_number

_SEPARATORS = r"[ .'’`\"-]"
_ENOUGH_TO_TELL = 3


@dataclass(frozen=True)
class Chosen:
    """speaks: the row that counts for its child and month. again, same_day, repeated: rows that gave way, and why."""

    speaks: pd.Series[bool]
    again: pd.Series[bool]
    same_day: pd.Series[bool]
    repeated: pd.Series[bool]


def usable_numbers(cells: pd.Series[str]) -> pd.Series[str]:
    """The NIK as 16 digits; blank where it is missing, temporary, rounded by Excel or not built like one.

    Excel keeps 15 digits, so a column it took for numbers ends in 0 throughout and tells siblings no longer apart.
    """
    digits = cells.str.replace(_SEPARATORS, "", regex=True)
    built = {text: is_built_like_identity_number(text) for text in digits.unique()}
    digits = digits.where(digits.map(built).astype(bool), "")
    different = digits[digits != ""].drop_duplicates()
    if len(different) >= _ENOUGH_TO_TELL and different.str.endswith("0").mean() > 0.5:
        return pd.Series("", index=cells.index, dtype="str")
    return digits


def choose(
    numbers: pd.Series[str],
    *,
    months: pd.Series[int],
    days: pd.Series[pd.Timestamp],
    lines: pd.Series[str],
    measured: pd.Series[bool],
    counts: pd.Series[bool],
) -> Chosen:
    """The latest measurement of a child in a month speaks; of one day, the row written last.

    numbers: blank for a child that can be matched with no other row. lines: the whole row as text, blank where it may
    not be compared. measured: has any score; a row without gives way. counts: rows that may speak at all.
    """
    repeated = counts & (lines != "") & lines.where(counts, "").duplicated(keep="first")
    frame = pd.DataFrame(
        {
            "child": numbers.where(numbers != "", pd.Series(numbers.index, index=numbers.index).astype(str)),
            "month": months,
            "measured": measured,
            "day": days,
        }
    )[counts & ~repeated]
    frame = frame.rename_axis("place").reset_index().sort_values(["measured", "day", "place"])
    last = frame.groupby(["child", "month"], sort=False).tail(1)
    losers = frame[~frame["place"].isin(last["place"])].merge(
        last[["child", "month", "measured", "day"]], on=["child", "month"], suffixes=("", "_last")
    )
    tied = (losers["day"] == losers["day_last"]) & (losers["measured"] == losers["measured_last"])
    places = numbers.index
    return Chosen(
        speaks=pd.Series(places.isin(last["place"]), index=places),
        again=pd.Series(places.isin(losers.loc[~tied, "place"]), index=places),
        same_day=pd.Series(places.isin(losers.loc[tied, "place"]), index=places),
        repeated=repeated,
    )


def shared_numbers(numbers: pd.Series[str], born: pd.Series[pd.Timestamp], sexes: pd.Series[str]) -> pd.Series[bool]:
    """Rows whose NIK stands beside more than one birth date or sex."""
    given = numbers != ""
    by_number = pd.DataFrame({"born": born, "sex": sexes.mask(sexes == "")}).groupby(numbers)
    differs = (by_number.transform("nunique") > 1).any(axis=1)
    return given & differs
