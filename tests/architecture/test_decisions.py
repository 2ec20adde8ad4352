"""docs/decisions.md: one numbered paragraph each."""

from __future__ import annotations

import re

from indicators.catalogue import ROOT

PARAGRAPHS = (ROOT / "docs" / "decisions.md").read_text(encoding="utf-8").strip().split("\n\n")


def numbers() -> list[int]:
    return [int(found[1]) for p in PARAGRAPHS if (found := re.match(r"(\d+)\. ", p))]


def test_decisions_are_numbered_one_after_another():
    assert numbers() == list(range(1, len(numbers()) + 1))
    assert numbers()


def test_a_decision_is_one_paragraph_with_a_bold_name():
    headings = [p for p in PARAGRAPHS if p.startswith("#")]
    introduction = PARAGRAPHS[1]
    rest = [p for p in PARAGRAPHS if p not in headings and p != introduction]
    assert [p for p in rest if not re.match(r"\d+\. \*\*[^*]+\.\*\* ", p)] == []


def test_a_number_that_is_referred_to_exists():
    text = "\n".join(PARAGRAPHS)
    assert {int(number) for number in re.findall(r"decision (\d+)", text)} <= set(numbers())
