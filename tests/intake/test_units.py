from __future__ import annotations

import pytest

from indicators.areas import all_kabupaten
from indicators.intake.units import Units, Written, bare_name


def find(kabupaten: str, *, code: str = "", name: str = "", kecamatan: str = ""):
    units = Units(all_kabupaten()[kabupaten])
    columns = {"kode_puskesmas": "kode", "puskesmas": "nama", "kecamatan": "kec"}
    facility, problems = units.find(Written(code, name, kecamatan), row=7, columns=columns)
    return (facility.id if facility else None), [(p.severity.value, p.column) for p in problems]


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
    assert find("51.01", name="III Melaya") == (None, [("blocking", "nama")])
    assert find("51.01", name="Melaya") == (None, [("blocking", "nama")])


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
