"""Servers of tests: an unprivileged owner where they refuse to run as root, a free port, a run in the foreground.

On Linux they end with us even when we are killed.
"""

import os
import pwd
import shutil
import signal
import socket
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

UNPRIVILEGED = "nobody"


class ServerError(Exception):
    """The server could not be fetched or started; the message says why and what to do."""


def as_owner(folder: Path, *, stop_signal: str = "TERM") -> list[str]:
    """The words before a command that make its owner unprivileged when this is root; `folder` becomes its own."""
    if os.geteuid() != 0:
        return ["setpriv", "--pdeathsig", stop_signal] if shutil.which("setpriv") else []
    owner = pwd.getpwnam(UNPRIVILEGED)
    for path in (folder, *folder.rglob("*")):
        os.chown(path, owner.pw_uid, owner.pw_gid)
    ids = [f"--reuid={owner.pw_uid}", f"--regid={owner.pw_gid}", "--clear-groups"]
    return ["setpriv", *ids, "--pdeathsig", stop_signal]


def free_port() -> int:
    """A port of this machine that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def serve(running: Callable[[], AbstractContextManager[str]]) -> None:
    """Runs a server until it is interrupted or told to end, and prints its address."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with running() as url:
        print(url, flush=True)  # noqa: T201  the address is the output of such a program
        try:
            signal.pause()
        except KeyboardInterrupt:
            return
