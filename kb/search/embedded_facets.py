"""Facet counts of the embedded engine."""

from collections.abc import Callable
from typing import Any

from kb.search.hits import MOST_VALUES, FacetCount, sort_counts
from kb.search.query import AllOf, Facets, Keyword, Query


def choose(query: Query, filters: tuple[Keyword, ...]) -> Query:
    """The query under these conditions."""
    return AllOf((query,), filters=filters) if filters else query


def count_facets(
    searcher: Any, facets: Facets, query_with: Callable[[tuple[Keyword, ...]], Any]
) -> dict[str, tuple[FacetCount, ...]]:
    """The counts of every field asked for; `query_with` makes the engine's query under the conditions given.

    Fields without a choice of their own are counted in one pass, every other one in a pass without its choice.
    """
    passes: dict[tuple[Keyword, ...], list[str]] = {}
    for name in facets.fields:
        passes.setdefault(facets.filters(beside=name), []).append(name)
    counts: dict[str, tuple[FacetCount, ...]] = {}
    for filters, names in passes.items():
        wanted = {name: {"terms": {"field": name, "size": MOST_VALUES}} for name in names}
        found = searcher.aggregate(query_with(filters), wanted)
        for name in names:
            values = (FacetCount(str(one["key"]), int(one["doc_count"])) for one in found[name]["buckets"])
            counts[name] = sort_counts(values)
    return {name: counts[name] for name in facets.fields}
