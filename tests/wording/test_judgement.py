"""What is said of judged numbers: value, counts behind it, reports, target, status, source."""

from __future__ import annotations

import pytest

from indicators.vocabulary import Basis, Measure, Mode, Period, Status
from indicators.wording import attention, cards, judgement, warehouse


@pytest.mark.parametrize(
    ("amount", "decimals", "unit", "sign", "written"),
    [
        (121.739, 1, "per 100.000 KH", "", "121,7 per 100.000 KH"),
        (3.951, 2, "persen", "", "3,95 %"),
        (70, 0, "per 100.000 KH", "<", "< 70 per 100.000 KH"),
        (36, 0, "", "", "36"),
        (0, 1, "persen", "", "0,0 %"),
        (None, 1, "persen", "", "–"),
    ],
)
def test_a_value_travels_with_its_sign_and_unit(
    amount: float | None, decimals: int, unit: str, sign: str, written: str
) -> None:
    assert judgement.value(amount, decimals, unit, sign) == written


def test_a_quoted_value_keeps_the_digits_it_was_published_with() -> None:
    assert judgement.quoted(16.86, "per 1.000 KH") == "16,86 per 1.000 KH"
    assert judgement.quoted(18.8, "persen") == "18,8 %"


def test_the_counts_behind_a_value_are_named() -> None:
    assert (
        judgement.behind(28, "kematian ibu", 23104, "kelahiran hidup") == "28 kematian ibu dari 23.104 kelahiran hidup"
    )
    assert judgement.behind(12, "kasus stunting baru", None, "") == "12 kasus stunting baru"


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((45, 45, 450, 450), "45 dari 45 puskesmas"),
        ((41, 45, 410, 450), "41 dari 45 puskesmas, 40 dari 450 laporan bulanan belum masuk"),
        ((10, 10, 119, 120), "10 dari 10 puskesmas, 1 dari 120 laporan bulanan belum masuk"),
        ((0, 1250, 0, 12500), "0 dari 1.250 puskesmas, 12.500 dari 12.500 laporan bulanan belum masuk"),
    ],
)
def test_it_is_said_how_many_units_and_reports_are_in(counts: tuple[int, int, int, int], said: str) -> None:
    assert judgement.reported(*counts) == said


def test_an_interval_is_said_where_there_is_one() -> None:
    assert judgement.interval(80.9, 175.9, 1) == "selang 95 %: 80,9 sampai 175,9"
    assert judgement.interval(None, None, 1) == ""


def test_a_target_names_its_year_and_document() -> None:
    said = judgement.target(183, "", "per 100.000 KH", 2024, "RPJMN 2020-2024", at_least=False)
    assert said == "Target 2024: 183 per 100.000 KH (RPJMN 2020-2024)"
    assert judgement.target(50, "", "inovasi", 2025, "x", at_least=True) == "Target 2025: paling sedikit 50 inovasi (x)"
    assert judgement.towards(77, "", 2029) == "menuju 77 (2029)"
    assert judgement.towards(70, "<", 2030, "SDG 3.1") == "menuju < 70 (2030, SDG 3.1)"


@pytest.mark.parametrize("provisional", [True, False])
@pytest.mark.parametrize("qualified", [True, False])
@pytest.mark.parametrize("status", list(Status))
def test_a_verdict_names_its_year_and_says_when_measures_differ_or_reports_are_missing(
    status: Status, qualified: bool, provisional: bool
) -> None:
    said = judgement.verdict(status, 2024, qualified=qualified, provisional=provisional)
    assert judgement.STATUS[status].lower() in said.lower()
    assert "2024" in said
    told = status is not Status.NOT_ENOUGH_DATA
    assert ("menurut pelaporan rutin" in said) == (qualified and told)
    assert ("sementara" in said) == ("sudah masuk" in said) == (provisional and told)


def test_a_verdict_is_a_phrase_about_its_target() -> None:
    said = judgement.verdict(Status.LIKELY_NOT_MET, 2024, qualified=True, target="183, RPJMN 2020-2024")
    assert said == "Target 2024 condong belum tercapai (183, RPJMN 2020-2024), menurut pelaporan rutin"
    assert judgement.verdict(Status.NOT_DISTINGUISHABLE, 2024, qualified=False) == (
        "Tidak dapat dibedakan dari target 2024"
    )


@pytest.mark.parametrize(
    ("share", "said"), [(0.0, "kurang dari 1 %"), (0.014, ": 1 %"), (0.876, ": 88 %"), (1.0, "lebih dari 99 %")]
)
def test_a_probability_is_never_said_to_be_nothing_or_certain(share: float, said: str) -> None:
    assert judgement.probability(share, 2024).endswith(f"{said}.")


def test_every_status_has_its_own_words_and_its_own_sign() -> None:
    assert set(judgement.STATUS) == set(judgement.STATUS_ICON) == set(Status)
    assert len(set(judgement.STATUS.values())) == len(set(judgement.STATUS_ICON.values())) == len(Status)


def test_every_basis_measure_and_mode_has_words() -> None:
    assert set(judgement.BASIS) == set(Basis)
    assert set(judgement.MEASURE) == set(Measure)
    assert set(judgement.MODE) == set(Mode)
    assert judgement.BASIS[Basis.SAMPLE] == judgement.SAMPLE_MARK == "DATA CONTOH"


def test_missing_zero_and_suppressed_are_written_apart() -> None:
    written = [
        judgement.NOT_SENT,
        judgement.NO_DENOMINATOR,
        judgement.SUPPRESSED,
        judgement.NOT_AT_THIS_LEVEL,
        judgement.value(None, 0),
        judgement.value(0, 0),
    ]
    assert len(set(written)) == len(written)


def test_a_source_line_ends_with_the_versions_of_data_and_rules() -> None:
    said = judgement.source_line("PWS KIA", Basis.SAMPLE, 3, rule="2", moment="12 November 2026 pukul 14.05 WIB")
    assert said == "Sumber: PWS KIA · DATA CONTOH · versi data 3, 12 November 2026 pukul 14.05 WIB · aturan penilaian 2"
    assert judgement.source_line("PWS KIA", None, 3, rule="2") == "Sumber: PWS KIA · versi data 3 · aturan penilaian 2"


def test_at_most_four_areas_are_named_and_the_rest_counted() -> None:
    areas = [f"K{number}" for number in range(1, 7)]
    said = attention.areas_incomplete("BBLR", areas, Period.year(2024))
    assert "K4 dan 2 kecamatan lain belum dibandingkan" in said
    assert "K5" not in said
    assert "kecamatan lain" not in attention.areas_incomplete("K1", areas[:1], Period.year(2024))


def test_missing_reports_and_results_say_what_and_how_to_mend_it() -> None:
    assert attention.reports_missing("Kelahiran", Period.month(2026, 10), 4, 45) == (
        "4 dari 45 puskesmas belum mengirim Kelahiran untuk Oktober 2026."
    )
    assert "halaman Unggah" in attention.result_missing("Inovasi IGA", Period.year(2025), 50)
    assert cards.missing_result(2025) == "Hasil IGA 2025 belum dimasukkan"


def test_half_a_year_is_compared_with_half_the_way() -> None:
    assert "50,0 %" in cards.expected_share(6)
    assert "83,3 %" in cards.expected_share(10)


def test_a_broken_warehouse_names_the_command_that_restores_it() -> None:
    assert "`python -m indicators restore`" in warehouse.CANNOT_READ
