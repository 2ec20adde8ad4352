"""A map specification with every state, built by hand."""

from __future__ import annotations

from typing import Any

import pytest

from indicators.areas import all_kabupaten, boundaries
from indicators.charts.spec import AreaValue, MapSpec, State

HOVER = (
    "Kecamatan {name}\nAngka Kematian Ibu (AKI): 121,7 per 100.000 KH\n28 kematian ibu dari 23.000 kelahiran hidup\n"
    "Selang 95 %: 80,9 sampai 175,9\nKejadian terlalu sedikit untuk dinilai\nPeriode: Januari–Oktober 2026\n"
    "Laporan: 41 dari 45 puskesmas, 48 dari 540 laporan bulanan belum masuk\nDasar: DATA CONTOH"
)
STATES = {
    "35.10.01": (State.VALUE, 0.0),
    "35.10.02": (State.TOO_FEW, 900.0),
    "35.10.03": (State.MISSING, None),
    "35.10.04": (State.SUPPRESSED, None),
}


def full_map(**changes: Any) -> MapSpec:
    """All 25 kecamatan of Banyuwangi: one zero, one too few, one missing, one suppressed, the others 5 to 25."""
    kabupaten = all_kabupaten()["35.10"]
    tiles = {tile.code: (tile.column, tile.row) for tile in kabupaten.tiles}
    areas = []
    for number, area in enumerate(kabupaten.kecamatan, start=1):
        state, value = STATES.get(area.code, (State.VALUE, float(number)))
        has = value is not None
        areas.append(
            AreaValue(
                code=area.code,
                name=area.name,
                state=state,
                value=value,
                hover=HOVER.format(name=area.name),
                label="",
                tile=tiles[area.code],
                low=1.5 if has else None,
                high=30.25 if has else None,
                numerator=3.0 if has else None,
                denominator=1000.0 if has else None,
                remark="" if state is State.VALUE else state.value,
                basis="data resmi",
                raw=value,
            )
        )
    plain: dict[str, Any] = {
        "title": "AKI per kecamatan",
        "unit": "per 100.000 KH",
        "decimals": 1,
        "kabupaten": "35.10",
        "areas": tuple(areas),
        "source": "PWS KIA",
        "basis": "data resmi",
        "version": 7,
        "rule_version": "2",
        "footer": "Sumber: PWS KIA · versi data 7",
        "alt": "Peta",
        "sample": False,
        "outlines": "Peta skematik, bukan batas resmi",
        "values": "nilai apa adanya",
    }
    return MapSpec(**(plain | changes))


@pytest.fixture
def map_spec() -> MapSpec:
    return full_map()


@pytest.fixture
def sample_map_spec() -> MapSpec:
    return full_map(sample=True)


@pytest.fixture(scope="session")
def banyuwangi_boundaries() -> dict[str, Any]:
    return boundaries(all_kabupaten()["35.10"])
