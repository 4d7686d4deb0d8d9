"""The embedded engine: tantivy indexes in a folder, one directory an index, and a file that names the live ones."""

import shutil
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import tantivy

from indexes.schema import IndexSchema, read_schema
from kb.search.document import IndexDocument
from kb.search.embedded_document import ID, engine_document, engine_schema, read_hit
from kb.search.embedded_facets import choose, count_facets
from kb.search.embedded_page import read_page
from kb.search.embedded_query import constant_score, translate_query
from kb.search.errors import IndexBusy, IndexMissing, SearchError
from kb.search.field_check import check_search
from kb.search.hits import BackendInfo, Hit, Hits, IndexState
from kb.search.index_name import check_current, name_index, read_index_name
from kb.search.live_file import LiveFile
from kb.search.query import Facets, Query
from kb.search.seen_ids import SeenIds

PREFIX = "anyq"
REMOVED = "removed-"
# Bytes; tantivy wants 15 MB a thread at least. 200,000 clauses peak at 50 MB with 20 MB of it, at 73 MB with 64 MB,
# in about the same time.
WRITER_MEMORY = 20_000_000
DEFAULT_FOLDER_MODE = 0o755


@dataclass(frozen=True, slots=True)
class _Opened:
    index: Any
    schema: Any
    kind: IndexSchema
    stamp: int


class EmbeddedBackend:
    """tantivy in `folder`. Any number of processes may read while one writes; see `SearchBackend` for the methods."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._live = LiveFile(folder)
        self._opened: dict[str, _Opened] = {}
        self._lock = threading.Lock()

    def full_name(self, kind: str, *, build: str) -> str:
        """See SearchBackend."""
        return str(name_index(read_schema(kind), prefix=PREFIX, build=build))

    def create(self, schema: IndexSchema, *, build: str) -> str:
        """See SearchBackend."""
        name = self.full_name(schema.kind, build=build)
        directory = self._folder / name
        if directory.exists():
            raise SearchError(f"{directory} exists already: every build takes a new build name")
        directory.mkdir(parents=True, mode=DEFAULT_FOLDER_MODE)
        with _engine(f"cannot make an index in {directory}"):
            tantivy.Index(engine_schema(schema), path=str(directory))
        return name

    def add(self, index: str, documents: Iterable[IndexDocument]) -> int:
        """See SearchBackend."""
        name, opened = self._open(index)
        count = 0
        with self._writer(name, opened) as writer:
            fresh = opened.index.searcher().num_docs == 0
            seen = SeenIds()
            for document in documents:
                if seen.add(document.id) or not fresh:  # to delete what is not there does no harm
                    writer.delete_documents_by_term(ID, document.id)
                writer.add_document(engine_document(document, opened.kind))
                count += 1
        return count

    def remove(self, index: str, ids: Iterable[str]) -> None:
        """See SearchBackend."""
        name, opened = self._open(index)
        with self._writer(name, opened) as writer:
            for key in ids:
                writer.delete_documents_by_term(ID, key)

    def swap(self, *names: str) -> None:
        """See SearchBackend."""
        live = dict(self._live.read())
        for name in names:
            parts = read_index_name(name)
            if parts is None or not (self._folder / name).is_dir():
                raise IndexMissing(f"no index {name} in {self._folder} to make live")
            live[parts.kind] = name
        self._live.write(live)
        self._remove_others(live)

    def search(
        self, index: str, query: Query, *, limit: int = 10, offset: int = 0, facets: Facets | None = None
    ) -> Hits:
        """See SearchBackend."""
        name, opened = self._open(index)
        check_search(query, facets, opened.kind, limit=limit, offset=offset)
        searcher = opened.index.searcher()
        asked = facets or Facets()
        with _engine(f"index {name} cannot run the query"):
            chosen = choose(query, asked.filters())
            wanted = translate_query(chosen, opened.schema, opened.kind)
            total, hits = read_page(searcher, wanted, limit=limit, offset=offset, constant=constant_score(chosen))
            counts = count_facets(
                searcher, asked, lambda others: translate_query(choose(query, others), opened.schema, opened.kind)
            )
        return Hits(total=total, hits=hits, index=name, facets=counts)

    def get(self, index: str, id: str) -> Hit | None:  # noqa: A002  an id is called id everywhere
        """See SearchBackend."""
        name, opened = self._open(index)
        searcher = opened.index.searcher()
        with _engine(f"index {name} cannot be read"):
            found = searcher.search(tantivy.Query.term_query(opened.schema, ID, id, "basic"), limit=1, count=False).hits
            return read_hit(searcher.doc(found[0][1]), 0.0) if found else None

    def suggest(self, index: str, field: str, tokens: tuple[str, ...], *, order: str, limit: int) -> tuple[Hit, ...]:
        """See SearchBackend."""
        name, opened = self._open(index)
        searcher = opened.index.searcher()
        terms = [
            (tantivy.Occur.Must, tantivy.Query.term_query(opened.schema, field, token, "freq")) for token in tokens
        ]
        with _engine(f"index {name} cannot suggest"):
            found = searcher.search(
                tantivy.Query.boolean_query(terms),
                limit=limit,
                count=False,
                order_by_field=order,
                order=tantivy.Order.Asc,
            )
            return tuple(read_hit(searcher.doc(address), 0.0) for _, address in found.hits)

    def info(self) -> BackendInfo:
        """See SearchBackend."""
        live = self._live.read()
        states = {kind: IndexState(name, self._open(name)[1].index.searcher().num_docs) for kind, name in live.items()}
        return BackendInfo("tantivy", version("tantivy"), states)

    def close(self) -> None:
        """See SearchBackend."""
        self._opened.clear()

    def _resolve(self, index: str) -> str:
        if read_index_name(index):
            return index
        name = self._live.read().get(index)
        if name is None:
            raise IndexMissing(f"no live index of {index} in {self._folder}: build the base with 'kb build'")
        check_current(name, read_schema(index))
        return name

    def _open(self, index: str) -> tuple[str, _Opened]:
        """The opened index, seen as of its newest commit."""
        name = self._resolve(index)
        try:
            return name, self._open_name(name)
        except IndexMissing:
            # A swap in another process may have removed it between reading the pointer and opening the folder.
            again = self._resolve(index)
            if again == name:
                raise
            return again, self._open_name(again)

    def _open_name(self, name: str) -> _Opened:
        meta = self._folder / name / "meta.json"
        try:
            stamp = meta.stat().st_mtime_ns
        except FileNotFoundError:
            self._opened.pop(name, None)
            raise self._gone(name) from None
        opened = self._opened.get(name)
        if opened and opened.stamp == stamp:
            return opened
        with self._lock:
            parts = read_index_name(name)
            if parts is None:
                raise IndexMissing(f"{name} is no index name")
            try:
                with _engine(f"index {name} in {self._folder} cannot be opened, delete the folder and run 'kb build'"):
                    index = tantivy.Index.open(str(self._folder / name))
                    index.config_reader("manual")
                    index.reload()
            except SearchError:
                if meta.exists():
                    raise
                raise self._gone(name) from None
            opened = _Opened(index, index.schema, read_schema(parts.kind), stamp)
            self._opened[name] = opened
        return opened

    def _gone(self, name: str) -> IndexMissing:
        return IndexMissing(f"index {name} is gone from {self._folder}: search again, or run 'kb build'")

    @contextmanager
    def _writer(self, name: str, opened: _Opened) -> Iterator[Any]:
        with _engine(f"index {name} in {self._folder} cannot be written"):
            # One thread: documents keep their order, so equal scores rank alike from build to build.
            writer = opened.index.writer(WRITER_MEMORY, 1)
            try:
                yield writer
                writer.commit()
            except BaseException:
                writer.rollback()
                raise
            finally:
                writer.wait_merging_threads()
        self._opened.pop(name, None)

    def _remove_others(self, live: dict[str, str]) -> None:
        for directory in list(self._folder.iterdir()):
            parts = read_index_name(directory.name)
            if parts and parts.kind in live and live[parts.kind] != directory.name:
                self._opened.pop(directory.name, None)
                # Renamed first, so that another process finds the whole index or none of it.
                doomed = directory.with_name(f"{REMOVED}{directory.name.removeprefix(REMOVED)}")
                directory.rename(doomed)
                shutil.rmtree(doomed, ignore_errors=True)


@contextmanager
def _engine(trouble: str) -> Iterator[None]:
    """Turns the engine's errors (ValueError, OSError) into the family of SearchError."""
    try:
        yield
    except (ValueError, OSError) as error:
        if "LockBusy" in str(error):
            raise IndexBusy(f"{trouble}: another process is writing to it, wait until it has ended") from error
        raise SearchError(f"{trouble}: {error}") from error
