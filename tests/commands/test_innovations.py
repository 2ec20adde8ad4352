"""`innovations`: one IGA year as the page shows it, as a table, JSON or CSV."""

from __future__ import annotations

import json

from indicators.catalogue import catalogue


def test_json_tells_the_quoted_count_beside_the_named_ones(run, shared_warehouse):
    result = run("innovations", "--area", "35.10", "--year", "2023", "--format", "json")
    told = json.loads(result.out)
    assert told["rule_version"] == catalogue().settings.rule_version
    assert (told["counted"], told["target"], told["sent"], told["preparing"]) == (35, None, 1, 0)
    assert [one["name"] for one in told["innovations"]] == ["Banyuwangi Tanggap Stunting (BTS)"]
    assert told["stages"] == {"not_recorded": 16}
    # The gap in the registry, as on the page.
    assert (told["unnamed"], told["without_year"]) == (34, 14)


def test_of_the_target_year_it_tells_what_is_missing(run, shared_warehouse):
    told = json.loads(run("innovations", "--area", "35.10", "--year", "2025", "--format", "json").out)
    # Only I-Care is named with that year, so 49 of the 50 are missing, and no stage is recorded.
    assert (told["counted"], told["target"], told["missing"], told["ready"], told["from_trial"]) == (
        None,
        50,
        49,
        0,
        49,
    )


def test_without_the_sum_of_all_sectors_only_the_direction_is_told(run, shared_warehouse):
    told = json.loads(run("innovations", "--area", "35.10", "--year", "2025", "--format", "json").out)["iid"]
    assert (told["year"], told["innovations_all_sectors"], told["part"]) == (2025, 221, None)
    assert told["lacking"] == ["score_sum", "divisor", "count_scores"]
    earlier = json.loads(run("innovations", "--area", "35.10", "--year", "2024", "--format", "json").out)["iid"]
    assert (earlier["year"], earlier["innovations_all_sectors"]) == (2023, 207)


def test_an_innovation_without_a_recorded_start_is_not_compared(run, shared_warehouse):
    told = json.loads(run("innovations", "--area", "35.10", "--year", "2025", "--format", "json").out)["outcomes"]
    assert {(one["unanswered"], one["difference"]) for one in told} == {("no_start", None)}
    assert ("35.10.I001", "akb") in {(one["id"], one["indicator"]) for one in told}


def test_what_may_be_copied_where_is_told_with_its_reasons(run, shared_warehouse):
    [told] = json.loads(run("innovations", "--area", "35.10", "--year", "2025", "--format", "json").out)["suggestions"]
    assert (told["area"], told["name"], told["indicators"]) == ("35.10.17", "Laskar SAKINA", ["akb"])
    assert told["said"].startswith("Kecamatan Giri: AKB 25,3 per 1.000 KH (2025), di luar batas wajar")


def test_a_table_says_the_same(run, shared_warehouse):
    said = run("innovations", "--area", "35.10", "--year", "2025").out
    assert "I-Care" in said
    assert "target 50" in said
    assert "Laskar SAKINA: Tanggal mulai penerapan atau uji coba inovasi ini belum dicatat" in said


def test_a_year_of_which_none_is_named_says_so(run, shared_warehouse):
    said = run("innovations", "--area", "35.10", "--year", "2024").out
    assert "dihitung (diterbitkan) 36; target –; bernama dan terkirim 0; belum bernama 36; draf 0." in said
    assert "Belum ada inovasi bernama dengan tahun IGA itu." in said


def test_an_unknown_kabupaten_is_refused(run, shared_warehouse):
    assert run("innovations", "--area", "99.99", "--year", "2025").code != 0
