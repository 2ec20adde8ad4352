"""The way to an IGA year: what is sent, what is ready, and what must move on."""

from __future__ import annotations

import pytest

from indicators import warehouse
from indicators.judgement import innovations
from indicators.vocabulary import Period

CODE = "35.10"


@pytest.fixture
def named(entries_of):
    """Publishes a registry of these entries."""

    def publish(*entries: dict[str, object]) -> warehouse.Snapshot:
        numbered = [
            {"id": f"{CODE}.I{n:03}", "name": f"Inovasi {n}", **entry} for n, entry in enumerate(entries, start=1)
        ]
        entries_of(innovations.REGISTRY, *numbered, kabupaten=CODE)
        return warehouse.current()

    return publish


def test_those_applied_are_sent_before_one_on_trial_must_move(named):
    snapshot = named(
        {"stage": "applied", "iga_years": [2026], "iga_status": "sent"},
        {"stage": "applied"},
        {"stage": "applied", "iga_years": [2026], "iga_status": "draft"},
        {"stage": "trial", "trial_from": "2026-02-10"},
        {"stage": "trial", "trial_from": "2026-02-20"},
        {"stage": "initiative"},
        {},
    )
    found = innovations.pipeline(snapshot, CODE, 2026, target=5)
    # One is sent; two are applied (one a draft); so of the four that are missing two must come from trial.
    assert (found.sent, found.preparing, found.missing, found.ready, found.trial, found.from_trial) == (
        1,
        1,
        4,
        2,
        2,
        2,
    )
    assert dict(found.stages) == {"applied": 3, "trial": 2, "initiative": 1, None: 1}
    assert found.months == ((Period.month(2026, 2), 2, 0),)


def test_nothing_must_move_where_the_target_is_met_or_there_is_none(named):
    snapshot = named({"stage": "trial", "iga_years": [2026], "iga_status": "sent"})
    assert innovations.pipeline(snapshot, CODE, 2026, target=1).missing == 0
    assert innovations.pipeline(snapshot, CODE, 2026, target=None).from_trial == 0


def test_a_draft_of_this_year_was_sent_in_the_years_before(named):
    snapshot = named({"iga_years": [2024, 2026], "iga_status": "verified"})
    assert innovations.sent_by_year(snapshot, CODE) == {
        2024: innovations.Sent(2024, 1, 0, 0),
        2026: innovations.Sent(2026, 0, 1, 0),
    }


def test_awards_stand_with_their_innovation(shared_warehouse):
    found = {one.name: one for one in innovations.registry(warehouse.current(), CODE)}
    assert [r["result"] for r in found["Pujasera"].recognitions] == ["award", "award", "took_part"]
    assert found["E-Kohort"].recognitions == ()
    assert found["I-Care"].iga_years == (2025,)
