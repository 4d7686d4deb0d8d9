"""The base that a command works on."""

from collections.abc import Iterator
from contextlib import contextmanager

from kb.app import Settings, open_registry
from kb.pipeline import Registry


@contextmanager
def opened_registry() -> Iterator[Registry]:
    """The registry of the settings' home, closed at the end of the block."""
    registry = open_registry(Settings())
    try:
        yield registry
    finally:
        registry.close()
