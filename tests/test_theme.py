"""The theme: only local files, readable text, chart colours that differ for everyone."""

from __future__ import annotations

import itertools
import json
import tomllib
from pathlib import Path

import numpy as np
import pytest

ROOT = Path(__file__).resolve().parent.parent
SETTINGS = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
MODES = ("light", "dark")

# Linear-RGB matrices of Machado, Oliveira and Fernandes (2009), severity 1.0.
SIGHT = {
    "usual": np.eye(3),
    "protanopia": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
    "deuteranopia": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]],
    "tritanopia": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]],
}  # fmt: skip
XYZ = [[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]


def linear(colour: str) -> np.ndarray:
    parts = np.array([int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def lab(light: np.ndarray) -> np.ndarray:
    """CIELAB of linear RGB, white D65."""
    xyz = np.array(XYZ) @ np.clip(light, 0, 1) / np.array([0.9505, 1.0, 1.089])
    x, y, z = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def contrast(one: str, other: str) -> float:
    """WCAG 2 contrast ratio."""
    dark, light = sorted(float(linear(colour) @ XYZ[1]) for colour in (one, other))
    return (light + 0.05) / (dark + 0.05)


def test_the_measures_agree_with_known_values() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert lab(linear("#FFFFFF")) == pytest.approx([100, 0, 0], abs=0.1)


def test_nothing_in_the_theme_comes_from_another_host() -> None:
    assert "://" not in json.dumps(SETTINGS)
    for face in SETTINGS["theme"]["fontFaces"]:
        assert (ROOT / face["url"].removeprefix("app/")).is_file()


def test_the_font_comes_with_its_licence() -> None:
    assert "SIL OPEN FONT LICENSE" in (ROOT / "static/fonts/plus-jakarta-sans-OFL.txt").read_text()


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("sight", SIGHT)
def test_chart_colours_can_be_told_apart(mode: str, sight: str) -> None:
    seen = [lab(np.array(SIGHT[sight]) @ linear(c)) for c in SETTINGS["theme"][mode]["chartCategoricalColors"]]
    assert min(float(np.linalg.norm(a - b)) for a, b in itertools.combinations(seen, 2)) > 15


@pytest.mark.parametrize("mode", MODES)
def test_the_sequential_scale_gets_steadily_lighter_or_darker(mode: str) -> None:
    lightness = [float(lab(linear(c))[0]) for c in SETTINGS["theme"][mode]["chartSequentialColors"]]
    steps = np.diff(lightness)
    assert len(lightness) == 10
    assert (np.sign(steps) == np.sign(steps[0])).all()
    assert np.abs(steps).min() > 3


@pytest.mark.parametrize("mode", MODES)
def test_text_and_buttons_are_readable(mode: str) -> None:
    theme = SETTINGS["theme"][mode]
    backgrounds = [theme["backgroundColor"], theme["secondaryBackgroundColor"], theme["sidebar"]["backgroundColor"]]
    for background in backgrounds:
        assert contrast(theme["textColor"], background) >= 7
        assert contrast(theme["linkColor"], background) >= 4.5
        assert contrast(theme["primaryColor"], background) >= 3
    assert contrast(theme["primaryColor"], "#FFFFFF") >= 4.5  # Streamlit writes white on its primary buttons


def test_the_topology_for_maps_is_empty_and_whole() -> None:
    topology = json.loads((ROOT / "static/topo/world_110m.json").read_text())
    assert topology["type"] == "Topology"
    layers = {"coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits"}
    assert topology["objects"] == {layer: {"type": "GeometryCollection", "geometries": []} for layer in layers}
