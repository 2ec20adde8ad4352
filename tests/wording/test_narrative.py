"""Every state of every narrative template: a sentence claims a finding only where its test has found one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.vocabulary import Basis, Movement, Status
from indicators.wording import narrative as say
from tests.wording.test_language import english

FOUND = (Movement.FELL, Movement.ROSE)
NOT_FOUND = tuple(movement for movement in Movement if movement not in FOUND)
# Words that only a finding may use.
CLAIMS = re.compile(r"\b(turun|naik|menurun|meningkat|penurunan|kenaikan|membaik|memburuk|bermakna)\b", re.IGNORECASE)
CAUSES = re.compile(
    r"\b(karena program|berkat|akibat|disebabkan|menyebabkan|sehingga turun|sehingga naik)\b", re.IGNORECASE
)
YES_OR_NO = (False, True)
COUNTS = (0, 1, 3)
NAMES: tuple[tuple[str, ...], ...] = ((), ("K4",), ("K4", "IDL", "D/S"))


def headlines() -> Iterator[tuple[Movement, str]]:
    for movement, status, qualified, provisional in product(Movement, (*Status, None), YES_OR_NO, YES_OR_NO):
        yield (
            movement,
            say.headline(
                "AKI", "2023", movement, status, 2024 if status else None, qualified=qualified, provisional=provisional
            ),
        )


def changes() -> Iterator[tuple[Movement, str]]:
    for movement, least in product(Movement, ("", "baru dapat dikenali mulai 53 %")):
        yield movement, say.change(movement, "2023", "121,7", moved="turun 25 %", least=least)


def counts() -> Iterator[tuple[Movement, str]]:
    for movement in Movement:
        yield movement, say.counts_moved(movement)


def others() -> Iterator[str]:
    """Every state of the templates that speak of no movement."""
    for basis, behind, interval in product(Basis, ("", "28 kematian ibu"), ("", "selang 95 %: 80,9 sampai 175,9")):
        yield say.told(
            basis, [say.value("AKI", "2024", "121,7 per 100.000 KH", basis, counts=behind, interval=interval)]
        )
    for status, qualified, provisional in product(Status, YES_OR_NO, YES_OR_NO):
        yield say.standing("AKI", "2024", status, 2024, qualified=qualified, provisional=provisional)
    yield say.absent("AKI Kecamatan Glagah", "2024", "Penyebut belum ada")
    yield say.few(5)
    yield say.incomplete("41 dari 45 puskesmas")
    yield say.status("data belum cukup")
    yield say.awaited(2025, "paling sedikit 50")
    yield say.counted("kematian ibu", "2024", 28)
    yield say.counted("kematian ibu", "2024", 28, before="2023", events_before=0)
    for names in NAMES[1:]:
        yield say.most("sebab", "kematian ibu", "2024", names, 6, 20)
    for worse, better, within in product(NAMES, NAMES, COUNTS):
        yield say.beside_whole("Kecamatan Glagah", "2024", worse, better, len(worse) + len(better) + within)
    for few, incomplete in product(COUNTS, COUNTS):
        yield say.not_judged(few, incomplete)


def moved_indicators() -> Iterator[tuple[bool, str]]:
    for fell, rose, rest in product(NAMES, NAMES, COUNTS):
        yield bool(fell or rose), say.changed("2023", fell, rose, len(fell) + len(rose) + rest)


def every_sentence() -> list[str]:
    moved = [said for source in (headlines(), changes(), counts()) for _, said in source]
    return [said for said in [*moved, *others(), *(said for _, said in moved_indicators())] if said]


@pytest.mark.parametrize("said", sorted(set(every_sentence())))
def test_a_sentence_is_whole_and_indonesian(said: str) -> None:
    assert not re.search(r"\s\s|\s[.,;:)]|\(\s|\(\)|[{}]|\bNone\b|!|\.\.", said), said
    assert said.endswith(".")
    assert said[0].isupper()
    assert english(said) == set()
    assert not CAUSES.search(said)


@pytest.mark.parametrize(("movement", "said"), [*headlines(), *changes(), *counts()])
def test_only_a_finding_claims(movement: Movement, said: str) -> None:
    if movement in FOUND:
        assert CLAIMS.search(said)
        assert "belum dapat dibedakan dari kebetulan" not in said
    else:
        assert not CLAIMS.search(said)
    assert (movement in (Movement.SEEMS_LOWER, Movement.SEEMS_HIGHER)) == ("dapat dibedakan dari kebetulan" in said)


@pytest.mark.parametrize(("found", "said"), list(moved_indicators()))
def test_many_indicators_claim_only_where_one_of_them_moved(found: bool, said: str) -> None:
    assert bool(CLAIMS.search(said)) is found


words = st.text(alphabet=st.characters(categories=["L", "N"], include_characters=" -()/%,"), min_size=1, max_size=30)


@given(movement=st.sampled_from(NOT_FOUND), status=st.sampled_from([*Status, None]), subject=words, before=words)
def test_whatever_it_is_about_nothing_is_claimed_that_was_not_found(
    movement: Movement, status: Status | None, subject: str, before: str
) -> None:
    for said in (
        say.headline(subject, before, movement, status, 2024 if status else None),
        say.change(movement, before, "1", moved="turun 25 %"),
        say.counts_moved(movement),
    ):
        assert not CLAIMS.search(said.replace(subject, "").replace(before, ""))


@pytest.mark.parametrize("basis", list(Basis))
def test_every_kind_of_evidence_is_named_but_official_reports(basis: Basis) -> None:
    said = say.told(basis, [say.value("AKI", "2024", "121,7", basis)])
    named = {
        Basis.OFFICIAL: "AKI pada",
        Basis.PROVISIONAL: "Sementara: AKI",
        Basis.SAMPLE: "Contoh: AKI",
        Basis.SURVEY: "Menurut survei: AKI",
        Basis.PUBLISHED: "Menurut angka publikasi: AKI",
    }
    assert said.startswith(named[basis])
    assert ("diperkirakan" in said) is (basis is Basis.SURVEY)


def test_nothing_said_is_nothing_told() -> None:
    assert say.told(Basis.SAMPLE, ["", ""]) == ""


def test_after_the_colon_a_sentence_goes_on_in_small_letters_unless_it_begins_with_a_name() -> None:
    assert say.told(Basis.SAMPLE, ["Pada 2024 tercatat 28."]) == "Contoh: pada 2024 tercatat 28."
    assert say.told(Basis.SAMPLE, ["AKI tercatat sama."]) == "Contoh: AKI tercatat sama."


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (Status.MET, "target 2024 tercapai"),
        (Status.LIKELY_MET, "target 2024 condong tercapai"),
        (Status.NOT_DISTINGUISHABLE, "tidak dapat dibedakan dari target 2024"),
        (Status.LIKELY_NOT_MET, "target 2024 condong belum tercapai"),
        (Status.NOT_MET, "target 2024 belum tercapai"),
        (Status.NOT_ENOUGH_DATA, "data belum cukup untuk dinilai terhadap target 2024"),
    ],
)
def test_each_of_the_six_states_has_its_own_words(status: Status, said: str) -> None:
    sentence = say.headline("AKI", "2023", Movement.EQUAL, status, 2024)
    assert sentence == f"AKI tercatat sama dengan 2023; {said}."


def test_a_headline_of_a_routine_value_against_a_census_target_says_so_once() -> None:
    said = say.headline("AKI", "2023", Movement.SEEMS_LOWER, Status.LIKELY_MET, 2024, qualified=True)
    assert said == (
        "AKI tercatat lebih rendah daripada 2023, belum dapat dibedakan dari kebetulan; target 2024 condong tercapai, "
        "menurut pelaporan rutin."
    )
