"""What is said of statuses that publishing would change."""

from __future__ import annotations

from indicators.vocabulary import Period
from indicators.wording.judgement import STATUS
from indicators.wording.numbers import period as period_text

__all__ = ["NOT_JUDGED", "STATUS", "status_change"]

NOT_JUDGED = "Tidak dinilai"


def status_change(indicator: str, area: str, when: Period, *, before: str | None, after: str | None) -> str:
    """before, after: None where there is no status."""
    return (
        f"Status {indicator} {area} pada {period_text(when)} akan berubah dari “{before or NOT_JUDGED}” menjadi "
        f"“{after or NOT_JUDGED}”."
    )


def programme_change(after: str) -> str:
    """What the page of a programme will say."""
    return f"Setelah diterbitkan: {after}"
