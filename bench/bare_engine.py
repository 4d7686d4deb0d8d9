"""The engines without the product: the same queries by their own clients, and the size of their indexes."""

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Protocol

import tantivy
from elasticsearch import Elasticsearch

from indexes.schema import read_schema
from kb.search import Query
from kb.search.elastic_body import search_body, suggest_body
from kb.search.embedded_query import translate_query

LIMIT = 10
MERGE_SECONDS = 60.0


class BareEngine(Protocol):
    """One engine."""

    def prepare(self, trees: Mapping[str, Query]) -> Callable[[], None]:
        """A search by the trees of one text (by kind of index): ten documents of each, read and thrown away."""
        ...

    def suggest(self, tokens: tuple[str, ...], *, order: str, limit: int) -> None:
        """Services that have all these beginnings of words, read and thrown away."""
        ...

    def settle(self) -> None:
        """Comes back when the engine does nothing of its own any more."""
        ...

    def size_bytes(self) -> int:
        """What all indexes take on disk."""
        ...


class BareTantivy:
    """tantivy on the index folders, opened once more by itself."""

    def __init__(self, folder: Path, names: Mapping[str, str]) -> None:
        self._folders = [folder / name for name in names.values()]
        self._opened = {kind: tantivy.Index.open(str(folder / name)) for kind, name in names.items()}
        self._searchers = {kind: index.searcher() for kind, index in self._opened.items()}

    def prepare(self, trees: Mapping[str, Query]) -> Callable[[], None]:
        """See BareEngine; to make the engine's query of the tokens is part of the search."""

        def search() -> None:
            for kind, tree in trees.items():
                query = translate_query(tree, self._opened[kind].schema, read_schema(kind))
                for _, address in self._searchers[kind].search(query, limit=LIMIT).hits:
                    self._searchers[kind].doc(address)

        return search

    def suggest(self, tokens: tuple[str, ...], *, order: str, limit: int) -> None:
        """See BareEngine."""
        schema, searcher = self._opened["services"].schema, self._searchers["services"]
        terms = [(tantivy.Occur.Must, tantivy.Query.term_query(schema, "prefix", token, "freq")) for token in tokens]
        query = tantivy.Query.boolean_query(terms)
        for _, address in searcher.search(query, limit=limit, order_by_field=order, order=tantivy.Order.Asc).hits:
            searcher.doc(address)

    def settle(self) -> None:
        """See BareEngine; a writer of tantivy has merged when it is closed."""

    def size_bytes(self) -> int:
        """See BareEngine."""
        return sum(path.stat().st_size for folder in self._folders for path in folder.rglob("*") if path.is_file())


class BareElastic:
    """The client of Elasticsearch by itself; the bodies are made beforehand."""

    def __init__(self, url: str, names: Mapping[str, str]) -> None:
        self._client = Elasticsearch(url, request_timeout=60)
        self._names = dict(names)

    def prepare(self, trees: Mapping[str, Query]) -> Callable[[], None]:
        """See BareEngine."""
        bodies = [(self._names[kind], search_body(tree, limit=LIMIT, offset=0)) for kind, tree in trees.items()]

        def search() -> None:
            for name, body in bodies:
                self._client.search(index=name, body=body)

        return search

    def suggest(self, tokens: tuple[str, ...], *, order: str, limit: int) -> None:
        """See BareEngine."""
        self._client.search(
            index=self._names["services"], body=suggest_body("prefix", tokens, order=order, limit=limit)
        )

    def settle(self) -> None:
        """See BareEngine: until no merge runs, a minute at most."""
        until = time.monotonic() + MERGE_SECONDS
        while self._stats("merge")["merges"]["current"] and time.monotonic() < until:
            time.sleep(0.2)

    def size_bytes(self) -> int:
        """See BareEngine."""
        return int(self._stats("store")["store"]["size_in_bytes"])

    def _stats(self, metric: str) -> Any:
        return self._client.indices.stats(index=list(self._names.values()), metric=metric).body["_all"]["primaries"]
