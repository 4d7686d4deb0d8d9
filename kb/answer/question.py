"""What is asked, and what a search finds for it."""

from dataclasses import dataclass
from datetime import date

from kb.model import Language, Service


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A caller's question in free words.

    `as_of` is the day that is asked about; `language` None means: find it out; `id` is the caller's
    key and comes back in the answer.
    """

    text: str
    as_of: date
    language: Language | None = None
    id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A candidate service; `score` compares within one search only, best first."""

    service: Service
    score: float
