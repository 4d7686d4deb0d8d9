"""Ranked services and clauses."""

from pydantic import Field

from kb.api.schemas.evidence import EvidenceShape
from kb.api.schemas.service import ServiceReference
from kb.api.schemas.shape import Shape
from kb.model import Language


class SnippetShape(Shape):
    """Words of a source with the ranges of `text` that the query matches."""

    text: str
    highlights: list[tuple[int, int]]
    evidence: EvidenceShape


class ServiceHitShape(Shape):
    """A found service."""

    service: ServiceReference
    score: float
    snippets: list[SnippetShape]
    why: list[str]


class ClauseHitShape(Shape):
    """A found clause."""

    act: str | None
    clause: str | None
    label: str
    score: float
    snippet: str
    highlights: list[tuple[int, int]]
    evidence: EvidenceShape
    sample: bool


class WordShape(Shape):
    """A word of the text that was searched, at `start`:`end`; `language` null for names, numbers and what both have."""

    text: str
    start: int
    end: int
    language: Language | None


class FacetValueShape(Shape):
    """A value of a facet and how many results have it."""

    value: str
    count: int


class ReasonShape(Shape):
    """One part of a score; of several wordings of one thing the best counts."""

    asked: str = Field(description="The thing of the query")
    words: str = Field(description="The wording that was met")
    origin: str = Field(description="typed, spelling or vocabulary; best_bet, id, cites or status for what is no word")
    text: str = Field(description="The text that has it: name, body or told")
    score: float
    counts: bool


class ReasonsShape(Shape):
    """Why a search finds a service; the parts that count sum up to its score."""

    query: str
    service: str
    reasons: list[ReasonShape]


class SearchShape(Shape):
    """One page of results."""

    query: str
    language: Language
    corrected: str | None
    total: int = Field(description="Services that match")
    total_clauses: int
    services: list[ServiceHitShape]
    clauses: list[ClauseHitShape]
    words: list[WordShape]
    facets: dict[str, list[FacetValueShape]] = Field(description="What the services could be narrowed to")
    clause_facets: dict[str, list[FacetValueShape]] = Field(description="What the clauses could be narrowed to")
    next: str | None
    took_ms: float
    search: str | None = Field(
        description="Id under which clicks on these results are told; null where the search is not kept"
    )


class SuggestionsShape(Shape):
    """Services whose names continue what was typed."""

    items: list[ServiceReference]
