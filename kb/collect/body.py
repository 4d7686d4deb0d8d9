"""Is this body something that can be read, and what is its media type?"""

from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from kb.collect.errors import CollectError

MAX_BODY = 64 * 1024 * 1024

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MEDIA_TYPES = {
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
    ".pdf": "application/pdf",
    ".docx": DOCX,
    ".json": "application/json",
    ".yaml": "application/yaml",
    ".yml": "application/yaml",
    ".csv": "text/csv",
    ".warc": "application/warc",
    ".gz": "application/warc",
}
KNOWN = "txt, md, html, pdf, docx, json, yaml, csv, warc"
_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # what Word makes of a docx with a password, and of a doc
_BINARY_TYPES = {"application/pdf", DOCX, "application/warc"}
# Cyrillic, and the signs that stand in Kazakh and Russian texts.
_USUAL = {chr(code) for code in range(0x400, 0x530)} | set("«»–—…№“”„\u00a0")
# Control characters that no text file holds; tab, line feed, form feed, carriage return and escape are left out.
_CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 27})


def load_body(path: Path, name: str) -> bytes:
    """Bytes of the file at `path`; raises CollectError when it is missing, unreadable or too large."""
    try:
        size = path.stat().st_size
        if size > MAX_BODY:
            raise CollectError(f"{name}: {size} bytes, the limit is {MAX_BODY // 1024 // 1024} MB; split the file")
        return path.read_bytes()
    except FileNotFoundError as error:
        raise CollectError(f"{name}: no such file") from error
    except OSError as error:
        raise CollectError(f"{name}: cannot be read ({error.strerror}); check its permissions") from error


def check_body(body: bytes, name: str) -> str:
    """Media type of a body, from its first bytes where they tell, else from the extension of `name`.

    Raises CollectError, one message a fault: empty, too large, binary, or content that its
    extension does not allow.
    """
    if not body.strip(b" \t\r\n\0\xef\xbb\xbf"):
        raise CollectError(f"{name}: the file is empty")
    if len(body) > MAX_BODY:
        raise CollectError(f"{name}: {len(body)} bytes, the limit is {MAX_BODY // 1024 // 1024} MB; split the file")
    found = _sniff(body)
    if found:
        return found
    declared = MEDIA_TYPES.get(Path(name).suffix.lower(), "text/plain")
    if declared in _BINARY_TYPES and not body.startswith(_OLE):
        raise CollectError(f"{name}: the content is not what the extension says ({declared}); save the file again")
    if body.startswith(_OLE):
        raise CollectError(f"{name}: locked with a password, or an old Office file; save it as docx without a password")
    if body.startswith(_ZIP):
        raise CollectError(f"{name}: a packed file; unpack it and import the folder")
    if _is_binary(body):
        raise CollectError(f"{name}: binary content that cannot be read; known are {KNOWN}")
    if declared == "text/plain" and _looks_like_html(body):
        return "text/html"
    return declared


def _sniff(body: bytes) -> str | None:
    if body.startswith(b"%PDF-"):
        return "application/pdf"
    if body.startswith(_ZIP) and _is_docx(body):
        return DOCX
    if body.startswith((b"WARC/", b"\x1f\x8b")):
        return "application/warc"
    return None


def _is_docx(body: bytes) -> bool:
    try:
        with ZipFile(BytesIO(body)) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
            return "word/document.xml" in archive.namelist() and unpacked <= 8 * MAX_BODY
    except BadZipFile:
        return False


def _is_binary(body: bytes) -> bool:
    if body.startswith((b"\xff\xfe", b"\xfe\xff")) or unmarked_utf16(body):
        return False
    sample = body[:65536]
    if b"\0" in sample:
        return True
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    return controls * 100 > len(sample)


def unmarked_utf16(body: bytes) -> str | None:
    """`utf-16-le` or `utf-16-be` when a body without a mark reads as words in it, else None."""
    sample = body[: min(4096, len(body) // 2 * 2)]
    if b"\0" not in sample:
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        text = sample.decode(encoding, errors="replace")
        usual = sum(1 for letter in text if letter in "\t\r\n" or " " <= letter <= "~" or letter in _USUAL)
        if usual * 10 > len(text) * 9:
            return encoding
    return None


def _looks_like_html(body: bytes) -> bool:
    start = body[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith((b"<!doctype html", b"<html"))
