from __future__ import annotations

import json
from typing import Any

import pytest
from shapely.geometry import shape

from indicators.charts.spec import MapSpec
from indicators.render.map_geojson import map_geojson


def test_every_area_is_a_valid_feature_with_its_numbers(
    map_spec: MapSpec, banyuwangi_boundaries: dict[str, Any]
) -> None:
    content = json.loads(map_geojson(map_spec, boundaries=banyuwangi_boundaries))
    features = {feature["id"]: feature for feature in content["features"]}

    assert content["type"] == "FeatureCollection"
    assert all(shape(feature["geometry"]).is_valid for feature in features.values())
    assert len(features) == 25
    properties = features["35.10.05"]["properties"]
    assert (properties["value"], properties["low"], properties["high"]) == (5.0, 1.5, 30.25)
    assert (properties["values"], properties["raw"]) == ("nilai apa adanya", 5.0)
    assert (properties["numerator"], properties["denominator"]) == (3.0, 1000.0)
    assert (properties["unit"], properties["version"]) == ("per 100.000 KH", 7)
    assert properties["label"] == "Peta skematik, bukan batas resmi"


def test_missing_zero_and_suppressed_stay_apart(map_spec: MapSpec, banyuwangi_boundaries: dict[str, Any]) -> None:
    content = json.loads(map_geojson(map_spec, boundaries=banyuwangi_boundaries))
    seen = {f["id"]: (f["properties"]["value"], f["properties"]["state"]) for f in content["features"]}

    assert seen["35.10.01"] == (0.0, "value")
    assert seen["35.10.03"] == (None, "missing")
    assert seen["35.10.04"] == (None, "suppressed")


def test_an_area_without_a_boundary_is_an_error(map_spec: MapSpec) -> None:
    with pytest.raises(KeyError):
        map_geojson(map_spec, boundaries={"type": "FeatureCollection", "features": []})
