"""PDF → readable text and blocks."""

from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from kb.read.errors import ReadError
from kb.read.plain import read_plain
from kb.read.reading import Reading
from kb.read.storable import storable


def read_pdf(body: bytes, *, pages: int | None = None) -> Reading:
    """Text layer of a PDF (of its first `pages`), read as plain text.

    Raises ReadError when the file is damaged, locked with a password, or has pictures only.
    """
    try:
        reader = PdfReader(BytesIO(body))
        if reader.is_encrypted and not reader.decrypt(""):
            raise ReadError("the PDF is locked with a password; save it without one")
        text = "\n\n".join(page.extract_text() for page in reader.pages[:pages])
        title = reader.metadata.title if reader.metadata else None
    except (PyPdfError, ValueError, KeyError, OSError, RecursionError) as error:
        raise ReadError(f"not a PDF that can be opened ({error}); save it again") from error
    # Letters that a font does not map come out as lone surrogates or NUL; no text can hold them.
    text = storable(text).replace("\r", "\n")
    if not text.strip():
        raise ReadError("the PDF has no text, only pictures; run it through text recognition first")
    reading = read_plain(text)
    return Reading(text=reading.text, blocks=reading.blocks, title=storable(title) if title else reading.title)
