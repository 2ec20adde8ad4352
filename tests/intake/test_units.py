from __future__ import annotations

import pytest

from indicators.areas import all_kabupaten
from indicators.intake.names import bare_desa, bare_name
from indicators.intake.places import Places
from indicators.intake.questions import Asking
from indicators.intake.units import Units, Written

COLUMNS = {"kode_puskesmas": "kode", "puskesmas": "nama", "kecamatan": "kec", "desa": "desa"}


def found(kabupaten: str, *, answers: dict[str, str] | None = None, row: int = 7, **written: str):
    asking = Asking(answers or {})
    cells = {"code": "", "name": "", "kecamatan": "", **written}
    place, problems = Units(all_kabupaten()[kabupaten], asking).find(Written(**cells), row=row, columns=COLUMNS)
    return place, problems, asking


def find(kabupaten: str, **written: str):
    """Facility id and (severity, column) of the problems, where nothing is left to ask."""
    place, problems, asking = found(kabupaten, **written)
    assert asking.open == ()
    return (place.facility.id if place.facility else None), [(p.severity.value, p.column) for p in problems]


def asked(kabupaten: str, **written: str):
    """The one question that a row leaves open: its id and its first option."""
    place, problems, asking = found(kabupaten, **written)
    assert place.facility is None or written.get("name") or written.get("code")
    assert problems == []
    (question,) = asking.open
    assert question.rows == (7,)
    return question.id, question.options[0]


@pytest.mark.parametrize("kabupaten", sorted(all_kabupaten()))
def test_every_puskesmas_is_found_by_its_code_and_by_its_name_with_and_without_the_word(kabupaten):
    for facility in all_kabupaten()[kabupaten].puskesmas:
        assert find(kabupaten, code=facility.id) == (facility.id, [])
        assert find(kabupaten, name=facility.name) == (facility.id, [])
        assert find(kabupaten, name=facility.name.removeprefix("Puskesmas ").upper()) == (facility.id, [])


def test_the_national_code_is_a_code_too():
    assert find("51.01", code="1050001") == ("51.01.P01", [])


def test_numbered_puskesmas_are_never_taken_for_one_another():
    assert find("51.01", name="I Melaya")[0] == "51.01.P02"
    assert find("51.01", name="II Melaya")[0] == "51.01.P01"
    assert asked("51.01", name="III Melaya")[0] == "puskesmas/iii melaya"
    assert asked("51.01", name="Melaya")[0] == "puskesmas/melaya"


def test_a_code_and_a_name_that_differ_are_not_decided_for_the_sender():
    assert find("35.10", code="35.10.P01", name="Bajulmati") == (None, [("blocking", "nama")])
    assert find("35.10", code="35.10.P01", name="Sesuatu Lain") == (None, [("blocking", "nama")])


def test_a_code_carries_a_name_with_a_slip_of_the_pen():
    assert find("35.10", code="35.10.P02", name="Pukesmas Bajulmatti") == ("35.10.P02", [])


@pytest.mark.parametrize(
    "written", [{"name": "Jumlah"}, {"code": "TOTAL"}, {"kecamatan": "Kabupaten"}, {"name": "Jumlah Kab."}]
)
def test_a_totals_row_is_recognised_and_not_loaded(written):
    assert find("35.10", **written) == (None, [("blocking", None)])


@pytest.mark.parametrize("written", ["Blimbingsari", "Kec. Blimbingsari", "KECAMATAN BLIMBINGSARI", "35.10.25"])
def test_a_kecamatan_is_known_by_name_and_code(written):
    assert find("35.10", code="35.10.P01", kecamatan=written) == ("35.10.P01", [])


def test_names_are_compared_without_kind_case_and_hyphens():
    assert bare_name("UPTD  Puskesmas Sumber-Sari") == bare_name("pkm sumber sari") == "sumber sari"
    assert bare_name("Puskesmas") == "puskesmas"


def test_a_misspelt_name_is_asked_with_every_puskesmas_to_choose_from_and_the_likeliest_first():
    question, first = asked("35.10", name="PKM Bajulmatti")
    assert (question, first) == ("puskesmas/bajulmatti", ("35.10.P02", "Puskesmas Bajulmati"))
    place, problems, asking = found("35.10", name="PKM Bajulmatti", answers={question: "35.10.P02"})
    assert place.facility is not None
    assert place.facility.id == "35.10.P02"
    assert problems == []
    assert asking.open == ()
    (answered,) = asking.answered
    assert (answered.question.id, answered.label) == (question, "Puskesmas Bajulmati")
    assert len(answered.question.options) == 45


def test_an_answer_that_is_no_option_is_no_answer():
    place, _, asking = found("35.10", name="Bajulmatti", answers={"puskesmas/bajulmatti": "51.01.P01"})
    assert place.facility is None
    assert [question.id for question in asking.open] == ["puskesmas/bajulmatti"]


def test_a_name_that_resembles_nothing_is_neither_quoted_nor_asked():
    place, problems, asking = found("35.10", name="Siti Aminah")
    assert place.facility is None
    assert asking.open == ()
    assert [p.severity.value for p in problems] == ["blocking"]
    assert "Siti" not in problems[0].message + problems[0].fix


def test_one_question_names_all_its_rows():
    asking = Asking({})
    units = Units(all_kabupaten()["35.10"], asking)
    for row in (4, 9):
        units.find(Written("", "Bajulmatti", ""), row=row, columns=COLUMNS)
    assert [question.rows for question in asking.open] == [(4, 9)]


@pytest.mark.parametrize(
    ("written", "kecamatan"),
    [("35.10.18", "35.10.18"), ("351018", "35.10.18"), ("3510110", "35.10.08"), ("351011", "35.10.11")],
)
def test_codes_of_both_systems_are_told_apart(written, kecamatan):
    """BPS 3510110 is Srono, Kemendagri 35.10.11 is Kalibaru."""
    area = Places(all_kabupaten()["35.10"], Asking({})).kecamatan(written, row=2, column="kec")
    assert getattr(area, "code", None) == kecamatan


def test_a_kecamatan_code_with_two_digits_swapped_is_asked():
    assert asked("35.10", code="35.10.P02", kecamatan="350118") == (
        "kecamatan/350118",
        ("35.10.18", "Wongsorejo"),
    )


def test_a_kecamatan_with_one_puskesmas_stands_for_it_and_one_with_several_does_not():
    assert find("35.10", kecamatan="Licin") == ("35.10.P21", [("notice", "kec")])
    assert find("35.10", kecamatan="Muncar") == (None, [("blocking", "kec")])


def test_twin_desa_are_told_apart_by_their_kecamatan_only():
    assert find("35.10", desa="Watukebo", kecamatan="Blimbingsari") == ("35.10.P01", [])
    assert find("35.10", desa="Watukebo") == (None, [("blocking", "desa")])
    assert find("35.10", desa="Watukebo", kecamatan="Licin") == (None, [("blocking", "desa")])


def test_which_puskesmas_serves_a_desa_is_asked_where_its_kecamatan_has_several():
    question, first = asked("35.10", desa="Gentengkulon", kecamatan="Genteng")
    assert question == "served_by/35.10.09.2003"
    place, _, _ = found("35.10", desa="Desa Genteng Kulon", kecamatan="Genteng", answers={question: first[0]})
    assert place.facility is not None
    assert place.facility.kecamatan == "35.10.09"


def test_a_misspelt_desa_is_asked():
    question, first = asked("35.10", desa="Tamansarri", kecamatan="Licin")
    assert (question, first[1]) == ("desa/35.10.24/tamansarri", "Tamansari (Licin)")


def test_desa_are_compared_without_blanks_and_kind():
    assert bare_desa("Ds. Genteng  Kulon") == bare_desa("GENTENGKULON") == "gentengkulon"
