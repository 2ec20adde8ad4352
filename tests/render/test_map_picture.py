from __future__ import annotations

import io
from typing import Any

import numpy as np
from PIL import Image

from indicators.charts.spec import MapSpec
from indicators.render.map_picture import SIZE, map_picture
from indicators.render.palette import PAPER


def picture(spec: MapSpec, boundaries: dict[str, Any]) -> Image.Image:
    image = Image.open(io.BytesIO(map_picture(spec, boundaries=boundaries)))
    assert image.format == "PNG"
    return image.convert("RGB")


def has_colour(image: Image.Image, colour: str) -> bool:
    wanted = [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
    return bool((np.asarray(image) == wanted).all(axis=2).sum() > 100)


def test_a_picture_has_the_stated_size_and_shows_scale_and_neutral_areas(
    map_spec: MapSpec, banyuwangi_boundaries: dict[str, Any]
) -> None:
    image = picture(map_spec, banyuwangi_boundaries)

    assert image.size == SIZE == (1600, 1500)
    assert has_colour(image, PAPER.scale[0])
    assert has_colour(image, PAPER.scale[-1])
    assert has_colour(image, PAPER.few_fill)
    assert has_colour(image, PAPER.hidden_fill)


def test_the_sample_mark_is_in_the_picture(
    map_spec: MapSpec, sample_map_spec: MapSpec, banyuwangi_boundaries: dict[str, Any]
) -> None:
    plain = np.asarray(picture(map_spec, banyuwangi_boundaries)).astype(int)
    marked = np.asarray(picture(sample_map_spec, banyuwangi_boundaries)).astype(int)

    # The mark is a wide band of changed pixels; without it the two specifications are the same.
    assert (abs(plain - marked).sum(axis=2) > 0).sum() > 10_000


def test_a_dollar_sign_in_a_title_is_not_mathematics(map_spec: MapSpec, banyuwangi_boundaries: dict[str, Any]) -> None:
    from dataclasses import replace

    assert picture(replace(map_spec, title="$x^2 dan $y"), banyuwangi_boundaries).size == SIZE
