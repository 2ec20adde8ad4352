"""One writer at a time, over all processes, held by a file beside the tables."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from filelock import FileLock

from indicators.copy_note import note_in
from indicators.warehouse import tables
from indicators.wording import warehouse as say


@contextmanager
def writing() -> Iterator[None]:
    """Alone at the tables, so that a preview cannot go stale while it is published.

    Raises WarehouseError, also where the warehouse is a copy: what is stored there would reach nobody.
    """
    if note_in(tables.folder()) is not None:
        raise tables.WarehouseError(say.IS_A_COPY)
    with lock("writing.lock"):
        yield


@contextmanager
def lock(name: str) -> Iterator[None]:
    """Hold one lock of the warehouse's folder, over all processes. Raises WarehouseError where it cannot be taken."""
    try:
        tables.folder().mkdir(parents=True, exist_ok=True)
        held = FileLock(tables.folder() / name)
        held.acquire()
    except OSError as error:
        raise tables.WarehouseError(say.CANNOT_WRITE) from error
    try:
        yield
    finally:
        held.release()
