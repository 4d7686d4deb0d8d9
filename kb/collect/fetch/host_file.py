"""A small file about one host, shared by all processes."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from kb.collect.errors import CollectError

LOCK_SECONDS = 30


class HostFile:
    """A mapping in `folder/<host>.<kind>.json`; replaced whole, so that a kill leaves the old or the new one."""

    def __init__(self, folder: Path, host: str, kind: str) -> None:
        self._path = folder / f"{host.replace(':', '_')}.{kind}.json"

    @contextmanager
    def held(self) -> Iterator[None]:
        """No other process reads or writes the file meanwhile; raises CollectError when it cannot be had or kept."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with FileLock(self._path.with_suffix(".lock"), timeout=LOCK_SECONDS):
                yield
        except Timeout as error:
            raise CollectError(f"{self._path}: held by another run for {LOCK_SECONDS} s; end that run") from error
        except OSError as error:
            raise CollectError(
                f"{self._path}: cannot be kept ({error.strerror}); check disk and permissions"
            ) from error

    def load(self) -> dict[str, Any]:
        """What is kept; empty when there is nothing, or a file torn by a power cut."""
        try:
            kept = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return kept if isinstance(kept, dict) else {}

    def keep(self, content: dict[str, Any]) -> None:
        """Keeps this instead, inside `held`."""
        draft = self._path.with_suffix(".draft")
        draft.write_text(json.dumps(content), encoding="utf-8")
        draft.replace(self._path)
