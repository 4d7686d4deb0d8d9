"""The contract that both engines keep; tests/contract runs one suite over them."""

from collections.abc import Iterable
from typing import Protocol

from indexes.schema import IndexSchema
from kb.search.document import IndexDocument
from kb.search.hits import BackendInfo, Hit, Hits
from kb.search.query import Facets, Query


class SearchBackend(Protocol):
    """A search engine. `index` is a kind (`services`: the live index of that kind) or an index's full name.

    Every method may raise the family of `SearchError`; engine exceptions never come out.
    """

    def full_name(self, kind: str, *, build: str) -> str:
        """What the index of this kind and build is called in this base; raises ValueError on an odd `build`."""
        ...

    def create(self, schema: IndexSchema, *, build: str) -> str:
        """Makes an empty index beside the live one and returns its full name; raises ValueError on an odd `build`."""
        ...

    def add(self, index: str, documents: Iterable[IndexDocument]) -> int:
        """Adds documents, replacing those of the same id; they are found once this returns. Returns how many."""
        ...

    def remove(self, index: str, ids: Iterable[str]) -> None:
        """Takes documents out; unknown ids are no error."""
        ...

    def swap(self, *names: str) -> None:
        """Makes these indexes (full names, one a kind) live in one step, then removes all others of their kinds."""
        ...

    def search(
        self, index: str, query: Query, *, limit: int = 10, offset: int = 0, facets: Facets | None = None
    ) -> Hits:
        """Best documents first, equal scores by id; what `facets` chose decides hits and total, and it is counted.

        Raises BadQuery for a field that cannot be asked or counted, and for a page that ends beyond DEEPEST results.
        """
        ...

    def get(self, index: str, id: str) -> Hit | None:  # noqa: A002  an id is called id everywhere
        """One document by id, with score 0; None when it is not there."""
        ...

    def suggest(self, index: str, field: str, tokens: tuple[str, ...], *, order: str, limit: int) -> tuple[Hit, ...]:
        """Documents whose token `field` holds all `tokens`, by their `order` field: the same list on both engines."""
        ...

    def info(self) -> BackendInfo:
        """Engine, version and live indexes."""
        ...

    def close(self) -> None:
        """Lets go of files and connections; the backend is not used after it."""
        ...
