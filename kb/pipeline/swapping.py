"""Making the indexes of a build live.

A build stores its base and the names of its indexes in one transaction and makes the indexes live right
after it. When it is killed between the two, the next one to open the home finishes the step; when it is
killed before, the base still names the indexes that are live.
"""

from kb.pipeline.errors import HomeBusy
from kb.pipeline.home import Home
from kb.search import IndexMissing, SearchBackend, SearchError
from kb.store import Build, Store


def settle_swap(home: Home, store: Store, backend: SearchBackend) -> None:
    """Finishes a swap that a killed build left open, unless a build is at work (it does so itself)."""
    with store.read() as base:
        build = base.build()
    try:
        if build is None or is_live(backend, build):
            return
        with home.hold():
            finish_swap(store, backend)
    except (HomeBusy, SearchError):
        # The engine says the same when it is asked for something; cards do without it.
        return


def finish_swap(store: Store, backend: SearchBackend) -> bool:
    """Makes the indexes of the newest build live and removes all others (under the lock of the home); False when they
    are gone.

    Live indexes are swapped in again: a build may have been killed before it had removed the old ones, or while it
    filled its own.
    """
    with store.read() as base:
        build = base.build()
    if build is None:
        return True
    try:
        backend.swap(*build.indexes.values())
    except IndexMissing:
        return False
    return is_live(backend, build)


def is_live(backend: SearchBackend, build: Build) -> bool:
    """Whether the engine serves the indexes of this build."""
    try:
        states = backend.info().indexes
    except IndexMissing:
        return False
    return {kind: state.name for kind, state in states.items()} == build.indexes
