"""The conditions of a value in words."""

from dataclasses import fields, replace

from kb.model import Deadline, Purpose, Scope, ScopeField, Statement
from kb.norms import codes, label
from kb.web.source_link import shorten
from kb.web.value_words import Shown, quoted_from
from kb.web.words import Words

_CODED = {"channel": "channel", "recipient": "recipient", "region": "region"}


def value_conditions(statement: Statement, words: Words) -> tuple[Shown, ...]:
    """What a term is the term of where it is not the service's, then the conditions of the scope."""
    conditions = []
    if isinstance(statement.value, Deadline) and statement.value.purpose is not Purpose.SERVICE:
        conditions.append(Shown(text=label("purpose", statement.value.purpose.value, words.language)))
    for field in fields(Scope):
        condition: ScopeField | None = getattr(statement.scope, field.name)
        if condition is not None:
            conditions.append(_condition(condition, _CODED.get(field.name), statement, words))
    return tuple(conditions)


def _condition(condition: ScopeField, table: str | None, statement: Statement, words: Words) -> Shown:
    if table and condition.code in codes(table):
        return Shown(text=label(table, str(condition.code), words.language))
    whole = quoted_from(statement.evidence, condition.text, words)
    return replace(whole, text=shorten(whole.text))
