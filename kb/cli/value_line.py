"""Statements and their places in words, a line each."""

from collections.abc import Mapping
from datetime import date

from kb.cli.words import Words
from kb.model import (
    ActReference,
    Channel,
    Deadline,
    Evidence,
    Fee,
    FeeKind,
    Purpose,
    Statement,
    Text,
)
from kb.norms import label, show_clause, show_fee, show_number, show_term
from kb.pipeline import tenge_of
from kb.search import without_markup


def value_line(statement: Statement, words: Words) -> str:
    """The value in words."""
    match statement.value:
        case Deadline() as value:
            return _deadline(value, words)
        case Fee() as value:
            return show_fee(value, words.language)
        case Channel() as value:
            name = label("channel", value.code.value, words.language)
            return name if value.offered else words("value.not_offered", channel=name)
        case ActReference() as value:
            parts = [label("act_type", value.type.value, words.language)]
            parts += [f"№ {value.number}"] if value.number else []
            parts += [value.date.isoformat()] if value.date else []
            parts += [f"«{value.title}»"] if value.title else []
            return " ".join(parts)
        case Text() as value:
            return _plain(value.text, statement.evidence)


def scope_line(statement: Statement) -> str:
    """The conditions as printed; empty where the value holds for all."""
    scope = statement.scope
    conditions = (scope.case, scope.channel, scope.recipient, scope.region)
    return ", ".join(_plain(one.text, statement.evidence) for one in conditions if one)


def evidence_line(evidence: Evidence, words: Words) -> str:
    """Where the words stand."""
    parts = [words("place", document=evidence.document, line=evidence.line)]
    if evidence.act:
        parts.append(evidence.act)
    if evidence.edition:
        parts.append(words("edition", day=evidence.edition.isoformat()))
    if evidence.clause:
        parts.append(show_clause(evidence.clause, words.language))
    return ", ".join(parts)


def quote_line(evidence: Evidence) -> str:
    """The quoted words on one line, without markup."""
    return _plain(evidence.quote, evidence)


def _plain(text: str, evidence: Evidence) -> str:
    return " ".join(without_markup(text, document=evidence.document).text.split())


def tenge_line(statement: Statement, day: date, words: Words, *, fees: Mapping[str, Fee]) -> str | None:
    """The fee in tenge on a day; None where it has none, is printed in tenge or the dated table does not reach.

    `fees` are those of the card by statement id, in which the base of a share is found.
    """
    if isinstance(statement.value, Fee) and statement.value.kind is FeeKind.TENGE:
        return None
    amount = tenge_of(statement, day, fees=fees)
    return words("card.tenge", amount=show_number(amount, words.language), day=day) if amount is not None else None


def _deadline(value: Deadline, words: Words) -> str:
    if value.value is None:
        term = words("value.missing", unit=label("unit", value.unit.value, words.language))
    else:
        term = show_term(value.value, value.unit, words.language, bound=value.bound)
    if value.purpose is Purpose.SERVICE:
        return term
    return f"{term} ({label('purpose', value.purpose.value, words.language)})"
