"""The parts of a report's section: its general information, and what the text around the survey tells."""

from collections.abc import Iterable, Iterator

from kb.extract.passage import Passage, cut_passage
from kb.model import Document, SourceKind
from kb.model.act import Clause, ClauseKind

INFORMATION = "/info/"
TOLD = (ClauseKind.PARAGRAPH, ClauseKind.POINT, ClauseKind.NOTE)


def information_passages(document: Document, key: str, clauses: Iterable[Clause]) -> Iterator[Passage]:
    """The clauses of the general information, in which the standard speaks."""
    for clause in clauses:
        if INFORMATION in clause.id and clause.kind is not ClauseKind.NOTE:
            yield _cut(document, key, clause, SourceKind.STANDARD)


def told_passages(document: Document, key: str, clauses: Iterable[Clause]) -> Iterator[Passage]:
    """The paragraphs, points and notes outside the general information, in which the report tells what was met."""
    for clause in clauses:
        if INFORMATION not in clause.id and clause.kind in TOLD:
            yield _cut(document, key, clause, SourceKind.PRACTICE)


def _cut(document: Document, key: str, clause: Clause, kind: SourceKind) -> Passage:
    return cut_passage(document, clause.start, clause.end, service=key, source_kind=kind, clause=clause.id)
