"""Which files of a repository are one text: the documents of a folder that belong together."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from hashlib import sha256

from kb.collect.git.objects import Objects
from kb.model import Repository

# The folder of an act may move; where it ends in a number, that is the act's own and stays.
_OWN_NUMBER = re.compile(r"-(\d+)$")
_LONGEST_PATH = 1000
_ANY_FOLDER = "*/"


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """The files in a folder that make up one text: `rus.md`, or all of `rus/`, are part `rus`."""

    folder: str
    name: str

    @property
    def act(self) -> str:
        """What stays the same when the folder moves."""
        own = _OWN_NUMBER.search(self.folder)
        return own[1] if own else self.folder


@dataclass(frozen=True, slots=True)
class File:
    """A file of an edition: its path below the folder, and the name of its content."""

    path: str
    id: str


@dataclass(frozen=True, slots=True)
class Edition:
    """A part as it stood at a commit, with the files that go along; `links` are names that are no files."""

    documents: tuple[File, ...]
    companions: tuple[File, ...]
    links: tuple[str, ...]

    @property
    def fingerprint(self) -> bytes:
        """The same for the same content at the same paths below the folder."""
        lines = [f"{file.path}\0{file.id}\n" for file in (*self.documents, *self.companions)]
        return sha256("".join(lines).encode(errors="surrogateescape")).digest()


class Layout:
    """The patterns of a repository: `*/rus.md` is a file in any folder, `*/rus/*.md` one in its subfolder `rus`."""

    def __init__(self, repository: Repository) -> None:
        self._documents = [_tail(pattern) for pattern in repository.documents]
        self._companions = [_tail(pattern) for pattern in repository.companions]

    def parts(self, paths: Iterable[str]) -> tuple[set[Part], set[str]]:
        """The parts that these paths belong to, and the folders of which they are companions."""
        parts: set[Part] = set()
        folders: set[str] = set()
        for path in paths:
            names = path.split("/")
            for tail in self._documents:
                if _matches(names[-len(tail) :], tail) and len(names) > len(tail):
                    parts.add(Part("/".join(names[: -len(tail)]), _stem(names[-len(tail)])))
            for tail in self._companions:
                if _matches(names[-len(tail) :], tail) and len(names) > len(tail):
                    folders.add("/".join(names[: -len(tail)]))
        return parts, folders

    def parts_of(self, objects: Objects, commit: str, folder: str) -> set[Part]:
        """All parts that stand in a folder at a commit."""
        return self.parts(f"{folder}/{path}" for path, *_ in self._files(objects, commit, folder))[0]

    def edition(self, objects: Objects, commit: str, part: Part) -> Edition:
        """The part as it stands at a commit; without documents when it is not there any more."""
        documents: list[File] = []
        companions: list[File] = []
        links: list[str] = []
        for path, id_, is_file in self._files(objects, commit, part.folder):
            names = path.split("/")
            if not is_file:
                if _stem(names[0]) == part.name:
                    links.append(path)
            elif _stem(names[0]) == part.name and any(_matches(names, tail) for tail in self._documents):
                documents.append(File(path, id_))
            elif any(_matches(names, tail) for tail in self._companions):
                companions.append(File(path, id_))
        return Edition(tuple(documents), tuple(companions), tuple(links))

    def _files(self, objects: Objects, commit: str, folder: str, below: str = "") -> Iterator[tuple[str, str, bool]]:
        """Path below the folder, content, and whether it is a file, of all that a pattern may reach."""
        for entry in objects.tree(commit, f"{folder}/{below}".rstrip("/")):
            path = f"{below}{entry.name}"
            if not entry.is_folder:
                yield path, entry.id, entry.is_file
            elif self._reaches(path) and is_safe(path):
                yield from self._files(objects, commit, folder, f"{path}/")

    def _reaches(self, path: str) -> bool:
        names = path.split("/")
        return any(
            len(tail) > len(names) and _matches(names, tail[: len(names)])
            for tail in (*self._documents, *self._companions)
        )


def is_safe(path: str) -> bool:
    """Whether a path can be the name of a document: no steps upwards, no control characters, UTF-8, not endless."""
    names = path.split("/")
    if len(path) > _LONGEST_PATH or any(name in ("", ".", "..") or name.lower() == ".git" for name in names):
        return False
    return path.isprintable() and "\\" not in path


def _tail(pattern: str) -> tuple[str, ...]:
    if not pattern.startswith(_ANY_FOLDER):
        raise ValueError(f"pattern {pattern!r}: begin with */, the folder of what belongs together")
    return tuple(pattern.removeprefix(_ANY_FOLDER).split("/"))


def _matches(names: list[str], tail: tuple[str, ...]) -> bool:
    return len(names) == len(tail) and all(map(fnmatchcase, names, tail))


def _stem(name: str) -> str:
    return name.partition(".")[0]
