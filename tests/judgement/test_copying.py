"""What may be copied where: a weak value, a good innovation that targets it, near, and not copied there yet.

Jembrana: ten puskesmas in five kecamatan; Melaya adjoins Negara and no other.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from indicators import warehouse
from indicators.areas import all_kabupaten
from indicators.judgement import copying, copying_sentences, replications
from indicators.judgement.copying import Merit, Nearness
from indicators.judgement.innovation_search import NOT_RECORDED, Wanted, search
from indicators.judgement.innovations import RECOGNITIONS, REGISTRY, registry, seen_from
from indicators.judgement.maturity import EVIDENCE, maturities
from indicators.judgement.values import state_of
from indicators.vocabulary import Level, Mode, Period

HERE, OTHER = "51.01", "63.11"
YEAR = Period.year(2025)
MONTHS = [f"2025-{month:02}" for month in range(1, 13)]
FEW = {"newborns_weighed": 100, "low_birth_weight": 3}
NEGARA, MELAYA = "51.01.01", "51.01.04"


def in_kecamatan(code: str) -> list[str]:
    return [f.id for f in all_kabupaten()[HERE].puskesmas if f.kecamatan == code]


Put = Callable[..., None]


@pytest.fixture
def put(official: Path, record: Put) -> Put:
    """`record`, into a warehouse of official data."""
    return record


@pytest.fixture
def weak(send: Callable[..., Any]) -> str:
    """A year in which 15 of 100 newborns are light in one kecamatan and 3 of 100 everywhere else; its code."""
    light = {
        (id_, month): {"newborns_weighed": 100, "low_birth_weight": 15}
        for id_ in in_kecamatan(MELAYA)
        for month in MONTHS
    }
    send("births", MONTHS, FEW, but=light)
    return MELAYA


def one(number: int, *, kabupaten: str = HERE, **fields: Any) -> dict[str, Any]:
    return {"id": f"{kabupaten}.I{number:03}", "name": f"Inovasi {number}", "indicators": ["bblr"], **fields}


def found() -> tuple[tuple[copying.Suggestion, ...], copying.Outlook]:
    snapshot = warehouse.current()
    state = state_of(snapshot, kabupaten=HERE)
    return copying.suggestions(snapshot, state=state, period=YEAR), copying.outlook(snapshot, state=state, period=YEAR)


def test_the_nearest_is_suggested_first_and_what_is_not_good_or_not_placed_is_counted(put: Put, weak: str) -> None:
    here = all_kabupaten()[HERE]
    neighbour = here.neighbours[weak][0]
    far = next(a.code for a in here.kecamatan if a.code != weak and a.code not in here.neighbours[weak])
    put(
        REGISTRY,
        one(1, stage="applied", kecamatan=[far]),
        one(2, stage="applied", kecamatan=[neighbour]),
        one(3, stage="trial", kecamatan=[neighbour]),
        one(4, stage="applied"),
        one(5, stage="applied", kecamatan=[neighbour], indicators=[]),
        one(6, stage="applied", kecamatan=[weak]),
    )
    put(REGISTRY, one(1, kabupaten=OTHER), one(2, kabupaten=OTHER), kabupaten=OTHER)
    put(
        RECOGNITIONS,
        {"innovation": f"{OTHER}.I001", "event": "sinovik", "result": "award", "rank": "Top 45"},
        {"innovation": f"{OTHER}.I002", "event": "sinovik", "result": "took_part"},
        kabupaten=OTHER,
    )
    told, looked = found()
    assert [(s.area, s.innovation.id, s.nearness) for s in told] == [
        (weak, f"{HERE}.I002", Nearness.NEIGHBOUR),
        (weak, f"{HERE}.I001", Nearness.SAME_KABUPATEN),
        (weak, f"{OTHER}.I001", Nearness.OTHER_KABUPATEN),
    ]
    assert told[2].merits == (Merit.AWARD,)
    # Of eight: number 5 targets nothing, number 3 and the one that only took part are not good, 4 has no place.
    assert (looked.named, looked.without_indicator, looked.without_merit, looked.without_place) == (8, 1, 2, 1)
    assert looked.weak == 1
    said = copying_sentences.in_one_sentence(told[0])
    assert "di luar batas wajar" in said
    assert "yang bertetangga" in said
    assert "Tercatat: tahap penerapan" in said
    assert "Belum dicatat: bukti kematangannya" in said


def test_what_runs_or_is_planned_there_is_not_suggested_and_a_copy_brings_it_nearer(put: Put, weak: str) -> None:
    here = all_kabupaten()[HERE]
    neighbour = here.neighbours[weak][0]
    put(REGISTRY, *(one(n, kabupaten=OTHER, stage="applied") for n in (1, 2, 3)), kabupaten=OTHER)
    own, next_door = in_kecamatan(weak)[0], in_kecamatan(neighbour)[0]
    put(
        replications.REPLICATIONS,
        {"id": f"{HERE}.R001", "innovation": f"{OTHER}.I001", "copier": own, "state": "done"},
        {"id": f"{HERE}.R002", "innovation": f"{OTHER}.I002", "copier": own, "state": "draft"},
        {"id": f"{HERE}.R003", "innovation": f"{OTHER}.I003", "copier": next_door, "state": "done"},
    )
    told, looked = found()
    assert [(s.innovation.id, s.nearness, s.near) for s in told] == [
        (f"{OTHER}.I003", Nearness.NEIGHBOUR, (neighbour,))
    ]
    assert looked.planned == 1


def test_without_a_weak_value_there_is_no_suggestion(put: Put, send: Callable[..., Any]) -> None:
    send("births", MONTHS, FEW)
    put(REGISTRY, one(1, stage="applied", kecamatan=[NEGARA]))
    told, looked = found()
    assert told == ()
    # Five kecamatan and the kabupaten.
    assert (looked.weak, looked.judged) == (0, 6)


def test_numbers_of_its_place_alone_make_no_innovation_a_good_one() -> None:
    assert not copying.is_good((Merit.JUDGED,))
    assert copying.is_good((Merit.JUDGED, Merit.SENT))


def test_stars_give_the_weights_of_their_guideline_and_what_is_not_recorded_none(put: Put) -> None:
    put(REGISTRY, one(1))
    evidence = {"innovation": f"{HERE}.I001", "guideline": "after_2023"}
    put(
        EVIDENCE,
        evidence | {"number": 1, "stars": 2},
        evidence | {"number": 2, "stars": 0},
        evidence | {"number": 14, "stars": 3},
    )
    maturity = maturities(warehouse.current(), HERE)[f"{HERE}.I001"]
    # 2 points of the first, 10 of the replication; nineteen indicators give 3 at most and one gives 10.
    assert (maturity.points, maturity.most, maturity.recorded) == (12, 67, 3)
    assert [proof.number for proof in maturity.missing] == [2, 16, 20]


def test_links_join_who_was_copied_to_who_copies_across_kabupaten(put: Put) -> None:
    owner, copier = in_kecamatan(NEGARA)[0], "63.11.P06"
    put(REGISTRY, one(1, facilities=[owner]))
    put(
        replications.REPLICATIONS,
        {"id": f"{OTHER}.R001", "innovation": f"{HERE}.I001", "copier": copier, "state": "done"},
        {
            "id": f"{OTHER}.R002",
            "elsewhere": "Sehat Bersama",
            "origin": "Kota Lain",
            "copier": copier,
            "state": "draft",
        },
        kabupaten=OTHER,
    )
    snapshot = warehouse.current()
    # Banyuwangi and Balangan of this warehouse are in mode contoh; official entries count in either.
    [link] = replications.network(snapshot, HERE)
    assert (link.origin.key, link.copier.key, link.is_planned) == (owner, copier, False)
    assert [end.level for end in (link.origin, link.copier)] == [Level.FACILITY, Level.FACILITY]
    assert [one.origin.name for one in replications.network(snapshot, OTHER)] == [
        "Kota Lain",
        all_kabupaten()[HERE].name_of(owner),
    ]
    records = {record.facility.id: record for record in replications.by_puskesmas(snapshot, HERE)}
    assert (records[owner].started, records[owner].applied, records[owner].copied_by) == (1, 0, 1)
    assert sum(not record.is_empty for record in records.values()) == 1
    there = {record.facility.id: record for record in replications.by_puskesmas(snapshot, OTHER)}[copier]
    assert (there.started, there.copied, there.planned) == (0, 1, 1)


def test_practice_of_another_kabupaten_is_not_shown_beside_official_data(put: Put) -> None:
    put(REGISTRY, one(1, kabupaten=OTHER), kabupaten=OTHER, mode=Mode.SAMPLE)
    snapshot = warehouse.current()
    assert [i.id for i in registry(snapshot, OTHER)] == [f"{OTHER}.I001"]
    assert seen_from(snapshot, HERE) == ()


def test_words_are_found_in_names_first_then_elsewhere_then_misspelt(shared_warehouse: Path) -> None:
    every = seen_from(warehouse.current(), "35.10")

    def names(**wanted: str) -> list[str]:
        return [one.name for one in search(every, Wanted(**wanted))]

    assert names(words="sakina") == ["Bengkel Sakina", "Laskar SAKINA"]
    assert names(words="ibu hamil") == ["E-Kohort", "Laskar SAKINA"]
    assert "BAAS" in names(words="stuntng")
    assert names(words="traktor") == []
    assert names(kecamatan="35.10.13", recognition="award") == ["Teropong Jiwa"]
    assert names(recognition=NOT_RECORDED, indicator="aki") == ["E-Kohort", "Puskesmas Asuhan Spesialistik (PAS)"]
