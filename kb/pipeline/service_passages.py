"""The paragraphs of the texts that a service's statements stand in."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from kb.model import ClauseKind, Document, Evidence, Statement
from kb.store import Reader

DOCUMENTS = 6  # texts of one service that are looked through: both languages of an act and its parts
_NO_TEXT = (ClauseKind.HEADING, ClauseKind.TABLE, ClauseKind.NOTE)

_NOTE = ">"  # how texts mark what editors note on an edition


def find_service_passages(base: Reader, statements: Sequence[Statement]) -> tuple[Evidence, ...]:
    """What stands under the first clauses (an annex, a section of a report) of these statements.

    Paragraph by paragraph in reading order, without headings, tables and notes.
    """
    roots: dict[str, set[str]] = defaultdict(set)
    for statement in statements:
        if statement.evidence.clause:
            roots[statement.evidence.snapshot].add(_root(statement.evidence.clause))
    found: list[Evidence] = []
    for snapshot, wanted in list(roots.items())[:DOCUMENTS]:
        document = base.document(snapshot)
        if document is not None:
            found += _passages(document, wanted)
    return tuple(found)


def _passages(document: Document, roots: set[str]) -> Iterator[Evidence]:
    parents = {clause.parent for clause in document.clauses}
    for clause in document.clauses:
        wanted = _root(clause.id) in roots and clause.id not in parents and clause.kind not in _NO_TEXT
        text = document.text[clause.start : clause.end].strip()
        if wanted and text and not text.startswith(_NOTE):
            yield document.cite(clause.start, clause.end, clause.id)


def _root(clause: str) -> str:
    return clause.partition("/")[0]
