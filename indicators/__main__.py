"""The command line: `python -m indicators --help`."""

from __future__ import annotations

import importlib
import io
import os
import sys
from collections.abc import Sequence

from indicators.commands.arguments import parser
from indicators.commands.refusal import DONE, FAILED, Refused
from indicators.wording import commands as say


def main(arguments: Sequence[str] | None = None) -> int:
    """Carry out one command; the exit code. Raises SystemExit for --help and wrong usage, as argparse does."""
    asked = parser().parse_args(arguments)
    # Each command is imported only when it is asked for: the warehouse alone takes a second to import.
    command = importlib.import_module(f"indicators.commands.{asked.command.replace('-', '_')}")
    try:
        command.run(asked)
        sys.stdout.flush()
    except Refused as refused:
        print(refused, file=sys.stderr)
        return refused.exit_code
    except BrokenPipeError:
        # The reader of our output (`| head`) has seen enough; Python would complain again while closing it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except OSError as error:
        print(say.FILE_FAILED.format(fault=say.file_fault(error)), file=sys.stderr)
        return FAILED
    except KeyboardInterrupt:
        print(say.INTERRUPTED, file=sys.stderr)
        return FAILED
    except _refused_by_the_warehouse() as error:
        print(error, file=sys.stderr)
        return FAILED
    except _broken_files() as error:
        print(say.FILE_FAILED.format(fault=error), file=sys.stderr)
        return FAILED
    return DONE


def _refused_by_the_warehouse() -> tuple[type[Exception], ...]:
    """What says to users, in its own words, why nothing was read or written."""
    from indicators import warehouse

    return warehouse.WarehouseError, warehouse.RefusedError, warehouse.BackupError, warehouse.ReadError


def _broken_files() -> tuple[type[Exception], ...]:
    """What the shipped files raise when someone broke one; asked for only once something went wrong."""
    from indicators.areas import AreaError
    from indicators.catalogue import CatalogueError

    return AreaError, CatalogueError


if __name__ == "__main__":
    if isinstance(sys.stdout, io.TextIOWrapper):
        # An old Windows console has no sign for everything we write; a question mark is better than a stop.
        sys.stdout.reconfigure(errors="replace")
    sys.exit(main())
