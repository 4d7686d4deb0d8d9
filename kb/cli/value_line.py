"""Statements and their places in words, a line each."""

from collections.abc import Mapping
from datetime import date

from kb.cli.words import Words
from kb.model import (
    ActReference,
    Attribute,
    Channel,
    Deadline,
    Evidence,
    Fee,
    FeeKind,
    Purpose,
    Statement,
    Text,
)
from kb.norms import codes, label, show_clause, show_deadline, show_fee, show_number, value_notes
from kb.pipeline import tenge_of
from kb.search import without_markup

# Attributes whose code says all that the words say; elsewhere the words are shown.
_CODED = {
    Attribute.FORM: "form",
    Attribute.RESULT_FORM: "form",
    Attribute.RECIPIENT: "recipient",
    Attribute.ESIGNATURE: "esignature",
    Attribute.NOTIFICATION: "notification",
    Attribute.APPEAL: "appeal",
}


def value_line(statement: Statement, words: Words) -> str:
    """The value in words, with what it says beside its number or code."""
    return ", ".join((_value(statement, words), *value_notes(statement.value, words.language)))


def _value(statement: Statement, words: Words) -> str:
    match statement.value:
        case Deadline() as value:
            return _deadline(value, words)
        case Fee() as value:
            return show_fee(value, words.language)
        case Channel() as value:
            name = label("channel", value.code.value, words.language)
            return name if value.offered else words("value.not_offered", channel=name)
        case ActReference() as value:
            return act_line(value, words)
        case Text() as value:
            table = _CODED.get(statement.attribute)
            known = table if table and value.code in codes(table) else None
            return label(known, str(value.code), words.language) if known else _plain(value.text, statement.evidence)


def act_line(act: ActReference, words: Words) -> str:
    """An act as a text names it."""
    parts = [label("act_type", act.type.value, words.language)]
    parts += [f"№ {act.number}"] if act.number else []
    parts += [act.date.isoformat()] if act.date else []
    parts += [f"«{act.title}»"] if act.title else []
    return " ".join(parts)


def scope_line(statement: Statement, words: Words) -> str:
    """The conditions: channel, recipient and region by their codes, else as printed; empty where it holds for all."""
    scope = statement.scope
    conditions = (
        (scope.case, None),
        (scope.channel, "channel"),
        (scope.recipient, "recipient"),
        (scope.region, "region"),
    )
    return ", ".join(
        label(table, str(one.code), words.language)
        if table and one.code in codes(table)
        else _plain(one.text, statement.evidence)
        for one, table in conditions
        if one
    )


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
    term = show_deadline(value, words.language)
    if term is None:
        term = words("value.missing", unit=label("unit", value.unit.value, words.language))
    if value.purpose is Purpose.SERVICE:
        return term
    return f"{term} ({label('purpose', value.purpose.value, words.language)})"
