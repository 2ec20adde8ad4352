from __future__ import annotations

import tomllib

import pytest
from streamlit.elements.lib import streamlit_plotly_theme

from indicators.catalogue import ROOT
from indicators.charts.spec import Role
from indicators.render.palette import DARK_TEXT, LIGHT_TEXT, PAPER, SCREEN, contrast, scale_colour, text_on

THEME = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]


def test_every_role_has_a_colour_on_screen_and_on_paper() -> None:
    assert set(SCREEN.roles) == set(PAPER.roles) == set(Role)


def test_screen_colours_are_the_placeholders_that_streamlit_replaces() -> None:
    theme = vars(streamlit_plotly_theme)
    places = {value for name, value in theme.items() if name.startswith(("CATEGORY_", "SEQUENTIAL_"))}

    assert set(SCREEN.scale) <= places
    assert {SCREEN.roles[role] for role in (Role.COMPUTED, Role.SURVEY, Role.TARGET, Role.PUBLISHED)} <= places
    assert (SCREEN.text, SCREEN.background) == (theme["GRAY_90"], theme["BG_COLOR"])


def test_paper_colours_are_those_of_the_light_theme() -> None:
    light = [colour.lower() for colour in THEME["light"]["chartCategoricalColors"]]
    ramp = [colour.lower() for colour in THEME["light"]["chartSequentialColors"]]

    assert [PAPER.roles[r].lower() for r in (Role.COMPUTED, Role.SURVEY, Role.TARGET, Role.PUBLISHED)] == light[:4]
    assert [colour.lower() for colour in PAPER.scale] == ramp[2:]


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_marks_stand_out_from_the_background_of_either_theme(mode: str) -> None:
    colours, background = THEME[mode]["chartCategoricalColors"], THEME[mode]["backgroundColor"]

    assert min(contrast(colour, background) for colour in colours[:4]) >= 3
    assert contrast(SCREEN.roles[Role.NEUTRAL], background) >= 3


def test_contrast_of_black_on_white_is_21() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_a_scale_begins_and_ends_with_its_own_colours_and_mixes_between() -> None:
    scale = ("#000000", "#646464", "#ffffff")

    assert [scale_colour(scale, share) for share in (0, 0.25, 0.5, 1, 7)] == [
        "#000000",
        "#323232",
        "#646464",
        "#ffffff",
        "#ffffff",
    ]


def test_text_on_a_fill_is_dark_on_light_and_light_on_dark() -> None:
    assert (text_on("#ffffff"), text_on("#0F395A")) == (DARK_TEXT, LIGHT_TEXT)
