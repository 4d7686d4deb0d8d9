"""Where a quote stands, in words: from a clause path or a line."""

import re

from kb.model import Evidence
from kb.web.words import Words

_NUMBERED = re.compile(r"(?P<kind>[a-z]+)-(?P<number>.+)")


def clause_words(clause: str, words: Words) -> str:
    """`annex-2/row-5/p-1` as "annex 2, row 5, point 1"; a part without words is shown as it is."""
    return ", ".join(_part(part, words) for part in clause.split("/"))


def place_words(evidence: Evidence, words: Words) -> str:
    """The clause of the evidence, or its line where the text has no clauses."""
    if evidence.clause:
        return clause_words(evidence.clause, words)
    return words("clause.line", n=evidence.line)


def _part(part: str, words: Words) -> str:
    if f"clause.named.{part}" in words:
        return words(f"clause.named.{part}")
    found = _NUMBERED.fullmatch(part)
    if found and f"clause.numbered.{found['kind']}" in words:
        return words(f"clause.numbered.{found['kind']}", n=found["number"])
    return part
