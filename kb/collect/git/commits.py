"""The commits of a copy and the files that they touched."""

import subprocess
from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO

from kb.collect.git.command import broken_copy, run_git, start_git

_PIECE = 64 * 1024


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit, the day that it bears, and the paths it added, changed or took away."""

    id: str
    day: date
    paths: frozenset[str]


@dataclass(frozen=True, slots=True)
class Walk:
    """Commits to be read together: all branches, or one tag. `tips` are their newest commits."""

    name: str
    tips: tuple[str, ...]


def find_walks(folder: Path) -> list[Walk]:
    """The branches first, then the tags, newest name first; tags name builds by their day."""
    form = "%(objecttype) %(objectname) %(*objecttype) %(*objectname) %(refname)"
    branches: list[str] = []
    tags: list[Walk] = []
    for line in run_git(folder, "for-each-ref", f"--format={form}").splitlines():
        *parts, name = line.split()
        if "commit" not in parts:
            continue
        tip = parts[parts.index("commit") + 1]
        if name.startswith("refs/heads/"):
            branches.append(tip)
        else:
            tags.append(Walk(name, (tip,)))
    return [Walk("branches", tuple(branches)), *sorted(tags, key=lambda walk: walk.name, reverse=True)]


def read_commits(folder: Path, tips: Iterable[str], known: Iterable[str]) -> Generator[Commit, None, None]:
    """The commits that lead to the tips and not to known ones, oldest first, a parent before its children.

    A merge counts with what it brought to its first parent.
    """
    git = start_git(
        folder, "log", "--stdin", "--reverse", "--date-order", "--diff-merges=first-parent", "--raw", "-r", "-z",
        "--no-renames", "--no-abbrev", "--date=short", "--format=format:%H %cd",
    )  # fmt: skip
    try:
        if git.stdin is None or git.stdout is None:
            raise ValueError("git was started without pipes")
        git.stdin.write(_wanted(tips, known))
        git.stdin.close()
        yield from _parse(git.stdout)
        if git.wait():
            raise broken_copy(folder)
    finally:
        _end(git)


def _wanted(tips: Iterable[str], known: Iterable[str]) -> bytes:
    return "".join([*(f"{tip}\n" for tip in tips), *(f"^{tip}\n" for tip in known)]).encode()


def _parse(output: IO[bytes]) -> Iterator[Commit]:
    """`<commit> <day>`, then for each path `:<modes, objects, status>` and the path, all ended by zero bytes."""
    commit: tuple[str, date] | None = None
    paths: set[str] = set()
    tokens = _tokens(output)
    for token in tokens:
        if not token:
            continue
        head, _, change = token.rpartition("\n") if not token.startswith(":") else ("", "", token)
        if not head and not change.startswith(":"):
            head, change = change, ""
        if head:
            if commit:
                yield Commit(*commit, frozenset(paths))
            id_, _, day = head.partition(" ")
            commit, paths = (id_, _day(day)), set()
        if change:
            paths.add(next(tokens))
    if commit:
        yield Commit(*commit, frozenset(paths))


def _day(printed: str) -> date:
    """The day of a commit; a clock that was wrong may have set any year, also beyond the calendar's last."""
    try:
        return date.fromisoformat(printed)
    except ValueError:
        return date.max


def _tokens(output: IO[bytes]) -> Iterator[str]:
    rest = b""
    while piece := output.read(_PIECE):
        *whole, rest = (rest + piece).split(b"\0")
        yield from (token.decode(errors="surrogateescape") for token in whole)
    if rest:
        yield rest.decode(errors="surrogateescape")


def _end(git: subprocess.Popen[bytes]) -> None:
    git.kill()
    for pipe in (git.stdin, git.stdout):
        if pipe is not None:
            pipe.close()
    git.wait()
