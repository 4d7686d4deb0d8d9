"""Ranked services and clauses."""

from typing import Any

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


class SearchShape(Shape):
    """One page of results."""

    query: str
    language: Language
    corrected: str | None
    total: int = Field(description="Services that match")
    total_clauses: int
    services: list[ServiceHitShape]
    clauses: list[ClauseHitShape]
    facets: dict[str, Any]
    next: str | None
    took_ms: float


class SuggestionsShape(Shape):
    """Services whose names continue what was typed."""

    items: list[ServiceReference]
