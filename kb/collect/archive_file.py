"""One file of the archive: its records and what in it cannot be read."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kb.collect.archive_capture import Entry
from kb.collect.errors import CollectError
from kb.collect.record import body_of, capture_of, unpack_record
from kb.collect.scan import Damage, scan_members


@dataclass(frozen=True, slots=True)
class Fault:
    """Bytes `offset` to `end` of an archive file that give no record; `words` say so to a person."""

    file: str
    offset: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Beside:
    """A whole record that tells of no visit: the opening of a file, a question to a host."""

    end: int


def read_archive_file(path: Path, start: int = 0, *, end: int | None = None) -> Iterator[Entry | Beside | Fault]:
    """Records that read well from byte `start` on, and the faults between them, in order, one at a time.

    What stands behind byte `end` is left alone.
    """
    asked: tuple[int, int] | None = None
    for piece in scan_members(path, start, end=end):
        if isinstance(piece, Damage):
            asked = None
            what = "a torn record at its end" if piece.torn else "a damaged record"
            words = f"{path.name}: {what}, bytes {piece.offset} to {piece.end}; import its document again"
            yield Fault(path.name, piece.offset, piece.end, words)
            continue
        behind = piece.offset + piece.length
        try:
            place = f"{path.name}: the record at byte {piece.offset}"
            record = unpack_record(piece.content, place=place)
            capture = capture_of(record, place=place)
            if capture is None:
                asked = (piece.offset, behind) if record.rec_type == "request" else None
                yield Beside(behind)
                continue
            if capture.holds_body:
                body_of(record, capture.snapshot)
        except CollectError as error:
            asked = None
            yield Fault(path.name, piece.offset, behind, str(error))
            continue
        begin = asked[0] if asked and asked[1] == piece.offset else piece.offset
        yield Entry(path.name, begin, piece.offset, piece.length, capture)
        asked = None
