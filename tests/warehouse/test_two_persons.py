"""The two-person rule: what is sent is invisible until another person verifies it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from indicators import warehouse
from indicators.vocabulary import Mode
from indicators.warehouse import RefusedError, SamePersonError, StaleError, Submission, events, tables

FileOf = Callable[..., Submission]

MENDOYO_1, MENDOYO_2 = "51.01.P07", "51.01.P08"


def births(file_of: FileOf, value: float, *, facility: str = MENDOYO_1, **fields: object) -> Submission:
    sent = file_of("births", {(facility, "2025-01"): {"live_births": value}})
    return replace(sent, **{"by": "Ana", "account": "ana", **fields})


def visible(snapshot: warehouse.Snapshot | None = None, *, facility: str = MENDOYO_1) -> list[float]:
    frame = (snapshot or warehouse.current()).read(
        "unit_values", dataset="births", kabupaten=facility[:5], start=date(2025, 1, 1), end=date(2025, 1, 31)
    )
    return [float(value) for value in frame.loc[frame["unit"] == facility, "value"]]


def waiting() -> list[str]:
    return list(warehouse.current().read("waiting_submissions", kabupaten="51.01")["submission"])


@pytest.fixture
def two_persons(empty_warehouse: Path, file_of: FileOf) -> Path:
    """Twenty births are published in Jembrana; from now on a second person verifies."""
    warehouse.publish(births(file_of, 20))
    warehouse.set_two_person_rule("51.01", True, by="Admin", reason="kesepakatan rakor")
    return empty_warehouse


def test_what_is_sent_waits_until_another_person_verifies_it(two_persons: Path, file_of: FileOf) -> None:
    receipt = warehouse.publish(births(file_of, 21))
    assert receipt.waiting
    assert visible() == [20]
    assert waiting() == [receipt.submission]
    verified = warehouse.verify(receipt.submission, by="Budi", account="budi")
    assert not verified.waiting
    assert visible() == [21]
    assert waiting() == []


def test_without_the_rule_one_person_is_enough(two_persons: Path, file_of: FileOf) -> None:
    assert not warehouse.publish(births(file_of, 9, facility="63.11.P01")).waiting
    assert visible(facility="63.11.P01") == [9]


def test_the_rule_holds_in_practice_and_official_mode(two_persons: Path, file_of: FileOf) -> None:
    assert warehouse.publish(births(file_of, 21, mode=Mode.SAMPLE)).waiting
    assert warehouse.publish(births(file_of, 21, mode=Mode.OFFICIAL)).waiting


@pytest.mark.parametrize(
    ("by", "account"),
    [("Orang Lain", "ANA"), ("Ana", "ana "), ("ANA", ""), (" ana", "")],
)
def test_who_sent_it_cannot_verify_it(two_persons: Path, file_of: FileOf, by: str, account: str) -> None:
    receipt = warehouse.publish(births(file_of, 21))
    with pytest.raises(SamePersonError, match="orang lain"):
        warehouse.verify(receipt.submission, by=by, account=account)
    assert waiting() == [receipt.submission]


def test_two_people_of_the_same_name_are_told_apart_by_their_accounts(two_persons: Path, file_of: FileOf) -> None:
    receipt = warehouse.publish(births(file_of, 21))
    warehouse.verify(receipt.submission, by="Ana", account="ana2")
    assert visible() == [21]


def test_the_preview_of_a_verification_shows_what_it_does(two_persons: Path, file_of: FileOf) -> None:
    receipt = warehouse.publish(births(file_of, 21))
    meanwhile = warehouse.publish(births(file_of, 22))
    warehouse.verify(meanwhile.submission, by="Budi")
    assert visible(warehouse.current().with_verified(receipt.submission)) == [21]
    warehouse.verify(receipt.submission, by="Budi")
    assert visible() == [21]


def test_a_verification_goes_stale_when_its_dataset_changes(two_persons: Path, file_of: FileOf) -> None:
    first, second = (warehouse.publish(births(file_of, value)) for value in (21, 22))
    seen = warehouse.current_version()
    warehouse.verify(first.submission, by="Budi", expected_version=seen)
    with pytest.raises(StaleError, match="diubah orang lain"):
        warehouse.verify(second.submission, by="Budi", expected_version=seen)
    assert visible() == [21]


def test_what_waits_makes_no_preview_stale(two_persons: Path, file_of: FileOf) -> None:
    seen = warehouse.current_version()
    warehouse.publish(births(file_of, 21))
    warehouse.publish(births(file_of, 22), expected_version=seen)
    assert len(waiting()) == 2


def test_a_rejected_submission_stays_invisible_and_keeps_the_reason(two_persons: Path, file_of: FileOf) -> None:
    receipt = warehouse.publish(births(file_of, 21))
    warehouse.reject(receipt.submission, by="Budi", reason="bulan keliru")
    assert visible() == [20]
    assert waiting() == []
    row = next(warehouse.current().rows("submission_history", kabupaten="51.01"))
    assert (row.state, row.decided_by, row.decision_reason) == ("rejected", "Budi", "bulan keliru")
    for act in (warehouse.undo, warehouse.redo, warehouse.verify):
        with pytest.raises(StaleError, match="sudah ditolak"):
            act(receipt.submission, by="Budi")


def test_a_rejection_wants_a_reason(two_persons: Path, file_of: FileOf) -> None:
    receipt = warehouse.publish(births(file_of, 21))
    with pytest.raises(RefusedError, match="alasan"):
        warehouse.reject(receipt.submission, by="Budi", reason=" ")
    assert waiting() == [receipt.submission]


def test_what_waits_can_be_withdrawn_and_sent_again(two_persons: Path, file_of: FileOf) -> None:
    receipt = warehouse.publish(births(file_of, 21))
    warehouse.undo(receipt.submission, by="Ana")
    assert waiting() == []
    with pytest.raises(StaleError, match="sudah dibatalkan"):
        warehouse.verify(receipt.submission, by="Budi")
    warehouse.redo(receipt.submission, by="Ana")
    assert waiting() == [receipt.submission]
    assert visible() == [20]


def test_a_verified_submission_can_be_undone_and_redone(two_persons: Path, file_of: FileOf) -> None:
    receipt = warehouse.publish(births(file_of, 21))
    warehouse.verify(receipt.submission, by="Budi")
    warehouse.undo(receipt.submission, by="Ana")
    assert visible() == [20]
    warehouse.redo(receipt.submission, by="Ana")
    assert visible() == [21]


def test_what_counts_already_needs_no_verification(two_persons: Path, file_of: FileOf) -> None:
    published = next(warehouse.current().rows("submission_history", kabupaten="51.01")).submission
    for act in (warehouse.verify, warehouse.reject):
        with pytest.raises(StaleError, match="sudah berlaku"):
            act(published, by="Budi", reason="cocok")
        with pytest.raises(StaleError, match="tidak ditemukan"):
            act("0123456789ab", by="Budi", reason="cocok")


def test_what_waits_goes_on_waiting_when_the_rule_ends(two_persons: Path, file_of: FileOf) -> None:
    receipt = warehouse.publish(births(file_of, 21))
    warehouse.set_two_person_rule("51.01", False, by="Admin", reason="pegawai kurang")
    assert waiting() == [receipt.submission]
    assert not warehouse.publish(births(file_of, 22)).waiting
    assert visible() == [22]


def test_the_rule_is_switched_with_a_reason_and_only_to_the_other(two_persons: Path) -> None:
    with pytest.raises(StaleError, match="sudah demikian"):
        warehouse.set_two_person_rule("51.01", True, by="Admin", reason="lagi")
    with pytest.raises(RefusedError, match="alasan"):
        warehouse.set_two_person_rule("51.01", False, by="Admin", reason="")
    assert warehouse.current().read("kabupaten_state", kabupaten="51.01")["two_persons"].item()


@pytest.mark.parametrize(
    "decisions", [[], ["verify"], ["reject"], ["undo"], ["verify", "undo"], ["verify", "undo", "redo"]]
)
def test_writers_and_readers_judge_the_standing_of_a_submission_alike(
    two_persons: Path, file_of: FileOf, decisions: list[str]
) -> None:
    receipt = warehouse.publish(births(file_of, 21))
    acts: dict[str, Callable[..., object]] = {
        "verify": warehouse.verify,
        "reject": warehouse.reject,
        "undo": warehouse.undo,
        "redo": warehouse.redo,
    }
    for decision in decisions:
        acts[decision](receipt.submission, by="Budi", reason="uji")
    row = next(warehouse.current().rows("submission_history", kabupaten="51.01"))
    assert row.submission == receipt.submission
    assert events.standing_of(events.all_events(), receipt.submission) == row.state


def test_a_restored_warehouse_keeps_what_waits_and_the_rule(two_persons: Path, file_of: FileOf) -> None:
    receipt = warehouse.publish(births(file_of, 21))
    for name in ("published", "innovations"):
        tables.append(name, tables.SCHEMAS[name].empty_table())
    assert warehouse.restore()[1:] == (2, 0)
    assert waiting() == [receipt.submission]
    assert warehouse.current().read("kabupaten_state", kabupaten="51.01")["two_persons"].item()
