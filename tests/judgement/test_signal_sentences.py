"""Every sentence about signals, state by state: kind, side, one or several, whole kabupaten or not."""

from __future__ import annotations

import pytest

from indicators.judgement.judged import Judged
from indicators.judgement.signal_sentences import sentence
from indicators.judgement.signals import Signal, SignalGroup, SignalKind
from indicators.vocabulary import Basis, Measure, Period


def signal(
    indicator: str,
    name: str,
    value: float,
    beside: float,
    burden: float,
    *,
    kind: SignalKind = SignalKind.AREA,
    better: bool = False,
    whole: bool = False,
    basis: Basis = Basis.OFFICIAL,
) -> Signal:
    period = Period.parse("2026-01..2026-10")
    judged = Judged(
        indicator=indicator,
        area=name,
        area_name=name,
        period=period,
        reference=period,
        value=value,
        numerator=burden,
        denominator=1000.0,
        low=None,
        high=None,
        method="",
        basis=basis,
        measure=Measure.ROUTINE,
        units_matched=1,
        units_expected=1,
        reports_matched=1,
        reports_expected=1,
        too_few=False,
        verdict=None,
        absence=None,
        version=0,
    )
    return Signal(kind, judged, beside, burden, 0.0001, better, of_kabupaten=whole)


def said(*signals: Signal) -> str:
    return sentence(SignalGroup(signals))


def test_one_kecamatan_above_the_others() -> None:
    assert said(signal("akb", "Giri", 25.34, 7.0, 9.4)) == (
        "AKB, Januari–Oktober 2026: Giri (25,3 per 1.000 KH) di atas kecamatan lain (7,0 per 1.000 KH), lebih jauh "
        "daripada yang wajar karena kebetulan; sekitar 9 kematian bayi lebih banyak daripada bila sama dengan "
        "kecamatan lain."
    )


def test_several_kecamatan_below_the_others_are_added_up() -> None:
    found = said(signal("pf", "A", 70, 80, 100), signal("pf", "B", 71, 80.1, 50))
    assert "A (70,0 %) dan B (71,0 %) di bawah kecamatan lain, lebih jauh" in found
    assert "bersama-sama sekitar 150 " in found
    assert "lebih sedikit daripada bila sama dengan kecamatan lain." in found


@pytest.mark.parametrize(
    ("indicator", "better", "side", "more"),
    [
        ("akb", False, "di atas", "lebih banyak"),
        ("akb", True, "di bawah", "lebih sedikit"),
        ("pf", False, "di bawah", "lebih sedikit"),
        ("pf", True, "di atas", "lebih banyak"),
    ],
)
def test_the_side_follows_from_what_is_better(indicator: str, better: bool, side: str, more: str) -> None:
    found = said(signal(indicator, "A", 70, 80, 10, better=better))
    assert f"{side} kecamatan lain" in found
    assert more in found


def test_the_whole_kabupaten_has_changed_and_some_kecamatan_show_it() -> None:
    changed = {"kind": SignalKind.CHANGE, "better": True}
    whole = signal("stunting_eppgbm", "Kabupaten", 2.4, 3.5, 1013.6, whole=True, **changed)
    parts = [signal("stunting_eppgbm", f"K{n}", 2.0, 3.0, 10, **changed) for n in range(1, 7)]
    found = said(whole, *parts)
    assert "seluruh kabupaten turun dari 3,50 % menjadi 2,40 % dibanding bulan yang sama tahun lalu" in found
    assert "sekitar 1.014 " in found
    assert "bersama-sama" not in found
    assert found.endswith("Terlihat pula di K1, K2, K3, K4 dan 2 kecamatan lain.")


def test_kecamatan_that_have_changed_by_themselves() -> None:
    found = said(signal("pf", "Muncar", 74.4, 81.9, 195.3, kind=SignalKind.CHANGE))
    assert "Muncar (dari 81,9 % menjadi 74,4 %) turun dibanding bulan yang sama tahun lalu, lebih jauh" in found


def test_a_count_has_no_decimals() -> None:
    found = said(signal("new_stunting", "Kabupaten", 120, 80, 40, kind=SignalKind.CHANGE, whole=True))
    assert "naik dari 80 " in found
    assert "menjadi 120 " in found


def test_on_sample_data_it_begins_with_that_word() -> None:
    assert said(signal("akb", "Giri", 25, 7, 9, basis=Basis.SAMPLE)).startswith("Contoh: AKB, ")
    assert not said(signal("akb", "Giri", 25, 7, 9)).startswith("Contoh")
