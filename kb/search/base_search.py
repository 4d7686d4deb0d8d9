"""Search over the base: services and clauses for one request."""

import time

from kb.search.backend import SearchBackend
from kb.search.clause_hit import clause_hits
from kb.search.compose import clause_query, read_query, service_query
from kb.search.correction import correct_text
from kb.search.cursor import DEEPEST, Cursor, query_mark, read_cursor, write_cursor
from kb.search.errors import IndexMissing, StaleCursor
from kb.search.hits import Hits
from kb.search.index_name import build_of
from kb.search.query import Query
from kb.search.request import SearchRequest
from kb.search.result import SearchResult, ServiceHit
from kb.search.service_hit import service_hits
from kb.text import identify_language


def search_base(backend: SearchBackend, request: SearchRequest) -> SearchResult:
    """One page of services and clauses that match, best first; `took_ms` is wall time.

    Raises BadQuery for a query without words, StaleCursor for a cursor of another query or of an index that was
    replaced since, and the rest of the SearchError family for the engine's troubles.
    """
    started = time.perf_counter()
    language = request.language or identify_language(request.text)
    corrected = correct_text(request.text)
    texts = [request.text, *([corrected] if corrected else [])]
    readings = tuple(read_query(text) for text in texts)
    beside = read_query(" ".join(request.also)) if request.also else None
    mark = query_mark(request.text, request.language, request.as_of)
    place = read_cursor(request.cursor, query=mark, limit=request.limit) if request.cursor else None
    offset = place.offset if place else 0

    def page(index: str, query: Query) -> Hits:
        return _page(backend, index, query, request.limit, offset)

    services = page(_index(backend, "services", place.services if place else ""), service_query(readings, beside))
    clause_index = _index(backend, "clauses", place.clauses if place else "")
    clauses = page(clause_index, clause_query(readings, request.as_of, beside))
    if not clauses.total:
        clauses = page(clause_index, clause_query(readings, request.as_of, beside, alike=True))
    shown = " ".join([*texts, *request.also])
    return SearchResult(
        query=request.text,
        language=language,
        corrected=corrected,
        total=services.total,
        total_clauses=clauses.total,
        services=service_hits(services.hits, shown, readings, language),
        clauses=clause_hits(clauses.hits, shown),
        next=_next(services, clauses, offset + request.limit, request.limit, mark),
        took_ms=round((time.perf_counter() - started) * 1000, 3),
    )


def find_services(backend: SearchBackend, request: SearchRequest) -> tuple[ServiceHit, ...]:
    """The services of the first page alone, for callers that show no clauses; raises the SearchError family."""
    corrected = correct_text(request.text)
    readings = tuple(read_query(text) for text in [request.text, *([corrected] if corrected else [])])
    beside = read_query(" ".join(request.also)) if request.also else None
    found = _page(backend, "services", service_query(readings, beside), request.limit, 0)
    return service_hits(found.hits, request.text, readings, request.language or identify_language(request.text))


def _index(backend: SearchBackend, kind: str, build: str) -> str:
    """The index that the page before was of; the live one where there is none."""
    return backend.full_name(kind, build=build) if build else kind


def _page(backend: SearchBackend, index: str, query: Query, limit: int, offset: int) -> Hits:
    try:
        return backend.search(index, query, limit=limit, offset=offset)
    except IndexMissing as error:
        if offset:
            raise StaleCursor("the base was built anew since this page: start again without the cursor") from error
        raise


def _next(services: Hits, clauses: Hits, offset: int, limit: int, mark: str) -> str | None:
    if max(services.total, clauses.total) <= offset or offset + limit > DEEPEST:
        return None
    return write_cursor(Cursor(offset, build_of(services.index), build_of(clauses.index), mark))
