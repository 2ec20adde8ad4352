"""A data version worked out from one that is loaded: what no event has changed is taken over.

Which submission speaks for a unit and period is all that an event changes about stored values. So single values are
looked up again for the units and periods of which another submission speaks now, and indicators for the years of the
facilities whose values are others now. All other views are small, and worked out anew by the same SQL.
"""

from __future__ import annotations

from collections.abc import Mapping

import duckdb
import pyarrow as pa

from indicators.areas import areas_version
from indicators.warehouse import tables
from indicators.warehouse.loaded import CONTENTS, MAIN, Loaded, load_events, load_rows, store
from indicators.warehouse.reads import list_views

_SCOPE = ("kabupaten", "dataset", "unit", "period_start", "period_end")


def with_rows(base: Loaded, events: pa.Table, contents: Mapping[str, pa.Table]) -> Loaded:
    """As if these events, and rows by table, were stored behind those of `base`; what stays the same is not copied."""
    with base.database.writing:
        derived = _Derived(base, holds_base=True)
        derived.store("added_events", events)
        derived.create("submissions_rows", derived.with_added("submissions_rows", "added_events"))
        for name, rows in contents.items():
            derived.store(f"added_{name}", rows)
            derived.create_view(f"{name}_rows", derived.with_added(f"{name}_rows", f"added_{name}"))
        return derived.with_views()


def newer(base: Loaded, version: int) -> Loaded | None:
    """A newer data version, from `base` and the files added since; None where it has to be loaded as a whole.

    That is where areas changed or stored rows were put into other files. Raises WarehouseError.
    """
    database = base.database
    with database.writing:
        files = {name: tables.files(name) for name in CONTENTS}
        if database.areas != areas_version() or any(database.files[name] - set(files[name]) for name in CONTENTS):
            return None
        # The database itself reaches no files any more.
        reading = duckdb.connect(":memory:")
        load_events(reading, version)
        derived = _Derived(base, holds_base=False)
        derived.store("submissions_rows", reading.table("submissions_rows").to_arrow_table())
        for name, found in files.items():
            if added := [path for path in found if path not in database.files[name]]:
                load_rows(reading, name, added)
                # Of use to nobody until an event speaks of them, so all versions may share one table.
                derived.append(f"{name}_rows", reading.table(f"{name}_rows").to_arrow_table())
                database.files[name] = frozenset(found)
        reading.close()
        return derived.with_views()


class _Derived:
    """A version while it is worked out, in a schema of its own. holds_base: it may refer to the tables of `base`."""

    def __init__(self, base: Loaded, *, holds_base: bool) -> None:
        self._before = base
        self._lies = dict(base.lies)
        self._loaded = Loaded(base.database, base.database.new_schema(), self._lies, base if holds_base else None)
        self._cursor = self._loaded.cursor()

    def old(self, name: str) -> str:
        return f"{self._before.lies[name]}.{name}"

    def new(self, name: str) -> str:
        return f"{self._loaded.schema}.{name}"

    def create(self, name: str, sql: str, *, kind: str = "table") -> None:
        self._cursor.execute(f"create {kind} {self.new(name)} as {sql}")
        self._lies[name] = self._loaded.schema

    def create_view(self, name: str, sql: str) -> None:
        self.create(name, sql, kind="view")

    def store(self, name: str, rows: pa.Table) -> None:
        store(self._cursor, self.new(name), rows)
        self._lies[name] = self._loaded.schema

    def append(self, name: str, rows: pa.Table) -> None:
        """To the table that all versions share."""
        self._cursor.register("_stored", rows)
        self._cursor.execute(f"insert into {MAIN}.{name} by name select * from _stored")
        self._cursor.unregister("_stored")

    def with_added(self, name: str, added: str) -> str:
        return f"select * from {self.old(name)} union all by name select * from {self.new(added)}"

    def with_views(self) -> Loaded:
        """The version, once every view is worked out."""
        for name, sql in list_views():
            if name == "observations":
                self._observations(sql)
            elif name == "indicator_months":
                self._indicator_months(sql)
            else:
                self.create(name, sql)
        self._cursor.close()
        return self._loaded

    def _observations(self, sql: str) -> None:
        speaks = ", ".join((*_SCOPE, "submission"))
        old, new = (f"select {speaks} from {where('scopes')}" for where in (self.old, self.new))
        self.create(
            "changed_scopes",
            f"select distinct {', '.join(_SCOPE)} from (({old} except {new}) union all ({new} except {old}))",
        )
        scopes = (
            f"select * from {self.new('scopes')} semi join {self.new('changed_scopes')} using ({', '.join(_SCOPE)})"
        )
        self.create("changed_observations", f"with scopes as ({scopes}) select * from (\n{sql}\n)")
        same = " and ".join(f"v.{'facility' if name == 'unit' else name} = c.{name}" for name in _SCOPE)
        self._whole("observations", f"anti join {self.new('changed_scopes')} as c on {same}")

    def _indicator_months(self, sql: str) -> None:
        old, new = (f"select * from {where('derived_observations')}" for where in (self.old, self.new))
        changed = f"select * from (({old} except {new}) union all ({new} except {old}))"
        # A year's target stands in all months of its year.
        self.create(
            "changed_years",
            f"select unit as facility, year(period_start) as year from {self.new('changed_scopes')} "
            f"union select facility, year(period_start) from ({changed})",
        )
        join = f"join {self.new('changed_years')} as c on v.facility = c.facility and year(v.{{}}) = c.year"
        inputs = ", ".join(
            f"{name} as (select v.* from {self.new(name)} as v semi {join.format('period_start')})"
            for name in ("observations", "derived_observations")
        )
        self.create("changed_indicator_months", f"with {inputs} select * from (\n{sql}\n)")
        self._whole("indicator_months", f"anti {join.format('month')}")

    def _whole(self, name: str, without_changed: str) -> None:
        """What has not changed, and what has."""
        unchanged = f"select v.* from {self.old(name)} as v {without_changed}"
        sql = f"{unchanged} union all by name select * from {self.new(f'changed_{name}')}"
        if self._loaded.base is None:
            self.create(name, sql)
        else:
            self.create_view(name, sql)
