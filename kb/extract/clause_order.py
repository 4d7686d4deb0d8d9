"""The clauses of a document by place."""

from bisect import bisect_left, bisect_right

from kb.model import Document
from kb.model.act import Clause


class ClauseOrder:
    """Which clauses stand at an offset or in a span, told without looking at the others."""

    def __init__(self, document: Document) -> None:
        self._clauses = sorted(document.clauses, key=lambda one: (one.start, -one.end))
        self._starts = [one.start for one in self._clauses]
        self._byid = {one.id: one for one in self._clauses}

    def at(self, offset: int) -> str | None:
        """The id of the innermost clause at the offset, None where no clause is."""
        place = bisect_right(self._starts, offset) - 1
        found = self._clauses[place] if place >= 0 else None
        while found and not found.start <= offset < found.end:
            found = self._byid.get(found.parent or "")
        return found.id if found else None

    def between(self, start: int, end: int) -> list[Clause]:
        """The clauses that begin and end between the offsets, in order."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [one for one in self._clauses[first:last] if one.end <= end]

    def clause(self, name: str | None) -> Clause | None:
        """The clause of an id."""
        return self._byid.get(name or "")
