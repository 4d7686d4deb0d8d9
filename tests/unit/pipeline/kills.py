"""A build that ends between its transaction and the swap."""

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

        def swap(*_: str) -> None:
            raise Killed

        made.swap = swap  # type: ignore[method-assign]
        return made

    with monkeypatch.context() as context:
        context.setattr(Home, "backend", backend)
        with pytest.raises(Killed):
            build_base(home, full=True)
