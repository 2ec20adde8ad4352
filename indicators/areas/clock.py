"""What day it is in a kabupaten."""

from __future__ import annotations

import os
from datetime import date, datetime
from zoneinfo import ZoneInfo

from indicators.areas.kabupaten import Kabupaten

TODAY_SETTING = "KPI_TODAY"


def today(kabupaten: Kabupaten) -> date:
    """The date in the kabupaten's own time zone, or the one the setting KPI_TODAY fixes."""
    fixed = os.environ.get(TODAY_SETTING)
    return date.fromisoformat(fixed) if fixed else datetime.now(ZoneInfo(kabupaten.time_zone)).date()
