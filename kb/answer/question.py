"""What is asked, and what a search finds for it."""

from dataclasses import dataclass
from datetime import date

from kb.model import Language, Service


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """An earlier question of the same conversation, and the id of the service that its answer was about."""

    text: str
    service: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A caller's question in free words.

    `as_of` is the day of asking; `language` None means: find it out; `id` is the caller's key and comes back in the
    answer. `service` is the service that is meant, where the caller chose one; `before` is what was asked before in the
    conversation, oldest first.
    """

    text: str
    as_of: date
    language: Language | None = None
    id: str = ""
    service: str | None = None
    before: tuple[Asked, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A candidate service; `score` compares within one search only, best first."""

    service: Service
    score: float
