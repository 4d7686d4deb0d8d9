"""The text of a permit → clauses: its panels, the documents of each applicant."""

from collections.abc import Iterator

from kb.model import BlockKind, Clause, ClauseKind, Issue, Language, Severity
from kb.read import ClauseTree, Node, Reading
from scrapers.elicense.page import APPLICANT, PANEL, PERMIT
from scrapers.elicense.wording import applicant_of, documents_title, panel_of

_DOCUMENTS = "documents"


def divide(reading: Reading, language: Language) -> tuple[Clause, ...]:
    """`card-<code>`, below it `…/term` for each panel (`block-1` for an unknown one), `…/documents/legal_entity` for
    the documents of an applicant (`applicant-1` for an unknown one), and paragraphs."""
    tree = ClauseTree()
    permit = row = holder = None
    for block in reading.blocks:
        words = reading.text[block.start : block.end]
        level = block.level if block.kind is BlockKind.HEADING else None
        if level == PERMIT:
            path = f"card-{block.anchor}" if block.anchor else "card"
            permit = holder = tree.add(
                path, ClauseKind.HEADING, block.start, block.end, parent=None, label=words, number=block.anchor
            )
        elif level == PANEL and permit:
            code = panel_of(words)
            path = f"{permit.id}/{code}" if code else tree.next(permit.id, "block")
            # The title of this panel is a sentence on some pages: the short one says what the panel is about.
            label = documents_title(language) if code == _DOCUMENTS else words
            row = holder = tree.add(path, ClauseKind.ROW, block.end, block.end, parent=permit, label=label)
        elif level == APPLICANT and row:
            applicant = applicant_of(words)
            path = f"{row.id}/{applicant}" if applicant else tree.next(row.id, "applicant")
            _begin(row, block.start)
            label = words.rstrip(":")
            holder = tree.add(path, ClauseKind.HEADING, block.start, block.end, parent=row, label=label)
        elif holder:
            _begin(holder, block.start)
            path = tree.next(holder.id, "p")
            tree.add(path, ClauseKind.PARAGRAPH, block.start, block.end, parent=holder, label=holder.label)
    return tuple(tree.clauses(language))


def _begin(holder: Node, start: int) -> None:
    """A panel begins with its first words, not at its title."""
    if holder.kind is ClauseKind.ROW and holder.start == holder.end:
        holder.start = start


def find_issues(document: str, reading: Reading, clauses: tuple[Clause, ...]) -> Iterator[Issue]:
    """Panels and applicants of an unknown kind, panels and tabs without words."""
    parents = {clause.parent for clause in clauses}
    for clause in clauses:
        kind = clause.id.rsplit("/", maxsplit=1)[-1].split("-", maxsplit=1)[0]
        if kind in ("block", "applicant"):
            place = "blocks" if kind == "block" else "applicants"
            message = (
                f"the unknown label «{clause.label}»; add a pattern below `{place}` in scrapers/elicense/wording.yaml"
            )
            code = "unknown_label"
        elif clause.kind is not ClauseKind.PARAGRAPH and clause.parent and clause.id not in parents:
            message = f"«{clause.label}» of {clause.parent} is empty; expected words below its title"
            code = "empty_block"
        else:
            continue
        yield Issue(
            code=code,
            severity=Severity.WARNING,
            document=document,
            message=f"{document}: {message}",
            line=reading.text.count("\n", 0, clause.start) + 1,
        )
