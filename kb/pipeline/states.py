"""What the registry tells about the base, its acts and its sources."""

from dataclasses import dataclass
from datetime import datetime
from typing import Generic, TypeVar

from kb.model import Act, Edition, Issue, Snapshot, Source
from kb.pipeline.freshness import Freshness
from kb.store import BodyCount

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Page(Generic[Item]):
    """One page of a list; `next` is the cursor of the following one, None on the last."""

    items: tuple[Item, ...]
    next: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActText:
    """One text of an act: its edition and the archived body it was read from."""

    edition: Edition
    snapshot: Snapshot
    title: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActRecord:
    """An act with its texts, by date of edition and language."""

    act: Act
    editions: tuple[ActText, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceState:
    """A source and how much of it there is.

    `archived` documents are in the archive, `documents` of them in the base, `removed` kept out of it;
    `newest` is when the youngest body was taken; `samples` of the documents were written for this project;
    `bodies` are the state bodies whose documents they are; `collected` tells that it can be collected, and not
    from local files only.
    """

    source: Source
    archived: int
    documents: int
    removed: int
    statements: int
    issues: int
    samples: int
    newest: datetime | None
    freshness: Freshness
    bodies: tuple[BodyCount, ...]
    collected: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseStatus:
    """The base as it stands: engine and database, live index names by kind, counts by what was counted.

    `built_at` is None before the first build; `sample` tells that sample pages are in the base.
    """

    engine: str
    engine_version: str
    database: str
    indexes: dict[str, str]
    built_at: datetime | None
    counts: dict[str, int]
    sample: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What became of one file.

    `state` is `added`, `unchanged`, `replaced` (a newer text of that name) or `restored` (it had been removed).
    """

    document: str
    source: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """All files of an import; `failures` has one line for each that could not be taken in."""

    imported: tuple[Imported, ...]
    failures: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """A finished build: documents read anew and left as they were, what failed, counts of the base.

    `changed` is False when the base was up to date and nothing was written.
    """

    changed: bool
    read: int
    unchanged: int
    failures: tuple[Issue, ...]
    counts: dict[str, int]
