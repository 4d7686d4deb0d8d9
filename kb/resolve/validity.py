"""Which edition's statements hold on a day."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from kb.model import Language, Statement


def date_statements(statements: Sequence[Statement]) -> tuple[Statement, ...]:
    """The statements with the period of their edition: from its date until the next edition of the same act and
    language. Statements of undated texts keep what they had."""
    editions: dict[tuple[str, Language], set[date]] = defaultdict(set)
    for statement in statements:
        evidence = statement.evidence
        if evidence.act and evidence.edition:
            editions[evidence.act, evidence.language].add(evidence.edition)
    return tuple(_date_statement(statement, editions) for statement in statements)


def statements_on(statements: Iterable[Statement], day: date) -> tuple[Statement, ...]:
    """The statements whose period holds the day; an open end is open, an unknown beginning is taken as past."""
    return tuple(
        statement
        for statement in statements
        if (statement.valid_from is None or statement.valid_from <= day)
        and (statement.valid_to is None or day < statement.valid_to)
    )


def _date_statement(statement: Statement, editions: dict[tuple[str, Language], set[date]]) -> Statement:
    evidence = statement.evidence
    if not evidence.act or not evidence.edition:
        return statement
    later = [day for day in editions[evidence.act, evidence.language] if day > evidence.edition]
    return replace(
        statement,
        valid_from=statement.valid_from or evidence.edition,
        valid_to=statement.valid_to or min(later, default=None),
    )
