"""Damage of the archive: each file is read again when it changed, or on demand."""

import json
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kb.collect.archive_capture import Entry
from kb.collect.archive_file import Fault, read_archive_file
from kb.collect.catalogue import Catalogue


@dataclass(frozen=True, slots=True, kw_only=True)
class Damaged:
    """Bytes `offset` to `end` of a file that cannot be read; `document` is what they cost, None where nobody knows."""

    file: str
    offset: int
    end: int
    document: str | None
    words: str


@dataclass(frozen=True, slots=True)
class _Audited:
    """A file as it was when it was read: its size, the time of its last change in nanoseconds, and its faults."""

    size: int
    modified: int
    faults: tuple[Fault, ...]


def audit_files(
    files: Mapping[Path, int],
    catalogue: Catalogue,
    *,
    memory: Path,
    full: bool,
    progress: Callable[[int, int, str], None],
) -> list[Fault]:
    """Faults of the archive files up to these sizes, and of a catalogue that does not say what stands in them.

    All files are read when `full`, else those that differ from what is remembered in the file `memory`,
    which may be thrown away.
    """
    before = {} if full else _recall(memory)
    now: dict[str, _Audited] = {}
    faults: list[Fault] = []
    for done, (path, size) in enumerate(files.items()):
        progress(done, len(files), path.name)
        modified = path.stat().st_mtime_ns
        known = before.get(path.name)
        if known and (known.size, known.modified) == (size, modified):
            now[path.name] = known
            faults += known.faults
            continue
        broken, stray = _read(path, size, catalogue)
        faults += [*broken, *stray]
        if not stray:  # those are faults of the catalogue, which may change while the file does not
            now[path.name] = _Audited(size, modified, tuple(broken))
    progress(len(files), len(files), "")
    if full or now != before:
        _remember(memory, now)
    return faults


def tell_losses(catalogue: Catalogue, faults: Sequence[Fault]) -> list[Damaged]:
    """Each fault and each record that it costs; what was archived again since then is no loss."""
    lost = {fault: catalogue.covered(fault.file, fault.offset, fault.end) for fault in faults}
    places = {entry.place for entries in lost.values() for entry in entries}
    told: list[Damaged] = []
    missing: list[Damaged] = []
    for fault, entries in lost.items():
        gone = [entry for entry in entries if not _is_replaced(entry, catalogue, places)]
        # A fault in which no record is known may have cost one; one that cost only what is replaced did no harm.
        if gone or not entries:
            told.append(_damaged(fault, gone[0] if gone else None, fault.words))
        missing += [
            _damaged(
                fault,
                entry,
                f"{entry.capture.snapshot.document}: its record in {entry.file} at byte {entry.offset} is damaged",
            )
            for entry in gone
        ]
    return told + missing


def _damaged(fault: Fault, entry: Entry | None, words: str) -> Damaged:
    document = entry.capture.snapshot.document if entry else None
    return Damaged(file=fault.file, offset=fault.offset, end=fault.end, document=document, words=words)


def _is_replaced(lost: Entry, catalogue: Catalogue, places: set[tuple[str, int]]) -> bool:
    """Whether its body can be read elsewhere, and its document is known to have had it as late."""
    snapshot = lost.capture.snapshot
    return any(entry.place not in places for entry in catalogue.holding(snapshot.digest)) and any(
        entry.place not in places and entry.capture.snapshot.taken_at >= snapshot.taken_at
        for entry in catalogue.having(snapshot.digest, snapshot.document)
    )


def _read(path: Path, size: int, catalogue: Catalogue) -> tuple[list[Fault], list[Fault]]:
    """What in a file cannot be read; where the catalogue names a record that is not there, or none where one is."""
    broken: list[Fault] = []
    looked_at = catalogue.whole(path.name)
    named = {offset for offset in catalogue.offsets(path.name) if offset < size}
    there = set()
    for piece in read_archive_file(path, end=size):
        if isinstance(piece, Fault):
            broken.append(piece)
        elif isinstance(piece, Entry):
            there.add(piece.offset)
    stray = {
        offset: "the catalogue names a record at byte {offset} that is not there; delete catalogue.sqlite"
        for offset in named - there
        if not any(fault.offset <= offset < fault.end for fault in broken)
    } | {
        offset: "the catalogue does not name the record at byte {offset}; delete catalogue.sqlite"
        for offset in there - named
        if offset < looked_at
    }
    return broken, [
        Fault(path.name, offset, offset + 1, f"{path.name}: {words.format(offset=offset)}")
        for offset, words in sorted(stray.items())
    ]


def _recall(memory: Path) -> dict[str, _Audited]:
    try:
        kept: dict[str, dict[str, Any]] = json.loads(memory.read_text(encoding="utf-8"))
        return {
            name: _Audited(
                one["size"],
                one["modified"],
                tuple(Fault(name, offset, end, words) for offset, end, words in one["faults"]),
            )
            for name, one in kept.items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}  # read everything again


def _remember(memory: Path, audited: dict[str, _Audited]) -> None:
    kept = {
        name: {
            "size": one.size,
            "modified": one.modified,
            "faults": [[fault.offset, fault.end, fault.words] for fault in one.faults],
        }
        for name, one in audited.items()
    }
    beside = memory.with_suffix(".new")
    with suppress(OSError):  # without it the next audit takes longer, nothing else
        beside.write_text(json.dumps(kept, ensure_ascii=False, indent=1), encoding="utf-8")
        beside.replace(memory)
