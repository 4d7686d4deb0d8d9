"""What stands in each row of a record, by what its label is about."""

from collections.abc import Iterator
from dataclasses import dataclass

from kb.compare.material import ServiceMaterial
from kb.extract.passage import cut_passage
from kb.extract.segment import label_topic, read_segments
from kb.model import Clause, Document, Evidence, SourceKind, Statement
from kb.text import fold_plain

INFORMATION, ROW_PART = "/info/", "/row-"  # a section of a report, a table of an act
ENDS = " .;,\n"
SETTERS = (SourceKind.ACT, SourceKind.STANDARD)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row: `topic` is what its label is about, None where no label tells, `value` its words behind the label."""

    topic: str | None
    value: str
    evidence: Evidence
    source_kind: SourceKind


def record_path(clause: str) -> str | None:
    """The record that the clause of an id stands in; None where it stands in none."""
    if (place := clause.find(INFORMATION)) >= 0:
        return clause[: place + len(INFORMATION) - 1]
    return clause[:place] if (place := clause.find(ROW_PART)) >= 0 else None


def is_row(clause: str, record: str) -> bool:
    """Whether a clause is a whole row of a record, not a part of one."""
    return clause.startswith(f"{record}/") and "/" not in clause[len(record) + 1 :] and record_path(clause) == record


def record_of(statement: Statement) -> tuple[str, str] | None:
    """The text and the record in it that a statement stands in; None where it stands in no record."""
    record = record_path(statement.evidence.clause or "")
    return (statement.evidence.snapshot, record) if record else None


def records(material: ServiceMaterial) -> Iterator[list[Row]]:
    """The rows of each record of a service that an act or a standard sets."""
    seen = set()
    for statement in material.statements:
        key = record_of(statement) if statement.source_kind in SETTERS else None
        if key is None or key in seen:
            continue
        seen.add(key)
        if document := material.text_of(key[0]):
            yield list(_rows(document, key[1], statement))


def _rows(document: Document, record: str, statement: Statement) -> Iterator[Row]:
    for clause in document.clauses:
        if is_row(clause.id, record) and clause.end > clause.start:
            yield from _row(document, clause, statement)


def _row(document: Document, clause: Clause, statement: Statement) -> Iterator[Row]:
    passage = cut_passage(
        document, clause.start, clause.end, service="", source_kind=statement.source_kind, clause=clause.id
    )
    segments = read_segments(passage)
    if not segments:
        return
    first = segments[0]
    topic, start = first.topic, first.body
    if clause.label and ROW_PART in clause.id:
        topic, start = label_topic(fold_plain(clause.label)), first.start
    elif topic is None and (colon := passage.plain.find(":", first.start, first.end)) >= 0:
        start = colon + 1
    end = segments[-1].end
    while start < end and not passage.plain[start].isalnum():
        start += 1
    while start < end and passage.plain[end - 1] in ENDS:
        end -= 1
    if start < end:
        yield Row(
            topic=topic,
            value=passage.words(start, end),
            evidence=passage.cite(start, end),
            source_kind=statement.source_kind,
        )
