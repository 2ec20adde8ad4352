"""`snapshot`: a folder that runs the whole dashboard on a laptop without internet."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from indicators import offline, warehouse
from indicators.areas import all_kabupaten, clock
from indicators.commands import output
from indicators.commands.backup import require_admin
from indicators.commands.refusal import Refused
from indicators.wording import commands as say
from indicators.wording import numbers
from indicators.wording.offline import PLATFORMS


def run(asked: Namespace) -> None:
    """Raises Refused, OSError."""
    require_admin(asked.acting_as)
    # A laptop in a meeting has Windows; what this computer runs itself can be tried out before it leaves.
    names = dict.fromkeys(asked.platform or filter(None, ("windows", offline.this_computer())))
    today = clock.today(next(iter(all_kabupaten().values())))
    try:
        warehouse.ensure_filled()
        made = offline.make(
            Path(asked.out),
            [offline.PLATFORMS[name] for name in names],
            made_on=today,
            tell=lambda name: output.remark(say.SNAPSHOT_FETCHING.format(platform=PLATFORMS[name])),
        )
    except offline.NotEmptyError as error:
        raise Refused(say.SNAPSHOT_NOT_EMPTY.format(folder=asked.out)) from error
    except offline.WheelsMissingError as error:
        raise Refused(say.SNAPSHOT_NO_WHEELS.format(said=error)) from error
    if asked.format == "json":
        output.write_json(
            {"folder": asked.out, "data_version": made.version, "platforms": list(names), "bytes": made.size}
        )
    else:
        size = numbers.number(made.size / 1_000_000)
        output.write(say.SNAPSHOT_DONE.format(folder=asked.out, version=made.version, size=size))
