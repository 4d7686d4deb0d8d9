"""References of an act to clauses of its own that are not there."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from kb.compare.legal_basis.basis_fault import BasisFault, BasisKind
from kb.extract.clause_lookup import ClauseLookup
from kb.extract.links import Link
from kb.model import Clause, ClauseKind, Document

# Units whose last number a text shows; what a list of requirements calls a point is a row.
COUNTED = {"annex": ("annex", "appendix"), "article": ("article",), "point": ("point", "row"), "sub": ("sub",)}
# A number far beyond the last one tells that the text breaks off, not that the reference is wrong.
NEAR = 3
FEWEST = 2
_STEP = re.compile(r"(?P<kind>[a-z]+)-(?P<number>\d+)(?:-\d+)?(?:~\d+)?$")


def find_dangling(document: Document, links: Sequence[Link]) -> Iterator[BasisFault]:
    """References beyond the last clause of a row that is numbered from one without a gap.

    Excerpts and texts that break off are no proof: where the row does not begin with one, has a gap, or ends long
    before the number or is gone beyond by several numbers, nothing is told.
    """
    rows = _Rows(document)
    lookup = ClauseLookup(document)
    beyond: dict[str, list[Link]] = defaultdict(list)
    for link in links:
        if link.dangling and link.act is None and link.clause is not None and not rows.is_note(link.clause):
            last = rows.last_before(link, lookup)
            if last is not None:
                beyond[last].append(link)
    for last, found in beyond.items():
        if len({link.path[-1] for link in found}) > 1:
            continue  # several clauses behind the last one are cited: the text breaks off there
        for link in found:
            row = last.rsplit("/", 1)[-1].startswith("row-")
            yield BasisFault(
                kind=BasisKind.DANGLING_ROW if row else BasisKind.DANGLING_CLAUSE,
                clause=link.clause or "",
                start=link.start,
                end=link.end,
                path=link.path,
                other=last,
            )


def find_annexes_twice(document: Document) -> Iterator[BasisFault]:
    """Annexes of one text that bear the same number."""
    for clause in document.clauses:
        name = clause.id.rsplit("/", 1)[-1]
        first = clause.id.rpartition("~")[0]
        if clause.kind is ClauseKind.HEADING and name.startswith(("annex-", "appendix-")) and first:
            head = document.text[clause.start : clause.end].split("\n\n", 1)[0]
            yield BasisFault(
                kind=BasisKind.ANNEX_TWICE,
                clause=clause.id,
                start=clause.start,
                end=clause.start + len(head),
                other=first,
            )


class _Rows:
    """The numbered clauses below each clause."""

    def __init__(self, document: Document) -> None:
        self._kinds = {clause.id: clause.kind for clause in document.clauses}
        self._rows: dict[tuple[str, str], dict[int, str]] = defaultdict(dict)
        for clause in document.clauses:
            self._add(clause)

    def _add(self, clause: Clause) -> None:
        above, _, name = clause.id.rpartition("/")
        step = _STEP.fullmatch(name)
        if step:
            self._rows[above, step["kind"]].setdefault(int(step["number"]), clause.id)

    def is_note(self, clause: str) -> bool:
        """Whether a clause is a note of the editors."""
        return self._kinds.get(clause) is ClauseKind.NOTE

    def last_before(self, link: Link, lookup: ClauseLookup) -> str | None:
        """The last clause of the row that the reference goes beyond; None where the text does not show that it does."""
        kind, printed = link.path[-1]
        if kind not in COUNTED or not printed.isdigit():
            return None
        for above in self._scopes(link, lookup):
            for name in COUNTED[kind]:
                row = self._rows.get((above, name), {})
                numbers = sorted(row)
                whole = len(numbers) >= FEWEST and numbers == list(range(1, len(numbers) + 1))
                if whole and numbers[-1] < int(printed) <= numbers[-1] + NEAR:
                    return row[numbers[-1]]
        return None

    def _scopes(self, link: Link, lookup: ClauseLookup) -> Iterator[str]:
        outer = link.path[:-1]
        if outer:
            found = lookup.find(outer, lookup.scopes(link.clause, whole="list"))
            if found:
                yield found
            return
        yield from lookup.scopes(link.clause, whole="list")
