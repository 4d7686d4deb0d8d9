"""What a text calls the service of one of its tables."""

from kb.extract.passage import Passage, cut_passage
from kb.extract.segment import label_topic
from kb.extract.service_names import find_name
from kb.model import Clause, Document, SourceKind
from kb.text import fold_plain


def table_name(document: Document, holder: str, source_kind: SourceKind) -> tuple[str, int, int] | None:
    """The name and where it stands; None where no rows stand right in the clause `holder`, or nothing names it."""
    rows = [one for one in document.clauses if one.id.startswith(f"{holder}/row-") and one.id.count("/row-") == 1]
    passages = [_row(document, one, source_kind) for one in rows if "/" not in one.id.rpartition("/row-")[2]]
    if not passages:
        return None
    name, start, end = find_name(document, passages)
    return (name, start, end) if name and start < end else None


def _row(document: Document, clause: Clause, source_kind: SourceKind) -> Passage:
    return cut_passage(
        document,
        clause.start,
        clause.end,
        service="",
        source_kind=source_kind,
        clause=clause.id,
        topic=label_topic(fold_plain(clause.label or "")),
    )
