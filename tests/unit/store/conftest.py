"""The store on both databases that it runs on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kb.store import Store
from tests.engines.fixtures import postgres_url

__all__ = ["postgres_url"]


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty database: a file, and one of a real PostgreSQL."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'base.sqlite'}"
    url: str = request.getfixturevalue("postgres_url")
    return url


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    """A new base."""
    store = Store(store_url)
    yield store
    store.close()
