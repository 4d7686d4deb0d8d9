"""Building indexes beside the live ones and making them live together."""

from collections.abc import Iterable, Mapping

from indexes.schema import read_schema
from kb.search.backend import SearchBackend
from kb.search.document import IndexDocument


def rebuild_indexes(
    backend: SearchBackend, documents: Mapping[str, Iterable[IndexDocument]], *, build: str
) -> dict[str, tuple[str, int]]:
    """Fills a new index of each kind, then makes all of them live in one step and removes the former ones.

    `documents` by kind (`services`, `clauses`); `build` (lower-case letters and digits) is unique to this build.
    Returns full name and count by kind. Killed at any moment before the last step, it leaves the live indexes as
    they are; what it left behind is removed by the next swap.
    """
    built: dict[str, tuple[str, int]] = {}
    for kind, wanted in documents.items():
        name = backend.create(read_schema(kind), build=build)
        built[kind] = (name, backend.add(name, wanted))
    backend.swap(*(name for name, _ in built.values()))
    return built
