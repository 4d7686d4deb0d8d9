"""Builds that end near their swap."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from kb.pipeline import Home, build_base
from kb.search import SearchBackend
from kb.store import Store


class Killed(BaseException):
    """Stands for a kill: nothing of the program's own runs after it."""


def kill_before_the_swap(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that ends between its transaction and the swap."""
    real = Home.backend

    def backend(self: Home, store: Store) -> SearchBackend:
        made = real(self, store)
        swap_again = made.swap

        def swap(*names: str) -> None:
            if set(names) != {state.name for state in made.info().indexes.values()}:
                raise Killed
            swap_again(*names)

        made.swap = swap  # type: ignore[method-assign]
        return made

    with monkeypatch.context() as context:
        context.setattr(Home, "backend", backend)
        with pytest.raises(Killed):
            build_base(home, full=True)


def kill_inside_the_swap(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build that ends when its indexes are live and the old ones are not removed yet."""

    def remove(path: Path, *_: Any, **__: Any) -> None:
        raise Killed(path)

    with monkeypatch.context() as context:
        context.setattr(shutil, "rmtree", remove)
        with pytest.raises(Killed):
            build_base(home, full=True)
