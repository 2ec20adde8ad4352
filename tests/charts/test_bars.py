from __future__ import annotations

from indicators.charts.bars import Counted, Known, counted_bars
from indicators.charts.spec import ChartSpec, State
from indicators.vocabulary import Basis


def drawn(*bars: Counted, keep_order: bool = False) -> ChartSpec:
    return counted_bars(
        title="Penyebab",
        unit="kematian",
        series_name="Kematian",
        bars=bars,
        basis=Basis.OFFICIAL,
        footer="Sumber",
        keep_order=keep_order,
    )


ALL = (
    Counted("Abortus", 0),
    Counted("Infeksi", None, Known.SUPPRESSED),
    Counted("Partus lama", None, Known.MISSING),
    Counted("Lain-lain", None, Known.HIDDEN),
    Counted("Hipertensi", 7),
    Counted("Perdarahan", 9),
)


def test_bars_run_from_the_largest_to_the_smallest_with_missing_ones_last() -> None:
    assert drawn(*ALL).categories == (
        "Perdarahan",
        "Hipertensi",
        "Infeksi",
        "Lain-lain",
        "Abortus",
        "Partus lama",
    )


def test_an_order_with_a_meaning_is_kept() -> None:
    assert drawn(Counted("0-6 hari", 2), Counted("7-28 hari", 9), keep_order=True).categories == (
        "0-6 hari",
        "7-28 hari",
    )


def test_zero_missing_and_suppressed_never_look_alike() -> None:
    looks = {p.x: (p.state, p.y, p.low, p.high, p.label) for p in drawn(*ALL).series[0].points}

    assert looks["Abortus"] == (State.VALUE, 0, None, None, "0")
    assert looks["Infeksi"] == (State.SUPPRESSED, None, 1.0, 4.0, "1–4")
    assert looks["Partus lama"] == (State.MISSING, None, None, None, "Belum ada data")
    assert looks["Lain-lain"] == (State.SUPPRESSED, None, None, None, "Disembunyikan")


def test_no_share_is_given_while_a_count_is_hidden() -> None:
    assert "%" not in "".join(p.hover for p in drawn(*ALL).series[0].points)


def test_a_share_is_given_when_every_count_is_shown() -> None:
    points = drawn(Counted("Perdarahan", 9), Counted("Infeksi", 3)).series[0].points

    assert "75,0 % dari 12" in points[0].hover
