"""SPM: what leaders and staff see of the services, and how the list of elements is filled and taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from indicators import access
from indicators.wording import minimum_service as say
from tests.pages.conftest import Reader

Visit = Callable[..., Reader]
SignIn = Callable[..., access.Account]

UREN = "63.11.P06"
LIST = "minimum_service_elements"


def test_every_service_says_its_denominator_and_what_is_missing(visit: Visit, shared_warehouse: Path) -> None:
    seen = visit("minimum_service", kabupaten="51.01")
    assert seen.said.count("(sasaran SPM)") == 12
    assert seen.said.count(" orang ") >= 12
    assert "laju merata sampai Oktober: 83,3 % (10/12 dari sasaran setahun 2026)" in seen.said
    assert "belum dikonfirmasi dinkes" in seen.said


def test_puskesmas_are_shown_to_staff_of_the_whole_kabupaten_only(
    visit: Visit, sign_in: SignIn, shared_warehouse: Path
) -> None:
    public = visit("minimum_service", bagian="wilayah", kabupaten="63.11")
    assert (say.PUSKESMAS_FOR_STAFF in public.said, "Uren" in public.said) == (True, False)
    for facilities, shown in (((), True), ((UREN,), False)):
        sign_in("uploader", kabupaten="63.11", facilities=facilities)
        assert ("Uren" in visit("minimum_service", bagian="wilayah", kabupaten="63.11").said) is shown


def test_an_element_is_added_by_the_form_shown_with_what_it_lacks_and_taken_back(
    visit: Visit, sign_in: SignIn, filled_warehouse: Path
) -> None:
    sign_in("uploader", kabupaten="63.11")
    before = visit("minimum_service", bagian="unsur", kabupaten="63.11")
    assert "0 dari 27 unsur yang diketahui jumlahnya sudah tercatat" in before.said
    assert say.EDIT in before.said
    staff = visit("minimum_service_elements", kabupaten="63.11")
    staff.at.selectbox(f"{LIST}//facility").set_value(UREN)
    staff.at.text_input(f"{LIST}//name").set_value("Alat uji")
    staff.at.number_input(f"{LIST}//required").set_value(3)
    staff.at.number_input(f"{LIST}//available").set_value(1)
    staff.press("Periksa isian")
    assert staff.failed == []
    assert "1 entri ditambah" in staff.text
    staff.press("Terbitkan")
    after = visit("minimum_service", bagian="unsur", kabupaten="63.11").said
    assert "1 dari 27 unsur yang diketahui jumlahnya sudah tercatat. Nama 26 unsur lainnya belum dicatat." in after
    assert "Yang kurang: Alat uji (2)." in after
    staff.press("Batalkan kiriman ini")
    assert "0 dari 27 unsur" in visit("minimum_service", bagian="unsur", kabupaten="63.11").said
