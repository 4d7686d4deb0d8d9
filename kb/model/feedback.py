"""Marks that people give answers and pages, and the work list that is made of them."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from kb.model.language import Language


class MarkKind(StrEnum):
    """What a person says: an answer helped, was wrong, was none; a document was asked for that no list names; words."""

    HELPFUL = "helpful"
    WRONG_ANSWER = "wrong_answer"
    NO_ANSWER = "no_answer"
    UNLISTED_DOCUMENT = "unlisted_document"
    COMMENT = "comment"


# The kinds that leave work behind them.
GAP_KINDS = frozenset({MarkKind.WRONG_ANSWER, MarkKind.NO_ANSWER, MarkKind.UNLISTED_DOCUMENT})


class GapClass(StrEnum):
    """What is missing: a word that leads to the service, a value on its card, the norm itself, an end to what sources
    say against each other, or nothing, where the question is about no public service."""

    SYNONYM = "synonym"
    CARD = "card"
    NORM = "norm"
    CONTRADICTION = "contradiction"
    OUT_OF_SCOPE = "out_of_scope"


class GapState(StrEnum):
    """Whether somebody still has to look at it."""

    OPEN = "open"
    DONE = "done"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A mark as it is given.

    `page` is the path on which it was given, without what was asked; `service` any id of the service, `answer` the id
    of the answer, `words` what the person adds. `gap` is given by staff alone.
    """

    kind: MarkKind
    page: str
    language: Language
    question: str | None = None
    service: str | None = None
    answer: str | None = None
    words: str = ""
    gap: GapClass | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptMark:
    """A mark as it is kept: personal data in its question and words are masked.

    `gap` None is not yet sorted; `changed_by` and `changed_at` tell of the last change of class or state.
    """

    id: str
    made_at: datetime
    mark: Mark
    state: GapState = GapState.OPEN
    changed_by: str | None = None
    changed_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkFilter:
    """Which marks; None = all. `unsorted` leaves those without a class, `gaps` those that leave work behind them."""

    kind: MarkKind | None = None
    gap: GapClass | None = None
    state: GapState | None = None
    service: str | None = None
    since: date | None = None
    unsorted: bool = False
    gaps: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkCount:
    """How many marks of a kind, class and state a week (by its Monday, in Kazakhstan) holds."""

    week: date
    kind: MarkKind
    gap: GapClass | None
    state: GapState
    count: int
