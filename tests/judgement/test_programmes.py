"""Programmes: their numbers worked by hand from a few reports."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from indicators import warehouse
from indicators.areas import all_kabupaten
from indicators.judgement.programmes import ProgrammeJudged, programmes
from indicators.judgement.values import state_of
from indicators.vocabulary import Basis, Mode, Period
from indicators.warehouse import Submission, list_words
from tests.conftest import FileOf

BANYUWANGI, BALANGAN = "35.10", "63.11"
GITIK, GLADAG, BADEAN = "35.10.P06", "35.10.P07", "35.10.P01"  # the first two in Rogojampi
ROGOJAMPI = "35.10.13"
TO_OCTOBER = Period.parse("2026-01..2026-10")


def judged(
    id_: str, *, period: Period = TO_OCTOBER, for_staff: bool = False, kabupaten: str = BANYUWANGI
) -> ProgrammeJudged:
    snapshot = warehouse.current()
    found = programmes(snapshot, state=state_of(snapshot, kabupaten=kabupaten), period=period, for_staff=for_staff)
    return next(one for one in found if one.programme.id == id_)


def pas(file_of: FileOf) -> None:
    """September: two puskesmas with a specialist, one without. October: only one has reported so far."""

    def report(obstetricians: int, paediatricians: int, consultations: int) -> dict[str, float]:
        return {
            "pas_obstetricians": obstetricians,
            "pas_paediatricians": paediatricians,
            "pas_consultations": consultations,
            "pas_referrals": 0,
        }

    warehouse.publish(
        file_of(
            "programme_pas",
            {
                (GITIK, "2026-09"): report(1, 0, 12),
                (GLADAG, "2026-09"): report(0, 0, 0),
                (BADEAN, "2026-09"): report(0, 1, 5),
                (GITIK, "2026-10"): report(1, 0, 7),
            },
        )
    )


def test_coverage_counts_units_in_one_month_against_all_puskesmas_and_says_who_reported(
    filled_warehouse: Path, file_of: FileOf
) -> None:
    pas(file_of)
    found = judged("pas", period=Period.parse("2026-09"))
    assert found.coverage is not None
    assert (found.coverage.value, found.coverage.denominator) == (2, 45)
    assert (found.coverage.sent, found.coverage.expected) == (3, 45)
    assert found.basis is Basis.SAMPLE
    assert found.finding == (
        "Contoh: PAS: puskesmas yang diampu dokter spesialis 2 dari 45 puskesmas (4,4 persen) pada September 2026. "
        "Baru 3 dari 45 puskesmas yang mengirim laporannya."
    )


def test_what_flows_is_added_over_the_months_and_what_stands_is_read_in_one(
    filled_warehouse: Path, file_of: FileOf
) -> None:
    pas(file_of)
    with_obstetrician, _, consultations, _ = judged("pas").stages
    assert (with_obstetrician.value, with_obstetrician.reference) == (1, Period.parse("2026-10"))
    assert (consultations.value, consultations.reference) == (24, Period.parse("2026-09..2026-10"))
    assert [row.amounts[2].value for row in judged("pas").kecamatan if row.code == ROGOJAMPI] == [19]
    months = dict(judged("pas").months)
    assert [amount.value for amount in months[Period.parse("2026-09")]] == [1, 1, 17, 0]


def test_nobody_is_late_and_no_month_begins_because_of_a_programme(filled_warehouse: Path, file_of: FileOf) -> None:
    before = state_of(warehouse.current(), kabupaten=BANYUWANGI)
    warehouse.publish(file_of("programme_mal_orang_sehat", {(GITIK, "2020-01"): {"healthy_visits": 3}}))
    after = state_of(warehouse.current(), kabupaten=BANYUWANGI)
    assert (after.first_month, after.newest_month, after.newest_complete_month) == (
        before.first_month,
        before.newest_month,
        before.newest_complete_month,
    )


def test_few_people_of_one_puskesmas_are_shown_to_staff_only(filled_warehouse: Path, file_of: FileOf) -> None:
    report = {"soul_served": 9, "soul_trained": 7, "soul_stable": 3, "soul_working": 0, "soul_fostered": 6}
    warehouse.publish(file_of("programme_teropong_jiwa", {(GITIK, "2025"): report}))
    public, staff = judged("teropong_jiwa"), judged("teropong_jiwa", for_staff=True)
    assert [(a.value, a.suppressed) for a in public.stages] == [(7, False), (None, True), (0, False), (6, False)]
    assert public.coverage is not None
    assert (public.coverage.value, public.coverage.denominator, public.units) == (None, None, ())
    assert [a.value for a in staff.stages] == [7, 3, 0, 6]
    assert [(row.code, row.amounts[1].value) for row in staff.units] == [(GITIK, 3)]
    [row] = public.kecamatan
    assert [amount.suppressed for amount in row.amounts] == [False, True, False, False, True]


def test_a_sum_is_complete_where_enough_units_sent_every_month_of_it(filled_warehouse: Path, file_of: FileOf) -> None:
    units = [facility.id for facility in all_kabupaten()[BANYUWANGI].puskesmas]
    reports = {(unit, "2026-09"): {"healthy_visits": 2} for unit in units}
    reports |= {(unit, "2026-10"): {"healthy_visits": 1} for unit in units[:40]}
    warehouse.publish(file_of("programme_mal_orang_sehat", reports))
    [september] = judged("mal_orang_sehat", period=Period.parse("2026-09")).stages
    [both] = judged("mal_orang_sehat").stages
    # 95 % of 45 units in each of two months are 85.5 reports; 85 are there.
    assert (september.value, september.complete) == (90, True)
    assert (both.value, both.sent, both.complete) == (130, 45, False)


def test_more_desa_than_there_are_is_said_to_be_wrong(filled_warehouse: Path, file_of: FileOf) -> None:
    reports = {(unit, "2025"): {"odf_villages": 110} for unit in (GITIK, BADEAN)}
    warehouse.publish(file_of("programme_pujasera", reports))
    found = judged("pujasera")
    assert found.coverage is not None
    assert (found.coverage.value, found.coverage.denominator, found.coverage.exceeds) == (220, 217, True)
    assert "melebihi pembaginya" in found.finding


def test_without_reports_only_what_a_source_says_is_said(shared_warehouse: Path) -> None:
    assert judged("jemput_bola").finding == (
        "Jemput Bola: laporan belum dimasukkan. Dikutip: 10.818 warga (warga yang dirawat di rumah; 2021–2024; "
        "tvonenews.com)."
    )
    assert judged("mal_orang_sehat").finding == (
        "Mal Orang Sehat: laporan belum dimasukkan, dan belum ada angka yang dapat dikutip."
    )


def test_a_unit_that_reports_no_case_is_counted_and_one_that_is_silent_is_not(shared_warehouse: Path) -> None:
    found = judged("nol_stunting_baru", kabupaten="51.01")
    reports = warehouse.current().read(
        "unit_values",
        dataset="nutrition",
        kabupaten="51.01",
        start=pd.Timestamp("2026-01-01").date(),
        end=pd.Timestamp("2026-10-31").date(),
    )
    cases = reports[reports["element"] == "new_stunting_cases"]
    october = cases[cases["period_start"] == "2026-10-01"]
    assert found.stages[0].value == cases["value"].sum()
    assert found.coverage is not None
    assert (found.coverage.value, found.coverage.sent) == ((october["value"] == 0).sum(), len(october))


def test_visits_are_told_by_place_with_those_that_only_a_source_names(filled_warehouse: Path) -> None:
    rows = [
        {"unit": "63.11.P06", "place": "Sawang", "visited_on": "2026-03-02", "patients": 31, "staff": 4},
        {"unit": "63.11.P06", "place": "sawang ", "visited_on": "2026-06-08", "patients": 3, "staff": 5},
        {"unit": "63.11.P12", "place": "Nanai", "visited_on": "2025-12-01", "patients": 12},
    ]
    entries = pd.DataFrame(
        [(f"{row['place']}/{row['visited_on']}", str(row["place"]), list_words.as_json(row)) for row in rows],
        columns=["key", "label", "fields"],
        dtype=object,
    )
    warehouse.publish(
        Submission(
            dataset="programme_pubertas_visits",
            kabupaten=BALANGAN,
            mode=Mode.SAMPLE,
            file_name="kunjungan.csv",
            checksum="0" * 64,
            by="ana",
            reason="",
            scope=((BALANGAN, warehouse.WHOLE_LIST),),
            entries=entries,
        )
    )
    found = {place.name: place for place in judged("pubertas", kabupaten=BALANGAN).places}
    assert set(found) == {"Nanai", "Ambata", "Libaru Sungkai", "Sawang", "Tanjung Jalamu"}
    assert (found["Sawang"].times, found["Sawang"].sums[0]) == (2, 34)
    assert (found["Nanai"].times, str(found["Nanai"].newest), found["Nanai"].sums[0]) == (0, "2025-12-01", 0)
    assert not found["Ambata"].recorded


@pytest.mark.parametrize("kabupaten", ["35.10", "51.01", "63.11"])
def test_every_programme_says_what_is_missing_and_who_can_supply_it(kabupaten: str, shared_warehouse: Path) -> None:
    snapshot = warehouse.current()
    found = programmes(snapshot, state=state_of(snapshot, kabupaten=kabupaten), period=TO_OCTOBER)
    assert found
    for one in found:
        assert one.finding.endswith(".")
        assert all(gap.what and gap.who for gap in one.programme.unrecorded)
        assert all(figure.source.name and figure.when for figure in one.programme.figures)
