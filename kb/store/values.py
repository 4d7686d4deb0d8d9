"""What the store hands out besides the values of `kb.model`."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kb.model import Act, Issue, Language


@dataclass(frozen=True, slots=True)
class StoredReading:
    """Under which source a body was read, by which version of the code, and with which bodies beside it.

    `related` is a digest of those bodies by the pattern of their names; `companion` tells a body that is
    no document of its own.
    """

    source: str
    version: str
    related: dict[str, str]
    companion: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """A finished build: version of the code, names of the live indexes by kind, counts by what was counted."""

    finished_at: str
    version: str
    indexes: dict[str, str]
    counts: dict[str, int]
    id: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceCounts:
    """What the base holds of one source; `newest` is when its youngest body was taken, ISO 8601."""

    documents: int
    statements: int
    issues: int
    newest: str | None
    samples: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenText:
    """A reading by when its body was taken; `act` and `edition` (its day) are None for what is no text of an act."""

    digest: str
    document: str
    title: str | None
    language: Language
    source: str
    taken_at: datetime
    act: Act | None
    edition: date | None


class RunState(StrEnum):
    """How a run of collection stands; a killed run stays RUNNING until it is taken up again."""

    RUNNING = "running"
    OK = "ok"
    BROKEN = "broken"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A run of collection.

    `reach` is what was asked for as JSON, "{}" for all there is. `counts` has `documents` (seen), `new`,
    `changed` and `gone`; `alarms` is what needs a look, and is kept whatever is built.
    """

    id: int
    source: str
    reach: str
    started_at: datetime
    finished_at: datetime | None
    state: RunState
    counts: dict[str, int]
    alarms: tuple[Issue, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldCounts:
    """Collected documents of a source, and how many of them state an attribute, by attribute."""

    documents: int
    stating: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyCount:
    """A state body as printed, how many documents are its own, and when the newest was taken."""

    name: str
    documents: int
    newest: datetime
