"""Filling the indexes of a build beside the live ones."""

from collections.abc import Iterable, Mapping

from indexes.schema import read_schema
from kb.search.backend import SearchBackend
from kb.search.document import IndexDocument


def fill_indexes(
    backend: SearchBackend, documents: Mapping[str, Iterable[IndexDocument]], *, build: str
) -> dict[str, str]:
    """Makes and fills a new index of each kind; full names by kind. Nothing goes live before the backend's `swap`.

    `documents` by kind (`services`, `clauses`); `build` (lower-case letters and digits) is unique to this build.
    Killed at any moment, it leaves the live indexes as they are; what it left behind is removed by the next swap.
    """
    names: dict[str, str] = {}
    for kind, wanted in documents.items():
        names[kind] = backend.create(read_schema(kind), build=build)
        backend.add(names[kind], wanted)
    return names
