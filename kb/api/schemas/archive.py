"""Acts, snapshots, sources and the state of the base."""

from typing import Any

from pydantic import Field

from kb.api.schemas.evidence import IssueShape
from kb.api.schemas.shape import Shape
from kb.model import ActStatus, ActType, Language, Layout, SourceKind


class SnapshotShape(Shape):
    """One archived body, described."""

    digest: str
    document: str
    source: str
    media_type: str
    taken_at: str
    size: int
    language: Language | None
    sample: bool
    text: str


class ActTextShape(Shape):
    """One text of an act."""

    date: str | None
    language: Language
    title: str | None
    snapshot: SnapshotShape


class ActShape(Shape):
    """An act with its texts."""

    id: str
    ids: list[str]
    type: ActType | None
    number: str | None
    date: str | None
    title_kk: str | None
    title_ru: str | None
    status: ActStatus
    repealed_on: str | None
    repealed_by: str | None = Field(description="The act that repealed it, as printed")
    issuers: list[str] = Field(description="The bodies that adopted it, as printed")
    in_force_on: str | None
    registered_number: str | None
    registered_on: str | None
    editions: list[ActTextShape]


class RunShape(Shape):
    """A run of collection with what needs a look."""

    source: str
    reach: dict[str, Any] = Field(description="What was asked for: since, limit, only; empty for all there is")
    state: str = Field(description="running, ok, broken or paused (the daily budget of a host was spent)")
    started_at: str
    finished_at: str | None
    documents: int
    new: int
    changed: int
    gone: int
    alarms: list[IssueShape]


class BodyShape(Shape):
    """A state body as printed, and its documents in this source."""

    name: str
    documents: int
    newest: str


class SourceShape(Shape):
    """A source, how fresh it is and how much of it there is."""

    id: str
    publisher_kk: str
    publisher_ru: str
    urls: list[str]
    languages: list[Language]
    kind: SourceKind
    layout: Layout
    archived: int
    documents: int
    removed: int
    statements: int
    issues: int
    samples: int
    newest: str | None
    collected: bool = Field(description="It can be collected; false: local files only")
    state: str = Field(description="State of the last run; never when there was none")
    stale: bool = Field(description="The day of `next_due` is over")
    next_due: str | None = Field(description="The day on which the next run is due by the cadence")
    last_run: RunShape | None
    bodies: list[BodyShape]


class ReadyShape(Shape):
    """Engine and database answer; what is in the base."""

    status: str
    engine: str
    engine_version: str
    indexes: dict[str, str]
    built_at: str | None
    counts: dict[str, int]
    sample: bool
