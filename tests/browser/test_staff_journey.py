"""The main job in a real browser: sign in, template, fill, upload, preview, publish, see, take back."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook

from indicators.wording import area_settings as mode_words
from indicators.wording import cards as card_words
from indicators.wording import pages as page_words
from indicators.wording import problems as problem_words
from indicators.wording import upload as say

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

SignedIn = Callable[[str], Any]
BAD_FILES = Path(__file__).resolve().parents[1] / "intake" / "bad"
JEMBRANA = "/unggah?kabupaten=51.01"


def live_births(leader: Any) -> int:
    """Under the cards of the summary: `… dari 3.512 kelahiran hidup`."""
    leader.open("/?kabupaten=51.01")
    found = set(re.findall(r"dari ([\d.]+) kelahiran hidup", leader.text))
    assert len(found) == 1
    return int(found.pop().replace(".", ""))


def download(staff: Any, label: str, folder: Path) -> Path:
    with staff.page.expect_download() as waiting:
        staff.page.get_by_role("button", name=label).click()
    path = folder / waiting.value.suggested_filename
    waiting.value.save_as(path)
    return path


def upload(staff: Any, file: Path | dict[str, Any]) -> None:
    staff.page.set_input_files("input[type=file]", file)
    staff.sees(say.STEP_CHECK).settled()


def publish(staff: Any) -> None:
    """Gives one reason for every warning, where there is any, and publishes."""
    reason = staff.page.get_by_placeholder(problem_words.REASON_PLACEHOLDER)
    if reason.count():
        reason.first.fill("sudah dicocokkan")
        reason.first.press("Tab")
        staff.settled()
    staff.page.get_by_role("button", name=say.PUBLISH, exact=True).click()
    staff.sees(say.UNDO).settled()


def take_back(staff: Any) -> None:
    staff.page.get_by_role("button", name=say.UNDO).click()
    staff.sees(say.UNDONE.partition("(")[0]).settled()


def filled_csv(template: Path, births: int) -> Path:
    """What Excel in Indonesia makes of the CSV template: every puskesmas with this many live births."""
    text = template.read_bytes().decode("utf-8-sig")
    header, *rows = text.splitlines()
    columns = header.split(";")
    filled = [header]
    for row in rows:
        cells = row.split(";")
        cells[columns.index("lahir_hidup")], cells[columns.index("lahir_mati")] = str(births), "0"
        filled.append(";".join(cells))
    path = template.with_name("kelahiran oktober.csv")
    path.write_text("\r\n".join(filled), encoding="cp1252", newline="")
    return path


def filled_xlsx(template: Path, births: int) -> Path:
    """The XLSX template, opened, filled and saved as a new workbook."""
    rows = CalamineWorkbook.from_path(template).get_sheet_by_index(0).to_python()
    start = next(number for number, row in enumerate(rows) if "lahir_hidup" in row)
    for row in rows[start + 1 :]:
        row[rows[start].index("lahir_hidup")], row[rows[start].index("lahir_mati")] = births, 0
    path = template.with_name("kelahiran oktober.xlsx")
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return path


def test_from_the_template_to_the_leaders_page_and_back(
    signed_in: SignedIn, visit: Callable[..., Any], tmp_path: Path
) -> None:
    leader = visit()
    before = live_births(leader)
    staff = signed_in(JEMBRANA)
    assert say.MODE_SAMPLE in staff.text

    upload(staff, filled_csv(download(staff, say.TEMPLATE_CSV, tmp_path), 300))
    staff.sees(say.STEP_PREVIEW).sees(say.EFFECTS).sees("Oktober 2026")
    assert live_births(leader) == before, "a preview changes nothing"

    publish(staff)
    # Jembrana has ten puskesmas; the sample has about 34 births a month in each of them.
    assert before + 2000 < live_births(leader) < before + 3000

    take_back(staff)
    assert live_births(leader) == before


def test_the_excel_template_is_understood_when_it_comes_back_filled(signed_in: SignedIn, tmp_path: Path) -> None:
    staff = signed_in(JEMBRANA)
    upload(staff, filled_xlsx(download(staff, say.TEMPLATE_XLSX, tmp_path), 300))
    staff.sees(say.STEP_PREVIEW).sees("kelahiran oktober.xlsx")
    assert "10 baris, 10 unit, Oktober 2026" in staff.text


def test_a_result_of_iga_entered_as_a_published_value_changes_the_card(
    signed_in: SignedIn, visit: Callable[..., Any], tmp_path: Path
) -> None:
    missing = card_words.missing_result(2025)
    leader = visit().open("/inovasi")
    assert missing in leader.text
    leader.page.get_by_role("link", name="Masukkan hasilnya").click()
    leader.sees(page_words.STAFF_ONLY)  # without an account the link explains itself

    staff = signed_in("/unggah?set_data=published_values")
    staff.page.get_by_text("Tahun", exact=True).first.wait_for()
    template = download(staff, say.TEMPLATE_CSV, tmp_path).read_bytes().decode("utf-8-sig")
    header = template.splitlines()[0]
    values = dict.fromkeys(header.split(";"), "") | {
        "kode_wilayah": "35.10",
        "indikator": "innovations_iga",
        "isi": "nilai",
        "ukuran": "rutin",
        "tahun": "2025",
        "bulan_awal": "1",
        "bulan_akhir": "12",
        "nilai": "52",
        "sumber": "Surat Kemendagri",
        "tautan": "https://contoh.go.id/iga",
    }
    content = f"{header}\r\n{';'.join(values.values())}\r\n".encode()
    upload(staff, {"name": "iga.csv", "mimeType": "text/csv", "buffer": content})
    publish(staff)
    card = leader.open("/").page.locator(".card", has_text="Inovasi").inner_text()
    assert "52" in card
    assert missing not in card

    take_back(staff)
    card = leader.open("/").page.locator(".card", has_text="Inovasi").inner_text()
    assert "36" in card
    assert missing in card


def test_a_bad_file_shows_every_problem_and_a_good_one_can_follow(signed_in: SignedIn, tmp_path: Path) -> None:
    staff = signed_in("/unggah")
    upload(staff, BAD_FILES / "month_13.csv")
    staff.sees(problem_words.blocked(0).partition(".")[0])
    assert staff.page.get_by_role("button", name=say.PUBLISH, exact=True).count() == 0
    good = tmp_path / "baik.csv"
    good.write_text("kode_puskesmas;tahun;bulan;lahir_hidup;lahir_mati\n35.10.P01;2026;10;9;0\n")
    staff.page.set_input_files("input[type=file]", good)
    staff.sees(say.STEP_PREVIEW)
    version = re.search(r"Versi data (\d+)", staff.text)
    staff.page.reload()
    staff.settled()
    assert version is not None
    assert version[0] in staff.text, "neither file was stored"


def test_a_file_over_the_limit_is_refused_in_bahasa(signed_in: SignedIn, tmp_path: Path) -> None:
    staff = signed_in("/unggah")
    large = tmp_path / "besar.csv"
    large.write_bytes(b"1;2;3\n" * (26 * 1024 * 1024 // 6 + 1))
    staff.page.set_input_files("input[type=file]", large)
    staff.sees("Berkas lebih besar dari 25")
    assert "must be" not in staff.text
    assert say.STEP_CHECK not in staff.text


def test_an_admin_switches_a_kabupaten_to_official_data_and_back(
    signed_in: SignedIn, visit: Callable[..., Any]
) -> None:
    admin = signed_in("/wilayah?kabupaten=51.01")
    leader = visit()
    admin.page.get_by_role("button", name=mode_words.SWITCH_TO.format(mode="resmi")).click()
    admin.sees(mode_words.SWITCHED.format(mode="resmi").partition(".")[0]).settled()
    assert page_words.EMPTY_TITLE.format(place="Kabupaten Jembrana") in leader.open("/?kabupaten=51.01").text
    admin.page.get_by_role("button", name=mode_words.SWITCH_TO.format(mode="contoh")).click()
    admin.sees(mode_words.SWITCHED.format(mode="contoh").partition(".")[0]).settled()
    assert page_words.SAMPLE_BANNER in leader.open("/?kabupaten=51.01").text


def test_signing_out_closes_the_staff_pages(signed_in: SignedIn) -> None:
    staff = signed_in("/unggah")
    assert "Ani Lestari" in staff.text
    staff.page.get_by_role("link", name=page_words.SIGN_OUT).click()
    staff.page.click("button[type=submit]")
    staff.settled().open("/unggah").sees(page_words.STAFF_ONLY)
