"""The pointer file of the embedded engine: `live.json` names the live index of each kind."""

import json
import os
from pathlib import Path

from kb.search.errors import SearchError


class LiveFile:
    """`live.json` in a folder; read again only when it was replaced, as every search asks it."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "live.json"
        self._known: tuple[tuple[int, int], dict[str, str]] | None = None

    def read(self) -> dict[str, str]:
        """Full index names by kind; empty where nothing was built yet. Raises SearchError when the file is damaged."""
        try:
            state = self._path.stat()
        except FileNotFoundError:
            return {}
        stamp = (state.st_ino, state.st_mtime_ns)
        known = self._known
        if known and known[0] == stamp:
            return known[1]
        names = self._load()
        self._known = (stamp, names)
        return names

    def write(self, names: dict[str, str]) -> None:
        """Replaces the file in one step, so that a reader sees the old or the new names and never a half."""
        fresh = self._path.with_name(f"{self._path.name}.{os.getpid()}")
        with fresh.open("w", encoding="utf-8") as file:
            json.dump(names, file)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self._path)

    def _load(self) -> dict[str, str]:
        try:
            data = json.loads(self._path.read_bytes())
        except FileNotFoundError:
            return {}
        except (OSError, ValueError) as error:
            raise SearchError(f"{self._path} cannot be read ({error}): delete it and run 'kb build'") from error
        if not isinstance(data, dict):
            raise SearchError(f"{self._path} holds no object: delete it and run 'kb build'")
        return {str(kind): str(name) for kind, name in data.items()}
