"""`history`: what it tells, narrowed and limited, in three forms, to those who may send."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from indicators import warehouse
from indicators.warehouse import Accepted

MENDOYO_1 = "51.01.P07"


@pytest.fixture
def sent(empty_warehouse, file_of) -> list[str]:
    """Births, then maternal deaths with an accepted warning, in Jembrana."""
    births = file_of("births", {(MENDOYO_1, "2025-01"): {"live_births": 20}}, reason="rutin")
    deaths = file_of("maternal_deaths", {(MENDOYO_1, "2025-02"): {"maternal_deaths": 0}})
    warned = replace(deaths, accepted=(Accepted("equal_month", "Sama dengan bulan lalu.", "memang nihil", (2,)),))
    return [warehouse.publish(file).submission for file in (births, warned)]


def test_the_newest_comes_first_in_a_table(run, acts, sent):
    acts("uploader", kabupaten="51.01")
    said = run("history", "--kabupaten", "51.01", "--as", "sari")
    lines = said.out.splitlines()
    assert said.code == 0
    assert lines[0].split()[:3] == ["kiriman", "kapan", "siapa"]
    assert [line.split()[0] for line in lines[2:]] == list(reversed(sent))
    assert "2025-02" in lines[2]
    assert "tampil" in lines[2]
    assert "rutin" in lines[3]


def test_it_can_be_narrowed_and_limited(run, acts, sent):
    acts("admin")
    births = run("history", "--kabupaten", "51.01", "--dataset", "births", "--as", "sari", "--format", "csv")
    assert births.out.splitlines()[1].startswith(sent[0])
    one = json.loads(run("history", "--kabupaten", "51.01", "--limit", "1", "--as", "sari", "--format", "json").out)
    assert [row["submission"] for row in one] == [sent[1]]
    assert one[0]["accepted"] == [
        {"rule": "equal_month", "message": "Sama dengan bulan lalu.", "reason": "memang nihil", "rows": [2]}
    ]
    assert (one[0]["state"], one[0]["decided_by"]) == ("active", None)


def test_where_nothing_was_sent_it_says_so(run, acts, sent):
    acts("admin")
    assert run("history", "--kabupaten", "63.11", "--as", "sari").out == "Belum ada kiriman.\n"


@pytest.mark.parametrize(
    "asked",
    [
        ("--kabupaten", "3510"),
        ("--kabupaten", "51.01", "--dataset", "kelahiran"),
        ("--kabupaten", "51.01", "--limit", "0"),
        (),
    ],
)
def test_what_it_does_not_know_is_misuse(run, acts, sent, asked):
    acts("admin")
    assert run("history", *asked, "--as", "sari").code == 2


@pytest.mark.parametrize(("role", "kabupaten"), [("viewer", "51.01"), ("uploader", "35.10")])
def test_names_of_staff_are_told_to_those_who_send_only(run, acts, sent, role, kabupaten):
    acts(role, kabupaten=kabupaten)
    said = run("history", "--kabupaten", "51.01", "--as", "sari")
    assert (said.code, said.out) == (1, "")
