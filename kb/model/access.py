"""Who may write: roles, what each may do, keys, sessions, and the trail of what people changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Any

LOCAL_NAME = "local"


class Role(StrEnum):
    """What a key may do, each role all that the one before it may; `<` and `>=` compare by that, not by letters."""

    READER = "reader"
    OPERATOR = "operator"
    LAWYER = "lawyer"
    ADMINISTRATOR = "administrator"

    @property
    def rank(self) -> int:
        """0 for the role that may do the least."""
        return list(Role).index(self)

    def __lt__(self, other: str) -> bool:
        return self.rank < Role(other).rank

    def __le__(self, other: str) -> bool:
        return self.rank <= Role(other).rank

    def __gt__(self, other: str) -> bool:
        return self.rank > Role(other).rank

    def __ge__(self, other: str) -> bool:
        return self.rank >= Role(other).rank


class Work(StrEnum):
    """What is not open to everybody."""

    FEEDBACK = "feedback"
    QUERY_LOG = "query_log"  # what people searched for, and why a search finds what it finds
    CURATION = "curation"  # synonyms and best bets
    REVIEW = "review"  # decisions on doubtful readings
    VERDICT = "verdict"  # verdicts on findings
    RECOMMENDATION = "recommendation"  # recommendations of the monitoring and what became of them
    EVALUATION = "evaluation"  # points of state bodies, versions of the method, appeals
    SOURCES = "sources"  # taking a source out of the base
    KEYS = "keys"
    AUDIT = "audit"


# The one table of who may do what.
NEEDED: Mapping[Work, Role] = MappingProxyType(
    {
        Work.FEEDBACK: Role.OPERATOR,
        Work.QUERY_LOG: Role.OPERATOR,
        Work.CURATION: Role.OPERATOR,
        Work.REVIEW: Role.LAWYER,
        Work.VERDICT: Role.LAWYER,
        Work.RECOMMENDATION: Role.LAWYER,
        Work.EVALUATION: Role.LAWYER,
        Work.SOURCES: Role.ADMINISTRATOR,
        Work.KEYS: Role.ADMINISTRATOR,
        Work.AUDIT: Role.ADMINISTRATOR,
    }
)


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does something: the name of a key, or of a person at this machine; `key` is None where no key signed in."""

    name: str
    role: Role
    key: str | None = None

    def may(self, work: Work) -> bool:
        """Whether the role is high enough for it."""
        return self.role >= NEEDED[work]

    def signing(self, typed: str | None) -> "Actor":
        """The actor under the name that was typed, where no key tells who it is; a key keeps its own name."""
        return self if self.key is not None or typed is None else replace(self, name=typed)


LOCAL = Actor(LOCAL_NAME, Role.ADMINISTRATOR)


@dataclass(frozen=True, slots=True, kw_only=True)
class AccessKey:
    """A key as it is listed; what opens with it is kept nowhere.

    `id` is the part of the key that is no secret. It holds through `last_day` (in Kazakhstan), until it is withdrawn.
    """

    id: str
    name: str
    role: Role
    made_at: datetime
    last_day: date | None = None
    withdrawn_at: datetime | None = None

    def holds(self, today: date) -> bool:
        """Whether it opens anything on that day."""
        return self.withdrawn_at is None and (self.last_day is None or today <= self.last_day)

    @property
    def actor(self) -> Actor:
        """Who signs in with it."""
        return Actor(self.name, self.role, self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """Somebody signed in to the pages. `secret` goes into the cookie, `form_token` into every form of the session."""

    actor: Actor
    ends_at: datetime
    secret: str = field(repr=False)
    form_token: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """Who looks at a page: nobody in particular, the person at this machine, or somebody signed in."""

    actor: Actor | None = None
    session: Session | None = None

    def may(self, work: Work) -> bool:
        """Whether the work is open to this visitor."""
        return self.actor is not None and self.actor.may(work)

    @property
    def form_token(self) -> str:
        """What every form has to carry; empty where nobody signed in."""
        return self.session.form_token if self.session else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """One change made by a person. `digest` is that of the entry before (`previous`) and of all that stands here."""

    id: int
    at: datetime
    actor: Actor
    action: str
    target: str
    before: Any = None
    after: Any = None
    previous: str
    digest: str
