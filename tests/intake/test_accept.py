from __future__ import annotations

import pytest

from indicators import warehouse
from indicators.intake import FOR_ALL, accept, warnings_of

# 1,001 is above the plausible range in rows 2 and 3; the first row's kecamatan is another one.
TEXT = (
    "kode_puskesmas;kecamatan;tahun;bulan;lahir_hidup;lahir_mati;lain\n"
    "35.10.P01;Rogojampi;2026;8;1001;0;x\n35.10.P02;;2026;8;1001;0;\n"
)


def test_every_warning_needs_a_reason_and_a_notice_needs_none(send):
    received = send(TEXT)
    assert {rule: len(problems) for rule, problems in warnings_of(received).items()} == {"range": 2, "kecamatan": 1}
    assert set(received.submission.unanswered) == {"range", "kecamatan"}
    assert "column_unused" in {p.rule for p in received.problems}


def test_a_reason_of_its_own_stands_before_the_one_for_all(send):
    submission = accept(send(TEXT), {FOR_ALL: " sudah  diperiksa ", "range": "RSUD"})
    assert submission.unanswered == ()
    assert {(a.rule, a.reason) for a in submission.accepted} == {("range", "RSUD"), ("kecamatan", "sudah diperiksa")}


def test_rows_with_the_same_message_are_kept_together(send):
    [kept] = [a for a in accept(send(TEXT), {FOR_ALL: "benar"}).accepted if a.rule == "range"]
    assert kept.rows == (2, 3)


@pytest.mark.parametrize("reasons", [{}, {"range": "  "}, {FOR_ALL: ""}, {FOR_ALL: "ibu dengan NIK 3510014101900001"}])
def test_without_reasons_nothing_is_published(reasons, send, empty_warehouse):
    submission = accept(send(TEXT), reasons)
    assert set(submission.unanswered) == {"range", "kecamatan"}
    with pytest.raises(warehouse.UnansweredError):
        warehouse.publish(submission)
    assert warehouse.current_version() == -1


def test_a_file_without_warnings_needs_nothing(send):
    received = send("kode_puskesmas;tahun;bulan;lahir_hidup;lahir_mati\n35.10.P01;2026;8;31;0\n")
    assert accept(received, {}) == received.submission


def test_a_blocked_file_cannot_be_accepted(send):
    with pytest.raises(ValueError, match="no submission"):
        accept(send("x"), {FOR_ALL: "tetap"})
