"""The sentences of what needs attention."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.vocabulary import Period
from indicators.wording import numbers
from indicators.wording.signals import first_four


def result_missing(label: str, period: Period, target: float) -> str:
    return (
        f"Hasil {label[:1].lower()}{label[1:]} tahun {numbers.period(period)} belum dimasukkan. "
        f"Targetnya paling sedikit {numbers.number(target)}; staf dapat memasukkannya lewat halaman Unggah."
    )


def reports_missing(dataset: str, period: Period, missing: float, expected: float) -> str:
    return (
        f"{numbers.number(missing)} dari {numbers.number(expected)} puskesmas belum mengirim "
        f"{dataset} untuk {numbers.period(period)}."
    )


def target_not_met(label: str, period: Period, target: str) -> str:
    return f"{label} {numbers.period(period)} belum mencapai target {target}, juga setelah memperhitungkan kebetulan."


def areas_incomplete(label: str, areas: Sequence[str], period: Period) -> str:
    """areas: names; at most four are written out."""
    return (
        f"{label}, {numbers.period(period)}: {first_four(areas)} belum dibandingkan dengan kabupaten, "
        "karena laporannya belum lengkap."
    )


def two_sources(survey: str, period: Period) -> str:
    return (
        f"Stunting menurut survei {survey} ({numbers.period(period)}) dan menurut e-PPGBM adalah dua ukuran "
        "yang berbeda; bacalah keduanya berdampingan."
    )


def more(count: int) -> str:
    return f"Tampilkan {numbers.number(count)} temuan lain"


SEE = "Lihat"
