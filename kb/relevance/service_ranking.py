"""The services that the registry finds for a text."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache

from indexes.weights import Weights
from kb.pipeline import Registry
from kb.relevance.figures import DEPTH, Answered
from kb.relevance.judged_query import JudgedQuery
from kb.search import BadQuery, SearchResult

RUN_DEPTH = 100

# Ids of what a text finds, best first, at most DEPTH of them; none for a text that is refused.
Rank = Callable[[str], Sequence[str]]


def service_rank(registry: Registry, *, weights: Weights | None = None) -> Rank:
    """Ranks by the registry's own search, its language told from the text; a text is searched once."""

    @cache
    def rank(text: str) -> tuple[str, ...]:
        try:
            found = registry.search(text, limit=DEPTH, weights=weights)
        except BadQuery:
            return ()
        return tuple(hit.service.id for hit in found.services)

    return rank


def answer_queries(queries: Sequence[JudgedQuery], rank: Rank, *, texts: Iterable[str] | None = None) -> list[Answered]:
    """What the queries find, or `texts` in their place; the services of a query count as one, wherever the first is."""
    asked = (query.text for query in queries) if texts is None else texts
    return [_answered(query, rank(text)) for query, text in zip(queries, asked, strict=True)]


def _answered(query: JudgedQuery, found: Sequence[str]) -> Answered:
    right = query.services[0]
    return Answered(tuple(dict.fromkeys(right if name in query.services else name for name in found)), {right: 1})


def run_results(registry: Registry, queries: Iterable[JudgedQuery]) -> Iterator[tuple[str, SearchResult]]:
    """The results of a TREC run, as deep as `kb search --batch` makes it; a refused query has none."""
    for query in queries:
        try:
            yield query.id, registry.search(query.text, limit=RUN_DEPTH)
        except BadQuery:
            continue
