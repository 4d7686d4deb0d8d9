"""One file of the archive, read whole: its records and what in it cannot be read."""

from dataclasses import dataclass
from pathlib import Path

from kb.collect.errors import CollectError
from kb.collect.record import Entry, unpack_body, unpack_entry
from kb.collect.scan import Damage, scan_members


@dataclass(frozen=True, slots=True)
class Fault:
    """Bytes `offset` to `end` of an archive file that give no record; `words` say so to a person."""

    file: str
    offset: int
    end: int
    words: str

    def covers(self, entry: Entry) -> bool:
        """Whether the record of an entry begins here."""
        return entry.file == self.file and self.offset <= entry.offset < self.end


def read_archive_file(path: Path, start: int = 0) -> tuple[list[Entry], list[Fault]]:
    """Entries of the records that read well from `start` on, and the faults between them, both in order."""
    entries: list[Entry] = []
    faults: list[Fault] = []
    for piece in scan_members(path, start):
        if isinstance(piece, Damage):
            what = "a torn record at its end" if piece.torn else "a damaged record"
            words = f"{path.name}: {what}, bytes {piece.offset} to {piece.end}; import its document again"
            faults.append(Fault(path.name, piece.offset, piece.end, words))
            continue
        try:
            entry = unpack_entry(piece.content, file=path.name, offset=piece.offset, length=piece.length)
            if entry and not entry.revisit:
                unpack_body(piece.content, entry.snapshot)
        except CollectError as error:
            faults.append(Fault(path.name, piece.offset, piece.offset + piece.length, str(error)))
            continue
        if entry:
            entries.append(entry)
    return entries, faults
