"""What a search gives back, and its JSON shape."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kb.model import Evidence, Language, Service
from kb.model.service_shapes import service_reference
from kb.model.shapes import evidence_to_json
from kb.search.hits import FacetCount
from kb.text import WordLanguage

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Snippet:
    """A quoted piece of text; `highlights` are half-open ranges in `text` of the words that the query matches."""

    text: str
    highlights: tuple[Range, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceHit:
    """A found service. `why` says where it matched: `best_bet`, `id`, `act`, `name`, `text`."""

    service: Service
    score: float
    snippets: tuple[Snippet, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseHit:
    """A found clause, or the piece of a long one; `label` is the heading it stands under."""

    score: float
    snippet: Snippet
    label: str
    sample: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResult:
    """One page of services and clauses.

    `corrected` is the text put right, which was searched too, None where nothing was; `total` and `total_clauses`
    count all matches; `facets` and `clause_facets` count their values; `next` is the cursor of the next page, None on
    the last. `words` are those of the text that was searched (`corrected`, else `query`), each with its language.
    """

    query: str
    language: Language
    corrected: str | None
    total: int
    total_clauses: int
    services: tuple[ServiceHit, ...]
    clauses: tuple[ClauseHit, ...]
    facets: Mapping[str, tuple[FacetCount, ...]]
    clause_facets: Mapping[str, tuple[FacetCount, ...]]
    next: str | None
    took_ms: float
    words: tuple[WordLanguage, ...] = ()


def result_to_json(result: SearchResult) -> dict[str, Any]:
    """The object of `kb search --json` and `/v1/search`."""
    return {
        "query": result.query,
        "language": result.language.value,
        "corrected": result.corrected,
        "total": result.total,
        "services": [
            {
                "service": service_reference(hit.service),
                "score": round(hit.score, 4),
                "snippets": [_snippet_to_json(snippet) for snippet in hit.snippets],
                "why": list(hit.why),
            }
            for hit in result.services
        ],
        "total_clauses": result.total_clauses,
        "clauses": [
            {
                "act": hit.snippet.evidence.act,
                "clause": hit.snippet.evidence.clause,
                "label": hit.label,
                "score": round(hit.score, 4),
                "snippet": hit.snippet.text,
                "highlights": [list(part) for part in hit.snippet.highlights],
                "evidence": evidence_to_json(hit.snippet.evidence),
                "sample": hit.sample,
            }
            for hit in result.clauses
        ],
        "words": [
            {"text": one.text, "start": one.start, "end": one.end, "language": one.language and one.language.value}
            for one in result.words
        ],
        "facets": _facets_to_json(result.facets),
        "clause_facets": _facets_to_json(result.clause_facets),
        "next": result.next,
        "took_ms": result.took_ms,
    }


def _facets_to_json(facets: Mapping[str, tuple[FacetCount, ...]]) -> dict[str, Any]:
    return {
        name: [{"value": counted.value, "count": counted.count} for counted in counts]
        for name, counts in facets.items()
    }


def _snippet_to_json(snippet: Snippet) -> dict[str, Any]:
    return {
        "text": snippet.text,
        "highlights": [list(part) for part in snippet.highlights],
        "evidence": evidence_to_json(snippet.evidence),
    }
