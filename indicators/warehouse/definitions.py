"""The catalogue and the areas as tables, so that no SQL names an indicator, an element or an area."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pyarrow as pa

from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.vocabulary import Kind, Level


def definitions() -> Iterable[tuple[str, pa.Table]]:
    """Name and rows of each table."""
    entries = catalogue()
    elements = entries.elements
    yield "settings", pa.Table.from_pylist([entries.settings.model_dump()])
    yield (
        "elements",
        _table(
            [
                {
                    "element": e.id,
                    "dataset": None if e.derived else entries.dataset_of(e.id).id,
                    "derived": e.derived and str(e.derived),
                    "kind": str(e.kind),
                    "period": e.period,
                    "sensitive": e.sensitive,
                }
                for e in elements.values()
            ],
            {"element": "", "dataset": "", "derived": "", "kind": "", "period": "", "sensitive": False},
        ),
    )
    yield (
        "datasets",
        _table(
            [
                {
                    "dataset": d.id,
                    "stores": d.stores,
                    "period": d.period,
                    "due_day": d.due_day,
                    "voluntary": d.programme is not None,
                }
                for d in entries.datasets.values()
            ],
            {"dataset": "", "stores": "", "period": "", "due_day": 0, "voluntary": False},
        ),
    )
    yield (
        "indicators",
        _table(
            [
                {
                    "indicator": i.id,
                    "has_denominator": bool(i.denominator),
                    "numerator_elements": list(i.numerator),
                    "denominator_elements": list(i.denominator),
                    "annual": any(elements[e].kind is Kind.ANNUAL_TARGET for e in i.denominator),
                    "campaign": any(elements[e].kind is Kind.CAMPAIGN for e in i.numerator),
                }
                for i in entries.indicators.values()
            ],
            {
                "indicator": "",
                "has_denominator": False,
                "numerator_elements": [""],
                "denominator_elements": [""],
                "annual": False,
                "campaign": False,
            },
        ),
    )
    kabupaten = all_kabupaten().values()
    yield (
        "kabupaten",
        _table(
            [{"kabupaten": k.code, "province": k.province_code, "time_zone": k.time_zone} for k in kabupaten],
            {"kabupaten": "", "province": "", "time_zone": ""},
        ),
    )
    yield (
        "areas",
        pa.Table.from_pylist(
            [
                {
                    "area": a.code,
                    "kabupaten": k.code,
                    "level": str(a.level),
                    "valid_from": a.valid_from,
                    "valid_to": a.valid_to,
                }
                for k in kabupaten
                for a in k.areas
                if a.level is Level.KECAMATAN
            ],
            schema=pa.schema(
                [
                    ("area", pa.string()),
                    ("kabupaten", pa.string()),
                    ("level", pa.string()),
                    ("valid_from", pa.date32()),
                    ("valid_to", pa.date32()),
                ]
            ),
        ),
    )
    yield (
        "facilities",
        pa.Table.from_pylist(
            [
                {
                    "facility": f.id,
                    "kecamatan": f.kecamatan,
                    "kabupaten": k.code,
                    "valid_from": f.valid_from,
                    "valid_to": f.valid_to,
                }
                for k in kabupaten
                for f in k.puskesmas
            ],
            schema=pa.schema(
                [
                    ("facility", pa.string()),
                    ("kecamatan", pa.string()),
                    ("kabupaten", pa.string()),
                    ("valid_from", pa.date32()),
                    ("valid_to", pa.date32()),
                ]
            ),
        ),
    )


def _table(rows: list[dict[str, Any]], example: dict[str, Any]) -> pa.Table:
    """An Arrow table whose columns have the example's types even where there are no rows."""
    schema = pa.Table.from_pylist([example]).schema
    return pa.Table.from_pylist(rows, schema=schema)
