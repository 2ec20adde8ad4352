"""`restore`: a new warehouse in place of a broken one, from a backup or from all that can still be read."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from indicators import warehouse
from indicators.commands import output
from indicators.commands.backup import require_admin
from indicators.wording import commands as say


def run(asked: Namespace) -> None:
    """Raises Refused."""
    if asked.file is not None:
        _from_backup(asked)
    else:
        _from_what_is_readable(asked)


def _from_backup(asked: Namespace) -> None:
    require_admin(asked.acting_as)
    output.confirm(say.RESTORE_ASK, agreed=asked.yes)
    aside, version = warehouse.restore_backup(Path(asked.file))
    if asked.format == "json":
        output.write_json({"data_version": version, "aside": aside and str(aside)})
        return
    output.write(say.RESTORED_BACKUP.format(version=version))
    if aside is not None:
        output.write(say.RESTORED_BEFORE.format(folder=aside))


def _from_what_is_readable(asked: Namespace) -> None:
    aside, carried, lost = warehouse.restore()
    if asked.format == "json":
        output.write_json({"aside": aside and str(aside), "carried": carried, "lost": lost})
    elif aside is None:
        output.write(say.RESTORED_NEW)
    else:
        output.write(
            say.RESTORED_ASIDE.format(folder=aside),
            say.RESTORED_CARRIED.format(carried=carried),
            say.RESTORED_LOST.format(lost=lost) if lost else say.RESTORED_NONE_LOST,
        )
