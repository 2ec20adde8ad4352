"""`decisions`: what the page Tindak lanjut shows."""

from __future__ import annotations

import json

from indicators.catalogue import catalogue
from indicators.vocabulary import Mode


def test_what_was_decided_is_printed_as_the_page_shows_it(run, filled_warehouse, record, monkeypatch):
    monkeypatch.setenv("KPI_TODAY", "2026-11-22")
    lists = {
        "meetings": [{"id": "35.10.M001", "name": "Rakor triwulan II", "held_on": "2026-07-14"}],
        "decisions": [
            {
                "id": f"35.10.K00{number}",
                "meeting": "35.10.M001",
                "what": f"Keputusan {number}",
                "indicator": "aki",
                "owner": "Bidang Kesmas",
                "status": status,
                "deadline": "2026-09-30",
            }
            for number, status in enumerate(("done", "in_progress"), start=1)
        ],
    }
    for name, entries in lists.items():
        record(name, *entries, kabupaten="35.10", mode=Mode.SAMPLE)
    told = json.loads(run("decisions", "--area", "35.10", "--format", "json").out)
    assert told["last_meeting"] == {"id": "35.10.M001", "name": "Rakor triwulan II", "held_on": "2026-07-14"}
    assert told["rule_version"] == catalogue().settings.rule_version
    assert [(one["id"], one["overdue"]) for one in told["decisions"]] == [("35.10.K002", True), ("35.10.K001", False)]
    assert (told["decisions"][0]["since"], told["decisions"][0]["before"]) == ("2026-08..2026-10", "2025-08..2025-10")
    table = run("decisions", "--area", "35.10", "--status", "open").out
    assert "Keputusan 2" in table
    assert "Keputusan 1" not in table
    assert "Agustus–Oktober 2025" in table


def test_without_any_it_says_so(run, shared_warehouse):
    assert "Belum ada keputusan" in run("decisions", "--area", "51.01").out
    assert run("decisions", "--area", "99.99").code == 2
