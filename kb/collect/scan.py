"""Find the records of an archive file, also behind damage."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_MAGIC = b"\x1f\x8b\x08"
_PIECE = 65536
_GZIP = 31  # zlib's window bits for a gzip member


@dataclass(frozen=True, slots=True)
class Member:
    """A whole gzip member: `length` bytes at `offset` and what they decompress to."""

    offset: int
    length: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Damage:
    """Bytes between `offset` and `end` that hold no readable record; `torn` when nothing follows them."""

    offset: int
    end: int
    torn: bool


def scan_members(path: Path, start: int = 0) -> Iterator[Member | Damage]:
    """Members and damaged stretches of a file from `start`, in order; a damaged one never hides what follows."""
    data = path.read_bytes()
    position = start
    while position < len(data):
        member = unpack_member(data, position)
        if member:
            yield member
            position += member.length
            continue
        following = _next_member(data, position + 1)
        yield Damage(position, following, torn=following == len(data))
        position = following


def unpack_member(data: bytes, offset: int) -> Member | None:
    """The gzip member at `offset`; None when it is torn, damaged or not a WARC record."""
    if not data.startswith(_MAGIC, offset):
        return None
    unpacker = zlib.decompressobj(_GZIP)
    content = bytearray()
    position = offset
    # Piece by piece: the unpacker copies what it is given and does not use, which adds up over a whole file.
    while not unpacker.eof and position < len(data):
        piece = data[position : position + _PIECE]
        try:
            content += unpacker.decompress(piece)
        except zlib.error:
            return None
        position += len(piece)
    if not unpacker.eof or not content.startswith(b"WARC/"):
        return None
    return Member(offset, position - len(unpacker.unused_data) - offset, bytes(content))


def _next_member(data: bytes, position: int) -> int:
    while (position := data.find(_MAGIC, position)) >= 0:
        if unpack_member(data, position):
            return position
        position += 1
    return len(data)
