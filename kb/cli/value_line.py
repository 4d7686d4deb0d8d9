"""Statements and their places in words, a line each."""

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
    Scope,
    Statement,
    Text,
    Value,
)
from kb.norms import NormsError, fee_in_tenge, label, show_number, show_term


def value_line(value: Value, words: Words) -> str:
    """The value in words."""
    match value:
        case Deadline():
            return _deadline(value, words)
        case Fee():
            return _fee(value, words)
        case Channel():
            name = label("channel", value.code.value, words.language)
            return name if value.offered else words("value.not_offered", channel=name)
        case ActReference():
            parts = [label("act_type", value.type.value, words.language)]
            parts += [f"№ {value.number}"] if value.number else []
            parts += [value.date.isoformat()] if value.date else []
            parts += [f"«{value.title}»"] if value.title else []
            return " ".join(parts)
        case Text():
            return value.text


def scope_line(scope: Scope) -> str:
    """The conditions as printed; empty where the value holds for all."""
    conditions = (scope.case, scope.channel, scope.recipient, scope.region)
    return ", ".join(one.text for one in conditions if one)


def evidence_line(evidence: Evidence, words: Words) -> str:
    """Where the words stand."""
    parts = [words("place", document=evidence.document, line=evidence.line)]
    if evidence.act:
        parts.append(evidence.act)
    if evidence.edition:
        parts.append(words("edition", day=evidence.edition.isoformat()))
    if evidence.clause:
        parts.append(words("clause", clause=evidence.clause))
    return ", ".join(parts)


def tenge_line(statement: Statement, day: date, words: Words) -> str | None:
    """The fee in tenge on a day; None where it has none or the dated table does not reach."""
    value = statement.value
    if not isinstance(value, Fee) or value.kind is FeeKind.TENGE or value.amount is None:
        return None
    try:
        amount = fee_in_tenge(value, day)
    except NormsError:
        return None
    return words("card.tenge", amount=show_number(amount, words.language), day=day) if amount is not None else None


def _deadline(value: Deadline, words: Words) -> str:
    if value.value is None:
        term = words("value.missing", unit=label("unit", value.unit.value, words.language))
    else:
        term = show_term(value.value, value.unit, words.language, bound=value.bound)
    if value.purpose is Purpose.SERVICE:
        return term
    return f"{term} ({label('purpose', value.purpose.value, words.language)})"


def _fee(value: Fee, words: Words) -> str:
    if value.kind in (FeeKind.FREE, FeeKind.PAID_UNSPECIFIED):
        return words(f"fee.{value.kind.value}")
    if value.amount is None:
        return words("fee.missing")
    parts = [words(f"fee.{value.kind.value}", amount=show_number(value.amount, words.language))]
    if value.cap_mrp is not None:
        parts.append(words("fee.cap", cap=show_number(value.cap_mrp, words.language)))
    return ", ".join(parts)
