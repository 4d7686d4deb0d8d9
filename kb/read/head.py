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
_NOISE = re.compile(r"<(script|style)\b", re.IGNORECASE)
_NOISE_ENDS = {name: re.compile(rf"</{name}\s*>", re.IGNORECASE) for name in ("script", "style")}
_TITLE = re.compile(r"<title\b[^<>]*>", re.IGNORECASE)
_TITLE_END = re.compile(r"</title\s*>", re.IGNORECASE)


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
        return cls(media_type=media_type, text=_without_noise(text), title=_title(text))


def _without_noise(text: str) -> str:
    """The first characters of a page without its scripts and styles; one that is never closed is left in."""
    pieces: list[str] = []
    length = position = 0
    unclosed: set[str] = set()
    for found in _NOISE.finditer(text):
        name = found[1].lower()
        # What stands inside the last one is over; what was not closed before is not closed here either.
        if found.start() < position or name in unclosed:
            continue
        end = _NOISE_ENDS[name].search(text, found.end())
        if end is None:
            unclosed.add(name)
            continue
        pieces.append(text[position : found.start()])
        length += len(pieces[-1])
        position = end.end()
        if length >= HEAD_LENGTH:
            break
    pieces.append(text[position : position + HEAD_LENGTH])
    return "".join(pieces)[:HEAD_LENGTH]


def _title(text: str) -> str | None:
    """Words of the first title, None when it is blank or never closed."""
    start = _TITLE.search(text)
    end = _TITLE_END.search(text, start.end()) if start else None
    if start is None or end is None:
        return None
    return words_of(text[start.end() : end.start()]) or None
