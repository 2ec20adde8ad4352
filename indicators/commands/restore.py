"""`restore`: a new warehouse in place of a broken one, with every submission that can still be read."""

from __future__ import annotations

from argparse import Namespace

from indicators import warehouse
from indicators.commands import output
from indicators.commands.refusal import Refused
from indicators.wording import commands as say


def run(asked: Namespace) -> None:
    """Raises Refused."""
    try:
        aside, carried, lost = warehouse.restore()
    except warehouse.WarehouseError as error:
        raise Refused(str(error)) from error
    if aside is None:
        output.write(say.RESTORED_NEW)
        return
    output.write(
        say.RESTORED_ASIDE.format(folder=aside),
        say.RESTORED_CARRIED.format(carried=carried),
        say.RESTORED_LOST.format(lost=lost) if lost else say.RESTORED_NONE_LOST,
    )
