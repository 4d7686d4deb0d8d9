"""The base: opened once, read and changed in transactions."""

from collections.abc import Iterator
from contextlib import contextmanager

from kb.store.engine import open_engine, shown_url, transaction
from kb.store.reader import Reader
from kb.store.schema import migrate
from kb.store.writer import Writer


class Store:
    """The database at `url`, brought to the tables of this program; raises StoreError when that cannot be done."""

    def __init__(self, url: str) -> None:
        self._engine = open_engine(url)
        migrate(self._engine)

    @property
    def shown_url(self) -> str:
        """The URL without its password."""
        return shown_url(self._engine.url.render_as_string(hide_password=False))

    @contextmanager
    def read(self) -> Iterator[Reader]:
        """One transaction for reading; it sees one state of the base even while a build is storing another."""
        with transaction(self._engine, writing=False) as connection:
            yield Reader(connection)

    @contextmanager
    def write(self) -> Iterator[Writer]:
        """One transaction for changing; an exception inside it leaves the base as it was."""
        with transaction(self._engine, writing=True) as connection:
            yield Writer(connection)

    def close(self) -> None:
        """Lets go of the database."""
        self._engine.dispose()
