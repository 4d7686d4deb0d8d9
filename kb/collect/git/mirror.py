"""The local copy of a repository: made, healed and brought up to date."""

import os
import select
import shutil
import subprocess
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from kb.collect.git.command import git_environment, git_line
from kb.collect.git.error import GitError
from kb.collect.git.limits import GitLimits
from kb.collect.git.remote import Remote

# All branches as they are now, and the tags that stay when branches are pushed anew.
_WANTED = ("+refs/heads/*:refs/heads/*", "+refs/tags/build/*:refs/tags/build/*")
_LOOK_SECONDS = 1.0
_LAST_WORDS = 4000
# A host that hides what is private asks for a name where nothing public is.
_GONE = (
    "not found",
    "could not read username",
    "returned error: 404",
    "returned error: 410",
    "does not appear to be a git repository",
)


def update_mirror(folder: Path, remote: Remote, *, limits: GitLimits, lock: int, tell: Callable[[str], None]) -> None:
    """Brings the bare copy in `folder` up to date, making it first if need be; the caller holds `lock`.

    What a killed or cut fetch left behind is cleared away; objects that came whole are kept. `tell` gets git's
    own words on how far it is. Raises GitError.
    """
    _heal(folder)
    _run(folder, remote, "init", "--quiet", "--bare", "--template=", limits=limits, lock=lock, tell=tell)
    _run(
        folder, remote, "fetch", "--progress", "--prune", "--force", "--no-tags", "--no-write-fetch-head",
        "--no-recurse-submodules", "--", remote.asked, *_WANTED, limits=limits, lock=lock, tell=tell,
    )  # fmt: skip


def _heal(folder: Path) -> None:
    """Removes what only a running git may leave; the lock of the copy is held, so none is running."""
    if folder.exists() and not ((folder / "objects").is_dir() and _holds_words(folder / "HEAD")):
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for left in [*folder.rglob("*.lock"), *folder.glob("objects/**/tmp_*"), *folder.glob("objects/pack/*.temp")]:
        shutil.rmtree(left) if left.is_dir() else left.unlink(missing_ok=True)


def _holds_words(path: Path) -> bool:
    return path.is_file() and path.stat().st_size > 0


def _run(
    folder: Path, remote: Remote, *arguments: str, limits: GitLimits, lock: int, tell: Callable[[str], None]
) -> None:
    """Runs git and watches its time and what it puts on the disk; it is killed when a limit is passed."""
    with subprocess.Popen(  # noqa: S603 - an argument list, no shell
        git_line(folder, *arguments, settings=remote.config),
        env=git_environment(remote.scheme),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        pass_fds=(lock,),
        start_new_session=True,
    ) as git:
        try:
            said = _watch(git, folder, remote, limits, tell)
        except BaseException:
            _kill(git)
            raise
    if git.returncode:
        raise _failure(said, remote)


def _watch(
    git: "subprocess.Popen[bytes]", folder: Path, remote: Remote, limits: GitLimits, tell: Callable[[str], None]
) -> str:
    """What git said last; raises GitError when a limit is passed."""
    if git.stderr is None:
        raise ValueError("git was started without a pipe")
    pipe = git.stderr.fileno()
    until = time.monotonic() + limits.time
    look = time.monotonic()
    said = b""
    while True:
        if select.select([pipe], [], [], _LOOK_SECONDS)[0]:
            piece = os.read(pipe, 65536)
            if not piece:
                _check(folder, remote, limits)
                return said.decode(errors="replace")
            said = (said + piece)[-_LAST_WORDS:]
            tell(_last_line(said))
        if time.monotonic() >= until:
            raise GitError(
                f"fetching took more than {limits.time:.0f} seconds; try again, perhaps at another time",
                code="too_slow",
                url=remote.url,
            )
        if time.monotonic() >= look:
            _check(folder, remote, limits)
            look = time.monotonic() + _LOOK_SECONDS


def _last_line(said: bytes) -> str:
    return said.decode(errors="replace").replace("\r", "\n").rstrip("\n").rpartition("\n")[2].strip()


def _check(folder: Path, remote: Remote, limits: GitLimits) -> None:
    """Raises GitError when the copy has grown too large or the disk is nearly full."""
    free = shutil.disk_usage(folder).free
    if free < limits.free_disk:
        raise GitError(
            f"only {free // 1024**2} MB are left on the disk of {folder}, {limits.free_disk // 1024**2} MB must stay "
            "free; make room and collect again",
            code="disk_full",
            url=remote.url,
        )
    if _size(folder) > limits.repository:
        raise GitError(
            f"the repository is larger than {limits.repository // 1024**2} MB; is it the right one?",
            code="repository_too_large",
            url=remote.url,
        )


def _size(folder: Path) -> int:
    size = 0
    for place, _, names in os.walk(folder):
        for name in names:
            try:
                size += (Path(place) / name).stat().st_size
            except FileNotFoundError:  # git renames its files when they are whole
                continue
    return size


def _kill(git: "subprocess.Popen[bytes]") -> None:
    """Ends git and the processes that it started for the network and for unpacking."""
    with suppress(ProcessLookupError):
        os.killpg(git.pid, 9)


def _failure(said: str, remote: Remote) -> GitError:
    lines = [line.strip() for line in said.replace("\r", "\n").splitlines() if line.strip()]
    telling = [line for line in lines if line.startswith(("fatal:", "error:"))] or lines
    words = (telling[0] if telling else "git said nothing").replace(remote.asked, remote.url)
    if any(sign in words.lower() for sign in _GONE):
        return GitError(
            f"there is no public repository here ({words}); look where it has moved to",
            code="no_repository",
            url=remote.url,
        )
    return GitError(
        f"git could not fetch ({words}); what came whole is kept, collect again", code="gave_up", url=remote.url
    )
