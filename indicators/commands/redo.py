"""`redo`: make an undone submission valid again."""

from __future__ import annotations

from argparse import Namespace

from indicators import warehouse
from indicators.commands.reversing import reverse
from indicators.wording import commands as say


def run(asked: Namespace) -> None:
    """Raises Refused."""
    reverse(asked, event="redo", act=warehouse.redo, done=say.REDONE)
