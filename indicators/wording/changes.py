"""What is said of a change: against the same months last year, and over years. Causes are never named."""

from __future__ import annotations

import math

from indicators.wording import numbers

DISTINGUISHABLE = "bermakna"
BY_CHANCE = "belum dapat dibedakan dari kebetulan"
LAST_YEAR, WHOLE_LAST_YEAR = "Bulan sama tahun lalu", "Setahun sebelumnya"
COLUMN = "Dibanding tahun lalu"
NOT_COMPARED = "belum dibandingkan"
NO_EVENTS = "tidak ada kejadian pada kedua tahun"
FROM_NONE = "naik dari nol"
RECORDED_FROM_NONE = "tercatat di atas nol, tahun lalu nol"
RECORDED_EQUAL = "tercatat sama"
NOT_FROM_NONE = "tahun lalu tidak ada kejadian, jadi tidak ada perubahan dalam persen"

# In percent: from here on no reader needs the digits after the comma.
_WHOLE_FROM = 10


def moved(amount: float, *, points: bool, decimals: int = 1) -> str:
    """`turun 25 %`, `naik 3,1 %`, `naik 1,2 poin persen`, `tetap`; amount: a share (-0.25), or percentage points.

    What the digits do not show is still no standstill: `naik kurang dari 0,1 %`.
    """
    if math.isinf(amount):
        return FROM_NONE
    if not amount:
        return "tetap"
    size = abs(amount) if points else abs(amount) * 100
    shown = decimals if points else 0 if size >= _WHOLE_FROM else 1
    least = 10.0**-shown
    written = numbers.number(size, shown) if size >= least / 2 else f"kurang dari {numbers.number(least, shown)}"
    return f"{'naik' if amount > 0 else 'turun'} {written} {'poin persen' if points else '%'}"


def verdict(*, distinguishable: bool) -> str:
    """The two words for a change: more is never said of it."""
    return DISTINGUISHABLE if distinguishable else BY_CHANCE


def change(amount: float | None, *, points: bool, decimals: int, distinguishable: bool) -> str:
    """`turun 53 %, bermakna`, or `tercatat 25 % lebih rendah, belum dapat dibedakan dari kebetulan`.

    amount as in `moved`, None without events in either year. Only a finding is said to fall or rise.
    """
    if amount is None:
        return NO_EVENTS
    size = size_of(amount, points=points, decimals=decimals, distinguishable=distinguishable)
    return f"{size}, {verdict(distinguishable=distinguishable)}"


def size_of(amount: float | None, *, points: bool, decimals: int, distinguishable: bool) -> str:
    """As `change`, without the words for its test, where these have just been said."""
    if amount is None:
        return NO_EVENTS
    said = moved if distinguishable else recorded
    return said(amount, points=points, decimals=decimals)


def recorded(amount: float, *, points: bool, decimals: int = 1) -> str:
    """`tercatat 25 % lebih rendah`: two values beside one another, of which nothing more is known."""
    if math.isinf(amount):
        return RECORDED_FROM_NONE
    _, _, size = moved(amount, points=points, decimals=decimals).partition(" ")
    if not size:
        return RECORDED_EQUAL
    return f"tercatat {size} lebih {'tinggi' if amount > 0 else 'rendah'}"


def span(low: float, high: float, *, points: bool, decimals: int) -> str:
    """`selang 95 %: turun 57 % sampai naik 30 %`; low and high as in `moved`, high perhaps without end."""
    highest = "tanpa batas atas" if math.isinf(high) else moved(high, points=points, decimals=decimals)
    return f"selang 95 %: {moved(low, points=points, decimals=decimals)} sampai {highest}"


def detectable(fall: float | None, rise: float | None, *, points: bool, decimals: int, before: float) -> str:
    """`biasanya baru dapat dikenali bila turun 53 % atau naik 111 %`; before: the events of last year."""
    if not before and not points:
        return NOT_FROM_NONE
    least = [moved(size, points=points, decimals=decimals) for size in (fall, rise) if size is not None]
    if not least:
        return "kejadian terlalu sedikit, perubahan sebesar apa pun belum dapat dikenali"
    said = f"biasanya baru dapat dikenali bila {' atau '.join(least)}"
    if fall is None:
        said += "; turun sampai nol pun belum"
    if rise is None:
        said += "; naik sampai semuanya pun belum"
    return said


def card_line(label: str, before: str, size: str, least: str) -> str:
    """`Bulan sama tahun lalu: 121,7; tercatat 25 % lebih rendah (baru dapat dikenali …)`; its test is said above it."""
    return f"{label}: {before}; {size} ({least})"
