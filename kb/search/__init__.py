"""Search: one contract, two engines; see docs/rooms.md."""

from kb.search.backend import SearchBackend
from kb.search.base_search import find_services, search_base
from kb.search.clause_document import act_ids, clause_document, clause_documents
from kb.search.clause_facets import ClauseUses
from kb.search.curated import NOTHING_CURATED, Curated
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
from kb.search.explanation import Reason, explain_service, reason_to_json
from kb.search.facet_values import known_values, tell_unknown
from kb.search.filling import fill_indexes
from kb.search.hits import BackendInfo, FacetCount, Hit, Hits, IndexState
from kb.search.known_word import count_words, word_documents
from kb.search.query import AllDocuments, AllOf, AnyOf, BestOf, Facets, InRange, Keyword, Phrase, Query, Terms
from kb.search.question_reading import Reading, question_words, read_question
from kb.search.references import act_number_ids
from kb.search.request import EVERYTHING, LONGEST_TEXT, Narrowing, SearchRequest
from kb.search.result import ClauseHit, SearchResult, ServiceHit, Snippet, result_to_json
from kb.search.service_document import BodyText, service_document
from kb.search.suggestion import suggest_services
from kb.search.trec_run import write_run
from kb.search.understanding import understand
from kb.search.vocabulary_match import domain_vocabulary
from kb.search.word_list import IndexedWords, WordList

__all__ = [
    "EVERYTHING",
    "LONGEST_TEXT",
    "NOTHING_CURATED",
    "AllDocuments",
    "AllOf",
    "AnyOf",
    "BackendInfo",
    "BadQuery",
    "BestOf",
    "BodyText",
    "ClauseHit",
    "ClauseUses",
    "Curated",
    "EngineDown",
    "FacetCount",
    "Facets",
    "Hit",
    "Hits",
    "InRange",
    "IndexBusy",
    "IndexDocument",
    "IndexMissing",
    "IndexOutdated",
    "IndexState",
    "IndexedWords",
    "Keyword",
    "Narrowing",
    "Phrase",
    "Query",
    "Reading",
    "Reason",
    "SearchBackend",
    "SearchError",
    "SearchRequest",
    "SearchResult",
    "ServiceHit",
    "ShownText",
    "Snippet",
    "StaleCursor",
    "Terms",
    "WordList",
    "WrongVersion",
    "act_ids",
    "act_number_ids",
    "clause_document",
    "clause_documents",
    "count_words",
    "domain_vocabulary",
    "explain_service",
    "fill_indexes",
    "find_services",
    "known_values",
    "open_backend",
    "question_words",
    "read_question",
    "reason_to_json",
    "result_to_json",
    "search_base",
    "service_document",
    "suggest_services",
    "tell_unknown",
    "understand",
    "without_markup",
    "word_documents",
    "write_run",
]  # fmt: skip
