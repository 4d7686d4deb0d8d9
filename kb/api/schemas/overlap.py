"""How much of the texts repeats elsewhere, and where."""

from pydantic import Field

from kb.api.schemas.acts import WordChangeShape
from kb.api.schemas.service import ServiceReference
from kb.api.schemas.shape import Shape
from kb.model import Language
from kb.model.overlap import OverlapScope


class OverlapShareShape(Shape):
    """Characters of words: all, and those that stand elsewhere too."""

    scope: OverlapScope
    first: str | None = Field(description="Service, or act or document")
    second: str | None = Field(description="The other act or document of a pair")
    characters: int
    repeated: int
    common: int = Field(description="What of `repeated` many places share")
    part: float = Field(description="`repeated` as a part of `characters`, 0 to 1")


class ServiceOverlapShape(OverlapShareShape):
    """The share of a service."""

    service: ServiceReference


class OverlapSummaryShape(Shape):
    """How much repeats: of all texts, of each service, of each act in another; the most first."""

    overall: OverlapShareShape | None = Field(description="null where nothing was measured yet")
    services: list[ServiceOverlapShape]
    services_total: int = Field(description="How many services have a share")
    acts: list[OverlapShareShape]
    acts_total: int = Field(description="How many pairs of acts have a share")


class RepeatedPlaceShape(Shape):
    """`text[start:end]` of a snapshot."""

    work: str = Field(description="The act, or the document where there is no act")
    document: str
    snapshot: str
    clause: str
    language: Language
    start: int
    end: int
    services: list[str] = Field(description="Ids of the services that the clause speaks of")


class RepeatShape(Shape):
    """Two places that say the same."""

    a: RepeatedPlaceShape
    b: RepeatedPlaceShape
    exact: bool = Field(description="The same words in the same order, whatever their case and endings")
    characters: int = Field(description="Characters of the words of `a` that stand in `b` too")
    common: bool = Field(description="Many places share these words, the other is one of them")
    words: list[WordChangeShape] = Field(description="Both passages: `removed` stands in `a` only, `added` in `b` only")
