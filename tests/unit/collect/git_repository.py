"""Git repositories made for tests: every commit has its day, its author is nobody."""

import os
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path

ENVIRONMENT = {
    "PATH": os.environ["PATH"], "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull, "LC_ALL": "C",
}  # fmt: skip
NOBODY = "Nobody <nobody@example.kz>"


class Repository:
    """A bare repository with the branch `main`."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True)
        self.git("init", "--quiet", "--bare", "--initial-branch=main")

    def git(self, *arguments: str, given: bytes = b"") -> str:
        line = ["git", f"--git-dir={self.folder}", *arguments]
        done = subprocess.run(line, env=ENVIRONMENT, input=given, capture_output=True, check=True)
        return done.stdout.decode().strip()

    def commit(
        self,
        day: str,
        files: dict[str, str | bytes | None],
        *,
        links: dict[str, str] | None = None,
        parent: str = "main",
    ) -> str:
        """Id of a commit on `main` that writes these files (None takes one away); without parent when it is empty."""
        at = int(datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC).timestamp())
        parts = [f"commit refs/heads/main\ncommitter {NOBODY} {at} +0000\ndata 4\nnext\n".encode()]
        known = parent and self.git("for-each-ref", "refs/heads/main") if parent == "main" else parent
        if known:
            parts.append(f"from {self.git('rev-parse', parent)}\n".encode())
        for path, body in files.items():
            if body is None:
                parts.append(f"D {path}\n".encode())
                continue
            content = body.encode() if isinstance(body, str) else body
            parts.append(f"M 100644 inline {path}\ndata {len(content)}\n".encode() + content + b"\n")
        for path, target in (links or {}).items():
            parts.append(f"M 120000 inline {path}\ndata {len(target)}\n{target}\n".encode())
        self.git("fast-import", "--quiet", "--force", given=b"".join(parts))
        return self.git("rev-parse", "main")

    def commit_tree(self, day: str | int, tree: str) -> str:
        """Id of a commit on `main` of a tree that is there, whatever it holds; the day may be any Unix time."""
        at = day if isinstance(day, int) else int(datetime.fromisoformat(f"{day}T00:00:00Z").timestamp())
        head = f"tree {tree}\nauthor {NOBODY} {at} +0000\ncommitter {NOBODY} {at} +0000\n\nnext\n"
        made = self.git("hash-object", "-t", "commit", "-w", "--stdin", given=head.encode())
        self.git("update-ref", "refs/heads/main", made)
        return made

    def tree(self, *entries: tuple[str, str, str]) -> str:
        """Id of a tree of (mode, name, object), with names that git itself would not take."""
        raw = b"".join(f"{mode} {name}".encode() + b"\0" + bytes.fromhex(id_) for mode, name, id_ in entries)
        return self.git("hash-object", "-t", "tree", "-w", "--stdin", "--literally", given=raw)

    def blob(self, content: str) -> str:
        return self.git("hash-object", "-w", "--stdin", given=content.encode())

    def tag(self, name: str) -> None:
        self.git("tag", name, "main")
