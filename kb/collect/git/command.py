"""The git executable, shut off from the settings of the machine and of its user."""

import os
import shutil
import subprocess
from pathlib import Path

from kb.collect.git.error import GitError

# Nothing runs but git itself: no hooks, no clean-up in the background, no pager, no file watcher.
_ISOLATED = {
    "core.hooksPath": os.devnull,
    "core.fsmonitor": "false",
    "core.quotePath": "false",
    "gc.auto": "0",
    "maintenance.auto": "false",
    "fetch.recurseSubmodules": "false",
    "transfer.fsckObjects": "true",
    # Names that lead out of a folder do no harm in a copy without files; they are left out and told when read.
    "fetch.fsck.hasDot": "warn",
    "fetch.fsck.hasDotdot": "warn",
    "fetch.fsck.hasDotgit": "warn",
    "credential.helper": "",
    "log.showSignature": "false",
}
_KEPT = ("PATH", "SSL_CERT_FILE", "SSL_CERT_DIR", "TMPDIR")


def git_line(folder: Path, *arguments: str, settings: dict[str, str] | None = None) -> list[str]:
    """Argument list of a git command on the bare repository in `folder`; raises GitError `git_missing`."""
    git = shutil.which("git")
    if git is None:
        raise GitError("git is not installed; install it and try again", code="git_missing", url="")
    pairs = [part for key, value in {**_ISOLATED, **(settings or {})}.items() for part in ("-c", f"{key}={value}")]
    return [git, *pairs, f"--git-dir={folder}", *arguments]


def git_environment(schemes: str = "") -> dict[str, str]:
    """Environment of a git command that may talk by these schemes (`https`, `http:https`; none: no network)."""
    return {
        **{key: os.environ[key] for key in _KEPT if key in os.environ},
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_ALLOW_PROTOCOL": schemes or "none",
        "GIT_NO_REPLACE_OBJECTS": "1",
        "GIT_OPTIONAL_LOCKS": "0",
        "HOME": os.devnull,
        "LC_ALL": "C",
    }


def run_git(folder: Path, *arguments: str) -> str:
    """Output of a short command that reads a local copy; raises GitError `broken_copy` when it fails."""
    done = subprocess.run(  # noqa: S603 - an argument list, no shell
        git_line(folder, *arguments), env=git_environment(), stdin=subprocess.DEVNULL, capture_output=True, check=False
    )
    if done.returncode:
        raise broken_copy(folder, done.stderr)
    return done.stdout.decode(errors="surrogateescape")


def start_git(folder: Path, *arguments: str) -> subprocess.Popen[bytes]:
    """A running command that reads a local copy, with pipes to and from it; its complaints are dropped."""
    return subprocess.Popen(  # noqa: S603 - an argument list, no shell
        git_line(folder, *arguments),
        env=git_environment(),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )


def broken_copy(folder: Path, complaint: bytes = b"") -> GitError:
    """The error for a copy that git cannot read."""
    said = complaint.decode(errors="replace").strip().splitlines()
    words = f" ({said[-1]})" if said else ""
    return GitError(
        f"{folder}: the copy of the repository cannot be read{words}; delete this folder and collect again, "
        "the archive keeps what was collected",
        code="broken_copy",
        url="",
    )
