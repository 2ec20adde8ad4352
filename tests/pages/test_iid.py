"""Jumlah dan mutu on the page Inovasi: what staff enter, and what a leader then reads."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from indicators.judgement.maturity import EVIDENCE
from indicators.wording import lists as say
from tests.pages.conftest import Reader


def enter(editor: Reader, dataset: str, **cells: str | int) -> None:
    """One new entry of a list by its form, published. editor: on that list."""
    for column, value in cells.items():
        key = f"{dataset}//{column}"
        kinds = (editor.at.text_input, editor.at.number_input, editor.at.selectbox)
        [widget] = [one for kind in kinds for one in kind if one.key == key]
        widget.set_value(value)
    editor.press("Periksa isian").press("Terbitkan")
    assert editor.failed == []


def test_what_staff_enter_becomes_a_warning_with_its_arithmetic(
    visit: Callable[..., Reader], sign_in: Callable[..., object], filled_warehouse: Path
) -> None:
    sign_in("innovation_editor", kabupaten="51.01")
    before = visit("innovation", kabupaten="51.01", bagian="mutu")
    assert "Angka IID semua urusan belum dimasukkan untuk tahun IGA mana pun." in before.said
    assert not before.figures
    entered = {"year": 2026, "innovations": 20, "score_sum": "1000,5", "guideline": "after_2023", "divisor": 10}
    enter(visit("registry", kabupaten="51.01", daftar="iid_years"), "iid_years", **entered)
    scores = visit("registry", kabupaten="51.01", daftar="iid_count_scores")
    enter(scores, "iid_count_scores", year=2026, least=0, score="1,5", document="Pedoman IID 2026, halaman 12")
    evidence = visit("registry", kabupaten="51.01", daftar=EVIDENCE)
    evidence.at.segmented_control(f"way/{EVIDENCE}").set_value(say.FORM).run()
    enter(evidence, EVIDENCE, innovation="51.01.I001", guideline="after_2023", number="14", stars=0)
    seen = visit("innovation", kabupaten="51.01", bagian="mutu")
    assert seen.failed == []
    assert "Bagian inovasi = 1.000,5 / 20 + 1,5 = 51,53" in seen.said
    assert "skor di bawah 50,0 menurunkan IID" in seen.said
    assert "latihan, bukan angka yang sebenarnya" in seen.said
    assert "JKJ Plus (bintang 1: 1 daerah lain)" in seen.said
    # Five points for the first region that copies it, spread over twenty.
    assert "+0,25" in seen.said
    chart = seen.figure("Pengaruh inovasi tambahan")
    assert [trace["name"].partition(" (")[0] for trace in chart.spec["data"]] == ["Skor 25,0", "Skor 50,0", "Skor 75,0"]
    weak = chart.trace("Skor 25,0")
    assert len(weak["y"]) == 20
    assert weak["y"][-1] < 0
