"""TREC run files: ranked services for each query of a batch."""

from collections.abc import Iterable
from typing import TextIO

from kb.search.errors import SearchError
from kb.search.result import SearchResult


def write_run(results: Iterable[tuple[str, SearchResult]], out: TextIO, *, tag: str = "anyq") -> int:
    """Writes `qid Q0 service rank score tag` lines and returns how many; raises SearchError for a blank in an id."""
    count = 0
    for query_id, result in results:
        for rank, hit in enumerate(result.services, start=1):
            for key in (query_id, hit.service.id):
                if not key or len(key.split()) != 1:
                    raise SearchError(f"{key!r} cannot stand in a TREC run: ids there are one word")
            out.write(f"{query_id} Q0 {hit.service.id} {rank} {hit.score:.6f} {tag}\n")
            count += 1
    return count
