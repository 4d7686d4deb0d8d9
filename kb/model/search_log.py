"""What people searched for and opened, as the log keeps it."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Missing(StrEnum):
    """What a search was left without: RESULT found no service, CLICK found some and nothing was opened."""

    RESULT = "result"
    CLICK = "click"


class ClickKind(StrEnum):
    """What was opened."""

    SERVICE = "service"
    CLAUSE = "clause"


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedSearch:
    """A search; personal data in `text` and `corrected` are masked before it is kept.

    `key` is the same for texts that differ in form only. `shown` has the ids of the first services, `page` the path
    that was asked, `answered` tells whether an answer stood above the results.
    """

    id: str
    asked_at: datetime
    text: str
    key: str
    language: str
    corrected: str | None
    total: int
    total_clauses: int
    shown: tuple[str, ...]
    took_ms: float
    page: str
    answered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedClick:
    """Something opened from a search: id of a service, or act and clause; `place` 1 is the first, 0 the answer."""

    search: str
    kind: ClickKind
    target: str
    place: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LoggedQuestion:
    """A question to the consultant; personal data in `text` are masked before it is kept.

    `state` and `intent` are those of the answer, `service` the id of its service, `page` the path that was asked, or
    the command.
    """

    id: str
    asked_at: datetime
    text: str
    key: str
    language: str
    state: str
    intent: str
    service: str | None
    took_ms: float
    page: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionCount:
    """How many questions of a language ended in a state."""

    language: str
    state: str
    questions: int


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryCount:
    """A query by its newest search: how often it was asked, and how many of these searches were followed by a click."""

    newest: LoggedSearch
    searches: int
    clicked: int
