"""PDF → readable text and blocks."""

import struct
import zlib
from dataclasses import replace
from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

from kb.model import Issue, Severity
from kb.read.errors import ReadError
from kb.read.page_lines import drop_page_marks, join_lines
from kb.read.plain import read_plain
from kb.read.reading import Reading
from kb.read.storable import storable

MAX_PAGES = 5_000
# What the library lets through when a file is not what it says.
_BROKEN = (
    PyPdfError, ValueError, KeyError, IndexError, TypeError, AttributeError, AssertionError, ArithmeticError,
    NotImplementedError, OSError, RecursionError, MemoryError, zlib.error, struct.error,
)  # fmt: skip


def read_pdf(body: bytes, *, pages: int | None = None, document: str = "") -> Reading:
    """Text layer of a PDF (of its first `pages`): paragraphs out of lines, without what repeats on every page.

    An issue tells of pages that are only pictures and of lines that were dropped. Raises ReadError when the file is
    damaged, locked with a password, or has pictures only.
    """
    try:
        texts, title = _open(body, pages)
    except DependencyError as error:
        raise ReadError("the PDF is locked in a way that is not known here; save it without a password") from error
    except _BROKEN as error:
        raise ReadError(f"not a PDF that can be opened ({error}); save it again") from error
    # Letters that a font does not map come out as lone surrogates or NUL; no text can hold them.
    texts = [storable(text).replace("\r", "\n") for text in texts]
    empty = [number for number, text in enumerate(texts, 1) if not text.strip()]
    if len(empty) == len(texts):
        raise ReadError("the PDF has no text, only pictures; run it through text recognition first")
    lines, dropped = drop_page_marks(texts)
    reading = read_plain(join_lines(lines))
    issues: list[Issue] = []
    if empty:
        places = ", ".join(map(str, empty[:20]))
        message = f"no text on page {places} of {len(texts)}, only pictures; run it through text recognition first"
        issues.append(_issue("page_without_text", document, message))
    if dropped:
        message = f"{dropped} lines that repeat at the edges of pages (heads, page numbers) were left out"
        issues.append(_issue("page_marks", document, message))
    return replace(reading, title=storable(title) if title else reading.title, issues=tuple(issues))


def _open(body: bytes, pages: int | None) -> tuple[list[str], str | None]:
    reader = PdfReader(BytesIO(body))
    if reader.is_encrypted and not reader.decrypt(""):
        raise ReadError("the PDF is locked with a password; save it without one")
    if len(reader.pages) > MAX_PAGES:
        raise ReadError(f"the PDF has {len(reader.pages)} pages, the limit is {MAX_PAGES}; split the file")
    texts = [page.extract_text() for page in reader.pages[:pages]]
    return texts, reader.metadata.title if reader.metadata else None


def _issue(code: str, document: str, message: str) -> Issue:
    return Issue(code=code, severity=Severity.WARNING, document=document, message=message)
