"""Recommendations of the monitoring: what should change, who has to change it by when, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType

from kb.model.evidence import Evidence
from kb.model.language import Language


class RecommendationState(StrEnum):
    """Where a recommendation stands: nobody answered yet, its owner accepted it, it is done, or it was rejected."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    DONE = "done"
    REJECTED = "rejected"


LONGEST_WORDS = 2_000  # characters of a recommendation or of a note
_State = RecommendationState
# Which state may follow which; what is done or rejected can be opened again, and the note tells why.
NEXT_STATES: Mapping[RecommendationState, tuple[RecommendationState, ...]] = MappingProxyType(
    {
        _State.PROPOSED: (_State.ACCEPTED, _State.REJECTED),
        _State.ACCEPTED: (_State.DONE, _State.REJECTED),
        _State.DONE: (_State.ACCEPTED,),
        _State.REJECTED: (_State.PROPOSED,),
    }
)
UNFINISHED = (_State.PROPOSED, _State.ACCEPTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendationStep:
    """One change of a recommendation: what it became, its owner and last day from then on, and a note."""

    at: datetime
    actor: str
    state: RecommendationState
    owner: str | None = None
    due: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recommendation:
    """What should change. It follows from a finding (its id), from a place in a document, or from both.

    `service` is the id of the service it is about, None where it is about all or about none of the base; `key` names
    the place of a report that it was read from, so that reading the report again brings nothing twice.
    """

    words: str
    language: Language
    service: str | None = None
    finding: str | None = None
    place: Evidence | None = None
    key: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRecommendation:
    """A recommendation as it stands; `steps` begin with the one that made it."""

    id: str
    made_at: datetime
    recommendation: Recommendation
    state: RecommendationState
    owner: str | None = None
    due: date | None = None
    steps: tuple[RecommendationStep, ...] = ()

    def overdue(self, today: date) -> bool:
        """Whether its last day has passed and it is neither done nor rejected."""
        return self.due is not None and self.due < today and self.state in UNFINISHED


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendationFilter:
    """Which recommendations; None = all. `overdue_on` leaves those whose last day was before that day."""

    state: RecommendationState | None = None
    service: str | None = None
    owner: str | None = None
    overdue_on: date | None = None
