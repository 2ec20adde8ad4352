"""The map as GeoJSON: the boundaries with the numbers as properties."""

from __future__ import annotations

import json
from typing import Any

from indicators.charts.spec import AreaValue, MapSpec
from indicators.wording import charts as wording
from indicators.wording.judgement import data_version


def map_geojson(spec: MapSpec, *, boundaries: dict[str, Any]) -> bytes:
    """A FeatureCollection in UTF-8, one feature per area of the map.

    boundaries: GeoJSON whose feature ids are area codes; geometries are passed on unchanged. Raises KeyError
    for an area without boundary.
    """
    shapes = {feature["id"]: feature["geometry"] for feature in boundaries["features"]}
    features = [
        {
            "type": "Feature",
            "id": area.code,
            "geometry": shapes[area.code],
            "properties": _properties(spec, area),
        }
        for area in spec.areas
    ]
    collection = {
        "type": "FeatureCollection",
        "title": spec.title,
        "label": spec.outlines,
        "sample": spec.sample,
        "footer": spec.footer,
        "features": features,
    }
    return json.dumps(collection, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode("utf-8")


def _properties(spec: MapSpec, area: AreaValue) -> dict[str, Any]:
    return {
        "code": area.code,
        "name": area.name,
        "title": spec.title,
        "value": area.value,
        "values": spec.values,
        "raw": area.raw,
        "unit": spec.unit,
        "numerator": area.numerator,
        "denominator": area.denominator,
        "low": area.low,
        "high": area.high,
        "state": area.state.value,
        "note": area.remark,
        "basis": area.basis,
        "source": spec.source,
        "version": spec.version if spec.version >= 0 else data_version(spec.version),
        "rule_version": spec.rule_version,
        "label": spec.outlines,
        "mark": wording.SAMPLE_MARK if spec.sample else "",
    }
