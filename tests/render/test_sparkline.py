from __future__ import annotations

from xml.etree import ElementTree

from indicators.render.sparkline import sparkline


def parsed(*values: float | None) -> ElementTree.Element:
    return ElementTree.fromstring(sparkline(values, width=108, height=32))


def test_points_run_from_left_to_right_with_the_highest_value_on_top() -> None:
    (line,) = parsed(0, 10, 5).iter("polyline")

    assert line.get("points") == "4,28 54,4 104,16"


def test_a_missing_value_breaks_the_line() -> None:
    assert len(list(parsed(1, 2, None, 3, 4).iter("polyline"))) == 2


def test_the_newest_value_is_marked() -> None:
    marks = [c for c in parsed(0, 10, 5).iter("circle") if c.get("r") == "3.5"]

    assert [(m.get("cx"), m.get("cy")) for m in marks] == [("104", "16")]


def test_a_value_between_two_gaps_is_still_seen() -> None:
    assert len(list(parsed(1, 2, None, 3, None, 4).iter("circle"))) == 2


def test_no_value_draws_nothing() -> None:
    assert sparkline([None, None]) == ""
    assert sparkline([]) == ""
