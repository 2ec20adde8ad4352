"""What is sent: `datasets/`."""

from __future__ import annotations

from collections import Counter
from typing import Literal

from pydantic import Field, model_validator

from indicators.catalogue.columns import Column
from indicators.catalogue.entry import Entry, Identifier
from indicators.vocabulary import Level


class CatchAll(Entry):
    """Unmapped columns beginning with `prefix` are added to `element`, counted and said.

    Columns beginning with one of `except_prefixes` speak of something else and are left unmapped.
    """

    prefix: str
    element: Identifier
    except_prefixes: tuple[str, ...] = ()


class Dataset(Entry):
    """A file that staff send: which units, how often, which elements. `stores` names the table it fills.

    form: `open_data` is the export of a portal, laid out by the portal and without a template of ours. fills: the
    dataset that its submissions belong to, so that the newest figure counts whichever way it came; its own if None.
    right: what one must be allowed to do to send it. kabupaten: the only one that sends it; every one if None.
    programme: the programme that it belongs to. Nobody is expected to send it, so it is no part of completeness.

    A list (stores `entries`) has columns instead of elements. key: the columns that tell entries apart. title: those
    that name an entry. in_order: days of which the first is not after the second. within: the first column holds only
    what the second holds. one_of: of each group at least one is filled. shipped: its file in data/published, if any.
    """

    id: Identifier
    label: str
    order: int
    description: str
    supplied_by: str
    stores: Literal["observations", "published", "entries"] = "observations"
    level: Level = Level.FACILITY
    period: Literal["month", "year"] = "month"
    due_day: int | None = None
    form: Literal["table", "open_data"] = "table"
    fills: Identifier | None = None
    elements: tuple[Identifier, ...] = ()
    required: tuple[Identifier, ...] = ()
    at_most: tuple[tuple[Identifier, Identifier], ...] = ()
    catch_all: tuple[CatchAll, ...] = ()
    signature: tuple[str, ...] = ()
    right: Literal["upload", "innovations", "elements", "record"] = "upload"
    kabupaten: str | None = None
    programme: Identifier | None = None
    columns: dict[Identifier, Column] = Field(default_factory=dict)
    key: tuple[Identifier, ...] = ()
    title: tuple[Identifier, ...] = ()
    in_order: tuple[tuple[Identifier, Identifier], ...] = ()
    within: tuple[tuple[Identifier, Identifier], ...] = ()
    one_of: tuple[tuple[Identifier, ...], ...] = ()
    shipped: str = ""

    @model_validator(mode="after")
    def _monthly_reports_are_due(self) -> Dataset:
        if self.stores == "observations" and self.period == "month" and self.due_day is None:
            raise ValueError(f"{self.id}: a monthly report needs a due_day")
        return self

    @model_validator(mode="after")
    def _lists_have_columns(self) -> Dataset:
        if (self.stores == "entries") != all((self.columns, self.key, self.title)):
            raise ValueError(f"{self.id}: a list, and no other dataset, has columns, key and title")
        groups = (self.key, self.title, *self.in_order, *self.within, *self.one_of)
        named = {id_ for group in groups for id_ in group}
        if missing := sorted(named - set(self.columns)):
            raise ValueError(f"{self.id}: unknown columns {missing}")
        headers = Counter(column.column for column in self.columns.values())
        if twice := sorted(header for header, times in headers.items() if times > 1):
            raise ValueError(f"{self.id}: headers written twice: {twice}")
        return self

    @property
    def is_list(self) -> bool:
        """Whether it is a list of entries, replaced whole by the newest file, and no report of counts."""
        return self.stores == "entries"

    @property
    def own_id(self) -> str | None:
        """The column of a list that holds our own id; None where its key is made of other columns."""
        return next((id_ for id_, column in self.columns.items() if column.type == "identifier"), None)
