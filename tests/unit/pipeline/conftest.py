"""The built samples, opened."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kb.pipeline import Home, Registry


@pytest.fixture
def registry(built_folder: Path) -> Iterator[Registry]:
    """The built home, opened for reading."""
    registry = Registry(Home(folder=built_folder))
    yield registry
    registry.close()
