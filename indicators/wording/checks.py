"""What is said of counts that are possible and yet unlikely: against the past, the year's target, the other units."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.vocabulary import Period
from indicators.wording.intake import Sentence, listed
from indicators.wording.numbers import number
from indicators.wording.numbers import period as period_text
from indicators.wording.rules import Rule

SHOWN_NAMES = 12


def far_from_past(
    label: str, unit: str, when: Period, count: int, *, usual: int, low: int, high: int, months: int
) -> Sentence:
    return Sentence(
        f"{label} di {unit} pada {period_text(when)} berjumlah {number(count)}, jauh dari biasanya: pada "
        f"{number(months)} laporan sebelumnya sekitar {number(usual)}, wajarnya {number(low)} sampai {number(high)}.",
        "Periksa apakah ada salah ketik atau kolom yang tertukar. Bila memang demikian, tulis sebabnya.",
        Rule.FAR_FROM_PAST,
    )


def same_month(unit: str, when: Period, other: Period) -> Sentence:
    return Sentence(
        f"Semua angka {unit} untuk {period_text(when)} sama persis dengan {period_text(other)}.",
        "Periksa apakah laporan bulan lain tersalin. Bila memang sama, tulis bahwa sudah diperiksa.",
        Rule.SAME_MONTH,
    )


def coverage_above_all(label: str, unit: str, year: int, *, reached: int, target: int, target_label: str) -> Sentence:
    return Sentence(
        f"{label} {unit} pada {year} berjumlah {number(reached)}, melebihi {target_label} {number(target)} "
        f"({number(100 * reached / target, 0)} %).",
        "Periksa angka bulanannya dan sasarannya. Bila sasaran memang terlalu rendah, tulis demikian.",
        Rule.COVERAGE,
    )


def missing_units(names: Sequence[str], periods: Sequence[Period], *, of: int) -> Sentence:
    """`periods` are those in which the same units are missing; `of` how many operate then."""
    when = period_text(periods[0]) if len(periods) == 1 else f"{number(len(periods))} periode"
    if len(periods) > 1:
        when += f" ({period_text(periods[0])} sampai {period_text(periods[-1])})"
    shown = list(names[:SHOWN_NAMES])
    if len(names) > SHOWN_NAMES:
        shown.append(f"{number(len(names) - SHOWN_NAMES)} lainnya")
    return Sentence(
        f"{number(len(names))} dari {number(of)} puskesmas belum ada untuk {when}: {listed(shown)}.",
        "Tambahkan barisnya, atau tulis mengapa belum ada. Baris kosong tidak dihitung sebagai nol.",
        Rule.MISSING_UNITS,
    )
