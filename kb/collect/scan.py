"""Find the records of an archive file, also behind damage."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

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


def scan_members(path: Path, start: int = 0, *, end: int | None = None) -> Iterator[Member | Damage]:
    """Members and damaged stretches of a file from `start` to `end`, in order; a damaged one never hides what follows.

    One member is in memory at a time. The file is read, not mapped: a writer that runs out of disk cuts its end off.
    """
    with path.open("rb") as file:
        size = file.seek(0, 2) if end is None else end
        position = start
        while position < size:
            member = unpack_member(file, position)
            if member:
                yield member
                position += member.length
                continue
            following = _next_member(file, position + 1, size)
            yield Damage(position, following, torn=following == size)
            position = following


def unpack_member(file: BinaryIO, offset: int) -> Member | None:
    """The gzip member at `offset`; None when it is torn, damaged or not a WARC record."""
    file.seek(offset)
    unpacker = zlib.decompressobj(_GZIP)
    content = bytearray()
    length = 0
    while not unpacker.eof and (piece := file.read(_PIECE)):
        if not length and not piece.startswith(_MAGIC):
            return None
        try:
            content += unpacker.decompress(piece)
        except zlib.error:
            return None
        length += len(piece)
    if not unpacker.eof or not content.startswith(b"WARC/"):
        return None
    return Member(offset, length - len(unpacker.unused_data), bytes(content))


def _next_member(file: BinaryIO, position: int, size: int) -> int:
    while position < size:
        file.seek(position)
        piece = file.read(_PIECE)
        if not piece:
            break
        found = piece.find(_MAGIC)
        if found < 0:
            position += max(len(piece) - len(_MAGIC) + 1, 1)
        elif unpack_member(file, position + found):
            return position + found
        else:
            position += found + 1
    return size
