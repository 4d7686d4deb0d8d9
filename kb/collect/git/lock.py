"""One run at a time on the copy of a repository."""

import fcntl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kb.collect.git.error import GitError

_LOOK_AGAIN = 0.1


@contextmanager
def hold_copy(path: Path, *, url: str, wait: float) -> Iterator[int]:
    """Descriptor of a held lock file, to be handed to git: the lock lasts until both have ended.

    So a git that outlives a killed run keeps the next run from its files. Raises GitError `busy` after `wait`
    seconds.
    """
    with path.open("a") as file:
        until = time.monotonic() + wait
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError as error:
                if time.monotonic() >= until:
                    raise GitError(
                        "another run, or the git of one that was killed, works on this repository; wait for its end",
                        code="busy",
                        url=url,
                    ) from error
                time.sleep(_LOOK_AGAIN)
        yield file.fileno()
