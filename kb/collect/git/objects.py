"""Trees and blobs of a copy, by one running git that is asked again and again."""

import subprocess
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import IO

from kb.collect.git.command import broken_copy, start_git

_PIECE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class TreeEntry:
    """A name in a folder; `mode` as git writes it (`100644`, `40000` for a folder, `120000` for a link)."""

    mode: str
    name: str
    id: str

    @property
    def is_folder(self) -> bool:
        """Whether more names stand below it."""
        return self.mode == "40000"

    @property
    def is_file(self) -> bool:
        """False for folders, links and repositories inside the repository."""
        return self.mode.startswith("100")


class Objects:
    """Reader of a copy's objects, a context manager; memory holds one blob of at most `limit` bytes."""

    def __init__(self, folder: Path, *, limit: int) -> None:
        self._folder = folder
        self._limit = limit
        self._git: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "Objects":
        self._git = start_git(self._folder, "cat-file", "--batch")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        git, self._git = self._git, None
        if git is not None:
            git.kill()
            git.communicate()

    def tree(self, commit: str, folder: str) -> tuple[TreeEntry, ...]:
        """What stands in a folder at a commit; nothing when the folder is not there."""
        content = self._read(f"{commit}:{folder}", kind="tree")
        return tuple(_entries(content, len(commit) // 2)) if content else ()

    def blob(self, id: str) -> bytes | None:  # noqa: A002 - git's own word
        """The bytes of a file; None when it is larger than the limit."""
        return self._read(id, kind="blob")

    def has_commit(self, id: str) -> bool:  # noqa: A002
        """Whether the copy holds this commit."""
        return self._read(id, kind="commit") is not None

    def _read(self, name: str, *, kind: str) -> bytes | None:
        """Content of an object; None when it is missing, of another kind or too large."""
        asked, answers = self._pipes()
        try:
            asked.write(f"{name}\n".encode(errors="surrogateescape"))
            asked.flush()
        except OSError as error:
            raise broken_copy(self._folder) from error
        head = answers.readline()
        if head.endswith(b" missing\n"):
            if kind == "blob":
                raise broken_copy(self._folder, f"{name} is missing".encode())
            return None
        parts = head.split()
        if len(parts) != 3:
            raise broken_copy(self._folder, head)
        size = int(parts[2])
        if parts[1].decode() != kind or (kind == "blob" and size > self._limit):
            self._skip(answers, size + 1)
            return None
        content = answers.read(size)
        if len(content) != size or answers.read(1) != b"\n":
            raise broken_copy(self._folder)
        return content

    def _pipes(self) -> tuple[IO[bytes], IO[bytes]]:
        if self._git is None or self._git.stdin is None or self._git.stdout is None:
            raise ValueError("objects are read inside `with`")
        return self._git.stdin, self._git.stdout

    def _skip(self, answers: IO[bytes], size: int) -> None:
        while size:
            piece = answers.read(min(size, _PIECE))
            if not piece:
                raise broken_copy(self._folder)
            size -= len(piece)


def _entries(content: bytes, length: int) -> list[TreeEntry]:
    """A tree as git stores it: `<mode> <name>`, a zero byte, and `length` bytes of the object's name."""
    found = []
    start = 0
    while start < len(content):
        end = content.index(b"\0", start)
        mode, _, name = content[start:end].partition(b" ")
        start = end + 1 + length
        words = name.decode(errors="surrogateescape")
        found.append(TreeEntry(mode.decode().lstrip("0"), words, content[end + 1 : start].hex()))
    return found
