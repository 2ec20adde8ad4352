from __future__ import annotations

import pytest

from indicators.wording import charts


@pytest.mark.parametrize(
    ("document", "value", "sign", "label"),
    [
        ("RPJMN 2020-2024", 14, "", "Target RPJMN 2024: 14"),
        ("RPJMN 2025–2029", 18.8, "", "Target RPJMN 2024: 18,8"),
        ("SDG 3.1", 70, "<", "Target SDG 3.1 2024: < 70"),
        ("Sasaran inovasi kesehatan Banyuwangi untuk IGA 2025", 1250, "", "Target 2024: 1.250"),
    ],
)
def test_a_target_label_is_short_and_names_its_document(document: str, value: float, sign: str, label: str) -> None:
    assert charts.target_label(document=document, year=2024, value=value, sign=sign) == label


def test_a_target_hover_gives_the_whole_document() -> None:
    text = charts.target_hover(document="RPJMN 2020-2024", year=2024, value=14, unit="persen", note="Survei.")

    assert text.splitlines() == ["Target tahun 2024: 14 %", "RPJMN 2020-2024", "Survei."]
