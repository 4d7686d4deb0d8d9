"""Search: one contract, two engines; see docs/rooms.md."""

from kb.search.backend import SearchBackend
from kb.search.base_search import find_services, search_base
from kb.search.clause_document import clause_document, clause_documents
from kb.search.display import ShownText, without_markup
from kb.search.document import IndexDocument
from kb.search.engine_choice import open_backend
from kb.search.errors import (
    BadQuery,
    EngineDown,
    IndexBusy,
    IndexMissing,
    IndexOutdated,
    SearchError,
    StaleCursor,
    WrongVersion,
)
from kb.search.filling import fill_indexes
from kb.search.hits import BackendInfo, Hit, Hits, IndexState
from kb.search.query import AllDocuments, AllOf, AnyOf, InRange, Keyword, Phrase, Query, Terms
from kb.search.request import LONGEST_TEXT, SearchRequest
from kb.search.result import ClauseHit, SearchResult, ServiceHit, Snippet, result_to_json
from kb.search.service_document import BodyText, service_document
from kb.search.suggestion import suggest_services
from kb.search.trec_run import write_run

__all__ = [
    "LONGEST_TEXT",
    "AllDocuments",
    "AllOf",
    "AnyOf",
    "BackendInfo",
    "BadQuery",
    "BodyText",
    "ClauseHit",
    "EngineDown",
    "Hit",
    "Hits",
    "InRange",
    "IndexBusy",
    "IndexDocument",
    "IndexMissing",
    "IndexOutdated",
    "IndexState",
    "Keyword",
    "Phrase",
    "Query",
    "SearchBackend",
    "SearchError",
    "SearchRequest",
    "SearchResult",
    "ServiceHit",
    "ShownText",
    "Snippet",
    "StaleCursor",
    "Terms",
    "WrongVersion",
    "clause_document",
    "clause_documents",
    "fill_indexes",
    "find_services",
    "open_backend",
    "result_to_json",
    "search_base",
    "service_document",
    "suggest_services",
    "without_markup",
    "write_run",
]  # fmt: skip
