"""What a state body is given in an evaluation: points, penalties, days of stages, and its appeals."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum


class AppealState(StrEnum):
    """Where an appeal stands; what may follow on what is data (`kb/monitoring/data/evaluation_words.yaml`)."""

    FILED = "filed"
    UNDER_CONSIDERATION = "under_consideration"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Points that an evaluator gave for an item, and on what ground."""

    item: str
    evaluator: str
    points: Decimal
    evidence: str
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Penalty:
    """How many `cases` of a rule were met, and on what ground."""

    rule: str
    cases: int
    evidence: str
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StageDays:
    """When a stage was gone through; `until` None = it was not ended."""

    stage: str
    since: date
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Evaluation:
    """What a body was given for a year by a method; `id` is made of year, body and region."""

    id: str
    year: int
    body: str
    method: str
    region: str | None = None
    scores: tuple[Score, ...] = ()
    penalties: tuple[Penalty, ...] = ()
    stages: tuple[StageDays, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealMove:
    """A step of an appeal: the state that it came to on `day`, on whose behalf (a body's code), why, and who typed it.

    `points` are those that hold from now on, of an accepted appeal alone.
    """

    state: AppealState
    day: date
    behalf: str
    reason: str
    author: str
    at: datetime
    points: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Appeal:
    """That a body does not agree with the points of an item; `moves` in order, the first files it.

    `in_term` is whether it was filed in the months of the method, None where the method gives none.
    """

    id: int
    evaluation: str
    item: str
    moves: tuple[AppealMove, ...]
    in_term: bool | None = None

    @property
    def state(self) -> AppealState:
        """Where it stands now."""
        return self.moves[-1].state
