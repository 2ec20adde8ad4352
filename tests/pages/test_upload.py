"""The upload page: good file, bad file, stale preview, publish, and the way back by one click."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from indicators import access, intake, warehouse
from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.vocabulary import Mode, Period
from indicators.wording import judgement
from indicators.wording import pages as page_words
from indicators.wording import problems as problem_words
from indicators.wording import sending as sending_words
from indicators.wording import upload as say
from indicators.wording import warehouse as warehouse_words

BAD_FILES = Path(__file__).resolve().parents[1] / "intake" / "bad"
BAD = yaml.safe_load((BAD_FILES / "expected.yaml").read_text(encoding="utf-8"))
JEMBRANA = "51.01"

# Puskesmas 51.01.P01 reported 34 live births and no stillbirth for October 2026, and eight other numbers.
HUNDRED_MORE = b"kode_puskesmas;tahun;bulan;lahir_hidup;lahir_mati\r\n51.01.P01;2026;10;134;0\r\n"

Visit = Callable[..., Any]


@pytest.fixture(autouse=True)
def ani(sign_in: Callable[..., Any]) -> Any:
    return sign_in("uploader", kabupaten="semua", name="Ani")


def send(seen: Any, content: bytes, name: str = "kelahiran.csv") -> Any:
    seen.at.file_uploader[0].set_value((name, content, "application/octet-stream")).run()
    return seen


def publish(seen: Any, *, why: str = "sudah dicocokkan") -> None:
    """Gives one reason for every warning, where there is any, and publishes."""
    for field in [field for field in seen.at.text_input if (field.key or "").startswith("reason-")][:1]:
        field.input(why).run()
    seen.press(say.PUBLISH)


def live_births(seen: Any) -> int:
    """The denominator under the first card of the summary, as written: `… dari 3.512 kelahiran hidup`."""
    [found] = set(re.findall(r"dari ([\d.]+) kelahiran hidup", seen.text))
    return int(found.replace(".", ""))


def test_a_file_is_previewed_published_seen_by_others_and_taken_back(visit: Visit, filled_warehouse: Path) -> None:
    leader = visit("summary", kabupaten=JEMBRANA)
    before = live_births(leader)

    staff = visit("upload", kabupaten=JEMBRANA, set_data="births")
    assert say.PUBLISH not in [button.label for button in staff.at.button]
    send(staff, HUNDRED_MORE)
    assert say.understood("kelahiran.csv", "Kelahiran", 1, 1, "Oktober 2026", "Oktober 2026") in staff.text
    assert say.counted_changes(added=0, changed=1, removed=8, unchanged=1) in staff.text
    assert say.removes(8) in staff.text
    assert f"{judgement.NOT_SENT}" not in staff.text
    assert warehouse.current_version() == 0, "a preview stores nothing"
    leader.at.run()
    assert live_births(leader) == before

    publish(staff)
    assert staff.failed == []
    assert say.RECEIPT in staff.text
    assert warehouse.current_version() == 1
    leader.at.run()
    assert live_births(leader) == before + 100
    assert "Versi data 1" in leader.text

    staff.press(say.UNDO)
    assert say.UNDONE.format(version=2) in staff.text
    leader.at.run()
    assert live_births(leader) == before
    assert "Versi data 2" in leader.text


def test_the_preview_names_every_changed_number_and_every_indicator_that_moves(
    visit: Visit, shared_warehouse: Path
) -> None:
    seen = send(visit("upload", kabupaten=JEMBRANA, set_data="births"), HUNDRED_MORE)
    rows = [re.sub(r"\s+", " ", row) for row in seen.text.splitlines()]
    assert any("Oktober 2026" in row and " 34 134 diubah" in row for row in rows)
    moved = re.findall(r"dari ([\d.]+) kelahiran hidup", seen.text)
    whole_year_before, whole_year_after = (int(text.replace(".", "")) for text in moved[:2])
    assert whole_year_after == whole_year_before + 100


def test_a_reason_that_names_a_person_is_refused_and_nothing_is_published(visit: Visit, shared_warehouse: Path) -> None:
    seen = send(visit("upload", kabupaten=JEMBRANA, set_data="births"), HUNDRED_MORE)
    seen.at.text_input("upload_reason").input("laporan Bidan Dewi").run()
    seen.press(say.PUBLISH)
    assert [error.value.partition(".")[0] for error in seen.at.error] == ["Teks ini memuat data pribadi: nama orang"]


def test_the_reason_and_the_person_are_kept(visit: Visit, filled_warehouse: Path) -> None:
    seen = send(visit("upload", kabupaten=JEMBRANA, set_data="births"), HUNDRED_MORE)
    seen.at.text_input("upload_reason").input("perbaikan").run()
    publish(seen)
    [row] = [
        row
        for row in warehouse.current().rows("submission_history", kabupaten=JEMBRANA)
        if row.published_by != warehouse_words.SEED_BY
    ]
    assert (row.published_by, row.reason, row.file_name) == ("Ani", "perbaikan", "kelahiran.csv")


def test_a_file_that_changes_nothing_cannot_be_published(visit: Visit, shared_warehouse: Path) -> None:
    dataset, here, october = catalogue().datasets["births"], all_kabupaten()[JEMBRANA], Period.month(2026, 10)
    now = warehouse.current().read(
        "unit_values", dataset="births", kabupaten=JEMBRANA, start=october.start, end=october.end
    )
    prefilled = intake.template(dataset, here, period=october, rows=now)
    seen = send(visit("upload", kabupaten=JEMBRANA, set_data="births"), prefilled)
    assert say.NOTHING_CHANGES in seen.text
    assert say.PUBLISH not in [button.label for button in seen.at.button]


@pytest.mark.parametrize("format_", ["csv", "xlsx"])
@pytest.mark.parametrize("dataset", [d.id for d in intake.receivable() if d.programme is None])
def test_the_empty_template_of_each_dataset_comes_back_with_what_to_do(
    dataset: str, format_: Any, visit: Visit, shared_warehouse: Path
) -> None:
    entry = catalogue().datasets[dataset]
    period = Period.month(2026, 10) if entry.period == "month" else Period.year(2026)
    content = intake.template(entry, all_kabupaten()[JEMBRANA], period=period, format=format_)
    seen = send(visit("upload", kabupaten=JEMBRANA, set_data=dataset), content, f"templat.{format_}")
    assert seen.failed == []
    assert problem_words.blocked(0).partition(".")[0] in seen.text


@pytest.mark.parametrize("name", sorted(BAD))
def test_a_bad_file_shows_its_problems_stores_nothing_and_leaves_the_page_usable(
    name: str, visit: Visit, shared_warehouse: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KPI_TODAY", "2026-11-12")
    seen = visit("upload", kabupaten="35.10", set_data=BAD[name]["dataset"])
    send(seen, (BAD_FILES / name).read_bytes(), name)
    assert seen.failed == []
    for problem in BAD[name]["problems"]:
        assert problem["message"] in seen.text
        assert problem.get("fix", "") in seen.text
    assert say.STEP_PREVIEW not in seen.text
    assert say.PUBLISH not in [button.label for button in seen.at.button]
    other = "births" if BAD[name]["dataset"] != "births" else "nutrition"
    seen.choose("set_data", other)
    assert seen.failed == []
    assert catalogue().datasets[other].supplied_by in seen.text


@pytest.mark.parametrize("name", ["truncated.xlsx", "nik_column.csv"])
def test_a_good_file_can_follow_a_bad_one(
    name: str, visit: Visit, shared_warehouse: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KPI_TODAY", "2026-11-12")
    seen = send(visit("upload", kabupaten="35.10", set_data="births"), (BAD_FILES / name).read_bytes(), name)
    send(seen, b"kode_puskesmas;tahun;bulan;lahir_hidup;lahir_mati\n35.10.P01;2026;10;9;0\n")
    assert seen.failed == []
    assert say.STEP_PREVIEW in seen.text
    assert [button.label for button in seen.at.button] == [say.PUBLISH]


def test_a_preview_that_others_have_overtaken_is_not_published_unseen(
    visit: Visit, filled_warehouse: Path, file_of: Callable[..., Any]
) -> None:
    seen = send(visit("upload", kabupaten=JEMBRANA, set_data="births"), HUNDRED_MORE)
    warehouse.publish(file_of("births", {("51.01.P01", "2026-10"): {"live_births": 50, "stillbirths": 1}}, by="Budi"))
    publish(seen)
    assert seen.failed == []
    assert warehouse_words.STALE in seen.text
    assert warehouse.current_version() == 1, "only Budi's file is stored"
    # The new preview compares with Budi's file: 50 -> 134 births, 1 -> 0 stillbirths.
    assert say.counted_changes(added=0, changed=2, removed=0, unchanged=0) in seen.text
    publish(seen)
    assert say.RECEIPT in seen.text
    assert warehouse.current_version() == 2


def test_a_preview_made_before_the_mode_changed_is_not_published_unseen(visit: Visit, filled_warehouse: Path) -> None:
    seen = send(visit("upload", kabupaten=JEMBRANA, set_data="births"), HUNDRED_MORE)
    warehouse.switch_mode(JEMBRANA, Mode.OFFICIAL, by="Budi")
    publish(seen)
    assert warehouse_words.STALE in seen.text
    assert warehouse.current_version() == 1
    assert say.counted_changes(added=2, changed=0, removed=0, unchanged=0) in seen.text


def test_what_others_publish_elsewhere_does_not_stop_a_publication(
    visit: Visit, filled_warehouse: Path, file_of: Callable[..., Any]
) -> None:
    seen = send(visit("upload", kabupaten=JEMBRANA, set_data="births"), HUNDRED_MORE)
    warehouse.publish(file_of("births", {("63.11.P01", "2026-10"): {"live_births": 50, "stillbirths": 1}}, by="Budi"))
    publish(seen)
    assert say.RECEIPT in seen.text
    assert warehouse.current_version() == 2


def test_after_a_receipt_the_next_file_starts_from_an_empty_form(visit: Visit, filled_warehouse: Path) -> None:
    seen = send(visit("upload", kabupaten=JEMBRANA, set_data="births"), HUNDRED_MORE)
    publish(seen)
    seen.press(say.ANOTHER)
    assert seen.failed == []
    assert say.STEP_UPLOAD in seen.text
    assert say.STEP_CHECK not in seen.text
    assert say.RECEIPT + "." not in seen.text


def test_the_result_of_a_prize_is_entered_as_a_published_value_and_shown_on_its_card(
    visit: Visit, filled_warehouse: Path
) -> None:
    leader = visit("summary")
    assert "Hasil IGA 2025 belum dimasukkan" in leader.text
    content = (
        b"kode_wilayah;indikator;isi;ukuran;tahun;bulan_awal;bulan_akhir;nilai;batas_bawah;batas_atas;tanda;sumber;"
        b"tautan;catatan\n"
        b"35.10;innovations_iga;nilai;rutin;2025;1;12;52;;;;Surat Kemendagri;https://contoh.go.id/iga;\n"
    )
    staff = send(visit("upload", set_data="published_values"), content, "iga.csv")
    publish(staff)
    assert say.RECEIPT in staff.text
    leader.at.run()
    assert "Hasil IGA 2025 belum dimasukkan" not in leader.text
    assert re.search(r"\b52\b", leader.text)


def test_a_practice_upload_is_called_one(visit: Visit, filled_warehouse: Path) -> None:
    assert say.MODE_SAMPLE in visit("upload", kabupaten=JEMBRANA).text
    warehouse.switch_mode(JEMBRANA, Mode.OFFICIAL, by="Budi")
    assert say.MODE_SAMPLE not in visit("upload", kabupaten=JEMBRANA).text


def test_the_dataset_of_the_address_is_chosen(visit: Visit, shared_warehouse: Path) -> None:
    seen = visit("upload", set_data="nutrition")
    assert seen.at.selectbox("set_data").value == "nutrition"
    assert seen.address["set_data"] == "nutrition"
    assert visit("upload", set_data="tidak-ada").failed == []


def test_a_file_with_a_warning_is_published_with_a_reason_only_and_the_history_keeps_it(
    visit: Visit, filled_warehouse: Path
) -> None:
    seen = send(visit("upload", kabupaten=JEMBRANA, set_data="births"), HUNDRED_MORE)
    assert "jauh dari biasanya: pada" in seen.text
    assert seen.press(say.PUBLISH).at.error[0].value == "Isi dahulu alasan untuk: Jauh dari bulan-bulan sebelumnya."
    assert warehouse.current_version() == 0
    publish(seen, why="   ")
    assert warehouse.current_version() == 0
    publish(seen, why="kelahiran RSUD ikut dihitung")
    assert seen.failed == []
    assert warehouse.current_version() == 1
    [submission] = [s for s in _history() if s["event"] == "publish" and s["recorded_by"] == "Ani"]
    assert [(a["rule"], a["reason"], list(a["rows"])) for a in submission["accepted"]] == [
        ("far_from_past", "kelahiran RSUD ikut dihitung", [2])
    ]


def _history() -> list[dict[str, Any]]:
    import deltalake

    return list(deltalake.DeltaTable(warehouse.folder() / "submissions").to_pyarrow_table().to_pylist())


def test_many_problems_are_counted_filtered_and_downloaded_with_the_file(visit: Visit, shared_warehouse: Path) -> None:
    lines = ["kode_puskesmas;tahun;bulan;lahir_hidup;lahir_mati;lain"]
    lines += [f"51.01.P{n:02d};2026;{10 if n < 5 else 14};-1;0;x" for n in range(1, 8)]
    seen = send(visit("upload", kabupaten=JEMBRANA, set_data="births"), "\r\n".join(lines).encode())
    assert problem_words.counted(10, 0, 1) in seen.text
    month = "Bulan 14 tidak ada."
    assert seen.text.count(month) == 3
    assert seen.text.index(month) < seen.text.index("Kolom ini tidak dipakai"), "what blocks stands first"
    [rule] = [m for m in seen.at.multiselect if m.label == problem_words.FILTER_RULE]
    rule.select("cell").run()
    assert month not in seen.text
    assert seen.text.count("Jumlah tidak boleh negatif.") == 7


# An uploader of some facilities

OTHERS = b"kode_puskesmas;tahun;bulan;lahir_hidup;lahir_mati\r\n51.01.P01;2026;10;134;0\r\n51.01.P02;2026;10;1;0\r\n"


@pytest.fixture
def of_one_puskesmas(sign_in: Callable[..., Any]) -> Any:
    return sign_in("uploader", kabupaten=JEMBRANA, facilities=("51.01.P01",))


def test_an_uploader_of_one_puskesmas_sends_for_it(
    visit: Visit, filled_warehouse: Path, of_one_puskesmas: access.Account
) -> None:
    staff = send(visit("upload", kabupaten=JEMBRANA, set_data="births"), HUNDRED_MORE)
    # The counts of its kecamatan are those of other puskesmas too.
    assert "Indikator yang bergerak di" not in staff.text
    publish(staff)
    assert warehouse.current_version() == 1


def test_a_file_with_other_units_is_refused_before_anything_is_said_about_them(
    visit: Visit, shared_warehouse: Path, of_one_puskesmas: access.Account
) -> None:
    staff = send(visit("upload", kabupaten=JEMBRANA, set_data="births"), OTHERS)
    assert "unit di luar hak akun Anda" in staff.text
    assert say.STEP_PREVIEW not in staff.text
    assert say.PUBLISH not in [button.label for button in staff.at.button]
    assert not staff.at.text_input


def test_who_lost_the_right_meanwhile_publishes_nothing(
    visit: Visit, filled_warehouse: Path, sign_in: Callable[..., Any]
) -> None:
    staff = send(visit("upload", kabupaten=JEMBRANA, set_data="births"), HUNDRED_MORE)
    for field in [field for field in staff.at.text_input if (field.key or "").startswith("reason-")]:
        field.input("sudah dicocokkan").run()
    sign_in("viewer")
    staff.press(say.PUBLISH)
    assert page_words.NOT_YOUR_ROLE in staff.text
    assert warehouse.current_version() == 0


def test_of_two_files_the_one_with_problems_stays_behind_and_is_named(visit: Visit, filled_warehouse: Path) -> None:
    seen = visit("upload", kabupaten=JEMBRANA, set_data="births")
    kind = "application/octet-stream"
    bad = HUNDRED_MORE.replace(b";2026;10;", b";2026;13;").replace(b"P01", b"P02")
    seen.at.file_uploader[0].set_value([("baik.csv", HUNDRED_MORE, kind), ("salah.csv", bad, kind)]).run()
    assert sending_words.left_out(["salah.csv"]) in seen.text
    publish(seen)
    assert seen.failed == []
    sent = warehouse.current().read("submission_history", kabupaten=JEMBRANA)
    assert list(sent[sent["published_by"] == "Ani"]["file_name"]) == ["baik.csv"]


def test_a_file_chosen_again_under_its_name_takes_the_place_of_the_first(visit: Visit, shared_warehouse: Path) -> None:
    seen = visit("upload", kabupaten=JEMBRANA, set_data="births")
    kind = "application/octet-stream"
    bad = HUNDRED_MORE.replace(b";2026;10;", b";2026;13;")
    seen.at.file_uploader[0].set_value([("sama.csv", bad, kind), ("sama.csv", HUNDRED_MORE, kind)]).run()
    assert sending_words.chosen_again(["sama.csv"]) in seen.text
    assert say.PUBLISH in [button.label for button in seen.at.button]
