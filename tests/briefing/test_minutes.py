"""Minutes as PDF and DOCX say the same, and deadlines as a calendar; every file is read back."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from docx import Document as read_docx
from icalendar import Calendar
from pypdf import PdfReader

from indicators import warehouse
from indicators.briefing.minutes import minutes
from indicators.briefing.reminders import reminders
from indicators.judgement.decisions import meetings
from indicators.render.docx_page import docx
from indicators.render.pdf_page import Document, Table, pdf
from indicators.vocabulary import Mode

TODAY = date(2026, 11, 22)
HELD = [
    {"id": "51.01.M001", "name": "Rakor triwulan II", "held_on": "2026-04-14"},
    {"id": "51.01.M002", "name": "Rakor triwulan III", "held_on": "2026-07-14", "place": "Aula <Dinas> & Co"},
]


def decided(number: int, **fields: Any) -> dict[str, Any]:
    given = {
        "id": f"51.01.K{number:03}",
        "meeting": "51.01.M002",
        "what": f"Tindakan {number}",
        "owner": "Bidang Kesmas",
    }
    return given | {"status": "in_progress"} | fields


DECIDED = [
    decided(1, meeting="51.01.M001", deadline="2026-05-31"),
    decided(2, meeting="51.01.M001", status="done", evidence="Laporan"),
    decided(3, indicator="k4", deadline="2026-12-15"),
    decided(4, status="done", done_on="2026-09-20"),
]


@pytest.fixture
def snapshot(filled_warehouse: Path, record: Callable[..., Any]) -> warehouse.Snapshot:
    record("meetings", *HELD, mode=Mode.SAMPLE)
    record("decisions", *DECIDED, mode=Mode.SAMPLE)
    return warehouse.current()


@pytest.fixture
def document(snapshot: warehouse.Snapshot) -> Document:
    return minutes(snapshot, "51.01", meetings(snapshot, "51.01")[0], today=TODAY)


def squeezed(text: str) -> str:
    """Without blanks: where a line ends is the page's own business."""
    return "".join(text.split())


def words_of_docx(content: bytes) -> tuple[str, list[list[list[str]]]]:
    """Everything outside tables, and the cells of every table."""
    read = read_docx(io.BytesIO(content))
    outside = [p.text for part in (read, read.sections[0].header, read.sections[0].footer) for p in part.paragraphs]
    return "\n".join(outside), [[[cell.text for cell in row.cells] for row in table.rows] for table in read.tables]


def test_pdf_and_docx_hold_the_same_decisions_with_title_source_version_and_mark(document: Document) -> None:
    written = PdfReader(io.BytesIO(pdf(document)))
    outside, tables = words_of_docx(docx(document))
    _, own, earlier, _ = tables
    assert [row[1] for row in own[1:]] == ["Tindakan 3\n51.01.K003", "Tindakan 4\n51.01.K004"]
    # What an earlier meeting left open is gone through again; what was done is not.
    assert [row[1] for row in earlier[1:]] == ["Tindakan 1\n51.01.K001 · 14 April 2026 · Rakor triwulan II"]
    assert earlier[1][3] == "31 Mei 2026\nlewat 175 hari"
    assert own[2][4] == "Selesai pada 20 September 2026\nbukti belum dicatat"
    assert own[1][5].startswith("Contoh: K4 seluruh kabupaten naik 1,9 poin persen, bermakna (membaik). Agus")
    text = squeezed(" ".join(page.extract_text() for page in written.pages))
    for cell in (cell for table in (own, earlier) for row in table for cell in row):
        assert squeezed(cell) in text
    for said in ("Aula <Dinas> & Co", "DATA CONTOH", "versi data 2", "aturan penilaian"):
        assert squeezed(said) in text
        assert said in outside + str(tables)


def test_who_signs_and_where_stand_on_one_page_however_long_the_minutes_are(document: Document) -> None:
    place = next(n for n, block in enumerate(document.blocks) if isinstance(block, Table))
    for times in range(1, 7):
        longer = list(document.blocks)
        longer[place] = replace(longer[place], rows=longer[place].rows * times)
        pages = PdfReader(io.BytesIO(pdf(replace(document, blocks=tuple(longer))))).pages
        [signed] = [page.extract_text() for page in pages if "....." in page.extract_text()]
        assert "Notulis," in signed


def test_a_file_says_its_title_and_language(document: Document) -> None:
    title = "Notulen Rakor triwulan III, 14 Juli 2026, Kabupaten Jembrana"
    written = PdfReader(io.BytesIO(pdf(document)))
    assert written.metadata is not None
    assert (written.metadata.title, written.root_object["/Lang"]) == (title, "id-ID")
    about = read_docx(io.BytesIO(docx(document))).core_properties
    assert (about.title, about.language) == (title, "id-ID")


def test_every_open_decision_with_a_deadline_is_one_event_in_the_time_of_the_kabupaten(
    snapshot: warehouse.Snapshot,
) -> None:
    calendar = Calendar.from_ical(reminders(snapshot, "51.01"))
    events = {str(event["uid"]): event for event in calendar.walk("VEVENT")}
    assert set(events) == {"51.01.K001@dasbor-kpi-kesehatan", "51.01.K003@dasbor-kpi-kesehatan"}
    event = events["51.01.K003@dasbor-kpi-kesehatan"]
    assert event["summary"] == "DATA CONTOH: Tenggat: Tindakan 3"
    starts = event["dtstart"].dt
    assert starts == datetime(2026, 12, 15, 8, tzinfo=ZoneInfo("Asia/Makassar"))
    assert starts.utcoffset() == timedelta(hours=8)
    assert [str(zone["tzid"]) for zone in calendar.walk("VTIMEZONE")] == ["Asia/Makassar"]
    assert [alarm["trigger"].dt for alarm in event.walk("VALARM")] == [timedelta(days=-3)]


def test_the_same_decision_keeps_its_event_when_it_changes(
    snapshot: warehouse.Snapshot, record: Callable[..., Any]
) -> None:
    record("decisions", decided(3, deadline="2026-12-31"), mode=Mode.SAMPLE)
    before, after = (
        Calendar.from_ical(reminders(state, "51.01")).walk("VEVENT")[-1] for state in (snapshot, warehouse.current())
    )
    by_id = {str(e["uid"]): e for e in Calendar.from_ical(reminders(snapshot, "51.01")).walk("VEVENT")}
    assert str(after["uid"]) in by_id
    assert after["sequence"] > before["sequence"]
