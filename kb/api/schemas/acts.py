"""What changed in acts, their two languages, their references."""

from pydantic import Field

from kb.api.schemas.shape import Shape
from kb.model import ActType
from kb.read import ChangeKind, WordChangeKind


class WordChangeShape(Shape):
    """A stretch of words."""

    kind: WordChangeKind
    words: str


class ClauseChangeShape(Shape):
    """A clause that differs, by its ids before and after."""

    kind: ChangeKind
    before: str | None
    after: str | None
    words: list[WordChangeShape]


class PartDifferenceShape(Shape):
    """One part of an act in two editions."""

    before: str | None = Field(description="Digest of the earlier text, null where the part is new")
    after: str | None = Field(description="Digest of the later text, null where the part is gone")
    only_before: list[str] = Field(
        description='Ids of parts that the later text, an excerpt, does not cover and that are not compared; "" = body'
    )
    only_after: list[str] = Field(description="The same for parts that the earlier text does not cover")
    same: int | None
    changes: list[ClauseChangeShape] | None


class PairShape(Shape):
    """Two clauses that say the same, null where the other language has none."""

    kk: str | None
    ru: str | None
    confidence: float = Field(description="0 to 1")


class PartPairsShape(Shape):
    """One part of an act in both languages, by digest."""

    kk: str
    ru: str
    pairs: list[PairShape]


class StepShape(Shape):
    """One unit of the address of a clause."""

    kind: str
    number: str


class NamedActShape(Shape):
    """An act as a text names it."""

    type: ActType
    number: str | None
    date: str | None
    title: str | None


class ActLinkShape(Shape):
    """A reference, `text[start:end]` of a snapshot."""

    snapshot: str
    start: int
    end: int
    clause: str | None = Field(description="The clause that it stands in")
    path: list[StepShape] = Field(description="Units, outermost first; empty for an act as a whole")
    named: NamedActShape | None = Field(description="Null for the act itself")
    act: str | None = Field(description="Id of the act that it leads to, null where it is not in the base")
    target: str | None = Field(description="Id of the clause that it leads to")
    dangling: bool
