"""The day in a kabupaten is that of its own time zone."""

from __future__ import annotations

from datetime import UTC, date, datetime, tzinfo

import pytest

from indicators.areas import all_kabupaten, clock


def test_without_a_fixed_date_it_is_todays_in_the_kabupatens_own_time_zone(monkeypatch: pytest.MonkeyPatch) -> None:

    class LateEvening(datetime):
        """16.30 UTC: 23.30 WIB of the same day, but 00.30 WITA of the next."""

        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return datetime(2026, 11, 21, 16, 30, tzinfo=UTC).astimezone(tz)

    monkeypatch.delenv("KPI_TODAY", raising=False)
    monkeypatch.setattr(clock, "datetime", LateEvening)
    known = all_kabupaten()
    assert clock.today(known["35.10"]) == date(2026, 11, 21)
    assert clock.today(known["51.01"]) == date(2026, 11, 22)
