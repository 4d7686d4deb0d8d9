"""The beginning of a body, from which its source is recognised."""

import re
from dataclasses import dataclass

from kb.read.body import DOCX, PDF
from kb.read.decode import decode_body
from kb.read.docx import read_docx
from kb.read.errors import ReadError
from kb.read.pdf import read_pdf
from kb.read.words import words_of

HEAD_LENGTH = 20_000
_PDF_PAGES = 12
_NOISE = re.compile(r"<(script|style)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_TITLE = re.compile(r"<title\b[^>]*>(.*?)</title>", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Media type, the first 20,000 characters (HTML with its tags but without scripts), the title if there is one."""

    media_type: str
    text: str
    title: str | None = None

    @classmethod
    def of(cls, body: bytes, *, media_type: str, document: str) -> "Head":
        """The head of a body; raises ReadError naming the document when a PDF or DOCX cannot be opened."""
        if media_type in (PDF, DOCX):
            try:
                reading = read_pdf(body, pages=_PDF_PAGES) if media_type == PDF else read_docx(body)
            except ReadError as error:
                raise ReadError(f"{document}: {error}") from error
            return cls(media_type=media_type, text=reading.text[:HEAD_LENGTH], title=reading.title)
        text = decode_body(body, document=document).text
        if media_type != "text/html":
            return cls(media_type=media_type, text=text[:HEAD_LENGTH])
        found = _TITLE.search(text)
        title = words_of(found[1]) if found else None
        return cls(media_type=media_type, text=_NOISE.sub("", text)[:HEAD_LENGTH], title=title or None)
