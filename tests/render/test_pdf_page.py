"""Documents as PDF, read back with pypdf."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, IndirectObject

from indicators.render.pdf_page import Bullets, Document, Facts, Heading, Paragraph, Picture, SideBySide, Table, pdf

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 40"><text y="20">Giri 1.234,5</text></svg>'


def document(**changes: object) -> Document:
    blocks = (
        Heading("Notulen", level=1),
        Facts((("Tempat", "Aula Dinas"),)),
        Bullets(("Satu", "Dua ≥ 95 %"), numbered=True),
        SideBySide(((Paragraph("kiri"),), (Picture(DRAWING, "Gambar Giri"),))),
        Table(("No", "Keputusan"), tuple((str(n), f"Keputusan ke-{n}") for n in range(90)), numeric=(0,)),
    )
    return Document(**({"title": "Notulen rakor", "author": "Dinas", "blocks": blocks, "footer": "Sumber"} | changes))


def read(made: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(made))


def fonts(reader: PdfReader) -> dict[str, bool]:
    """The fonts of all pages by name, and whether the file carries them."""
    found = {}
    for page in reader.pages:
        for font in page["/Resources"].get("/Font", {}).values():
            parts = [one.get_object() for one in font.get_object().get("/DescendantFonts", [font])]
            for part in parts:
                described: DictionaryObject | IndirectObject = part["/FontDescriptor"].get_object()
                found[str(part["/BaseFont"])] = any(f"/FontFile{kind}" in described for kind in ("", "2", "3"))
    return found


def test_a_document_says_its_title_its_language_and_that_it_is_tagged() -> None:
    reader = read(pdf(document()))

    assert reader.metadata is not None
    assert (reader.metadata.title, reader.metadata.author) == ("Notulen rakor", "Dinas")
    assert reader.root_object["/Lang"] == "id-ID"
    assert reader.root_object["/MarkInfo"]["/Marked"]


def test_every_font_is_embedded_and_the_text_of_a_drawing_is_text() -> None:
    reader = read(pdf(document()))
    text = reader.pages[0].extract_text()

    assert fonts(reader)
    assert all(fonts(reader).values())
    assert any("PlusJakartaSans" in name for name in fonts(reader))
    assert "Giri 1.234,5" in text
    assert "Dua ≥ 95\u00a0%" in text


def test_a_long_table_repeats_its_header_and_pages_are_numbered() -> None:
    pages = [page.extract_text() for page in read(pdf(document())).pages]

    assert len(pages) == 2
    for number, page in enumerate(pages, start=1):
        assert "Keputusan" in page
        assert "Sumber" in page
        assert f"halaman {number} dari 2" in page
    assert "Keputusan ke-89" in pages[-1]


def test_text_is_never_read_as_markup() -> None:
    said = '#panic("x") *tebal* _miring_ $x$ <b> \\ [a](b) "kutip" @rujukan'

    assert said in read(pdf(document(blocks=(Paragraph(said),)))).pages[0].extract_text().replace("\n", " ")


@pytest.mark.parametrize("sample", [True, False])
def test_sample_data_are_marked_on_every_page_and_nothing_else_is(sample: bool) -> None:
    pages = read(pdf(document(sample=sample))).pages

    assert all(("DATA CONTOH" in page.extract_text()) is sample for page in pages)


def test_the_same_document_makes_the_same_file() -> None:
    assert pdf(document()) == pdf(document())


def test_a_row_that_does_not_fit_its_columns_is_refused() -> None:
    with pytest.raises(ValueError, match="1 cells under 2"):
        Table(("a", "b"), (("satu",),))
