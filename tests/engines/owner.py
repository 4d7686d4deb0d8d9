"""Servers that refuse to run as root get an unprivileged owner; on Linux they end with us even when we are killed."""

import os
import pwd
import shutil
import socket
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
