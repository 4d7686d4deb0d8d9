"""Acts, their editions, and the clauses that a text is divided into."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from kb.model.language import Language


class ActType(StrEnum):
    """Kind of act by its form (glossary of the domain)."""

    LAW = "law"
    CODE = "code"
    ORDER = "order"
    RESOLUTION = "resolution"
    RULES = "rules"
    DECREE = "decree"
    DECISION = "decision"
    STANDARD = "standard"
    REGULATION = "regulation"


class ActStatus(StrEnum):
    """Force of an act as its source tells it; UNKNOWN when the source does not."""

    IN_FORCE = "in_force"
    REPEALED = "repealed"
    SUSPENDED = "suspended"
    NOT_YET = "not_yet"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A normative act. `id` is its adilet (NGR) code when known, else `zan:<number>`; `ids` has all known codes.

    `repealed_on` is the day of the act that repealed it, None while it is not repealed or no source tells the day;
    `repealed_by` names that act as printed. `issuers` are the bodies that adopted it, as printed.
    """

    id: str
    ids: tuple[str, ...]
    type: ActType | None
    number: str | None
    date: datetime.date | None
    title_kk: str | None
    title_ru: str | None
    status: ActStatus = ActStatus.UNKNOWN
    repealed_on: datetime.date | None = None
    repealed_by: str | None = None
    issuers: tuple[str, ...] = ()
    in_force_on: datetime.date | None = None
    registered_number: str | None = None
    registered_on: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """One wording of an act in one language; `date` is the day from which it is in force, None when unknown."""

    act: str
    date: datetime.date | None
    language: Language
    snapshot: str


class ClauseKind(StrEnum):
    """What a clause is in its text."""

    HEADING = "heading"
    ARTICLE = "article"
    POINT = "point"
    ROW = "row"
    PARAGRAPH = "paragraph"
    TABLE = "table"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """An addressable piece of a document: `text[start:end]`.

    `id` is the path in the act (`annex-2/row-5/p-1`), unique in its document and stable across
    editions where the text is; `label` is the heading or row label it stands under, as printed;
    `parent` is the id of the clause that holds it; clauses of one level never overlap.
    """

    id: str
    kind: ClauseKind
    start: int
    end: int
    language: Language
    label: str | None = None
    number: str | None = None
    parent: str | None = None
