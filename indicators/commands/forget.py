"""`forget`: names of staff whose time is over leave the warehouse, and so do files that nothing refers to."""

from __future__ import annotations

from argparse import Namespace
from datetime import UTC, datetime

from indicators import warehouse
from indicators.commands import output
from indicators.wording import commands as say
from indicators.wording import numbers


def run(asked: Namespace) -> None:
    """Raises Refused."""
    forgotten = warehouse.forget_names(datetime.now(UTC).date())
    output.write(say.FORGOTTEN.format(events=numbers.number(forgotten)))
