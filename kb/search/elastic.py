"""The Elasticsearch engine: aliases name the live indexes; works with servers of the 8 and 9 lines."""

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from elastic_transport import ConnectionError as NoConnection
from elastic_transport import ConnectionTimeout, TlsError, TransportError
from elasticsearch import ApiError, Elasticsearch, NotFoundError, UnsupportedProductError
from elasticsearch.helpers import BulkIndexError, bulk

from indexes.schema import IndexSchema, read_schema
from kb.search.document import IndexDocument
from kb.search.elastic_body import STORED, document_body, index_body, read_facets, search_body, suggest_body, swap_body
from kb.search.errors import BadQuery, EngineDown, IndexMissing, SearchError, WrongVersion
from kb.search.field_check import check_search
from kb.search.hits import BackendInfo, Hit, Hits, IndexState
from kb.search.index_name import check_current, kind_of, name_index, read_index_name
from kb.search.query import Facets, Query

# Without a handler of its own the transport's warnings go to stderr, beside the one clear line of ours.
logging.getLogger("elastic_transport").addHandler(logging.NullHandler())

SUPPORTED = ("8", "9")
TIMEOUT_SECONDS = 30.0
BULK_DOCUMENTS = 500


class ElasticBackend:
    """Indexes named `<prefix>-…` on the server at `url`; see `SearchBackend` for the methods.

    Nothing is asked of the server before the first use; then its version is checked once.
    """

    def __init__(self, url: str, *, prefix: str = "anyq") -> None:
        self._prefix = prefix
        self._place = _without_password(url)
        self._version: str | None = None
        self._current: set[str] = set()
        try:
            self._client = Elasticsearch(url, request_timeout=TIMEOUT_SECONDS, max_retries=1)
        except ValueError as error:
            raise SearchError(f"KB_SEARCH_URL {self._place} is no address of a server: {error}") from error

    def full_name(self, kind: str, *, build: str) -> str:
        """See SearchBackend."""
        return str(name_index(read_schema(kind), prefix=self._prefix, build=build))

    def create(self, schema: IndexSchema, *, build: str) -> str:
        """See SearchBackend."""
        name = self.full_name(schema.kind, build=build)
        with self._engine(name) as client:
            client.indices.create(index=name, **index_body(schema))
        return name

    def add(self, index: str, documents: Iterable[IndexDocument]) -> int:
        """See SearchBackend."""
        target = self._target(index)
        schema = read_schema(kind_of(index))
        actions = (
            {"_op_type": "index", "_index": target, "_id": document.id, "_source": document_body(document, schema)}
            for document in documents
        )
        with self._engine(target) as client:
            self._demand_index(target)
            count, _ = bulk(client, actions, chunk_size=BULK_DOCUMENTS)
            client.indices.refresh(index=target)
        return int(count)

    def remove(self, index: str, ids: Iterable[str]) -> None:
        """See SearchBackend."""
        target = self._target(index)
        actions = ({"_op_type": "delete", "_index": target, "_id": key} for key in ids)
        with self._engine(target) as client:
            self._demand_index(target)
            _, failed = bulk(client, actions, chunk_size=BULK_DOCUMENTS, raise_on_error=False)
            items = failed if isinstance(failed, list) else []
            errors = [item for item in items if item["delete"]["status"] != 404]
            if errors:
                raise SearchError(f"{target} on {self._place} did not remove {len(errors)} documents: {errors[0]}")
            client.indices.refresh(index=target)

    def swap(self, *names: str) -> None:
        """See SearchBackend."""
        kinds: dict[str, str] = {}
        for name in names:
            parts = read_index_name(name)
            if parts is None or parts.prefix != self._prefix:
                raise IndexMissing(f"{name} is no index of {self._prefix} on {self._place}")
            kinds[parts.kind] = name
        with self._engine(", ".join(names)) as client:
            client.indices.update_aliases(**swap_body(self._prefix, kinds))
            old = [
                name
                for name in client.indices.get(index=[f"{self._prefix}-{kind}-*" for kind in kinds], features="aliases")
                if (parts := read_index_name(name)) and parts.prefix == self._prefix and name not in names
            ]
            if old:
                client.indices.delete(index=old, ignore_unavailable=True)

    def search(
        self, index: str, query: Query, *, limit: int = 10, offset: int = 0, facets: Facets | None = None
    ) -> Hits:
        """See SearchBackend."""
        check_search(query, facets, read_schema(kind_of(index)), limit=limit, offset=offset)
        body = search_body(query, limit=limit, offset=offset, facets=facets)
        try:
            return self._search(index, body)
        except IndexMissing:
            if read_index_name(index):
                raise
            # A swap may have removed the index after the server had looked up the alias.
            return self._search(index, body)

    def _search(self, index: str, body: dict[str, Any]) -> Hits:
        target = self._target(index)
        with self._engine(target) as client:
            found = client.search(index=target, **_arguments(body)).body
        hits = tuple(_hit(item, item["_score"]) for item in found["hits"]["hits"])
        name = self._checked(found["hits"]["hits"], index)
        total = int(found["hits"]["total"]["value"])
        return Hits(total=total, hits=hits, index=name, facets=read_facets(found))

    def get(self, index: str, id: str) -> Hit | None:  # noqa: A002  an id is called id everywhere
        """See SearchBackend."""
        target = self._target(index)
        with self._engine(target) as client:
            answer = client.options(ignore_status=404).get(index=target, id=id).body
            if "error" in answer:
                raise self._missing(target)
        return _hit(answer, 0.0) if answer["found"] else None

    def suggest(self, index: str, field: str, tokens: tuple[str, ...], *, order: str, limit: int) -> tuple[Hit, ...]:
        """See SearchBackend."""
        target = self._target(index)
        with self._engine(target) as client:
            body = suggest_body(field, tokens, order=order, limit=limit)
            found = client.search(index=target, **_arguments(body)).body["hits"]["hits"]
        self._checked(found, index)
        return tuple(_hit(item, 0.0) for item in found)

    def info(self) -> BackendInfo:
        """See SearchBackend."""
        states: dict[str, IndexState] = {}
        with self._engine(f"{self._prefix}-*") as client:
            for name, settings in client.indices.get_alias(index=f"{self._prefix}-*").body.items():
                parts = read_index_name(name)
                if parts and f"{self._prefix}-{parts.kind}" in settings["aliases"]:
                    states[parts.kind] = IndexState(name, int(client.count(index=name)["count"]))
        return BackendInfo("elasticsearch", self._version or "", states)

    def close(self) -> None:
        """See SearchBackend."""
        self._client.close()

    def _target(self, index: str) -> str:
        """The full name as it is, or the alias of a kind."""
        parts = read_index_name(index)
        if parts is None:
            return f"{self._prefix}-{index}"
        if parts.prefix != self._prefix:
            raise self._missing(index)
        return index

    def _checked(self, hits: list[dict[str, Any]], index: str) -> str:
        """The full name of the index that answered, after a look at its versions; a kind where nothing was found."""
        if not hits:
            return index
        name = str(hits[0]["_index"])
        if name not in self._current and (parts := read_index_name(name)):
            check_current(name, read_schema(parts.kind))
            self._current.add(name)
        return name

    def _demand_index(self, target: str) -> None:
        # A bulk request to a name that does not exist would make an index with guessed fields.
        if not self._client.indices.exists(index=target):
            raise self._missing(target)

    def _missing(self, target: str) -> IndexMissing:
        return IndexMissing(f"no index {target} on {self._place}: build the base with 'kb build'")

    @contextmanager
    def _engine(self, target: str) -> Iterator[Elasticsearch]:
        """The client; turns its exceptions into the family of SearchError."""
        try:
            if self._version is None:
                self._version = self._read_version()
            yield self._client
        except NotFoundError as error:
            raise self._missing(target) from error
        except UnsupportedProductError as error:
            raise self._wrong("does not say that it is Elasticsearch") from error
        except (NoConnection, ConnectionTimeout, TlsError) as error:
            raise EngineDown(
                f"Elasticsearch at {self._place} does not answer ({error.message}): start it or correct KB_SEARCH_URL; "
                "without KB_SEARCH_URL the embedded engine is used"
            ) from error
        except BulkIndexError as error:
            raise SearchError(f"{target} on {self._place} refused documents: {error.errors[:1]}") from error
        except ApiError as error:
            family = BadQuery if error.status_code == 400 and "query" in str(error) else SearchError
            raise family(f"Elasticsearch at {self._place} refused a request to {target}: {error}") from error
        except TransportError as error:
            raise SearchError(f"Elasticsearch at {self._place} gave no usable answer: {error}") from error

    def _read_version(self) -> str:
        """The version of the node that answers, by `_nodes`, which every build has; raises WrongVersion."""
        try:
            nodes = self._client.nodes.info(node_id="_local", filter_path="nodes.*.version").body["nodes"]
            version = str(next(iter(nodes.values()))["version"])
        except ApiError as error:
            if error.status_code in (401, 403):
                raise SearchError(
                    f"Elasticsearch at {self._place} wants a user it knows ({error.status_code}): "
                    "put name and password into KB_SEARCH_URL"
                ) from error
            raise self._wrong(f"answers {error.status_code} when asked for its version") from error
        except (KeyError, StopIteration, TypeError) as error:
            raise self._wrong("does not tell its version") from error
        if version.split(".", maxsplit=1)[0] not in SUPPORTED:
            raise self._wrong(f"has version {version}")
        return version

    def _wrong(self, what: str) -> WrongVersion:
        return WrongVersion(f"the server at {self._place} {what}: Elasticsearch 8 or 9 is needed (tested with 8.19)")


def _arguments(body: dict[str, Any]) -> dict[str, Any]:
    """A search body as arguments of the client, which spells `from` with an underscore."""
    return {"from_" if name == "from" else name: value for name, value in body.items()}


def _hit(item: dict[str, Any], score: float) -> Hit:
    return Hit(item["_id"], score, item["_source"][STORED])


def _without_password(url: str) -> str:
    scheme, mark, rest = url.partition("://")
    return f"{scheme}{mark}{rest.rpartition('@')[2]}"
