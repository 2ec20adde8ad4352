"""The twelve minimum services: an even pace within the year, everybody after it; elements and what they lack."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indicators import warehouse
from indicators.catalogue import catalogue
from indicators.judgement import minimum_service as spm
from indicators.judgement.judged import Absence
from indicators.judgement.values import state_of
from indicators.vocabulary import Level, Mode, Period

JEMBRANA, BALANGAN, UREN = "51.01", "63.11", "63.11.P06"
PREGNANT, PREGNANT_TARGET = "pregnant_women_served", "pregnant_women_spm_target"
MONTHS = [f"2024-{month:02}" for month in range(1, 13)]

Send = Callable[..., warehouse.Receipt]


def served(period: str, *, service: str = "spm_pregnant_women") -> spm.Service:
    snapshot = warehouse.current()
    found = spm.services(snapshot, state=state_of(snapshot, kabupaten=JEMBRANA), period=Period.parse(period))
    assert [one.number for one in found] == list(range(1, 13))
    return next(one for one in found if one.judged.indicator == service)


@pytest.mark.parametrize(
    ("each", "progress"),
    [
        # Ten puskesmas with a target of 1.200 each: by June an even pace has served 6.000 of 12.000.
        (100, spm.Progress.ON_PACE),
        (99, spm.Progress.ON_PACE),  # 5.940, 49,5 %: 50 lies within 48,6 to 50,4
        (90, spm.Progress.BEHIND),  # 5.400, 45 %: at most 45,9
        (110, spm.Progress.AHEAD),
        (201, spm.Progress.OVERFULL),
    ],
)
def test_before_its_end_a_year_is_held_against_an_even_pace(send: Send, each: int, progress: spm.Progress) -> None:
    send("minimum_services", MONTHS[:6], {PREGNANT: each})
    send("minimum_service_targets", ["2024"], {PREGNANT_TARGET: 1200})
    found = served("2024-01..2024-06")
    assert (found.progress, found.expected) == (progress, 50)
    assert found.missing == max(0, 12_000 - 10 * 6 * each)
    assert "ibu hamil (sasaran SPM)" in found.finding


@pytest.mark.parametrize(("last", "progress", "missing"), [(100, spm.Progress.MET, 0), (99, spm.Progress.NOT_MET, 10)])
def test_a_whole_year_is_met_when_nobody_of_the_target_is_missing(
    send: Send, last: int, progress: spm.Progress, missing: int
) -> None:
    send("minimum_services", MONTHS[:11], {PREGNANT: 100})
    send("minimum_services", MONTHS[11:], {PREGNANT: last})
    send("minimum_service_targets", ["2024"], {PREGNANT_TARGET: 1200})
    found = served("2024")
    assert (found.progress, found.missing) == (progress, missing)


def test_a_single_month_is_read_from_january_on_and_missing_reports_are_no_shortfall(send: Send) -> None:
    send("minimum_services", MONTHS[:3], {PREGNANT: 100}, but={("51.01.P01", "2024-02"): None})
    send("minimum_service_targets", ["2024"], {PREGNANT_TARGET: 1200})
    found = served("2024-03")
    assert str(found.judged.period) == "2024-01..2024-03"
    assert found.judged.numerator == 2900
    assert found.progress is spm.Progress.INCOMPLETE
    assert served("2024-03", service="spm_hiv_risk").progress is spm.Progress.NO_VALUE


def test_pusdatin_stands_beside_with_its_own_coverage_only_where_every_puskesmas_has_it(send: Send) -> None:
    send("minimum_services", MONTHS, {PREGNANT: 50})
    send("minimum_service_targets", ["2024"], {PREGNANT_TARGET: 1200})
    send("annual_targets", ["2024"], {"pregnant_women_target": 1500})
    found = served("2024")
    assert (found.judged.value, found.other) == (50, spm.Other(15_000, 40))
    send(
        "annual_targets", ["2024"], {"pregnant_women_target": 1500}, but={("51.01.P01", "2024"): {"infants_target": 9}}
    )
    assert served("2024").other == spm.Other(13_500, None)


def test_small_diseases_are_withheld_per_kecamatan_and_told_per_puskesmas_for_staff(send: Send) -> None:
    send("minimum_services", MONTHS, {PREGNANT: 50, "severe_mental_disorders_served": 1})
    send("minimum_service_targets", ["2024"], {PREGNANT_TARGET: 1200, "severe_mental_disorders_spm_target": 12})
    snapshot = warehouse.current()
    asked = {"state": state_of(snapshot, kabupaten=JEMBRANA), "period": Period.parse("2024")}
    public = spm.by_area(snapshot, **asked, level=Level.KECAMATAN)
    staff = spm.by_area(snapshot, **asked, level=Level.FACILITY)
    assert public["51.01.01", "spm_severe_mental_disorders"].judged.absence is Absence.SUPPRESSED
    assert public["51.01.01", "spm_pregnant_women"].judged.value == 50
    assert staff["51.01.P01", "spm_severe_mental_disorders"].progress is spm.Progress.MET
    assert len(staff) == 10 * 12


def test_the_headline_names_the_lowest_and_who_is_missing_most(send: Send) -> None:
    send("minimum_services", MONTHS, {PREGNANT: 50, "elderly_served": 90})
    send("minimum_service_targets", ["2024"], {PREGNANT_TARGET: 1200, "elderly_spm_target": 10_000})
    snapshot = warehouse.current()
    found = spm.services(snapshot, state=state_of(snapshot, kabupaten=JEMBRANA), period=Period.parse("2024"))
    assert spm.finding_of(found) == (
        "Kabupaten Jembrana, 2024: 0 dari 2 pelayanan SPM mencapai 100 %, dengan penyebut sasaran SPM. "
        "Capaian terendah: usia lanjut, 10,8 %. Kekurangan orang terbanyak: usia lanjut, 89.200 orang sampai 100 %."
    )


def test_uren_has_27_elements_by_the_source_and_none_by_name(empty_warehouse) -> None:
    warehouse.switch_mode(BALANGAN, Mode.OFFICIAL, by="ana")
    [uren] = spm.elements(warehouse.current(), BALANGAN)
    assert (uren.facility, uren.known.known, uren.entries) == (UREN, 27, ())
    assert catalogue().datasets[spm.ELEMENTS].shipped == ""


def test_an_element_lacks_what_is_required_and_not_available_and_says_nothing_where_an_amount_is_blank(
    entries_of,
) -> None:
    warehouse.switch_mode(BALANGAN, Mode.OFFICIAL, by="ana")
    entries_of(
        spm.ELEMENTS,
        {"id": f"{BALANGAN}.U001", "facility": UREN, "name": "A", "required": 4, "available": 4},
        {"id": f"{BALANGAN}.U002", "facility": UREN, "name": "B", "required": 4, "available": 1},
        {"id": f"{BALANGAN}.U003", "facility": UREN, "name": "C", "required": 4},
        {"id": f"{BALANGAN}.U004", "facility": UREN, "name": "D", "required": 1, "available": 3},
        kabupaten=BALANGAN,
    )
    [uren] = spm.elements(warehouse.current(), BALANGAN)
    assert [(one.name, one.missing) for one in uren.entries] == [("B", 3), ("C", None), ("A", 0), ("D", 0)]
    assert uren.counted == {
        spm.ElementState.LACKING: 1,
        spm.ElementState.NOT_RECORDED: 1,
        spm.ElementState.COMPLETE: 2,
    }
