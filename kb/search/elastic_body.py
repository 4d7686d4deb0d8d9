"""Elasticsearch request bodies from neutral values; pure functions, so golden files can hold their output.

Only what the server's core has: no analysers but `whitespace`, no scripts, no `_reindex`, no `_delete_by_query`.
"""

from typing import Any

from indexes.schema import FieldRole, IndexSchema
from kb.search.document import IndexDocument
from kb.search.errors import BadQuery
from kb.search.even_tokens import even_tokens
from kb.search.hits import MOST_VALUES, FacetCount, sort_counts
from kb.search.query import AllDocuments, AllOf, AnyOf, BestOf, Facets, InRange, Keyword, Phrase, Query, Terms

Body = dict[str, Any]

KEY = "key"
STORED = "stored"
VALUES = "values"

# k1 and b as tantivy has them fixed, so that one ranking contract holds for both engines.
_SIMILARITY = {"default": {"type": "BM25", "k1": 1.2, "b": 0.75}}

_MAPPINGS: dict[FieldRole, Body] = {
    FieldRole.WORDS: {"type": "text", "analyzer": "whitespace", "index_options": "positions"},
    FieldRole.TOKENS: {"type": "text", "analyzer": "whitespace", "index_options": "freqs"},
    FieldRole.KEYWORD: {"type": "keyword", "doc_values": False},
    FieldRole.FACET: {"type": "keyword"},
    FieldRole.ORDER: {"type": "keyword"},
    FieldRole.NUMBER: {"type": "integer"},
}


_NOTHING: Body = {"match_none": {}}


def index_body(schema: IndexSchema) -> Body:
    """Settings and mappings of a new index."""
    fields = {name: _MAPPINGS[role] for name, role in schema.fields.items()}
    return {
        "settings": {
            "number_of_shards": 1,
            "auto_expand_replicas": "0-1",
            "similarity": _SIMILARITY,
        },
        "mappings": {
            "dynamic": "strict",
            # The analysed fields are never read back: keeping them out halves the index and the fetch.
            "_source": {"includes": [STORED]},
            "properties": {
                KEY: {"type": "keyword"},
                STORED: {"type": "keyword", "index": False, "doc_values": False},
                **fields,
            },
        },
    }


def document_body(document: IndexDocument, schema: IndexSchema) -> Body:
    """The source of one document."""
    keywords: Body = {field: list(values) for field, values in document.keywords.items()}
    return {KEY: document.id, STORED: document.stored, **even_tokens(document, schema), **keywords, **document.numbers}


def search_body(query: Query, *, limit: int, offset: int, facets: Facets | None = None) -> Body:
    """A search for one page; equal scores are ordered by id, which holds over replicas."""
    body: Body = {
        "query": query_body(query),
        "from": offset,
        "size": limit,
        "sort": ["_score", {KEY: "asc"}],
        "track_total_hits": True,
    }
    if facets:
        # The choices come after the query, so that each field can be counted as if nothing were chosen in it.
        body["post_filter"] = _all_filters(facets.filters())
        body["aggs"] = {
            name: {
                "filter": _all_filters(facets.filters(beside=name)),
                "aggs": {VALUES: {"terms": {"field": name, "size": MOST_VALUES}}},
            }
            for name in facets.fields
        }
    return body


def read_facets(answer: Body) -> dict[str, tuple[FacetCount, ...]]:
    """The counts in the answer to a search that asked for facets."""
    return {
        name: sort_counts(FacetCount(str(one["key"]), int(one["doc_count"])) for one in found[VALUES]["buckets"])
        for name, found in answer.get("aggregations", {}).items()
    }


def _all_filters(filters: tuple[Keyword, ...]) -> Body:
    return {"bool": {"filter": [{"terms": {one.field: list(one.values)}} for one in filters]}}


def suggest_body(field: str, tokens: tuple[str, ...], *, order: str, limit: int) -> Body:
    """Documents that hold all tokens, in the order of the `order` field."""
    return {
        "query": {"bool": {"filter": [{"term": {field: token}} for token in tokens]}},
        "size": limit,
        "sort": [{order: "asc"}],
        "track_total_hits": False,
    }


def swap_body(prefix: str, names: dict[str, str]) -> Body:
    """One alias update that makes `names` (full names by kind) live."""
    actions: list[Body] = []
    for kind, name in names.items():
        alias = f"{prefix}-{kind}"
        actions.append({"remove": {"index": f"{alias}-*", "alias": alias, "must_exist": False}})
        actions.append({"add": {"index": name, "alias": alias}})
    return {"actions": actions}


def query_body(query: Query) -> Body:  # noqa: PLR0911  one a node
    """The query object of a tree; raises BadQuery for a node it cannot say."""
    match query:
        case Terms():
            return _terms(query)
        case Phrase():
            words = " ".join(query.tokens)
            return {"match_phrase": {query.field: {"query": words, "boost": query.boost}}}
        case Keyword():
            return {"constant_score": {"filter": {"terms": {query.field: list(query.values)}}, "boost": query.boost}}
        case InRange():
            limits = {"gte": query.low, "lte": query.high}
            return {"constant_score": {"filter": {"range": {query.field: limits}}, "boost": 0.0}}
        case AllDocuments():
            return {"match_all": {}}
        case AnyOf():
            if not query.parts:
                return _NOTHING
            return {"bool": {"should": [query_body(part) for part in query.parts], "minimum_should_match": 1}}
        case BestOf():
            if not query.parts:
                return _NOTHING
            return {"dis_max": {"queries": [query_body(part) for part in query.parts], "tie_breaker": query.rest}}
        case AllOf():
            parts: dict[str, list[Body]] = {
                "must": [query_body(part) for part in query.parts],
                "should": [query_body(part) for part in query.optional],
                "filter": [query_body(part) for part in query.filters],
                "must_not": [query_body(part) for part in query.without],
            }
            chosen: Body = {name: bodies for name, bodies in parts.items() if bodies}
            if not query.parts and not query.filters:  # else the server would demand one of the optional parts
                chosen["filter"] = [{"match_all": {}}]
            return {"bool": chosen}
    raise BadQuery(f"no Elasticsearch query for {query!r}")


def _terms(query: Terms) -> Body:
    if not query.tokens:
        return _NOTHING
    wanted: Body = {"query": " ".join(query.tokens), "boost": query.boost}
    if query.at_least > 1:
        wanted["minimum_should_match"] = min(query.at_least, len(query.tokens))
    return {"match": {query.field: wanted}}
