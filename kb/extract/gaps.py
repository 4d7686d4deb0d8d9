"""Values that a source leaves out."""

from collections.abc import Iterable

from kb.extract.passage import Passage
from kb.model import Attribute, Deadline, Fee, FeeKind, Gap, Issue, Severity, Statement


def find_gaps(statements: Iterable[Statement]) -> tuple[Gap, ...]:
    """A gap for each stated value without its number: a term, a rate of the index, «paid» without a sum."""
    return tuple(
        Gap(service=statement.service, attribute=statement.attribute.value, evidence=statement.evidence)
        for statement in statements
        if _lacks_number(statement)
    )


def find_unread(passages: Iterable[Passage], statements: Iterable[Statement]) -> tuple[Issue, ...]:
    """An issue for each passage on the term from which no term was read: reported, never skipped in silence."""
    spans = [
        (item.evidence.start, item.evidence.end)
        for item in statements
        if item.attribute is Attribute.DEADLINE or item.attribute is Attribute.LEGAL_ACT
    ]
    return tuple(
        Issue(
            code="deadline.unread",
            severity=Severity.WARNING,
            document=passage.document.snapshot.document,
            line=passage.document.line_of(passage.start),
            message=f"{passage.clause}: no term was read in «{passage.words(0, min(len(passage.plain), 120))}»; "
            "expected a number with a unit (kb/extract/data/deadline.yaml)",
        )
        for passage in passages
        if passage.topic == "deadline"
        and passage.plain.strip()
        and not any(passage.start <= start and end <= passage.end for start, end in spans)
    )


def _lacks_number(statement: Statement) -> bool:
    match statement.value:
        case Deadline(value=None):
            return True
        case Fee(kind=FeeKind.PAID_UNSPECIFIED) | Fee(kind=FeeKind.MRP, amount=None):
            return True
        case _:
            return False
