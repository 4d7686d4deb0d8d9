"""One door for every media type: bytes → text and blocks."""

from dataclasses import replace

from kb.model import Issue
from kb.read.decode import decode_body
from kb.read.docx import read_docx
from kb.read.errors import ReadError
from kb.read.html import read_html
from kb.read.markdown import read_markdown
from kb.read.pdf import read_pdf
from kb.read.plain import read_plain
from kb.read.reading import Reading
from kb.read.tree import load_json, load_yaml, read_csv, read_tree

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read_body(body: bytes, media_type: str, *, document: str) -> Reading:
    """Text and blocks of a body; encoding faults are its issues. Raises ReadError naming the document."""
    try:
        if media_type == PDF:
            return read_pdf(body, document=document)
        if media_type == DOCX:
            return read_docx(body)
        decoded = decode_body(body, document=document)
        return _with_issues(_read_text(decoded.text, media_type), decoded.issues)
    except ReadError as error:
        raise ReadError(f"{document}: {error}") from error


def _read_text(text: str, media_type: str) -> Reading:
    match media_type:
        case "text/plain":
            return read_plain(text)
        case "text/markdown":
            return read_markdown(text)
        case "text/html":
            return read_html(text)
        case "application/json":
            return read_tree(load_json(text))
        case "application/yaml":
            return read_tree(load_yaml(text))
        case "text/csv":
            return read_csv(text)
    raise ReadError(f"no reader for {media_type}")


def _with_issues(reading: Reading, issues: tuple[Issue, ...]) -> Reading:
    return replace(reading, issues=reading.issues + issues)
