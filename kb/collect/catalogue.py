"""The index beside the archive: JSON lines that can be thrown away and read again from the WARC files."""

import json
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from kb.collect.record import Entry
from kb.model import Language, Snapshot


def load_catalogue(path: Path) -> list[Entry] | None:
    """Entries of an index file; None when it is missing or not whole, so that it must be rebuilt."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
        if lines.pop():  # every line is written with its line feed; a rest is a torn write
            return None
        return [_entry_of(json.loads(line)) for line in lines]
    except (OSError, ValueError, KeyError, TypeError):
        return None


def append_entries(path: Path, entries: Iterable[Entry]) -> None:
    """Add entries to the index; nothing hangs on it, the WARC files are the record."""
    with path.open("a", encoding="utf-8") as file:
        file.writelines(_line_of(entry) for entry in entries)


def replace_catalogue(path: Path, entries: Iterable[Entry]) -> None:
    """Write the index anew; a reader sees the old or the new one, never a part."""
    beside = path.with_suffix(".new")
    beside.write_text("".join(_line_of(entry) for entry in entries), encoding="utf-8")
    beside.replace(path)


def _line_of(entry: Entry) -> str:
    snapshot = entry.snapshot
    record = {
        "file": entry.file,
        "offset": entry.offset,
        "length": entry.length,
        "revisit": entry.revisit,
        "digest": snapshot.digest,
        "document": snapshot.document,
        "source": snapshot.source,
        "media_type": snapshot.media_type,
        "taken_at": snapshot.taken_at.isoformat(),
        "size": snapshot.size,
        "language": snapshot.language,
        "sample": snapshot.sample,
    }
    return json.dumps(record, ensure_ascii=False) + "\n"


def _entry_of(record: dict[str, Any]) -> Entry:
    return Entry(
        record["file"],
        record["offset"],
        record["length"],
        record["revisit"],
        Snapshot(
            digest=record["digest"],
            document=record["document"],
            source=record["source"],
            media_type=record["media_type"],
            taken_at=datetime.fromisoformat(record["taken_at"]),
            size=record["size"],
            language=Language(record["language"]) if record["language"] else None,
            sample=record["sample"],
        ),
    )
