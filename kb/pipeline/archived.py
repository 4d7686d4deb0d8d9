"""How much of each source the archive holds."""

from collections.abc import Container
from dataclasses import dataclass
from datetime import datetime

from kb.collect import Archive


@dataclass(slots=True)
class Archived:
    """Documents of a source in the archive, how many of them are kept out of the base, and when the newest came."""

    documents: int = 0
    removed: int = 0
    newest: datetime | None = None


def count_archived(archive: Archive, removed: Container[tuple[str, str]]) -> dict[str, Archived]:
    """By source, in one walk; `removed` are the (source, document) that are kept out."""
    held: dict[str, Archived] = {}
    for one in archive.snapshots():
        mine = held.setdefault(one.source, Archived())
        mine.documents += 1
        mine.removed += (one.source, one.document) in removed
        mine.newest = max(one.taken_at, mine.newest or one.taken_at)
    return held
