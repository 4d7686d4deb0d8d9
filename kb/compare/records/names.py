"""What each text calls the service of a statement."""

from collections.abc import Iterator
from dataclasses import replace

from kb.compare.material import ServiceMaterial
from kb.compare.records.rows import record_of
from kb.compare.records.table_names import table_name
from kb.model import Clause, Document, Evidence, SourceKind, Statement

REGISTER = "register/"
CARDS = (SourceKind.PORTAL_CARD,)


def printed_names(material: ServiceMaterial) -> Iterator[tuple[str, Evidence, SourceKind]]:
    """The names of a service by the register, by cards and by the tables of acts, each place once."""
    seen: set[tuple[str, str]] = set()
    for statement in material.statements:
        holder = _holder(statement)
        key = (statement.evidence.snapshot, holder or "")
        if holder is None or key in seen:
            continue
        seen.add(key)
        document = material.text_of(statement.evidence.snapshot)
        place = _place(document, holder, statement) if document else None
        if document and place:
            name, start, end = place
            evidence = replace(document.cite(start, end, holder), act=statement.evidence.act)
            yield name, evidence, statement.source_kind


def _holder(statement: Statement) -> str | None:
    """The clause that holds all that a text tells of the service: a row of the register, a card, a table."""
    clause = statement.evidence.clause or ""
    if clause.startswith(REGISTER):
        return "/".join(clause.split("/")[:2])
    if statement.source_kind in CARDS:
        return clause.split("/")[0] or None
    record = record_of(statement)
    return record[1] if record and "/row-" in clause else None


def _place(document: Document, holder: str, statement: Statement) -> tuple[str, int, int] | None:
    clause = next((one for one in document.clauses if one.id == holder), None)
    if clause and (holder.startswith(REGISTER) or statement.source_kind in CARDS):
        return _labelled(document, clause)
    return table_name(document, holder, statement.source_kind)


def _labelled(document: Document, clause: Clause) -> tuple[str, int, int] | None:
    """The label of a clause, where it stands in it."""
    if not clause.label:
        return None
    start = document.text.find(clause.label, clause.start, clause.end)
    return (clause.label, start, start + len(clause.label)) if start >= 0 else None
