"""The words of clauses, as they are compared with those of others."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kb.model import Clause, ClauseKind, Document, Language


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseText:
    """Words of a clause that stand in none of the clauses it holds, `text` from `start` of its document on.

    `work` is the act, or the document where there is no act: editions of one work are not held against each other.
    `services` are the ids of those that the clause speaks of, `label` is that of the row it stands in. A `heading`
    names what follows and repeats nothing.
    """

    work: str
    document: str
    snapshot: str
    clause: str
    language: Language
    start: int
    text: str
    services: tuple[str, ...] = ()
    label: str = ""
    heading: bool = False


def clause_texts(document: Document, services_of: Callable[[str], tuple[str, ...]]) -> Iterator[ClauseText]:
    """The clauses of a document in reading order; one whose words are parted by clauses inside it comes in parts.

    `services_of` tells the services by the id of a clause. Notes of the editors are left out: they tell of changes.
    """
    held: dict[str | None, list[Clause]] = defaultdict(list)
    for clause in document.clauses:
        held[clause.parent].append(clause)
    labels: dict[str | None, str] = {}
    for clause in document.clauses:
        labels[clause.id] = (clause.label or "") if clause.kind is ClauseKind.ROW else labels.get(clause.parent, "")
        if clause.kind is ClauseKind.NOTE:
            continue
        for start, end, heading in _parts(document, clause, held.get(clause.id, [])):
            if document.text[start:end].strip():
                yield ClauseText(
                    work=document.act.id if document.act else document.snapshot.document,
                    document=document.snapshot.document,
                    snapshot=document.snapshot.digest,
                    clause=clause.id,
                    language=clause.language,
                    start=start,
                    text=document.text[start:end],
                    services=services_of(clause.id),
                    label=labels[clause.id],
                    heading=heading,
                )


def _parts(document: Document, clause: Clause, inner: list[Clause]) -> Iterator[tuple[int, int, bool]]:
    """Spans of own words, and whether they are a heading: the beginning of what a heading holds, the label of a row."""
    for start, end in _own_spans(clause, inner):
        cut = start
        if start == clause.start and clause.kind is ClauseKind.HEADING:
            cut = end
        elif start == clause.start and clause.kind is ClauseKind.ROW and clause.label:
            found = document.text.find(clause.label, start, end)
            cut = found + len(clause.label) if found >= 0 else start
        yield start, cut, True
        yield cut, end, False


def _own_spans(clause: Clause, inner: list[Clause]) -> Iterator[tuple[int, int]]:
    start = clause.start
    for one in sorted(inner, key=lambda held: held.start):
        if start < one.start:
            yield start, min(one.start, clause.end)
        start = max(start, one.end)
    if start < clause.end:
        yield start, clause.end
