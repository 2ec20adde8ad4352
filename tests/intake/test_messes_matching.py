"""Messes 13 to 15: names of kecamatan, twin desa, and puskesmas that are not their kecamatan."""

from __future__ import annotations

from pathlib import Path

from indicators import intake, warehouse
from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.warehouse import Confirmed

MESSES = Path(__file__).parent / "messes"


def values(received) -> dict[tuple[str, str], float]:
    frame = received.submission.observations
    return {
        (facility, element): value
        for facility, element, value in zip(frame["facility"], frame["element"], frame["value"], strict=True)
    }


def test_mess_13_known_spellings_are_read_and_others_are_asked(send):
    name = "13_ejaan_kecamatan.csv"
    received = send((MESSES / name).read_bytes(), name=name)
    assert {q.id: q.options[0][1] for q in received.questions} == {
        "kecamatan/350118": "Wongsorejo",
        "kecamatan/cluringg": "Cluring",
    }
    assert [(p.row, p.severity.value) for p in received.problems if p.column == "kecamatan"] == [(8, "blocking")]

    mended = (MESSES / name).read_bytes().replace(b"Badean;3510;", b"Badean;Blimbingsari;")
    settled = send(mended, name=name, answers={"kecamatan/350118": "35.10.18", "kecamatan/cluringg": "35.10.06"})
    assert settled.submission is not None
    assert len(settled.submission.scope) == 7
    assert [answered.label for answered in settled.answered] == ["Wongsorejo", "Cluring"]
    assert settled.submission.confirmed == (
        Confirmed("kecamatan", "350118", "35.10.18"),
        Confirmed("kecamatan", "cluringg", "35.10.06"),
    )


def test_an_answer_kept_with_one_file_is_known_for_the_next(send, empty_warehouse):
    name = "13_ejaan_kecamatan.csv"
    content = (MESSES / name).read_bytes().replace(b"Badean;3510;", b"Badean;Blimbingsari;")
    first = send(content, name=name, answers={"kecamatan/350118": "35.10.18", "kecamatan/cluringg": "35.10.06"})
    receipt = warehouse.publish(first.submission)
    warehouse.undo(receipt.submission, by="Sari")
    known = intake.known_answers(warehouse.current(), all_kabupaten()["35.10"], catalogue().datasets["births"])
    second = send(content.replace(b";31;0", b";32;0"), name=name, answers=known)
    assert second.questions == ()
    assert second.submission is not None


def test_mess_14_twin_desa_go_where_their_kecamatan_is_and_desa_of_one_puskesmas_are_added(send):
    name = "14_desa_kembar.csv"
    content = (MESSES / name).read_bytes()
    received = send(content, name=name)
    assert [(p.row, p.column) for p in received.problems if p.severity.value == "blocking"] == [(9, "Desa/Kelurahan")]
    questions = {q.id: q for q in received.questions}
    assert set(questions) == {"served_by/35.10.16.1007", "served_by/35.10.18.2008", "served_by/35.10.09.2003"}

    mended = content.replace(b"\n,Tamansari,", b"\nTegalsari,Tamansari,")
    answers = {id_: question.options[0][0] for id_, question in questions.items()}
    settled = send(mended, name=name, answers=answers)
    assert settled.submission is not None
    found = values(settled)
    assert found["35.10.P01", "live_births"] == 7  # Watukebo 4 and Karangrejo 3, both of Blimbingsari
    assert found["35.10.P01", "stillbirths"] == 1
    assert sum(value for (_, element), value in found.items() if element == "live_births") == 44


def test_mess_15_a_kecamatan_is_not_taken_for_a_puskesmas_unless_it_has_only_one(send):
    name = "15_satu_baris_per_kecamatan.csv"
    received = send((MESSES / name).read_bytes(), name=name)
    told = [(p.row, p.severity.value) for p in received.problems if p.row]
    assert told == [(2, "notice"), (3, "notice"), (4, "blocking")]
    assert "4 puskesmas" in next(p.message for p in received.problems if p.row == 4)
