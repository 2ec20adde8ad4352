"""Where a kecamatan lies: the outlines of a kabupaten as a few kilobytes of SVG, one path an area."""

from __future__ import annotations

import math

from indicators.areas import all_kabupaten, boundaries

# Of the longer side, in units of the drawing: fine enough for a picture of a few centimetres.
_LONGEST = 400


def locator_map(kabupaten: str) -> str:
    """An SVG drawing without colours; each path has the code of its kecamatan as `data-area`."""
    shapes = {one["id"]: one["geometry"]["coordinates"] for one in boundaries(all_kabupaten()[kabupaten])["features"]}
    points = [point for parts in shapes.values() for rings in parts for ring in rings for point in ring]
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    # A degree of longitude is narrower than one of latitude, away from the equator.
    across = math.cos(math.radians((south + north) / 2))
    scale = _LONGEST / max((east - west) * across, north - south)

    def drawn(ring: list[tuple[float, float]]) -> str:
        placed = [f"{round((x - west) * across * scale)} {round((north - y) * scale)}" for x, y in ring]
        return f"M{'L'.join(dict.fromkeys(placed))}z"

    width, height = round((east - west) * across * scale), round((north - south) * scale)
    paths = "".join(
        f'<path data-area="{code}" d="{"".join(drawn(ring) for rings in parts for ring in rings)}"/>'
        for code, parts in shapes.items()
    )
    return f'<svg viewBox="-4 -4 {width + 8} {height + 8}" aria-hidden="true">{paths}</svg>'
