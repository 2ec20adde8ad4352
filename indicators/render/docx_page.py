"""The same documents as for PDF (`render.pdf_page`) as DOCX, to be edited in Word: real headings, lists and tables."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

from docx import Document as new_document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from indicators.render.pdf_page import (
    Block,
    Bullets,
    Document,
    Facts,
    Heading,
    PageBreak,
    Paragraph,
    Picture,
    SideBySide,
    Table,
    Together,
)
from indicators.wording import charts as chart_words
from indicators.wording import paper as say

# On every computer that has Word or LibreOffice, under its own name or that of its twin Carlito.
FONT = "Calibri"
LANGUAGE = "id-ID"
_SHORT, _LONG, _MARGIN = Mm(210), Mm(297), Mm(18)
_INK, _FAINT = RGBColor(0x17, 0x29, 0x2B), RGBColor(0x4D, 0x59, 0x65)


def docx(document: Document) -> bytes:
    """The document as DOCX. Drawings are left out: they are downloaded beside their chart. Sample data are named at the
    head of every page."""
    made = new_document()
    _properties(made, document)
    _styles(made, document.size)
    section = made.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE if document.landscape else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (_LONG, _SHORT) if document.landscape else (_SHORT, _LONG)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = _MARGIN
    if document.sample:
        head = section.header.paragraphs[0]
        head.alignment = WD_ALIGN_PARAGRAPH.CENTER
        head.add_run(chart_words.SAMPLE_MARK).bold = True
    _footer(section.footer.paragraphs[0], document.footer)
    for block in document.blocks:
        _add(made, block)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def _properties(made: Any, document: Document) -> None:
    about = made.core_properties
    about.title, about.author, about.language = document.title, document.author, LANGUAGE
    about.comments = about.subject = about.keywords = ""


def _styles(made: Any, size: float) -> None:
    """One font and language in all styles; the headings in the ink of the text."""
    defaults = made.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    language = defaults.find(qn("w:lang"))
    language.set(qn("w:val"), LANGUAGE)
    for name, points in (("Normal", size), ("Heading 1", size * 1.55), ("Heading 2", size * 1.18), ("Heading 3", size)):
        style = made.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(points), _INK
        fonts = style.element.rPr.rFonts
        for key in list(fonts.attrib):
            if key.endswith("Theme"):  # a theme's font would win over the named one
                del fonts.attrib[key]
        fonts.set(qn("w:cs"), FONT)
    made.styles["Normal"].paragraph_format.space_after = Pt(4)


def _footer(paragraph: Any, text: str) -> None:
    """The text, and on which page of how many it stands, which Word works out."""
    before, _, after = say.PAGE_NUMBER.partition("{number}")
    between, _, end = after.partition("{total}")
    for part, field in ((f"{text} · {before}", "PAGE"), (between, "NUMPAGES"), (end, "")):
        _small(paragraph.add_run(part))
        if field:
            for kind, content in (("begin", ""), ("", field), ("end", "")):
                element = OxmlElement("w:instrText" if content else "w:fldChar")
                if content:
                    element.text = content
                else:
                    element.set(qn("w:fldCharType"), kind)
                run = paragraph.add_run()
                _small(run)
                run._r.append(element)


def _small(run: Any) -> None:
    run.font.size, run.font.color.rgb = Pt(8), _FAINT


def _add(place: Any, block: Block) -> None:
    """place: the document, or a cell of a table."""
    if isinstance(block, Heading):
        place.add_paragraph(block.text, style=f"Heading {block.level}")
    elif isinstance(block, Paragraph):
        run = place.add_paragraph().add_run(block.text)
        run.bold = block.bold
        if block.small:
            _small(run)
    elif isinstance(block, Bullets):
        for item in block.items:
            place.add_paragraph(item, style="List Number" if block.numbered else "List Bullet")
    elif isinstance(block, Facts):
        table = place.add_table(len(block.pairs), 2)
        for row, (name, value) in zip(table.rows, block.pairs, strict=True):
            _write(row.cells[0], name)
            _write(row.cells[1], value)
            row.cells[0].paragraphs[0].runs[0].font.color.rgb = _FAINT
        _widen(table, (1, 4))
    elif isinstance(block, Table):
        _add_table(place, block)
    elif isinstance(block, SideBySide):
        table = place.add_table(1, len(block.parts))
        _whole(table.rows[0])
        for cell, part in zip(table.rows[0].cells, block.parts, strict=True):
            for inner in part:
                _add(cell, inner)
    elif isinstance(block, Together):
        for inner in block.blocks:
            _add(place, inner)
    elif isinstance(block, PageBreak):
        place.add_page_break()
    else:
        assert isinstance(block, Picture)


def _add_table(place: Any, block: Table) -> None:
    table = place.add_table(1, len(block.columns), style="Table Grid")
    for cell, name in zip(table.rows[0].cells, block.columns, strict=True):
        _write(cell, name)
        cell.paragraphs[0].runs[0].bold = True
    # Repeated at the head of every page, and read out as the header.
    header = OxmlElement("w:tblHeader")
    header.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(header)
    for texts in block.rows:
        row = table.add_row()
        _whole(row)
        for column, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
            _write(cell, text)
            if column in block.numeric:
                cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _widen(table, block.widths if block.widths and all(block.widths) else (1,) * len(block.columns))


def _whole(row: Any) -> None:
    """No end of a page parts the row."""
    whole = OxmlElement("w:cantSplit")
    whole.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(whole)


def _widen(table: Any, shares: Sequence[float]) -> None:
    """The width of the page shared among the columns; Word reads it of the cells, others of the columns."""
    section = table.part.document.sections[0]
    room = section.page_width - section.left_margin - section.right_margin
    table.autofit = False
    for column, share in zip(table.columns, shares, strict=True):
        column.width = int(room * share / sum(shares))
        for cell in column.cells:
            cell.width = column.width


def _write(cell: Any, text: str) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.paragraph_format.space_after = Pt(1)
    # A percent sign stays with its number.
    paragraph.add_run(text.replace(" %", "\u00a0%"))
