"""A fourth kabupaten is a folder of files: a fictitious one, from nothing to every page of the menu."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from indicators.catalogue import ROOT
from indicators.wording import topics
from tests.pages.conftest import TODAY, every_page

CODE = "99.01"
# Four kecamatan of ten by ten cells, two by two.
KECAMATAN = {
    "01": ("Uji Barat Laut", 0, 0),
    "02": ("Uji Timur Laut", 1, 0),
    "03": ("Uji Barat Daya", 0, 1),
    "04": ("Uji Tenggara", 1, 1),
}
SOURCE = "Rekaan untuk pengujian"

KABUPATEN = f"""code: '{CODE}'
name: Kabupaten Uji
province_code: '99'
province_name: Provinsi Uji
time_zone: Asia/Jayapura
time_zone_label: WIT
source: {SOURCE}
"""
TARGETS = f"""innovations_iga:
  2027:
    value: 12
    document: Sasaran Kabupaten Uji
    source: {SOURCE}
stunting_eppgbm:
  2026:
    value: 14
    document: RKPD Uji
    source: {SOURCE}
"""
PROGRAMME = f"""name: Uji Sehat
short: Uji Sehat
order: 1
owner: Dinas Kesehatan Kabupaten Uji
summary: Program rekaan untuk pengujian.
source:
  name: {SOURCE}
report:
  description: Kunjungan program rekaan.
  supplied_by: Dinas Kesehatan Kabupaten Uji
  due_day: 10
  required: [uji_visits]
elements:
  uji_visits: {{label: Kunjungan uji, column: kunjungan_uji, kind: flow, counted_by: facility, maximum: 500}}
stages:
- {{label: Kunjungan, unit: kunjungan, elements: [uji_visits]}}
unrecorded:
- {{what: Banyaknya kunjungan, who: Dinas Kesehatan Kabupaten Uji}}
"""
VALUES = (
    "kode_wilayah;indikator;isi;ukuran;tahun;bulan_awal;bulan_akhir;nilai;batas_bawah;batas_atas;tanda;sumber;tautan;catatan\r\n"
    f"{CODE};stunting_survey;nilai;survei;2024;1;12;17,5;15,1;20,2;;Survei Uji;;\r\n"
)
PLAN = "births_per_year: 1500\nchildren_under_five: 7000\n"


def lines(*rows: str) -> str:
    return "\n".join(rows) + "\n"


def write_kabupaten(data: Path) -> None:
    """Everything of Kabupaten Uji, as README lists it; no file that was there before is touched."""
    codes = {number: f"{CODE}.{number}" for number in KECAMATAN}
    folder = data / "areas" / CODE
    files = {
        folder / "kabupaten.yaml": KABUPATEN,
        folder / "areas.csv": lines(
            "code,name,level,parent,bps_code,aliases,valid_from,valid_to,successor_of",
            *(f"{codes[number]},{name},kecamatan,{CODE},,,,," for number, (name, _, _) in KECAMATAN.items()),
            *(
                f"{codes[number]}.2001,Desa {name},desa,{codes[number]},,,,,"
                for number, (name, _, _) in KECAMATAN.items()
            ),
        ),
        folder / "facilities.csv": lines(
            "id,name,kind,kecamatan,national_code,aliases,status,note,source",
            *(
                f"{CODE}.P{number},Puskesmas {name},puskesmas,{codes[number]},,,daftar rekaan,,{SOURCE}"
                for number, (name, _, _) in KECAMATAN.items()
            ),
        ),
        folder / "tiles.csv": lines("code,column,row", *(f"{codes[n]},{x},{y}" for n, (_, x, y) in KECAMATAN.items())),
        folder / "cells.csv": lines(
            "code,row,from,to",
            *(
                f"{codes[n]},{-300 - 10 * y - row},{13000 + 10 * x},{13009 + 10 * x}"
                for n, (_, x, y) in KECAMATAN.items()
                for row in range(10)
            ),
        ),
        folder / "adjacency.csv": lines(
            "code_a,code_b,shared_km",
            *(f"{codes[a]},{codes[b]},11.1" for a, b in (("01", "02"), ("01", "03"), ("02", "04"), ("03", "04"))),
        ),
        folder / "targets.yaml": TARGETS,
        folder / "programmes" / "uji_sehat.yaml": PROGRAMME,
        folder / "published" / "values.csv": VALUES,
        data / "sample" / CODE / "plan.yaml": PLAN,
    }
    for path, content in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        assert not path.exists()
        path.write_text(content, encoding="utf-8", newline="")


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """What the pages of Kabupaten Uji show, opened in a process that finds its data in a copy of data/."""
    root = tmp_path_factory.mktemp("fourth")
    data = root / "data"
    shutil.copytree(ROOT / "data", data, ignore=shutil.ignore_patterns("warehouse", "sample"))
    write_kabupaten(data)
    setting = os.environ | {"KPI_DATA": str(data), "KPI_WAREHOUSE": str(root / "warehouse"), "KPI_TODAY": TODAY}

    def run(*command: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", *command], cwd=ROOT, env=setting, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr[-3000:]
        return done.stdout

    run("scripts.build_boundaries", CODE)
    run("indicators", "rebuild-sample")
    yield json.loads(run("tests.pages.open_every_page", CODE))
    for path in (ROOT / "static" / "boundaries").glob(f"{CODE}.*"):
        path.unlink()  # served to nobody


def test_every_page_and_every_part_of_it_opens(opened: Any) -> None:
    shown = {(one["page"], one["part"]) for one in opened["seen"]}
    assert {(page.name, "") for page in every_page()} <= shown
    assert {(page, part) for page, parts in topics.VIEWS.items() for part in list(parts)[1:]} <= shown
    assert [(one["page"], one["part"], one["failed"]) for one in opened["seen"] if one["failed"]] == []


def test_everything_is_its_own(opened: Any) -> None:
    """Name, areas, target, programme, published figure and time zone; nothing of another kabupaten."""
    for one in opened["seen"]:
        assert "Kabupaten Uji" in one["text"], one["page"]
    every = " ".join(one["text"] for one in opened["seen"])
    for own in ("Uji Barat Laut", "WIT", "17,5"):
        assert own in every
    [target] = [one for one in opened["seen"] if (one["page"], one["part"]) == ("innovation", "")]
    assert "12" in target["text"]
    [months] = [one for one in opened["seen"] if (one["page"], one["part"]) == ("stunting", "bulan")]
    assert "Selama polanya tetap, target 2026 (14 %, RKPD Uji) hampir pasti" in months["text"]
    [programmes] = [one for one in opened["seen"] if (one["page"], one["part"]) == ("programmes", "")]
    assert "Uji Sehat" in programmes["text"]
    assert "Banyuwangi Tanggap Stunting" not in programmes["text"]


def test_what_is_published_is_counted_and_the_official_mode_shows_no_sample(opened: Any) -> None:
    assert opened["after_publishing"]["failed"] == opened["official"]["failed"] == []
    assert opened["version"] == 2
    assert "DATA CONTOH" in opened["after_publishing"]["text"]
    assert "DATA CONTOH" not in opened["official"]["text"]


def test_the_switch_leads_to_another_kabupaten(opened: Any) -> None:
    assert opened["switched"]["failed"] == []
    assert "Kabupaten Banyuwangi" in opened["switched"]["text"]
    assert "Kabupaten Uji" not in opened["switched"]["text"]
