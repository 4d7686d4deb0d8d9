"""The parts of a report's section: its general information, what the text around the survey tells, and its footnotes.

A page may end between a mark and its footnote: the footnote then stands among the words of the next section.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kb.extract.passage import Passage, cut_passage
from kb.model import Document, SourceKind
from kb.model.act import Clause, ClauseKind

INFORMATION = "/info/"
TOLD = (ClauseKind.PARAGRAPH, ClauseKind.POINT, ClauseKind.NOTE)
NOTE_MARK = re.compile(r"[¹²³⁰⁴-⁹]{1,3}")


def information_passages(document: Document, key: str, clauses: Iterable[Clause]) -> Iterator[Passage]:
    """The clauses of the general information, in which the standard speaks."""
    for clause in clauses:
        if INFORMATION in clause.id and clause.kind is not ClauseKind.NOTE and not _mark_of(document, clause):
            yield _cut(document, key, clause, SourceKind.STANDARD)


def told_passages(document: Document, key: str, clauses: Iterable[Clause]) -> Iterator[Passage]:
    """The paragraphs, points and notes outside the general information, in which the report tells what was met."""
    for clause in clauses:
        if INFORMATION not in clause.id and clause.kind in TOLD:
            yield _cut(document, key, clause, SourceKind.PRACTICE)


def footnote_passages(document: Document, sections: Mapping[str, Sequence[Clause]]) -> Iterator[Passage]:
    """The footnotes of all sections, each under the section that has its mark; those without one are left out."""
    notes = {
        mark: clause for clauses in sections.values() for clause in clauses if (mark := _mark_of(document, clause))
    }
    for key, clauses in sections.items():
        for clause in clauses:
            own = _mark_of(document, clause)
            for found in NOTE_MARK.finditer(document.text, clause.start, clause.end):
                note = notes.get(found.group())
                if note and not own and clause.kind in TOLD:
                    yield _cut(document, key, note, SourceKind.STANDARD)


def _mark_of(document: Document, clause: Clause) -> str | None:
    """The mark that a footnote begins with; None for other clauses."""
    found = NOTE_MARK.match(document.text, clause.start, clause.end)
    return found.group() if found else None


def _cut(document: Document, key: str, clause: Clause, kind: SourceKind) -> Passage:
    return cut_passage(document, clause.start, clause.end, service=key, source_kind=kind, clause=clause.id)
