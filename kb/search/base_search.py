"""Search over the base: services and clauses for one request."""

import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from indexes.schema import FieldRole, read_schema
from indexes.weights import Weights, read_weights
from kb.search.backend import SearchBackend
from kb.search.clause_hit import clause_hits
from kb.search.compose import clause_query, service_query
from kb.search.concept import Understood
from kb.search.curated import NOTHING_CURATED, Curated
from kb.search.cursor import DEEPEST, Cursor, query_mark, read_cursor, write_cursor
from kb.search.errors import IndexMissing, StaleCursor
from kb.search.hits import Hits
from kb.search.index_name import build_of
from kb.search.query import Facets, Query
from kb.search.request import SearchRequest
from kb.search.result import SearchResult, ServiceHit
from kb.search.service_hit import service_hits
from kb.search.understanding import understand
from kb.search.word_list import IndexedWords
from kb.text import word_languages


@dataclass(frozen=True, slots=True)
class _Page:
    limit: int
    offset: int


def search_base(
    backend: SearchBackend,
    request: SearchRequest,
    *,
    curated: Curated = NOTHING_CURATED,
    weights: Weights | None = None,
) -> SearchResult:
    """One page of services and clauses that match, best first; `took_ms` is wall time.

    `curated` has what people added to the vocabulary; `weights` stand in for those in force, for experiments. Raises
    BadQuery for a query without words, StaleCursor for a cursor of another query or of an index that was replaced
    since, and the rest of the SearchError family for the engine's troubles.
    """
    started = time.perf_counter()
    weights = weights or read_weights()
    understood = understand(request.text, IndexedWords(backend), terms=curated.terms)
    language = request.language or understood.language
    mark = _mark(request)
    place = read_cursor(request.cursor, query=mark, limit=request.limit) if request.cursor else None
    page = _Page(request.limit, place.offset if place else 0)
    first = curated.services_for(understood)
    index = _index(backend, "services", place.services if place else "")
    query = service_query(understood, weights, first=first, popular=curated.popular)
    with ThreadPoolExecutor(max_workers=1) as beside:  # engines work outside Python's lock, both at the same time
        queries = _clause_queries(understood, weights, request)
        asked = beside.submit(_search_clauses, backend, request, queries, page, place)
        services = _search(backend, index, query, page, _facets(request, "services"))
        clauses = asked.result()
    return SearchResult(
        query=request.text,
        language=language,
        corrected=understood.meant if understood.meant != request.text else None,
        total=services.total,
        total_clauses=clauses.total,
        services=service_hits(services.hits, understood, language, first=first),
        clauses=clause_hits(clauses.hits, understood.shown),
        facets=services.facets,
        clause_facets=clauses.facets,
        next=_next(services, clauses, page.offset + page.limit, page.limit, mark),
        took_ms=round((time.perf_counter() - started) * 1000, 3),
        words=word_languages(understood.meant),
    )


def find_services(
    backend: SearchBackend,
    request: SearchRequest,
    *,
    curated: Curated = NOTHING_CURATED,
    understood: Understood | None = None,
) -> tuple[ServiceHit, ...]:
    """The services of the first page alone, for callers that show no clauses; raises the SearchError family.
    `understood` is what the request's text asks for, where the caller has it already."""
    understood = understood or understand(request.text, IndexedWords(backend), terms=curated.terms)
    first = curated.services_for(understood)
    query = service_query(understood, read_weights(), first=first, popular=curated.popular)
    found = _search(backend, "services", query, _Page(request.limit, 0), None)
    return service_hits(found.hits, understood, request.language or understood.language, first=first)


def _search_clauses(
    backend: SearchBackend, request: SearchRequest, queries: Iterable[Query], page: _Page, place: Cursor | None
) -> Hits:
    """What the first query finds anything with."""
    index = _index(backend, "clauses", place.clauses if place else "")
    found = Hits(total=0, hits=(), index=index)
    for query in queries:
        found = _search(backend, index, query, page, _facets(request, "clauses"))
        if found.total:
            break
    return found


def _clause_queries(understood: Understood, weights: Weights, request: SearchRequest) -> Iterator[Query]:
    """Clauses whose words match, else those that are alike."""
    for alike in (False, True):
        yield clause_query(understood, weights, request.as_of, narrowing=request.narrowing, alike=alike)


def _mark(request: SearchRequest) -> str:
    narrowing = request.narrowing
    chosen = [sorted(facets.items()) for facets in (narrowing.services, narrowing.clauses)]
    return query_mark(request.text, request.language, request.as_of, *chosen, narrowing.acts, narrowing.every)


def _facets(request: SearchRequest, kind: str) -> Facets | None:
    chosen = request.narrowing.services if kind == "services" else request.narrowing.clauses
    if not chosen and not request.facets:
        return None
    fields = read_schema(kind).fields.items()
    counted = tuple(name for name, role in fields if role is FieldRole.FACET) if request.facets else ()
    return Facets(fields=counted, chosen=chosen)


def _index(backend: SearchBackend, kind: str, build: str) -> str:
    """The index that the page before was of; the live one where there is none."""
    return backend.full_name(kind, build=build) if build else kind


def _search(backend: SearchBackend, index: str, query: Query, page: _Page, facets: Facets | None) -> Hits:
    try:
        return backend.search(index, query, limit=page.limit, offset=page.offset, facets=facets)
    except IndexMissing as error:
        if page.offset:
            raise StaleCursor("the base was built anew since this page: start again without the cursor") from error
        raise


def _next(services: Hits, clauses: Hits, offset: int, limit: int, mark: str) -> str | None:
    if max(services.total, clauses.total) <= offset or offset + limit > DEEPEST:
        return None
    return write_cursor(Cursor(offset, build_of(services.index), build_of(clauses.index), mark))
