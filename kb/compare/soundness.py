"""Statements that cannot be weighed: absurd numbers and periods. They are reported and compared with nothing."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from kb.model import Deadline, Fee, FeeKind, Issue, Severity, Statement, Unit

# The longest term that any standard or act could mean: a century (of the longest units, a thousand years of none).
LONGEST = {
    Unit.MINUTE: Decimal(60 * 24 * 366),
    Unit.HOUR: Decimal(24 * 366 * 10),
    Unit.WORKING_DAY: Decimal(36600),
    Unit.CALENDAR_DAY: Decimal(36600),
    Unit.DAY: Decimal(36600),
    Unit.WEEK: Decimal(5300),
    Unit.MONTH: Decimal(1200),
    Unit.YEAR: Decimal(100),
}
# State duties reach some thousands of MRP (licences of the games of chance); a million is a misread number.
MOST = {
    FeeKind.MRP: Decimal(1_000_000),
    FeeKind.MRP_PERCENT: Decimal(100_000_000),
    FeeKind.PERCENT_OF_FEE: Decimal(10_000),
    FeeKind.TENGE: Decimal(10_000_000_000),
}


def split_sound(statements: Sequence[Statement]) -> tuple[tuple[Statement, ...], tuple[Issue, ...]]:
    """The statements that can be compared, and an issue for each of the others."""
    sound, issues = [], []
    for one in statements:
        faults = tuple(_faults(one))
        issues += [_issue(one, fault) for fault in faults]
        if not faults:
            sound.append(one)
    return tuple(sound), tuple(issues)


def _faults(statement: Statement) -> Iterator[str]:
    match statement.value:
        case Deadline(value=value, unit=unit, starts=starts) if value is not None:
            if value < 0 or (value == 0 and starts is None):
                yield f"a term of {value} {unit.value}"
            if value > LONGEST[unit]:
                yield f"a term of {value:.3g} {unit.value}"
        case Fee(kind=kind, amount=amount) if amount is not None:
            if amount <= 0:
                yield f"a fee of {amount} {kind.value}"
            if amount > MOST.get(kind, amount):
                yield f"a fee of {amount:.3g} {kind.value}"
    since, until = statement.valid_from, statement.valid_to
    if since and until and until < since:
        yield f"a period from {since.isoformat()} until {until.isoformat()}"


def _issue(statement: Statement, fault: str) -> Issue:
    return Issue(
        code="absurd_value",
        severity=Severity.WARNING,
        document=statement.evidence.document,
        line=statement.evidence.line,
        message=f"{fault} is no value that a standard can mean; it is compared with nothing: see the words and the "
        "reading of them",
    )
