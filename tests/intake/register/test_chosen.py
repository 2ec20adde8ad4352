from __future__ import annotations

import pandas as pd

from indicators.intake.register.chosen import usable_numbers


def usable(*texts: str) -> list[str]:
    return usable_numbers(pd.Series(texts, dtype="str")).tolist()


def test_a_nik_is_used_however_its_digits_are_grouped():
    assert (
        usable("3510991002249001", "3510 9910 0224 9001", "'3510991002249001", "351099.100224.9001")
        == ["3510991002249001"] * 4
    )


def test_what_is_no_nik_matches_nobody():
    assert usable("", "TEMP123", "3.51099E+15", "0000000000000000", "1234567890123456", "351099100224900") == [""] * 6


def test_a_column_that_excel_rounded_matches_nobody():
    assert usable("3510991002249000", "3510991102249010", "3510991202249020") == ["", "", ""]


def test_a_single_nik_that_ends_in_zero_is_used():
    numbers = ["3510991002249001", "3510991002249010", "3510991002249002"]
    assert usable(*numbers) == numbers
