"""Every rule that finds problems has a name for the person who filters by it."""

from __future__ import annotations

from indicators.wording.rules import LABELS, Rule


def test_every_rule_has_a_label_of_its_own():
    assert set(LABELS) == set(Rule)
    assert len(set(LABELS.values())) == len(Rule)
