"""Riwayat beyond undo: one submission by its address, pages of the list, the second person, rule and locks."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState

from indicators import access, warehouse
from indicators.vocabulary import Period
from indicators.warehouse import Accepted
from indicators.wording import history as say
from indicators.wording import warehouse as warehouse_words

Visit = Callable[..., Any]
FileOf = Callable[..., Any]
SignIn = Callable[..., access.Account]

UNIT = ("51.01.P07", "2026-09")


def births(file_of: FileOf, value: float, **fields: Any) -> Any:
    sent = file_of("births", {UNIT: {"live_births": value}}, by="Budi", reason="perbaikan")
    return replace(sent, account="budi", **fields)


def visible() -> list[float]:
    frame = warehouse.current().read(
        "unit_values", dataset="births", kabupaten="51.01", start="2026-09-01", end="2026-09-30"
    )
    return [float(value) for value in frame["value"]]


def forge(seen: Any, button: Any) -> None:
    """A message that says this button was pressed, from a page that does not show it."""
    states = seen.at._tree.get_widget_states()
    states.widgets.append(WidgetState(id=button.proto.id, trigger_value=True))
    seen.at._run(states)


def button(seen: Any, label: str) -> Any:
    [found] = [b for b in seen.at.button if b.label == label]
    return found


@pytest.fixture
def waiting(empty_warehouse: Path, file_of: FileOf) -> str:
    """Twenty births are published; Budi has sent 31, which wait for a second person."""
    warehouse.publish(births(file_of, 20))
    warehouse.set_two_person_rule("51.01", True, by="Admin", reason="kesepakatan rakor")
    return warehouse.publish(births(file_of, 31)).submission


def test_an_address_opens_one_submission_with_everything_that_is_kept_of_it(
    visit: Visit, sign_in: SignIn, empty_warehouse: Path, file_of: FileOf
) -> None:
    sign_in("uploader", kabupaten="51.01")
    content = b"kode_puskesmas;lahir_hidup\r\n51.01.P07;31\r\n"
    warehouse.publish(births(file_of, 20))
    sent = warehouse.publish(
        births(
            file_of,
            31,
            file=content,
            checksum=hashlib.sha256(content).hexdigest(),
            accepted=(Accepted("range", "Jauh di atas biasanya.", "Memang banyak.", (2,)),),
        )
    )
    warehouse.undo(sent.submission, by="Siti", reason="salah bulan")
    seen = visit("history", kabupaten="51.01", kiriman=sent.submission)
    assert seen.failed == []
    assert seen.address["kiriman"] == sent.submission
    for words in (
        hashlib.sha256(content).hexdigest(),
        "Jauh di atas biasanya.",
        "Memang banyak.",
        "salah bulan",
        "0 angka ditambah, 1 diubah, 0 dihapus, 0 tetap.",
        "20 31 diubah",
        say.UNDONE,
        say.EFFECT_REDO,
    ):
        assert words in " ".join(seen.text.split())
    assert {say.DOWNLOAD_FILE, say.DOWNLOAD_RECEIPT, say.DOWNLOAD_DIFFERENCE} <= {
        element.proto.label for element in seen.at.get("download_button")
    }
    seen.press(say.BACK)
    assert "kiriman" not in seen.address
    assert say.CHOOSE in seen.text


def test_a_submission_of_other_units_or_none_at_all_is_not_found(
    visit: Visit, sign_in: SignIn, empty_warehouse: Path, file_of: FileOf
) -> None:
    sent = warehouse.publish(births(file_of, 20))
    sign_in("uploader", kabupaten="51.01", facilities=("51.01.P01",))
    for wanted in (sent.submission, "0123456789ab", "<script>"):
        seen = visit("history", kabupaten="51.01", kiriman=wanted)
        assert seen.failed == []
        assert warehouse_words.UNKNOWN_SUBMISSION in seen.text
        assert "kiriman" not in seen.address
        assert not seen.at.get("download_button")


def test_the_list_is_paged_newest_first_and_narrowed_by_state_and_person(
    visit: Visit, sign_in: SignIn, empty_warehouse: Path, file_of: FileOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign_in("uploader", kabupaten="51.01")
    monkeypatch.setattr("indicators.screens.history.PAGE_ROWS", 2)
    for value, by in ((20, "Budi"), (21, "Siti"), (22, "Siti")):
        warehouse.publish(replace(births(file_of, value), by=by, reason=f"kiriman ke-{value}"))
    seen = visit("history", kabupaten="51.01")
    assert say.page(1, 2, 3) in seen.text
    assert seen.text.index("ke-22") < seen.text.index("ke-21")
    assert "ke-20" not in seen.text
    seen.choose("history_page", 2)
    assert "ke-20" in seen.text
    seen.choose("history_who", "Siti")
    assert "ke-20" not in seen.text
    seen.choose("history_state", "active")
    assert "ke-22" in seen.text
    assert "ke-21" not in seen.text


def test_a_second_person_approves_what_then_counts(visit: Visit, sign_in: SignIn, waiting: str) -> None:
    sign_in("verifier", kabupaten="51.01", name="Vera")
    seen = visit("summary", kabupaten="51.01")
    seen.press(say.waiting_notice(1))
    seen = visit("history", kabupaten="51.01", bagian=say.VERIFY)
    assert seen.failed == []
    table = " ".join(seen.text.split())
    assert "0 angka ditambah, 1 diubah, 0 dihapus, 0 tetap." in table
    assert "20 31 diubah" in table
    assert visible() == [20]
    seen.press(say.APPROVE)
    assert seen.failed == []
    assert say.APPROVED in seen.text
    assert say.NOTHING_WAITS in seen.text
    assert visible() == [31]
    row = next(warehouse.current().rows("submission_history", kabupaten="51.01"))
    assert (row.decided_by, row.state) == ("Vera", "active")


def test_a_rejection_wants_a_reason_without_personal_data(visit: Visit, sign_in: SignIn, waiting: str) -> None:
    sign_in("verifier", kabupaten="51.01", name="Vera")
    seen = visit("history", kabupaten="51.01", bagian=say.VERIFY)
    seen.press(say.REJECT)
    assert warehouse_words.REASON_WANTED in seen.text
    reason = seen.at.text_input(f"verification_reason_{waiting}")
    reason.input("NIK 3510991002249001").run()
    seen.press(say.REJECT)
    assert len(seen.at.error) == 1
    seen.at.text_input(f"verification_reason_{waiting}").input("bulan keliru").run()
    seen.press(say.REJECT)
    assert say.REJECTED_DONE in seen.text
    assert visible() == [20]
    seen = visit("history", kabupaten="51.01", kiriman=waiting)
    assert "bulan keliru" in seen.text
    assert say.UNDO not in [b.label for b in seen.at.button]


def test_who_sent_it_is_told_to_ask_another(visit: Visit, sign_in: SignIn, waiting: str) -> None:
    sign_in("verifier", kabupaten="51.01", name="Budi")
    seen = visit("history", kabupaten="51.01", bagian=say.VERIFY)
    assert warehouse_words.SAME_PERSON in seen.text
    assert not {say.APPROVE, say.REJECT} & {b.label for b in seen.at.button}


def test_what_was_approved_is_what_was_seen(visit: Visit, sign_in: SignIn, waiting: str, file_of: FileOf) -> None:
    sign_in("verifier", kabupaten="51.01", name="Vera")
    seen = visit("history", kabupaten="51.01", bagian=say.VERIFY)
    other = warehouse.publish(births(file_of, 25))
    warehouse.verify(other.submission, by="Dewi")
    seen.press(say.APPROVE)
    assert warehouse_words.STALE in seen.text
    assert visible() == [25]
    assert "25 31 diubah" in " ".join(seen.text.split())
    seen.press(say.APPROVE)
    assert visible() == [31]


@pytest.mark.parametrize("role", ["uploader", "viewer", "secretary"])
def test_who_may_not_verify_neither_sees_what_waits_nor_decides_by_a_forged_click(
    role: str, visit: Visit, sign_in: SignIn, waiting: str
) -> None:
    sign_in("verifier", kabupaten="51.01", name="Vera")
    approve = button(visit("history", kabupaten="51.01", bagian=say.VERIFY), say.APPROVE)
    sign_in(role, kabupaten="51.01", name="Lia")
    seen = visit("history", kabupaten="51.01", bagian=say.VERIFY)
    assert seen.failed == []
    assert say.VERIFY_LEAD not in seen.text
    assert say.waiting_notice(1) not in seen.text
    forge(seen, approve)
    assert visible() == [20]


def test_an_admin_switches_the_rule_and_locks_and_reopens_months_with_a_reason(
    visit: Visit, sign_in: SignIn, empty_warehouse: Path, file_of: FileOf
) -> None:
    warehouse.publish(births(file_of, 20))
    sign_in("admin", kabupaten="51.01")
    seen = visit("history", kabupaten="51.01", bagian=say.RULES)
    seen.press(say.RULE_START)
    assert say.REASON_MISSING in seen.text
    seen.at.text_input("rule_reason").input("kesepakatan rakor").run()
    seen.press(say.RULE_START)
    assert say.RULE_ON in seen.text
    assert warehouse.publish(births(file_of, 31)).waiting

    seen.choose("lock_first", "2026-08").choose("lock_last", "2026-09")
    seen.at.text_input("lock_reason").input("sudah dibahas").run()
    seen.press(say.LOCK)
    assert seen.failed == []
    assert "Agustus–September 2026" in seen.text
    [row] = warehouse.current().rows("locked_periods", kabupaten="51.01")
    assert (str(row.period_start.date()), str(row.period_end.date())) == ("2026-08-01", "2026-09-30")

    seen.at.multiselect("reopen_months").set_value(["2026-09"]).run()
    seen.at.text_input("reopen_reason").input("ada laporan susulan").run()
    button(seen, say.REOPEN).click().run()
    assert say.REOPEN_DONE in seen.text
    [row] = warehouse.current().rows("locked_periods", kabupaten="51.01")
    assert str(row.period_end.date()) == "2026-08-31"


@pytest.mark.parametrize("role", ["uploader", "verifier", "viewer"])
def test_others_see_rule_and_locks_and_change_nothing_by_a_forged_click(
    role: str, visit: Visit, sign_in: SignIn, empty_warehouse: Path, file_of: FileOf
) -> None:
    warehouse.publish(births(file_of, 20))
    warehouse.lock_periods("51.01", [Period.parse("2026-09")], by="Admin", reason="sudah dibahas")
    sign_in("admin")
    lock = button(visit("history", kabupaten="51.01", bagian=say.RULES), say.LOCK)
    sign_in(role, kabupaten="51.01", name="Lia")
    seen = visit("history", kabupaten="51.01", bagian=say.RULES)
    assert ("sudah dibahas" in seen.text) is (role != "viewer")
    assert not {say.LOCK, say.RULE_START} & {b.label for b in seen.at.button}
    before = warehouse.current_version()
    forge(seen, lock)
    assert warehouse.current_version() == before
