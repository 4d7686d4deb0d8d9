"""Which code read a document: a digest of the source files, so that a change is never forgotten."""

import hashlib
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

READING_ROOMS = ("kb.model", "kb.text", "kb.norms", "kb.read", "scrapers", "kb.extract")
CHECKING_ROOMS = (*READING_ROOMS, "kb.resolve", "kb.compare", "kb.monitoring")
BUILDING_ROOMS = (
    *READING_ROOMS, "kb.store", "kb.resolve", "kb.compare", "kb.monitoring", "kb.search", "kb.pipeline", "indexes",
)  # fmt: skip
_KINDS = (".py", ".yaml", ".json", ".txt")


def reading_version() -> str:
    """Version of all that turns a body into statements; a reading of another version is done again."""
    return _digest(READING_ROOMS)


def building_version() -> str:
    """Version of all that turns the archive into a base."""
    return _digest(BUILDING_ROOMS)


def checking_version() -> str:
    """Version of all that turns statements into findings."""
    return _digest(CHECKING_ROOMS)


@cache
def _digest(rooms: tuple[str, ...]) -> str:
    digest = hashlib.sha256()
    for room in rooms:
        _add(digest, resources.files(room), room)
    return digest.hexdigest()[:16]


def _add(digest: "hashlib._Hash", folder: Traversable, name: str) -> None:
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        place = f"{name}/{entry.name}"
        if entry.is_dir():
            _add(digest, entry, place)
        elif entry.name.endswith(_KINDS):
            digest.update(place.encode() + b"\0" + entry.read_bytes() + b"\0")
