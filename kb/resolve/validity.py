"""Which edition's statements hold on a day."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from kb.model import Standing, Statement
from kb.resolve.act_history import ActHistory


def date_statements(statements: Iterable[Statement], history: ActHistory) -> Iterator[Statement]:
    """The statements, one by one, with the period of their text: from the date of its edition until the next edition.

    That is the next one of the same act and language; the act's repeal ends all. The act of their evidence goes by
    its one id. Statements of texts that are no acts keep what they had.
    """
    return (_date_statement(statement, history) for statement in statements)


def statements_on(statements: Iterable[Statement], day: date) -> tuple[Statement, ...]:
    """The statements that hold on the day; an open end is open, an unknown beginning is taken as past.

    What is planned holds on no day, and what was before only until the day on which it ended, where that is known.
    """
    return tuple(
        statement
        for statement in statements
        if statement.standing is not Standing.PLANNED
        and not (statement.standing is Standing.FORMER and statement.valid_to is None)
        and (statement.valid_from is None or statement.valid_from <= day)
        and (statement.valid_to is None or day < statement.valid_to)
    )


def _date_statement(statement: Statement, history: ActHistory) -> Statement:
    evidence = statement.evidence
    if not evidence.act:
        return statement
    ends = [
        day for day in (statement.valid_to, history.end_of(evidence.act, evidence.language, evidence.edition)) if day
    ]
    return replace(
        statement,
        evidence=replace(evidence, act=history.id_of(evidence.act)),
        valid_from=statement.valid_from or evidence.edition,
        valid_to=min(ends, default=None),
    )
