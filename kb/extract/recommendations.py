"""What a report recommends: items of a list below a heading of recommendations."""

from collections.abc import Iterator

from kb.extract.wording import wording
from kb.model import Document, Evidence
from kb.model.act import ClauseKind
from kb.text import fold_plain

FILE = "recommendation"
HEADING_LENGTH = 300  # characters; the longest heading of the reports read has 96


def find_recommendations(document: Document) -> Iterator[Evidence]:
    """The place of each recommendation, without the mark of its list, in reading order.

    Below a heading that announces recommendations alone every item is one; where it announces conclusions beside them,
    those items are which say what should be done.
    """
    headings = {clause.id: clause.label or "" for clause in document.clauses if clause.kind is ClauseKind.HEADING}
    parent: str | None = None
    nearest = ""  # a line that is a heading by its words alone
    for clause in document.clauses:
        if clause.kind is not ClauseKind.PARAGRAPH:
            continue
        if clause.parent != parent:
            parent, nearest = clause.parent, ""
        plain = fold_plain(document.text[clause.start : clause.end])
        mark = wording(FILE, "item").match(plain)
        if mark is None and _title(plain):
            nearest = plain
        title = _title(nearest) or _title(clause.label or "") or _title(headings.get(clause.parent or "", ""))
        if title is None or mark is None or not plain[mark.end() :].strip():
            continue
        if not wording(FILE, "beside").search(title) or wording(FILE, "wanted").search(plain[mark.end() :]):
            yield document.cite(clause.start + mark.end(), clause.end, clause.id)


def _title(words: str) -> str | None:
    """The words folded, where they are a heading of recommendations."""
    if len(words) > HEADING_LENGTH:
        return None
    title = fold_plain(words).strip().rstrip(":").strip()
    return title if wording(FILE, "heading").search(title) else None
