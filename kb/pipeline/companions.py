"""Bodies that are read along with a document."""

import hashlib
from collections.abc import Iterable, Mapping
from fnmatch import fnmatchcase

from kb.collect import Archive
from kb.model import Snapshot


class Companions:
    """The bodies of one source, found by patterns of their document names."""

    def __init__(self, archive: Archive, snapshots: Iterable[Snapshot]) -> None:
        self._archive = archive
        self._digests = {one.document: one.digest for one in snapshots}

    def digest(self, pattern: str) -> str:
        """What the pattern finds now: another digest when a body came, went or changed."""
        found = "\n".join(f"{name} {digest}" for name, digest in self._matching(pattern).items())
        return hashlib.sha256(found.encode()).hexdigest()[:16]

    def bodies(self, pattern: str) -> dict[str, bytes]:
        """The bodies whose names match, by name."""
        return {name: self._archive.body(digest) for name, digest in self._matching(pattern).items()}

    def _matching(self, pattern: str) -> Mapping[str, str]:
        return {name: self._digests[name] for name in sorted(self._digests) if fnmatchcase(name, pattern)}


class Consulted:
    """Looks bodies up for one reading and remembers what was asked for; it is the scraper's `related`."""

    def __init__(self, companions: Companions) -> None:
        self._companions = companions
        self.digests: dict[str, str] = {}

    def __call__(self, pattern: str) -> Mapping[str, bytes]:
        """The bodies of the same source whose document names match the pattern, by name."""
        self.digests[pattern] = self._companions.digest(pattern)
        return self._companions.bodies(pattern)
