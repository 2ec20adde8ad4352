"""The sentences of what needs attention."""

from __future__ import annotations

from indicators.vocabulary import Direction, Period
from indicators.wording import numbers


def result_missing(label: str, period: Period, target: float) -> str:
    return (
        f"Hasil {label} tahun {numbers.period(period)} belum dimasukkan. "
        f"Targetnya paling sedikit {numbers.number(target)}; staf dapat memasukkannya lewat halaman Unggah."
    )


def reports_missing(dataset: str, period: Period, missing: float, expected: float) -> str:
    return (
        f"{numbers.number(missing)} dari {numbers.number(expected)} puskesmas belum mengirim "
        f"{dataset} untuk {numbers.period(period)}."
    )


def worse_than_target(label: str, period: Period, target: str) -> str:
    return f"{label} {numbers.period(period)} lebih buruk dari target {target}, juga setelah memperhitungkan kebetulan."


def area_stands_out(
    area: str, label: str, value: str, kabupaten_value: str, period: Period, direction: Direction
) -> str:
    side = "di atas" if direction is Direction.LOWER_IS_BETTER else "di bawah"
    return (
        f"{area}: {label} {value}, {side} kabupaten ({kabupaten_value}) dan lebih jauh daripada yang wajar "
        f"karena kebetulan ({numbers.period(period)})."
    )


def two_sources(survey: str, period: Period) -> str:
    return (
        f"Stunting menurut survei {survey} ({numbers.period(period)}) dan menurut e-PPGBM adalah dua ukuran yang berbeda; "
        "bacalah keduanya berdampingan."
    )


def more(count: int) -> str:
    return f"Tampilkan {numbers.number(count)} temuan lain"
