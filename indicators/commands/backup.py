"""`backup`: the warehouse as it stands, in one file."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from indicators import access, warehouse
from indicators.commands import identity, output
from indicators.wording import commands as say


def run(asked: Namespace) -> None:
    """Raises Refused."""
    require_admin(asked.acting_as)
    version, files = warehouse.back_up(Path(asked.file))
    if asked.format == "json":
        output.write_json({"file": asked.file, "data_version": version, "files": files})
    else:
        output.write(say.BACKED_UP.format(file=asked.file, version=version, files=files))


def require_admin(name: str | None) -> None:
    """An admin of every kabupaten, once there is one: a lost folder is restored without any. Raises Refused."""
    if access.has_admin():
        identity.require(identity.acting(name), "administer", access.EVERY_KABUPATEN)
