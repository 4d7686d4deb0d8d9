"""Reports on monitoring as PDF, made on the spot, and reports in Russian."""

from io import BytesIO
from textwrap import wrap

import pytest
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject, StreamObject

import scrapers
from kb.extract import extract_document
from kb.model import Document, Language
from kb.read import Head, ReadError
from scrapers.monitoring import read, recognise
from tests.examples.shape import FOLDER, read_example
from tests.examples.snapshots import snapshot_of

PDF = "application/pdf"
REPORT = (FOLDER / "monitoring/esep.txt").read_text(encoding="utf-8")
LINES_A_PAGE = 30
COLUMNS = 80
LONG = (
    "Сұрау барысында жиналған пікірлердің бәрі бір кестеге түсірілді, ал бағалар өңірлер мен арналар бойынша бөлек "
    "есептелді, сондықтан аз сұралған жерлердегі үлестерді салыстырғанда абай болған жөн."
)


def pdf_of(text: str) -> bytes:
    """A PDF whose text layer holds the lines, wrapped like print; without words its pages are blank."""
    writer = PdfWriter()
    font = _font(writer, text)
    lines = [piece for line in text.splitlines() for piece in wrap(line, COLUMNS, expand_tabs=False)] or [""]
    for first in range(0, len(lines), LINES_A_PAGE):
        page = writer.add_blank_page(600, 800)
        shown = "".join(
            f"1 0 0 1 40 {760 - 20 * place} Tm <{line.encode('utf-16-be').hex()}> Tj\n"
            for place, line in enumerate(lines[first : first + LINES_A_PAGE])
            if line
        )
        content = StreamObject()
        content.set_data(f"BT /F1 10 Tf\n{shown}ET".encode() if shown else b"")
        page[NameObject("/Contents")] = writer._add_object(content)
        fonts = DictionaryObject({NameObject("/F1"): font})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def _font(writer: PdfWriter, text: str) -> DictionaryObject:
    """A font of two bytes a letter that says which letters they are."""
    codes = [letter.encode("utf-16-be").hex() for letter in sorted(set(text) - {"\n"})]
    chars = "\n".join(f"<{code}> <{code}>" for code in codes)
    table = StreamObject()
    table.set_data(
        f"begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        f"{len(codes)} beginbfchar\n{chars}\nendbfchar endcmap".encode()
    )
    below = {"/Type": "/Font", "/Subtype": "/CIDFontType2", "/BaseFont": "/Made"}
    top = {"/Type": "/Font", "/Subtype": "/Type0", "/BaseFont": "/Made", "/Encoding": "/Identity-H"}
    names = [{NameObject(key): NameObject(value) for key, value in one.items()} for one in (below, top)]
    font = DictionaryObject(names[1])
    font[NameObject("/DescendantFonts")] = ArrayObject([DictionaryObject(names[0])])
    font[NameObject("/ToUnicode")] = writer._add_object(table)
    return font


def read_pdf_of(text: str) -> Document:
    body = pdf_of(text)
    head = Head.of(body, media_type=PDF, document="esep.pdf")
    assert scrapers.recognise(head).SOURCE.id == "monitoring"
    return read(snapshot_of(body, document="esep.pdf", media_type=PDF, source="monitoring"), body, lambda _: {})


def test_a_report_in_pdf_is_divided_like_its_text() -> None:
    document = read_pdf_of(REPORT.replace("ұсынады.\n", f"ұсынады.\n\n{LONG}\n\n{LONG}\n\n{LONG}\n\n{LONG}\n"))
    _, text = read_example(FOLDER / "monitoring/esep.txt")
    sections, expected = (
        [
            (clause.id, clause.label)
            for clause in one.clauses
            if clause.id.startswith("section-") and "/" not in clause.id
        ]
        for one in (document, text)
    )
    assert sections == expected
    parts = {clause.id for clause in text.clauses if clause.id.endswith(("/info", "/results", "/conclusions"))}
    assert parts <= {clause.id for clause in document.clauses}
    assert (document.year, document.language, document.layout) == (2022, Language.KK, "report")


def test_the_terms_of_a_report_in_pdf_are_stated_with_their_places() -> None:
    document = read_pdf_of(REPORT.replace("ұсынады.\n", f"ұсынады.\n\n{LONG}\n\n{LONG}\n\n{LONG}\n\n{LONG}\n"))
    found = extract_document(document)
    quotes = {one.service: one.evidence.quote for one in found.statements if one.attribute.value == "deadline"}
    assert "4 (төрт) жұмыс күні" in quotes["mon2022-01"]
    for one in found.statements:
        assert document.text[one.evidence.start : one.evidence.end] == one.evidence.quote


def test_a_scanned_report_is_told_as_such() -> None:
    body = pdf_of("")
    with pytest.raises(ReadError, match=r"^esep\.pdf: the PDF has no text, only pictures; run it through text recogni"):
        read(snapshot_of(body, document="esep.pdf", media_type=PDF, source="monitoring"), body, lambda _: {})


def test_a_pdf_about_something_else_is_no_report() -> None:
    body = pdf_of("Саябақ туралы\n\n1. Парк таңғы алтыдан ашық.\n")
    assert not recognise(Head.of(body, media_type=PDF, document="saiabaq.pdf"))


def test_services_of_a_russian_report_have_russian_names() -> None:
    _, document = read_example(FOLDER / "monitoring/2019-ru.md")
    mentions = extract_document(document).mentions
    assert [(mention.key, mention.name_ru, mention.name_kk) for mention in mentions] == [
        ("mon2019-01", "Выделение места для велопарковки", None),
        ("mon2019-02", "Выдача читательского билета", None),
    ]
