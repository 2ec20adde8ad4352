"""A register becomes counts: worked by hand, and whatever the order of its lines."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indicators.vocabulary import Period

KABAT, LICIN = "35.10.P10 2026-08", "35.10.P21 2026-08"
IN_LICIN = {"Kec": "LICIN", "Pukesmas": "LICIN"}
GIRL = {"JK": "P"}
BABY = {"Usia Saat Ukur": "0 Tahun - 8 Bulan - 1 Hari"}


@pytest.fixture
def take(send, register):
    return lambda rows, **given: send(register(rows), "nutrition", **given)


def told(received, rule: str) -> list[str]:
    return [p.message for p in received.problems if p.rule == rule]


def test_counts_worked_by_hand(take, counted):
    received = take(
        [
            {"ZS TB/U": "-2.01", "ZS BB/U": "-2.5", "ZS BB/TB": "-1"},  # boy, 30 months: stunted, underweight
            {"ZS TB/U": "-2.00", "ZS BB/U": "-2", "ZS BB/TB": "-2"},  # exactly on the cut-off: none of them
            {**GIRL, **BABY, "ZS TB/U": "-3.4", "ZS BB/U": "-3,1", "ZS BB/TB": "-2,4"},  # all three
            {**GIRL, "ZS TB/U": "1.2", "ZS BB/U": "0", "ZS BB/TB": "-2.1"},  # wasted
            {**BABY, **IN_LICIN},  # nothing low
        ]
    )
    assert counted(received) == {
        KABAT: {
            "children_weighed": 4,
            "children_measured": 4,
            "children_measured_male": 2,
            "children_measured_female": 2,
            "children_measured_0_23_months": 1,
            "children_measured_24_59_months": 3,
            "children_stunted": 2,
            "children_stunted_male": 1,
            "children_stunted_female": 1,
            "children_stunted_0_23_months": 1,
            "children_stunted_24_59_months": 1,
            "children_wasted": 2,
            "children_wasted_female": 2,
            "children_wasted_0_23_months": 1,
            "children_wasted_24_59_months": 1,
            "children_underweight": 2,
            "children_underweight_male": 1,
            "children_underweight_female": 1,
            "children_underweight_0_23_months": 1,
            "children_underweight_24_59_months": 1,
        },
        LICIN: {
            "children_weighed": 1,
            "children_measured": 1,
            "children_measured_male": 1,
            "children_measured_0_23_months": 1,
        },
    }


def test_zero_is_written_for_every_counted_element_of_every_puskesmas_and_month(take):
    submission = take([{}, {**IN_LICIN, "Tanggal Pengukuran": "01/09/2026"}]).submission
    assert [f"{unit} {period}" for unit, period in submission.scope] == ["35.10.P10 2026-08", "35.10.P21 2026-09"]
    sizes = submission.observations.groupby(["facility", "period_start"]).size()
    assert sizes.tolist() == [21, 21], "all of nutrition but the sasaran and the new cases"
    assert set(submission.observations["area"]) == {"35.10.14", "35.10.24"}


def test_counts_are_held_against_the_past_the_target_and_the_other_units_as_any_files_are(take):
    """24 months of 60 lie at 2 * sqrt(60.375) = 15.54 on the scale of Anscombe: (11.04 / 2)^2 - 0.375 is 30.1."""
    months = [Period.month(2024 + n // 12, n % 12 + 1) for n in range(7, 31)]
    known = pd.DataFrame(
        {
            "unit": "35.10.P10",
            "element": "children_measured",
            "period_start": [m.start for m in months],
            "period_end": [m.end for m in months],
            "value": 60.0,
        }
    )
    received = take([{"Nama": "Marka Rahasia"}] * 3, known=known)
    [problem] = [p for p in received.problems if p.rule == "far_from_past"]
    assert problem.message.startswith("Balita diukur tinggi badannya di Puskesmas Kabat pada Agustus 2026 berjumlah 3")
    assert (problem.row, problem.column, problem.unit) == (None, None, "Puskesmas Kabat")
    assert received.submission.unanswered == ("far_from_past",)


def test_only_counts_leave_the_register(take):
    received = take([{"Nama": "Marka Rahasia", "Alamat": "Jalan Marka"}])
    assert received.submission.file is None
    assert len(received.submission.checksum) == 64
    assert "Marka" not in repr(received)
    assert "3510991002249001" not in repr(received)
    assert received.understood.rows == 1


def test_implausible_scores_are_left_out_of_numerator_and_denominator_and_said(take, counted):
    received = take(
        [
            {"ZS TB/U": "-6.01"},
            {"ZS TB/U": "-6.00"},
            {"ZS TB/U": "6.1"},
            {"ZS BB/U": "5.01"},
            {"ZS BB/U": "5"},
            {"ZS BB/TB": "-5.2", "ZS TB/U": "-3"},
        ]
    )
    counts = counted(received)[KABAT]
    assert (counts["children_measured"], counts["children_stunted"]) == (4, 2)
    assert (counts["children_weighed"], counts.get("children_underweight", 0)) == (5, 0)
    assert "children_wasted" not in counts
    sentences = told(received, "implausible_score")
    assert [s.partition(";")[0] for s in sentences] == [
        "ZS TB/U di luar batas wajar WHO (-6 sampai 6) pada 2 baris (2, 4)",
        "ZS BB/U di luar batas wajar WHO (-6 sampai 5) pada 1 baris (5)",
        "ZS BB/TB di luar batas wajar WHO (-5 sampai 5) pada 1 baris (7)",
    ]
    assert "balita diukur tinggi badannya atau balita stunting" in sentences[0]


def test_a_wasted_child_counts_only_where_it_is_measured_too(take, counted):
    counts = counted(take([{"ZS TB/U": "-7", "ZS BB/TB": "-3"}, {}]))[KABAT]
    assert counts["children_measured"] == 1
    assert "children_wasted" not in counts


def test_a_category_that_says_otherwise_is_reported_and_the_score_decides(take, counted):
    received = take([{"TB/U": "Normal", "ZS TB/U": "-2.5"}, {"TB/U": "Pendek", "ZS TB/U": "-1.5"}, {"TB/U": "Pendek"}])
    assert counted(received)[KABAT]["children_stunted"] == 1
    assert "(2-4)" in told(received, "recorded_category")[0]


def test_a_child_seen_in_two_puskesmas_counts_where_it_was_last_and_both_are_in_scope(take, counted):
    received = take(
        [
            {"NIK": "#1", "Tanggal Pengukuran": "20/08/2026"},
            {"NIK": "#1", **IN_LICIN, "Tanggal Pengukuran": "02/08/2026"},
        ]
    )
    counts = counted(received)
    assert counts[KABAT]["children_measured"] == 1
    assert counts[LICIN] == {}


def test_a_line_without_any_score_gives_way_to_a_measurement(take, counted):
    unmeasured = {"ZS TB/U": "", "ZS BB/U": "", "ZS BB/TB": ""}
    received = take(
        [{"NIK": "#1", "ZS TB/U": "-3"}, {"NIK": "#1", **unmeasured, "Tanggal Pengukuran": "30/08/2026"}, unmeasured]
    )
    assert counted(received)[KABAT]["children_measured"] == 1
    assert "(4)" in told(received, "score_missing")[0]


def test_one_nik_for_different_children_is_reported(take):
    received = take([{"NIK": "#1"}, {"NIK": "#1", "JK": "P", "Tanggal Pengukuran": "20/08/2026"}])
    assert any(
        "tanggal lahir atau jenis kelamin yang berbeda pada 2 baris (2-3)" in s for s in told(received, "child_number")
    )


def test_equal_lines_that_name_nobody_are_two_children(take, counted):
    nobody = {"NIK": "", "Nama": ""}
    assert counted(take([nobody, nobody]))[KABAT]["children_measured"] == 2


def test_days_that_are_not_there_not_read_or_not_yet_are_each_reported(take, counted):
    received = take([{}, *({"Tanggal Pengukuran": day} for day in ("NULL", "12/13/2026", "13/11/2026"))])
    assert counted(received)[KABAT]["children_measured"] == 1
    assert [s[s.find("(") : s.find(")") + 1] for s in told(received, "measured_on")] == ["(3)", "(4)", "(5)"]


def test_a_month_under_way_is_said(take):
    assert told(take([{"Tanggal Pengukuran": "03/11/2026"}]), "month_not_over")


def test_lines_of_another_kabupaten_block(take):
    received = take([{}, {"Kab/Kota": "JEMBRANA"}])
    assert received.is_blocked
    assert "1 baris (3) bukan dari Kabupaten Banyuwangi" in told(received, "dataset")[0]


def test_an_unknown_puskesmas_blocks_and_is_not_quoted_and_a_misspelt_one_is_asked(take):
    received = take([{"Pukesmas": "Budi Santoso"}, {"Pukesmas": "Budi Santoso"}])
    assert received.is_blocked
    assert "Budi" not in repr(received)
    assert "2 baris (2-3)" in told(received, "unit")[0]
    asked = take([{"Pukesmas": "SONGON"}])
    assert [q.id for q in asked.questions] == ["puskesmas/songon"]


def test_a_missing_column_is_named(send, register):
    content = register([{}]).replace(b"Tanggal Pengukuran", b"Tgl")
    received = send(content, "nutrition")
    assert [p.message for p in received.problems] == [
        'Berkas ini dikenali sebagai Register e-PPGBM, tetapi kolom "Tanggal Pengukuran" tidak ada.'
    ]


def test_without_scores_of_weight_nothing_is_said_about_weight(send, register):
    content = register([{}, {}]).replace(b";BB/U;ZS BB/U;", b";x;y;")
    submission = send(content, "nutrition").submission
    assert not [e for e in set(submission.observations["element"]) if "weigh" in e]


def test_a_list_of_low_children_only_is_doubted(take):
    assert not told(take([{"ZS TB/U": "-3"}] * 4), "dataset")
    assert "Semua 5 anak" in told(take([{"ZS TB/U": "-3"}] * 5), "dataset")[0]


def test_a_register_of_persons_stays_refused_where_another_dataset_is_chosen(send, register):
    received = send(register([{}]), "births")
    assert received.submission is None
    assert {p.rule for p in received.problems} == {"personal_data"}


# What the register does not count


def stored(**values: float) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {"unit": "35.10.P10", "element": e, "period_start": pd.Timestamp("2026-08-01"), "value": v}
            for e, v in values.items()
        ]
    )


def test_stored_values_that_the_register_does_not_count_are_kept_and_said(take, counted):
    received = take([{}], known=stored(children_target=900, new_stunting_cases=4, children_measured=700))
    counts = counted(received)[KABAT]
    assert (counts["children_target"], counts["new_stunting_cases"], counts["children_measured"]) == (900, 4, 1)
    (sentence,) = told(received, "carried_over")
    assert sentence == (
        "Sasaran balita (S) dan Kasus stunting baru tidak dihitung dari register; angka yang sudah tersimpan untuk 1 "
        "puskesmas-bulan dipertahankan."
    )


def test_what_is_not_stored_stays_blank_and_is_said(take):
    received = take([{}], known=stored(children_target=900))
    assert "new_stunting_cases" not in set(received.submission.observations["element"])
    assert [s.partition(" tidak")[0] for s in told(received, "carried_over")] == [
        "Sasaran balita (S)",
        "Kasus stunting baru",
    ]


def test_more_children_than_the_stored_sasaran_is_a_warning(take):
    received = take([{}, {}], known=stored(children_target=1))
    assert told(received, "at_most") == [
        "Puskesmas Kabat, Agustus 2026: balita ditimbang (D) 2 melebihi sasaran balita (S) tersimpan 1.",
        "Puskesmas Kabat, Agustus 2026: balita diukur tinggi badannya 2 melebihi sasaran balita (S) tersimpan 1.",
    ]


# New cases


JULY, AUGUST = {"Tanggal Pengukuran": "10/07/2026"}, {"Tanggal Pengukuran": "12/08/2026"}
LOW, NOT_LOW = {"ZS TB/U": "-2.5"}, {"ZS TB/U": "-1.5"}


def test_new_cases_are_derived_from_two_months_of_one_file(take, counted):
    received = take(
        [
            {"NIK": "#1", **JULY, **NOT_LOW},
            {"NIK": "#1", **AUGUST, **LOW},  # new
            {"NIK": "#2", **JULY, **LOW},
            {"NIK": "#2", **AUGUST, **LOW},  # already in July
            {"NIK": "#3", **AUGUST, **NOT_LOW},
        ],
        known=stored(new_stunting_cases=9),
    )
    counts = counted(received)
    assert counts[KABAT]["new_stunting_cases"] == 1
    assert "new_stunting_cases" not in counts["35.10.P10 2026-07"], "June is not in the file"
    assert told(received, "new_cases")


def test_new_cases_stay_as_reported_where_one_child_cannot_be_followed(take, counted):
    received = take(
        [{"NIK": "#1", **JULY, **NOT_LOW}, {"NIK": "#1", **AUGUST, **LOW}, {"NIK": "#2", **AUGUST, **LOW}],
        known=stored(new_stunting_cases=9),
    )
    assert counted(received)[KABAT]["new_stunting_cases"] == 9
    assert not told(received, "new_cases")


# Whatever the order

SCORES = st.sampled_from(["", "-7", "-3.1", "-2.01", "-2", "-1,2", "0.4", "NULL"])
CHILDREN = st.fixed_dictionaries(
    {
        "NIK": st.sampled_from(["#1", "#2", "#3", "TEMP1", ""]),
        "JK": st.sampled_from(["L", "P", ""]),
        "Pukesmas": st.sampled_from(["KABAT", "LICIN"]),
        "ZS TB/U": SCORES,
        "ZS BB/U": SCORES,
        "ZS BB/TB": SCORES,
    }
)


@given(rows=st.lists(CHILDREN, min_size=1, max_size=12), order=st.randoms(), again=st.integers(0, 11))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_neither_the_order_nor_a_repeated_line_changes_a_count(take, rows, order, again):
    """One child has at most one measurement a day here: of two on one day, the one written last counts."""
    written = [
        row | {"Tanggal Pengukuran": f"{day:02d}/08/2026", "Nama": f"Anak {day}"}
        for day, row in enumerate(rows, start=1)
    ]
    mixed = [*written, written[again % len(written)]]
    order.shuffle(mixed)
    first, second = (take(each).submission for each in (written, mixed))
    pd.testing.assert_frame_equal(first.observations, second.observations)
    assert first.scope == second.scope
