"""Headers, totals, periods, sheets: whatever stands around a table, the same counts come out."""

from __future__ import annotations

import io
from datetime import date

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.intake import receive
from indicators.vocabulary import Mode

TODAY = date(2026, 11, 12)

HEADER = "kode_puskesmas;tahun;bulan;lahir_hidup;lahir_mati"


def births(text: str, **more):
    """Send a CSV, as the fixture does, where hypothesis needs a plain function."""
    here, dataset = all_kabupaten()["35.10"], catalogue().datasets["births"]
    return receive(text.encode(), "f.csv", dataset, here, TODAY, mode=Mode.SAMPLE, **more)


def book(**sheets: list[list[object]]) -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as workbook:
        for name, rows in sheets.items():
            page = workbook.add_worksheet(name.replace("_", " "))
            for number, row in enumerate(rows):
                page.write_row(number, 0, row)
    return buffer.getvalue()


def values(received) -> list[tuple[str, str, str, float]]:
    frame = received.submission.observations
    return sorted(
        zip(frame["facility"], frame["element"], map(str, frame["period_start"]), frame["value"], strict=True)
    )


@given(
    titles=st.lists(
        st.sampled_from(["DINAS KESEHATAN", "Laporan bulanan, data sementara", "", "No. 12/2026"]), max_size=6
    ),
    counts=st.lists(st.tuples(st.integers(0, 900), st.integers(0, 20)), min_size=1, max_size=9),
    word=st.sampled_from(["Jumlah", "TOTAL", "Kabupaten Banyuwangi", "Jumlah Kabupaten"]),
    notes=st.lists(st.sampled_from(["Sumber: laporan puskesmas", "Mengetahui,", ""]), max_size=3),
)
@settings(max_examples=40, deadline=None)
def test_titles_above_and_a_total_below_change_nothing(titles, counts, word, notes):
    rows = [f"35.10.P{n:02};2026;8;{born};{still}" for n, (born, still) in enumerate(counts, start=1)]
    total = f"{word};;;{sum(b for b, _ in counts)};{sum(s for _, s in counts)}"
    bare = births("\n".join([HEADER, *rows]))
    dressed = births("\n".join([*titles, HEADER, "1;2;3;4;5", *rows, total, *notes]))
    assert values(dressed) == values(bare)
    assert "1 baris jumlah cocok dengan rinciannya; baris jumlah tidak disimpan." in dressed.understood.facts


def test_a_group_over_its_parts_is_joined_and_a_name_over_two_rows_is_not():
    text = "Kode Puskesmas;Tahun;Bulan;Lahir Hidup;;;Lahir Mati\n;;;L;P;Jumlah;\n35.10.P01;2026;8;16;15;31;0\n"
    assert births(text).understood.columns == {
        "Lahir Hidup L": "Lahir hidup laki-laki",
        "Lahir Hidup P": "Lahir hidup perempuan",
        "Lahir Hidup": "Lahir hidup",
        "Lahir Mati": "Lahir mati",
    }


def test_a_group_that_names_another_quantity_is_not_taken_for_the_count():
    text = "Kode Puskesmas;Tahun;Bulan;Sasaran;;Realisasi;\n;;;Lahir Hidup;Lahir Mati;Lahir Hidup;Lahir Mati\n"
    received = births(text + "35.10.P01;2026;8;400;3;31;0\n")
    assert {row[1:] for row in values(received)} == {
        ("live_births", "2026-08-01", 31.0),
        ("stillbirths", "2026-08-01", 0.0),
    }


def test_months_over_elements_are_turned_down_too():
    text = (
        "TAHUN 2026\nPuskesmas;JANUARI;;FEBRUARI;\n;Lahir Hidup;Lahir Mati;Lahir Hidup;Lahir Mati\nBadean;31;0;28;x\n"
    )
    received = births(text)
    assert [(p.row, p.column) for p in received.problems] == [(4, "FEBRUARI Lahir Mati")]
    assert len(values(births(text.replace("x", "1")))) == 4


@pytest.mark.parametrize(
    "header", ["Puskesmas;2025;;2026;\n;NOV;DES;JAN;FEB", ";2025;2025;2026;2026\nPuskesmas;NOV;DES;JAN;FEB"]
)
def test_years_over_months_are_read(send, header):
    received = send(f"JUMLAH KEMATIAN IBU\n{header}\nBadean;1;0;2;3\n", "maternal_deaths")
    assert [(month, value) for *_, month, value in values(received)] == [
        ("2025-11-01", 1.0),
        ("2025-12-01", 0.0),
        ("2026-01-01", 2.0),
        ("2026-02-01", 3.0),
    ]


def test_the_same_month_of_two_years_is_two_months(send):
    text = "JUMLAH KEMATIAN IBU\nPuskesmas;2025;;2026;\n;JAN;FEB;JAN;FEB\nBadean;1;0;2;3\n"
    assert [value for *_, value in values(send(text, "maternal_deaths"))] == [1.0, 0.0, 2.0, 3.0]


def test_months_alone_count_what_the_title_says_and_are_asked_where_it_says_nothing(send):
    table = "Puskesmas;Januari;Februari\nBadean;0;1\n"
    titled = send("JUMLAH KEMATIAN IBU TAHUN 2026\n" + table, "maternal_deaths")
    assert [(e, v) for _, e, _, v in values(titled)] == [("maternal_deaths", 0.0), ("maternal_deaths", 1.0)]

    untitled = send("TAHUN 2026\n" + table, "maternal_deaths")
    assert [q.id for q in untitled.questions] == ["element"]
    answered = send("TAHUN 2026\n" + table, "maternal_deaths", answers={"element": "maternal_deaths"})
    assert values(answered) == values(titled)


def test_a_period_that_stands_nowhere_is_asked_and_the_answer_is_used():
    text = "kode_puskesmas;lahir_hidup;lahir_mati\n35.10.P01;31;0\n"
    received = births(text)
    assert [q.id for q in received.questions] == ["period/tahun", "period/bulan"]
    assert received.questions[0].options[0] == ("2026", "2026")
    assert received.questions[1].options[0] == ("10", "Oktober")
    assert received.problems == ()
    answered = births(text, answers={"period/tahun": "2026", "period/bulan": "8"})
    assert {row[2] for row in values(answered)} == {"2026-08-01"}


@pytest.mark.parametrize(
    "title", ["BULAN : AGUSTUS 2026", "Periode Agustus 2026", "Bulan;:;Agustus;Tahun;2026", "LAPORAN AGT 2026"]
)
def test_a_period_in_the_title_is_used_and_said(title):
    received = births(f"{title}\nDicetak 5 September 2026\nkode_puskesmas;lahir_hidup;lahir_mati\n35.10.P01;31;0\n")
    assert {row[2] for row in values(received)} == {"2026-08-01"}
    assert "Bulan diambil dari judul di atas tabel: Agustus." in received.understood.facts


def test_a_month_that_contradicts_the_year_column_blocks():
    received = births("kode_puskesmas;tahun;bulan;lahir_hidup;lahir_mati\n35.10.P01;2026;Agustus 2025;31;0\n")
    assert [(p.row, p.column, p.severity.value) for p in received.problems] == [(2, "bulan", "blocking")]


def test_the_template_without_its_header_is_read_in_the_templates_order(send):
    row = "35.10.P01;Puskesmas Badean;Blimbingsari;2026;8;0" + ";" * 13
    received = send(row + "\n", "maternal_deaths")
    assert [(e, v) for _, e, _, v in values(received)] == [("maternal_deaths", 0.0)]
    assert received.understood.facts[0].startswith("Berkas tidak berjudul kolom")
    assert births("35.10.P01;31;0\n35.10.P02;44;1\n").submission is None


@pytest.mark.parametrize("text", ["35.10.P01;2026;8;31;0\n35.10.P02;2026;8;44;1\n", "Badean;31;0\nBajulmati;44;1\n"])
def test_a_file_without_a_header_in_another_order_is_told_what_is_needed_and_asked_nothing(text):
    received = births(text)
    [problem] = received.problems
    assert problem.message.startswith("Berkas ini tidak berjudul kolom.")
    assert "kode_puskesmas" in problem.message
    assert (problem.row, received.questions) == (1, ())


def test_a_dash_is_asked_once_for_the_file():
    text = HEADER + "\n35.10.P01;2026;8;31;-\n35.10.P02;2026;8;44;-\n"
    assert [q.id for q in births(text).questions] == ["dash"]
    assert births(text).problems == ()
    assert sum(row[3] for row in values(births(text, answers={"dash": "zero"}))) == 75


def test_a_sheet_named_by_its_month_gives_the_month_and_others_are_named(send):
    header = ["kode_puskesmas", "tahun", "lahir_hidup", "lahir_mati"]
    content = book(
        Juli=[header, ["35.10.P01", 2026, 30, 0]],
        Agustus=[header, ["35.10.P01", 2026, 31, "x"]],
        Catatan=[["hubungi dinas"], ["terima kasih"]],
    )
    received = send(content, name="f.xlsx")
    assert [(p.sheet, p.row, p.column, p.severity.value) for p in received.problems] == [
        ("", None, None, "notice"),
        ("Agustus", 2, "lahir_mati", "blocking"),
    ]
    assert "Lembar Catatan tidak dibaca" in received.problems[0].message
    mended = book(Juli=[header, ["35.10.P01", 2026, 30, 0]], Agustus=[header, ["35.10.P01", 2026, 31, 1]])
    assert {(row[2], row[3]) for row in values(send(mended, name="f.xlsx")) if row[1] == "live_births"} == {
        ("2026-07-01", 30.0),
        ("2026-08-01", 31.0),
    }


def test_a_count_that_cannot_be_true_is_named_with_its_sheet_and_the_header_of_the_file(send):
    header = ["kode_puskesmas", "tahun", "lahir_hidup", "lahir_mati"]
    content = book(
        Juli=[header, ["35.10.P01", 2026, 30, 0]],
        Agustus=[header, ["35.10.P02", 2026, 30, 0], ["35.10.P01", 2026, 9000, 0]],
    )
    [problem] = [p for p in send(content, name="f.xlsx").problems if p.rule == "range"]
    assert (problem.sheet, problem.row, problem.column) == ("Agustus", 3, "lahir_hidup")


def test_a_number_of_the_workbook_is_not_taken_for_the_same_text_that_somebody_typed(send):
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as workbook:
        page = workbook.add_worksheet("Data")
        page.write_row(0, 0, HEADER.split(";"))
        page.write_row(1, 0, ["35.10.P01", 2026, 7, "1,234", "12"])
        page.write_row(2, 0, ["35.10.P01", 2026, 8])
        page.write(2, 3, 1.234)
        page.write(2, 4, 0.12, workbook.add_format({"num_format": "0%"}))
    received = send(buffer.getvalue(), name="f.xlsx", answers={"notation/lahir_hidup": "comma"})
    assert {(p.row, p.column) for p in received.problems if p.severity.value == "blocking"} == {
        (3, "lahir_hidup"),
        (3, "lahir_mati"),
    }


def test_a_sheet_named_by_its_puskesmas_gives_the_puskesmas(send):
    header = ["tahun", "bulan", "lahir_hidup", "lahir_mati"]
    content = book(PKM_Badean=[header, [2026, 8, 31, 0]], Bajulmati=[header, [2026, 8, 44, 1]])
    assert {(row[0], row[3]) for row in values(send(content, name="f.xlsx")) if row[1] == "live_births"} == {
        ("35.10.P01", 31.0),
        ("35.10.P02", 44.0),
    }


def test_one_sheet_for_each_element_with_months_across_is_one_table(send):
    months = ["Puskesmas", "Juli 2026", "Agustus 2026"]
    content = book(Lahir_Hidup=[months, ["Badean", 30, 31]], Lahir_Mati=[months, ["Badean", 0, 1]])
    received = send(content, name="f.xlsx")
    assert [(element, month, value) for _, element, month, value in values(received)] == [
        ("live_births", "2026-07-01", 30.0),
        ("live_births", "2026-08-01", 31.0),
        ("stillbirths", "2026-07-01", 0.0),
        ("stillbirths", "2026-08-01", 1.0),
    ]
    assert [p.message.partition(",")[0] for p in received.problems] == [
        "4 baris dari beberapa lembar memuat puskesmas dan masa yang sama"
    ]


def test_of_two_sheets_that_say_different_things_of_the_same_month_a_person_says_which_holds(send):
    header = ["kode_puskesmas", "tahun", "bulan", "lahir_hidup", "lahir_mati"]
    rows = [["35.10.P01", 2026, 8, 31, 0], ["35.10.P02", 2026, 8, 44, 1]]
    changed = [["35.10.P01", 2026, 8, 32, 0], rows[1]]
    content = book(Rekap=[header, *rows], Perbaikan=[header, *changed])
    asked = send(content, name="f.xlsx")
    assert asked.submission is None
    [question] = asked.questions
    assert (question.id, question.rows) == ("sheets/Rekap/Perbaikan", (2, 2))
    assert [value for value, _ in question.options] == ["Rekap", "Perbaikan"]
    for sheet, births in (("Rekap", 31.0), ("Perbaikan", 32.0)):
        received = send(content, name="f.xlsx", answers={question.id: sheet})
        assert [v for _, element, _, v in values(received) if element == "live_births"] == [births, 44.0]


def test_a_unit_that_one_sheet_names_twice_is_still_a_duplicate(send):
    header = ["kode_puskesmas", "tahun", "bulan", "lahir_hidup", "lahir_mati"]
    content = book(Rekap=[header, ["35.10.P01", 2026, 8, 31, 0], ["35.10.P01", 2026, 8, 31, 0]], Lain=[header])
    assert {p.rule for p in send(content, name="f.xlsx").problems} >= {"duplicate"}


def test_personal_data_in_a_sheet_that_is_not_read_refuses_the_file(send):
    header = ["kode_puskesmas", "tahun", "bulan", "lahir_hidup", "lahir_mati"]
    content = book(Data=[header, ["35.10.P01", 2026, 8, 31, 0]], Lain=[["catatan"], ["9910014107200001"]])
    received = send(content, name="f.xlsx")
    assert [(p.sheet, p.rule) for p in received.problems] == [("Lain", "personal_data")]
    assert received.submission is None


def test_a_number_a_workbook_shows_in_merged_cells_stands_once_and_its_puskesmas_in_each_row(send):
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as workbook:
        page = workbook.add_worksheet()
        page.write_row(0, 0, ["puskesmas", "tahun", "bulan", "lahir_hidup", "lahir_mati"])
        page.merge_range(1, 0, 2, 0, "Badean")
        page.write_row(1, 1, [2026, 7, 30, 0])
        page.write_row(2, 1, [2026, 8, 31, 0])
    received = send(buffer.getvalue(), name="f.xlsx")
    assert [row[3] for row in values(received) if row[1] == "live_births"] == [30.0, 31.0]


def test_the_line_that_tells_excel_the_delimiter_is_followed():
    assert len(values(births("sep=;\n" + HEADER + "\n35.10.P01;2026;8;31;0\n"))) == 2


def test_the_same_month_twice_is_told_and_neither_column_wins():
    text = "TAHUN 2026\nPuskesmas;JAN_LAHIR_HIDUP;FEB_LAHIR_HIDUP;JAN_LAHIR_HIDUP;JAN_LAHIR_MATI\nBadean;31;28;30;0\n"
    received = births(text)
    assert any(p.message == 'Kolom ini berarti sama dengan kolom "JAN_LAHIR_HIDUP".' for p in received.problems)
    assert received.submission is None
