"""Damage of the archive: each file is read again when it changed, or on demand."""

import json
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kb.collect.archive_file import Fault, read_archive_file
from kb.collect.record import Entry


@dataclass(frozen=True, slots=True)
class _Audited:
    """A file as it was when it was read: its size, the time of its last change in nanoseconds, and its faults."""

    size: int
    modified: int
    faults: tuple[Fault, ...]


def audit_files(files: Iterable[Path], entries: Sequence[Entry], *, memory: Path, full: bool) -> list[Fault]:
    """Faults of the archive files, and of entries of the index that lead to no record.

    All files are read when `full`, else those that differ from what is remembered in the file `memory`,
    which may be thrown away.
    """
    before = {} if full else _recall(memory)
    now: dict[str, _Audited] = {}
    faults: list[Fault] = []
    for path in files:
        state = path.stat()
        known = before.get(path.name)
        if known and (known.size, known.modified) == (state.st_size, state.st_mtime_ns):
            now[path.name] = known
            faults += known.faults
            continue
        found, broken = read_archive_file(path)
        stray = _stray([entry for entry in entries if entry.file == path.name], found, broken)
        faults += [*broken, *stray]
        if not stray:  # a stray entry is a fault of the index, which may change while the file does not
            now[path.name] = _Audited(state.st_size, state.st_mtime_ns, tuple(broken))
    if full or now != before:
        _remember(memory, now)
    return faults


def tell_losses(entries: Sequence[Entry], faults: Sequence[Fault]) -> list[str]:
    """A line for each fault and each record that it costs; what was archived again since then is no loss."""
    lost = [entry for entry in entries if any(fault.covers(entry) for fault in faults)]
    places = {(entry.file, entry.offset) for entry in lost}
    whole = [entry for entry in entries if (entry.file, entry.offset) not in places]
    missing = [entry for entry in lost if not _is_replaced(entry, whole)]
    # A fault in which no record is known may have cost one; one that cost only what is replaced did no harm.
    told = [
        fault
        for fault in faults
        if any(fault.covers(entry) for entry in missing) or not any(fault.covers(entry) for entry in lost)
    ]
    return [fault.words for fault in told] + [
        f"{entry.snapshot.document}: its record in {entry.file} at byte {entry.offset} is damaged" for entry in missing
    ]


def _is_replaced(lost: Entry, whole: Iterable[Entry]) -> bool:
    """Whether its body can be read elsewhere, and its document is known to have had it as late."""
    same = [entry for entry in whole if entry.snapshot.digest == lost.snapshot.digest]
    return any(not entry.revisit for entry in same) and any(
        entry.snapshot.document == lost.snapshot.document and entry.snapshot.taken_at >= lost.snapshot.taken_at
        for entry in same
    )


def _stray(indexed: Iterable[Entry], found: Iterable[Entry], broken: Sequence[Fault]) -> list[Fault]:
    places = {entry.offset for entry in found}
    return [
        Fault(
            entry.file,
            entry.offset,
            entry.offset + 1,
            f"{entry.file}: the index names a record at byte {entry.offset} that is not there; delete index.jsonl",
        )
        for entry in indexed
        if entry.offset not in places and not any(fault.covers(entry) for fault in broken)
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
