"""PDF and DOCX, made on the spot."""

from io import BytesIO

import docx
import pytest
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from pypdf import PdfWriter
from pypdf.generic import DictionaryObject, NameObject, StreamObject

from kb.model import BlockKind
from kb.read import Head, ReadError, read_body, read_docx, read_pdf
from kb.read.grid import MAX_COLSPAN, MAX_ROWSPAN

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def pdf_of(*pages: str, locked: bool = False) -> bytes:
    writer = PdfWriter()
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
        }
    )
    for words in pages:
        page = writer.add_blank_page(300, 300)
        content = StreamObject()
        content.set_data(f"BT /F1 12 Tf 20 200 Td ({words}) Tj ET".encode() if words else b"")
        page[NameObject("/Contents")] = writer._add_object(content)
        page[NameObject("/Resources")] = DictionaryObject(
            {NameObject("/Font"): DictionaryObject({NameObject("/F1"): font})}
        )
    if locked:
        writer.encrypt("сыр", algorithm="RC4-128")
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def docx_of() -> bytes:
    document = docx.Document()
    document.add_heading("Клуб ережесі", level=1)
    document.add_paragraph("Клуб кешке ашық.")
    document.add_paragraph("1) шу шығармау;")
    table = document.add_table(rows=3, cols=3)
    table.cell(0, 0).merge(table.cell(0, 2)).text = "Кесте"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "1"
    table.cell(1, 1).text = "а"
    table.cell(2, 2).text = "б\nв"
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def test_docx_with_headings_and_merged_cells() -> None:
    reading = read_docx(docx_of())
    pieces = [(block.kind, reading.text[block.start : block.end]) for block in reading.blocks]
    assert pieces[:3] == [
        (BlockKind.HEADING, "Клуб ережесі"),
        (BlockKind.PARAGRAPH, "Клуб кешке ашық."),
        (BlockKind.LIST_ITEM, "1) шу шығармау;"),
    ]
    cells = [(c.row, c.column, c.rowspan, c.colspan, reading.text[c.start : c.end]) for c in reading.blocks[3].cells]
    assert cells == [
        (0, 0, 1, 3, "Кесте"),
        (1, 0, 2, 1, "1"),
        (1, 1, 1, 1, "а"),
        (1, 2, 1, 1, ""),
        (2, 1, 1, 1, ""),
        (2, 2, 1, 1, "б\nв"),
    ]


def docx_with_table(rows: list[list[tuple[str, int, str | None]]]) -> bytes:
    """A table of cells with their words, `gridSpan` and `vMerge`, as they stand in the file."""
    document = docx.Document()
    table = document.add_table(rows=0, cols=0)._tbl
    for row in rows:
        line = OxmlElement("w:tr")
        for words, span, merge in row:
            cell = OxmlElement("w:tc")
            properties = OxmlElement("w:tcPr")
            grid_span = OxmlElement("w:gridSpan")
            grid_span.set(qn("w:val"), str(span))
            properties.append(grid_span)
            if merge:
                vertical = OxmlElement("w:vMerge")
                vertical.set(qn("w:val"), merge)
                properties.append(vertical)
            paragraph = OxmlElement("w:p")
            run = OxmlElement("w:r")
            run.text = words
            paragraph.append(run)
            cell.append(properties)
            cell.append(paragraph)
            line.append(cell)
        table.append(line)
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def places(body: bytes) -> list[tuple[int, int, int, int, str]]:
    reading = read_docx(body)
    cells = reading.blocks[0].cells
    return [(c.row, c.column, c.rowspan, c.colspan, reading.text[c.start : c.end]) for c in cells]


def test_docx_cell_that_claims_billions_of_columns() -> None:
    rows: list[list[tuple[str, int, str | None]]] = [
        [("а", 2_000_000_000, "restart"), ("б", 1, None)],
        [("", 2_000_000_000, "continue"), ("в", 1, None)],
    ]
    assert places(docx_with_table(rows)) == [
        (0, 0, 2, MAX_COLSPAN, "а"),
        (0, MAX_COLSPAN, 1, 1, "б"),
        (1, MAX_COLSPAN, 1, 1, "в"),
    ]


def test_docx_column_that_is_merged_over_thousands_of_rows() -> None:
    rows: list[list[tuple[str, int, str | None]]] = [[("а", 1, "restart"), ("б", 1, None)]]
    rows += [[("", 1, "continue"), ("в", 1, None)]] * 4_000
    found = places(docx_with_table(rows))
    assert found[0] == (0, 0, MAX_ROWSPAN, 1, "а")
    assert len(found) == 4_002


def test_docx_cells_that_continue_nothing_are_cells() -> None:
    rows: list[list[tuple[str, int, str | None]]] = [
        [("а", 1, None), ("б", 2, "restart"), ("в", 1, "continue")],
        [("г", 1, "continue"), ("", 2, "continue"), ("д", 1, None)],
    ]
    assert places(docx_with_table(rows)) == [
        (0, 0, 1, 1, "а"),
        (0, 1, 2, 2, "б"),
        (0, 3, 1, 1, "в"),
        (1, 0, 1, 1, "г"),
        (1, 3, 1, 1, "д"),
    ]


def test_pdf_text_and_head() -> None:
    body = pdf_of("First page", "Second page")
    assert [line for line in read_pdf(body).text.split("\n") if line] == ["First page", "Second page"]
    assert Head.of(body, media_type="application/pdf", document="a.pdf").text.startswith("First page")


@pytest.mark.parametrize(
    ("body", "media_type", "words"),
    [
        (pdf_of(""), "application/pdf", "no text, only pictures"),
        (pdf_of("x", locked=True), "application/pdf", "locked with a password"),
        (b"%PDF-1.4 broken", "application/pdf", "not a PDF that can be opened"),
        (b"PK\x03\x04 broken", DOCX, "not a DOCX file that can be opened"),
    ],
)
def test_files_that_cannot_be_read_say_why(body: bytes, media_type: str, words: str) -> None:
    for read in (
        lambda: read_body(body, media_type, document="a.x"),
        lambda: Head.of(body, media_type=media_type, document="a.x"),
    ):
        with pytest.raises(ReadError) as caught:
            read()
        assert str(caught.value).startswith("a.x: ")
        assert words in str(caught.value)
