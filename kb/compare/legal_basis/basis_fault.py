"""What is wrong with a reference of an act."""

from dataclasses import dataclass
from enum import StrEnum

from kb.extract.clause_lookup import Path
from kb.model import ActReference


class BasisKind(StrEnum):
    """The ways in which the legal basis of a clause fails."""

    DANGLING_CLAUSE = "dangling_clause"
    DANGLING_ROW = "dangling_row"
    ANNEX_TWICE = "annex_twice"
    TWO_NUMBERS = "two_numbers"
    REPEALED_ACT = "repealed_act"
    MISSING_ARTICLE = "missing_article"


@dataclass(frozen=True, slots=True, kw_only=True)
class BasisFault:
    """A reference, `text[start:end]` of its document in `clause`, that leads nowhere or to what does not hold.

    `path` is the address it prints, `act` the other act it names. `other` is the clause that shows the fault where
    there is one: the last of the row that a number goes beyond, the other annex with the number, the other citation,
    the act that lacks the clause. `since` and `law` tell of a repeal where they are known: the ISO day, the act that
    repealed, in words.
    """

    kind: BasisKind
    clause: str
    start: int
    end: int
    path: Path = ()
    act: ActReference | None = None
    other: str | None = None
    since: str | None = None
    law: str | None = None
