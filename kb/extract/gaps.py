"""Values that a source leaves out, and passages on terms and fees that were not read."""

from collections.abc import Iterable, Sequence

from kb.extract.faults import find_faults
from kb.extract.gap_reasons import GapReason
from kb.extract.passage import Passage
from kb.extract.prices import find_prices
from kb.extract.spans import Spans
from kb.extract.terms import find_terms
from kb.extract.unread_parts import find_unread_parts
from kb.model import Attribute, Deadline, Fee, FeeKind, Gap, Issue, Severity, Statement
from kb.text import fold, fold_kazakh

READ_WHOLE = ("deadline", "fee")  # topics of which every number with a unit must be read
CITED = (Attribute.DEADLINE, Attribute.FEE, Attribute.LEGAL_ACT)


def find_gaps(
    statements: Iterable[Statement], passages: Iterable[Passage] = (), *, service: str | None = None
) -> tuple[Gap, ...]:
    """A gap for each stated value without a usable number, and for each value that `passages` leave unsaid: an empty
    cell, a term by reference. `service` names whose the passages are where they do not know it themselves."""
    stated = [
        Gap(
            service=statement.service,
            attribute=statement.attribute.value,
            evidence=statement.evidence,
            reason=reason.value,
        )
        for statement in statements
        if (reason := _missing(statement)) is not None
    ]
    unsaid = [
        Gap(
            service=service or passage.service,
            attribute=fault.attribute.value,
            evidence=fault.evidence,
            reason=fault.reason.value,
        )
        for passage in passages
        for fault in find_faults(passage)
    ]
    return (*stated, *unsaid)


def find_unread(passages: Sequence[Passage], statements: Iterable[Statement]) -> tuple[Issue, ...]:
    """An issue for each passage on the term from which nothing was read, and for each number with a unit or currency
    in passages on terms and fees that no statement covers: reported, never skipped in silence."""
    spans = [(item.evidence.start, item.evidence.end) for item in statements if item.attribute in CITED]
    issues: list[Issue] = []
    for passage in passages:
        if passage.topic not in READ_WHOLE or not passage.plain.strip():
            continue
        faults = [(fault.evidence.start, fault.evidence.end) for fault in find_faults(passage)]
        cited = [*spans, *faults]
        parts = list(find_unread_parts(passage, Spans(cited)))
        issues.extend(parts)
        inside = any(passage.start <= start and end <= passage.end for start, end in cited)
        if passage.topic == "deadline" and not parts and not inside:
            issues.append(_unread(passage))
    return tuple(issues)


def _unread(passage: Passage) -> Issue:
    return Issue(
        code="deadline.unread",
        severity=Severity.WARNING,
        document=passage.document.snapshot.document,
        line=passage.document.line_of(passage.start),
        message=f"{passage.clause}: no term was read in «{passage.words(0, min(len(passage.plain), 120))}»; "
        "expected a number with a unit (kb/extract/data/deadline.yaml)",
    )


def _missing(statement: Statement) -> GapReason | None:
    """Why the statement has no number; None where it has one or needs none. The fault stands in its quotation."""
    folded = fold(statement.evidence.quote).text
    plain = fold_kazakh(folded)
    match statement.value:
        case Deadline(value=None):
            faults = [term.fault for term in find_terms(folded, plain) if term.fault]
            return faults[0] if faults else GapReason.NO_NUMBER
        case Fee(kind=FeeKind.PAID_UNSPECIFIED):
            return GapReason.NO_AMOUNT
        case Fee(kind=kind, amount=None) if kind is not FeeKind.FREE:
            faults = [price.fault for price in find_prices(folded, plain) if price.fault]
            return faults[0] if faults else GapReason.NO_NUMBER
        case _:
            return None
