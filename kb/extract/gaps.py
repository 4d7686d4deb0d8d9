"""Values that a source leaves out."""

from collections.abc import Iterable

from kb.model import Deadline, Fee, FeeKind, Gap, Statement


def find_gaps(statements: Iterable[Statement]) -> tuple[Gap, ...]:
    """A gap for each stated value without its number: a term, a rate of the index, «paid» without a sum."""
    return tuple(
        Gap(service=statement.service, attribute=statement.attribute.value, evidence=statement.evidence)
        for statement in statements
        if _lacks_number(statement)
    )


def _lacks_number(statement: Statement) -> bool:
    match statement.value:
        case Deadline(value=None):
            return True
        case Fee(kind=FeeKind.PAID_UNSPECIFIED) | Fee(kind=FeeKind.MRP, amount=None):
            return True
        case _:
            return False
