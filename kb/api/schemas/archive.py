"""Acts, snapshots, sources and the state of the base."""

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
    editions: list[ActTextShape]


class SourceShape(Shape):
    """A source and how much of it there is."""

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


class ReadyShape(Shape):
    """Engine and database answer; what is in the base."""

    status: str
    engine: str
    engine_version: str
    indexes: dict[str, str]
    built_at: str | None
    counts: dict[str, int]
    sample: bool
