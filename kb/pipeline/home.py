"""Where a base lives."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from kb.collect import Archive
from kb.pipeline.errors import HomeBusy, PipelineError
from kb.search import SearchBackend, open_backend
from kb.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """A folder with `archive/`, `anyq.sqlite`, `index/` and `build.lock`.

    `database_url` and `search_url` name a database and an Elasticsearch that stand in for the files;
    they may hold passwords and stay out of the printed form.
    """

    folder: Path
    database_url: str | None = None
    search_url: str | None = None

    def __repr__(self) -> str:
        return f"Home({str(self.folder)!r})"

    def make(self) -> None:
        """Makes the folder; raises PipelineError when that cannot be done."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as problem:
            raise PipelineError(
                f"the home {self.folder} cannot be made ({problem.strerror}); set KB_HOME to a folder you may write to"
            ) from problem

    def archive(self) -> Archive:
        """The record of all that came in."""
        return Archive(self.folder / "archive")

    def store(self) -> Store:
        """The base."""
        self.make()
        return Store(self.database_url or f"sqlite:///{self.folder / 'anyq.sqlite'}")

    def backend(self, store: Store) -> SearchBackend:
        """The search engine; on a server the base's name keeps its indexes apart from those of other bases."""
        with store.read() as base:
            name = base.name()
        return open_backend(self.search_url, self.folder / "index", prefix=f"anyq-{name}")

    @contextmanager
    def hold(self, *, wait: float = 0) -> Iterator[None]:
        """Keeps other imports and builds out until the block ends; raises HomeBusy when one is at work for `wait` s.

        The lock goes with the process: a killed build leaves none behind.
        """
        self.make()
        lock = FileLock(self.folder / "build.lock", timeout=wait)
        try:
            lock.acquire()
        except Timeout:
            raise HomeBusy(f"another import or build is at work in {self.folder}; try again when it is done") from None
        except OSError as problem:
            raise PipelineError(f"the home {self.folder} cannot be written to ({problem.strerror})") from problem
        try:
            yield
        finally:
            lock.release()
