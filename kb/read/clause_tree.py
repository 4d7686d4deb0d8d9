"""Clauses under construction: who holds whom, and ids that are unique and do not move."""

from collections.abc import Iterator
from dataclasses import dataclass

from kb.model import Clause, ClauseKind, Language


@dataclass(slots=True, eq=False)
class Node:
    """A clause whose end may still grow."""

    id: str
    kind: ClauseKind
    start: int
    end: int
    label: str | None
    number: str | None
    parent: "Node | None"


class ClauseTree:
    """Adds clauses in reading order; the span of a clause grows over everything that it holds."""

    def __init__(self) -> None:
        self._nodes: list[Node] = []
        self._ids: set[str] = set()
        self._counts: dict[str, int] = {}

    def add(
        self,
        path: str,
        kind: ClauseKind,
        start: int,
        end: int,
        *,
        parent: Node | None,
        label: str | None = None,
        number: str | None = None,
    ) -> Node:
        """A new clause. A path that is taken gets `~2`, `~3`, … in the order of the text."""
        unique, repeat = path, 1
        while unique in self._ids:
            repeat += 1
            unique = f"{path}~{repeat}"
        self._ids.add(unique)
        node = Node(unique, kind, start, end, label, number, parent)
        self._nodes.append(node)
        holder = parent
        while holder and holder.end < end:  # what holds it reaches at least as far
            holder.end = end
            holder = holder.parent
        return node

    def has(self, path: str) -> bool:
        """True when the id is taken."""
        return path in self._ids

    def next(self, prefix: str, name: str) -> str:
        """`prefix/name-k` with the next k for this prefix and name."""
        key = join(prefix, name)
        self._counts[key] = self._counts.get(key, 0) + 1
        return f"{key}-{self._counts[key]}"

    def clauses(self, language: Language, *, prefix: str = "") -> Iterator[Clause]:
        """The finished clauses in reading order, their ids below `prefix`."""
        above = f"{prefix}/" if prefix else ""
        for node in self._nodes:
            yield Clause(
                id=above + node.id,
                kind=node.kind,
                start=node.start,
                end=node.end,
                language=language,
                label=node.label,
                number=node.number,
                parent=above + node.parent.id if node.parent else None,
            )


def join(*parts: str) -> str:
    """Parts of a path that are not empty, with `/` between them."""
    return "/".join(filter(None, parts))
