"""Bodies that are read along with a document."""

import hashlib
import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from fnmatch import fnmatchcase
from functools import cached_property

from kb.collect import Archive
from kb.model import Snapshot

ALGORITHM = "sha256:"
_WILD = frozenset("*?[")
_ESCAPED = re.compile(r"\[([*?[])\]")  # a letter that is meant as it stands


class Companions:
    """The bodies of one source, found by patterns of their document names.

    `snapshots` is asked for them, in the order of their names, when the first pattern is looked up: most sources
    never do.
    """

    def __init__(self, archive: Archive, snapshots: Callable[[], Iterable[Snapshot]]) -> None:
        self._archive = archive
        self._snapshots = snapshots

    def digest(self, pattern: str) -> str:
        """What the pattern finds now: another digest when a body came, went or changed."""
        found = "\n".join(f"{name} {digest}" for name, digest in self._matching(pattern).items())
        return hashlib.sha256(found.encode()).hexdigest()[:16]

    def bodies(self, pattern: str) -> dict[str, bytes]:
        """The bodies whose names match, by name."""
        return {name: self._archive.body(digest) for name, digest in self._matching(pattern).items()}

    @cached_property
    def _held(self) -> tuple[list[str], list[bytes]]:
        """All names in order, and beside them the digests of the newest bodies without their hexadecimal form."""
        names: list[str] = []
        digests: list[bytes] = []
        for one in self._snapshots():
            if names and names[-1] == one.document:
                names.pop(), digests.pop()
            names.append(one.document)
            digests.append(bytes.fromhex(one.digest.removeprefix(ALGORITHM)))
        return names, digests

    def _matching(self, pattern: str) -> dict[str, str]:
        names, digests = self._held
        beginning, exact = _literal(pattern)
        found: dict[str, str] = {}
        for place in range(bisect_left(names, beginning), len(names)):
            name = names[place]
            if not name.startswith(beginning) or (exact and name != beginning):
                break
            if exact or fnmatchcase(name, pattern):
                found[name] = ALGORITHM + digests[place].hex()
        return found


def _literal(pattern: str) -> tuple[str, bool]:
    """The letters that a matching name begins with, and whether they are the whole name."""
    letters: list[str] = []
    place = 0
    while place < len(pattern):
        if escaped := _ESCAPED.match(pattern, place):
            letters.append(escaped[1])
            place = escaped.end()
        elif pattern[place] in _WILD:
            return "".join(letters), False
        else:
            letters.append(pattern[place])
            place += 1
    return "".join(letters), True


class Consulted:
    """Looks bodies up for one reading and remembers what was asked for; it is the scraper's `related`."""

    def __init__(self, companions: Companions) -> None:
        self._companions = companions
        self.digests: dict[str, str] = {}

    def __call__(self, pattern: str) -> Mapping[str, bytes]:
        """The bodies of the same source whose document names match the pattern, by name."""
        self.digests[pattern] = self._companions.digest(pattern)
        return self._companions.bodies(pattern)
