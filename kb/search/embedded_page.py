"""One page of hits of the embedded engine, equal scores by id.

tantivy orders equal scores by place in the index, which updates and merges change; Elasticsearch cannot follow that.
"""

import math
from collections.abc import Iterator, Sequence
from typing import Any

import tantivy

from kb.search.embedded_document import ID, read_hit
from kb.search.hits import Hit

SPARE = 16  # hits that are asked for beyond the page: mostly they show that no equal score lies behind it
WIDER = 8  # times as many hits are looked at where equal scores go on
# Sums of 32-bit scores differ in their last digits with the order in which an engine adds them.
SAME_SCORE = 1e-6

_Scored = tuple[float, Any]


def read_page(
    searcher: Any, query: Any, *, limit: int, offset: int, constant: float | None
) -> tuple[int, tuple[Hit, ...]]:
    """How many documents match, and the page's hits; `constant` is the score where every document has the same one."""
    end = offset + limit
    found = searcher.search(query, limit=end + SPARE)
    total, scored = int(found.count), found.hits
    if constant is not None:
        if total <= len(scored):  # to read the few takes less time than to let tantivy order them
            return total, tuple(_by_id(searcher, [(constant, address) for _, address in scored])[offset:end])
        found = searcher.search(query, limit=limit, offset=offset, order_by_field=ID, order=tantivy.Order.Asc)
        return total, tuple(read_hit(searcher.doc(address), constant) for _, address in found.hits)
    while len(scored) < total and _same(scored[end - 1][0], scored[-1][0]):
        scored = searcher.search(query, limit=min(total, len(scored) * WIDER), count=False).hits
    hits: list[Hit] = []
    for start, run in _runs(scored):
        if start < end and start + len(run) > offset:
            ordered = _by_id(searcher, run)
            hits += ordered[max(0, offset - start) : end - start]
    return total, tuple(hits)


def _runs(scored: Sequence[_Scored]) -> Iterator[tuple[int, Sequence[_Scored]]]:
    """Stretches of equal scores with the place where each begins."""
    start = 0
    for place in range(1, len(scored) + 1):
        if place == len(scored) or not _same(scored[place - 1][0], scored[place][0]):
            yield start, scored[start:place]
            start = place


def _by_id(searcher: Any, run: Sequence[_Scored]) -> list[Hit]:
    return sorted((read_hit(searcher.doc(address), score) for score, address in run), key=lambda hit: hit.id)


def _same(first: float, second: float) -> bool:
    return math.isclose(first, second, rel_tol=SAME_SCORE)
