"""Both engines behind one fixture."""

import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kb.search import SearchBackend, open_backend
from tests.engines.fixtures import elastic_url

__all__ = ["elastic_url"]

Opener = Callable[[], SearchBackend]
Both = tuple[SearchBackend, SearchBackend]


@pytest.fixture(params=["embedded", "elastic"])
def open_again(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Opener]:
    """Opens the test's base on one of the engines; every call is a backend of its own, as in another process."""
    url = request.getfixturevalue("elastic_url") if request.param == "elastic" else None
    prefix = f"t{uuid.uuid4().hex[:10]}"
    opened: list[SearchBackend] = []

    def opener() -> SearchBackend:
        opened.append(open_backend(url, tmp_path / "search", prefix=prefix))
        return opened[-1]

    yield opener
    for backend in opened:
        backend.close()


@pytest.fixture
def backend(open_again: Opener) -> SearchBackend:
    """An empty base on one of the engines."""
    return open_again()


@pytest.fixture
def both(elastic_url: str, tmp_path: Path) -> Iterator[Both]:
    """An empty base on each engine: the embedded one, then Elasticsearch."""
    backends = (
        open_backend(None, tmp_path / "both"),
        open_backend(elastic_url, tmp_path, prefix=f"t{uuid.uuid4().hex[:10]}"),
    )
    yield backends
    for backend in backends:
        backend.close()
