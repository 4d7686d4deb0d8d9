"""Finding the clause that an address means."""

import re
from collections.abc import Iterable, Sequence

from kb.model import Document

Path = tuple[tuple[str, str], ...]

# What a text calls a point may be a row of a list of requirements.
_SUB = re.compile(r"\s{0,9}(\d{1,3}(?:-\d{1,2})?)\\?\)")
_NAMES = {"annex": ("annex", "appendix"), "point": ("point", "row"), "sub": ("sub",), "article": ("article",)}
# Units that stand in no clause path of what they hold, and parts of a clause that have no number of their own.
_OUTSIDE = ("section", "chapter", "paragraph")
_INSIDE = ("part", "sentence")


class ClauseLookup:
    """The clauses of one text by address."""

    def __init__(self, document: Document) -> None:
        self._clauses = {clause.id: clause for clause in document.clauses}
        # Sub-points inside the cells of a table are paragraphs that begin with their number.
        self._listed: dict[tuple[str, str], str] = {}
        for clause in document.clauses:
            number = _SUB.match(document.text, clause.start, min(clause.end, clause.start + 20))
            if number and clause.parent and clause.number is None:
                self._listed.setdefault((clause.parent, number[1]), clause.id)

    def find(self, path: Path, scopes: Sequence[str]) -> str | None:
        """The id of the clause at an address below the first of the scopes (ids, "" = the text) that has it.

        A part or sentence of a clause is that clause.
        """
        asked = [step for step in path if step[0] not in _INSIDE]
        inner = [step for step in asked if step[0] not in _OUTSIDE]
        for scope in scopes:
            found = self._walk(scope, inner or asked)
            if found:
                return found
        return None

    def above(self, clause: str | None, kinds: Sequence[str]) -> str | None:
        """The id of the nearest clause of these kinds that holds the clause or is it; None when there is none."""
        while clause:
            name = clause.rsplit("/", 1)[-1].partition("-")[0].partition("~")[0]
            if name in kinds:
                return clause
            found = self._clauses.get(clause)
            clause = found.parent if found else None
        return None

    def scopes(self, clause: str | None, *, whole: str) -> tuple[str, ...]:
        """Where «this act», «these rules», «this list» (`whole`) may begin for words in a clause, nearest first."""
        rules = self.above(clause, ("appendix",)) or ""
        inner = self.above(clause, ("annex", "appendix")) or ""
        second = clause.split("/", 1)[0] if clause and clause.startswith("act-") else ""
        order = {"act": (second,), "rules": (rules, inner, second), "list": (inner, rules, second)}[whole]
        return tuple(dict.fromkeys(order))

    def _walk(self, scope: str, path: Sequence[tuple[str, str]]) -> str | None:
        if not path:
            return None
        here = scope
        for place, (kind, number) in enumerate(path):
            found = next(
                (one for one in _candidates(here, kind, number, first=place == 0) if one in self._clauses), None
            )
            if found is None and kind == "sub":
                found = self._listed.get((here, number))
            if found is None:
                return None
            here = found
        return here


def _candidates(here: str, kind: str, number: str, *, first: bool) -> Iterable[str]:
    below = f"{here}/" if here else ""
    for name in _NAMES.get(kind, (kind,)):
        yield f"{below}{name}-{number}"
        if kind == "annex" and first:
            # The annexes of the first rules of an act stand in no path through them.
            if here.rsplit("/", 1)[-1] in ("appendix", "appendix-1"):
                yield f"{here.rsplit('/', 1)[0] + '/' if '/' in here else ''}{name}-{number}"
            if number == "1":
                yield f"{below}{name}"
    if kind == "sub":
        yield f"{below}p-1/sub-{number}"
