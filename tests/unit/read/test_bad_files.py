"""Files that are locked, damaged, or made to harm their reader: each is refused with words that say why."""

import struct
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.model import BlockKind, ClauseKind, Language
from kb.read import ReadError, divide_act, read_body, read_docx, read_pdf
from tests.unit.read.test_office_files import docx_of, pdf_of

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def packed(extra: dict[str, bytes], *, without: str | None = None) -> bytes:
    """A good DOCX with parts added or put in the place of its own."""
    buffer = BytesIO()
    with ZipFile(BytesIO(docx_of())) as source, ZipFile(buffer, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            if name not in extra and name != without:
                target.writestr(name, source.read(name))
        for name, content in extra.items():
            target.writestr(name, content)
    return buffer.getvalue()


def marked_as_locked(body: bytes) -> bytes:
    """The same package with the encryption bit set in its directory."""
    place = body.index(b"PK\x01\x02") + 8
    return body[:place] + struct.pack("<H", 1) + body[place + 2 :]


ENTITIES = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "cc"><!ENTITY d "&b;&b;&b;">]><a>&d;</a>'


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "locked with a password"),
        (marked_as_locked(docx_of()), "locked with a password"),
        (packed({"word/media/a.png": b"\0" * 50_000_000}), "no document does"),
        (packed({f"word/media/{number}.png": b"" for number in range(5_001)}), "5018 parts"),
        (packed({"../../a.xml": b"<a/>"}), "leads out"),
        (packed({"/etc/a.xml": b"<a/>"}), "leads out"),
        (packed({"..\\a.xml": b"<a/>"}), "leads out"),
        (packed({"C:\\a.xml": b"<a/>"}), "leads out"),
        (packed({"word/document.xml": ENTITIES}), "declares entities"),
        (packed({"word/styles.xml": ENTITIES}), "declares entities"),
        (packed({"word/document.xml": ENTITIES.decode().encode("utf-16")}), "declares entities"),
        (packed({"word/document.xml": b"<w:document"}), "not a DOCX file"),
        (packed({"word/document.xml": b"<a/>"}), "not a DOCX file"),
        (packed({}, without="word/document.xml"), "not a DOCX file"),
        (docx_of()[:-100], "not a DOCX file"),
        (docx_of()[:100], "not a DOCX file"),
    ],
)
def test_packages_that_are_refused(body: bytes, words: str) -> None:
    with pytest.raises(ReadError, match=r"^a\.docx: ") as caught:
        read_body(body, DOCX, document="a.docx")
    assert words in str(caught.value)


@settings(max_examples=15, deadline=None)
@given(st.integers(0, 2_000), st.binary(min_size=1, max_size=40))
def test_a_damaged_file_is_read_or_refused(place: int, noise: bytes) -> None:
    for body, read in ((docx_of(), read_docx), (pdf_of("First page", "Second page"), read_pdf)):
        at = place % len(body)
        try:
            reading = read(body[:at] + noise + body[at + len(noise) :])
        except ReadError:  # every other exception fails the test
            continue
        assert all(0 <= block.start < block.end <= len(reading.text) for block in reading.blocks)


def test_pages_that_are_pictures_are_named() -> None:
    [issue] = read_body(pdf_of("First page", "", "Third page"), "application/pdf", document="a.pdf").issues
    assert (issue.code, issue.document) == ("page_without_text", "a.pdf")
    assert "page 2 of 3" in issue.message


def test_heads_of_pages_are_dropped_with_an_issue() -> None:
    reading = read_body(pdf_of(*["The same words"] * 3, "Other words"), "application/pdf", document="a.pdf")
    assert [issue.code for issue in reading.issues] == ["page_marks"]
    assert reading.text.split() == ["Other", "words"]


def word_file(*parts: str) -> bytes:
    """A DOCX whose body has these elements."""
    document = docx.Document()
    for part in parts:
        document.element.body.insert(
            -1, parse_xml(part.replace(">", f" {nsdecls('w')}>", 1) if "xmlns" not in part else part)
        )
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def cell(*inner: str) -> str:
    return f"<w:tc>{''.join(inner)}</w:tc>"


def words(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def test_table_inside_a_cell_is_not_lost() -> None:
    inner = table(cell(words("в")) + cell(words("г")))
    reading = read_docx(word_file(table(cell(words("а")) + cell(words("б"), inner, words("д")))))
    [block] = reading.blocks
    assert [reading.text[c.start : c.end] for c in block.cells] == ["а", "б\nв г\nд"]


@pytest.mark.parametrize("before", ["", words("Кесте")])
def test_table_that_only_wraps_another_gives_way(before: str) -> None:
    inner = table(cell(words("а")) + cell(words("б")))
    reading = read_docx(word_file(table(cell(before, inner, words("")))))
    assert reading.blocks[-1].kind is BlockKind.TABLE
    assert len(reading.blocks[-1].cells) == 2
    assert len(reading.blocks) == 1 + bool(before)


def test_tables_inside_tables_without_end_are_refused() -> None:
    inner = words("а")
    for _ in range(40):
        inner = table(cell(inner, words("")) + cell(words("б")))
    with pytest.raises(ReadError, match="nested"):
        read_docx(word_file(inner))


def test_inserted_words_and_links_are_read() -> None:
    run = "<w:r><w:t>{}</w:t></w:r>"
    paragraph = (
        f"<w:p>{run.format('а')}<w:ins>{run.format('б')}</w:ins><w:hyperlink>{run.format('в')}</w:hyperlink></w:p>"
    )
    assert read_docx(word_file(paragraph)).text == "абв\n"


def test_text_without_structure_is_paragraphs() -> None:
    text = "лавки стоят у воды и под деревьями.\nстолы стоят рядом, их моют.\n" * 3
    reading = read_body(text.encode(), "text/plain", document="a.txt")
    clauses = divide_act(reading.text, reading.blocks, language=Language.RU)
    assert [clause.kind for clause in clauses] == [ClauseKind.PARAGRAPH] * 6


@pytest.mark.parametrize(
    "page",
    [
        "<p>1. Лавка<p>2. Стол<table><tr><td>а<td>б<tr><td>в",
        "<div><p>1. Лавка</div></p></p><p>2. Стол</b></i><table><td>а</td><td>б</td></tr><tr><td>в</table></table>",
        "<html><body><p>1. Лавка</p></body></html><p>2. Стол</p><table><tbody><tr><td>а</td><td>б<tr><td>в</tbody>",
    ],
)
def test_broken_html_keeps_its_words(page: str) -> None:
    reading = read_body(page.encode(), "text/html", document="a.html")
    ids = [clause.id for clause in divide_act(reading.text, reading.blocks, language=Language.RU)]
    assert ids == ["point-1", "point-2", "point-2/table-1", "point-2/table-1/row-1", "point-2/table-1/row-2"]
    assert reading.text.split() == ["1.", "Лавка", "2.", "Стол", "а", "б", "в"]


ROWS = 10_000


def html_table(rows: int) -> str:
    lines = "".join(
        f"<tr><td>{n}</td><td rowspan='2'>лавка {n}</td><td>сад</td></tr><tr><td>{n}-1</td><td>парк</td></tr>"
        for n in range(rows // 2)
    )
    return f"<table><tr><th>№</th><th>Вид</th><th>Место</th></tr>{lines}</table>"


@pytest.mark.parametrize("media_type", ["text/html", "text/markdown"])
def test_table_of_ten_thousand_rows(media_type: str) -> None:
    reading = read_body(html_table(ROWS).encode(), media_type, document="a")
    clauses = divide_act(reading.text, reading.blocks, language=Language.RU)
    assert sum(clause.kind is ClauseKind.ROW for clause in clauses) == ROWS + 1
    assert reading.blocks[0].cells[-1].row == ROWS
    assert clauses[-1].number == f"{ROWS // 2 - 1}-1"
