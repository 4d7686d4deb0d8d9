"""Packed office files, looked at before anything inside is opened."""

import re
import zlib
from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from kb.read.errors import ReadError

# An act with its pictures is far below these.
MAX_MEMBERS = 5_000
MAX_UNPACKED = 200_000_000
MAX_MARKUP = 60_000_000
# Text shrinks to a tenth, not to a hundredth; long tables of equal rows may.
MAX_RATIO, RATIO_COUNTS_FROM = 100, 20_000_000

_LOCKED_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = 0x1
_MARKUP = (".xml", ".rels")
_LEADS_OUT = re.compile(r"(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[A-Za-z]:|\0")
# In whatever encoding: NUL bytes of UTF-16 are taken out first.
_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)


def check_package(body: bytes) -> None:
    """Returns when a DOCX is safe to open; raises ReadError naming what is wrong and what to do.

    Refused: files locked with a password, packages that unpack to far more than they are, names of parts that lead
    out of the package, XML with entities of its own.
    """
    if body.startswith(_LOCKED_OFFICE):
        raise ReadError("locked with a password, or a DOC file of an old Word; save it as DOCX without a password")
    try:
        with ZipFile(BytesIO(body)) as package:
            members = package.infolist()
            _check_members(members, len(body))
            for name, markup in _markup(package, members):
                if _DECLARES.search(markup.replace(b"\0", b"")):
                    raise ReadError(f"its part {name} declares entities, which no word processor does; refused")
    except (BadZipFile, OSError, ValueError, NotImplementedError, EOFError, zlib.error) as error:
        raise ReadError(f"not a DOCX file that can be opened ({error}); save it again as DOCX") from error


def _check_members(members: list[ZipInfo], packed: int) -> None:
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise ReadError("locked with a password; save it without one")
    unpacked = sum(member.file_size for member in members)
    bomb = unpacked > MAX_UNPACKED or (unpacked > RATIO_COUNTS_FROM and unpacked > MAX_RATIO * packed)
    if bomb or len(members) > MAX_MEMBERS:
        raise ReadError(
            f"it unpacks to {len(members)} parts of {unpacked:,} bytes from {packed:,}, which no document does; refused"
        )
    for member in members:
        if _LEADS_OUT.search(member.orig_filename):
            raise ReadError(f"its part {member.orig_filename!r} has a name that leads out of the file; refused")


def _markup(package: ZipFile, members: list[ZipInfo]) -> Iterator[tuple[str, bytes]]:
    for member in members:
        if not member.filename.lower().endswith(_MARKUP):
            continue
        if member.file_size > MAX_MARKUP:
            raise ReadError(f"its part {member.filename} has {member.file_size:,} bytes, which no act has; refused")
        # No more than it says of itself is ever unpacked; a part that says less than it has fails its check sum.
        yield member.filename, package.read(member)
