"""The form in which a person gives another value: its fields by the type of the value, and back from what was sent."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from kb.model import Statement
from kb.model.review_shapes import NUMBERS
from kb.model.value_shapes import value_to_json
from kb.norms import codes, label
from kb.pipeline.value_codes import code_table
from kb.web.words import Words

Sent = Mapping[str, Sequence[str]]
PREFIX = "value."
# The norms table with the codes of a field, by its name.
_TABLES = {
    "unit": "unit",
    "bound": "bound",
    "purpose": "purpose",
    "starts": "start_event",
    "kind": "fee_kind",
    "ways": "payment_way",
    "type": "act_type",
    "forms": "document_form",
    "system": "system",
}
_NOT_EDITED = ("of",)
_LONG = ("text", "title")


@dataclass(frozen=True, slots=True, kw_only=True)
class FormField:
    """One field: `kind` is number, text, long, day, tick, choice or ticks; `options` are (code, words, chosen)."""

    name: str
    title: str
    kind: str
    value: str
    ticked: bool = False
    options: tuple[tuple[str, str, bool], ...] = ()


def value_fields(statement: Statement, words: Words, *, sent: Sent | None = None) -> tuple[FormField, ...]:
    """The fields of the statement's value, filled with what was read or, after a failure, with what was sent."""
    read = value_to_json(statement.value)
    if sent is not None:
        read = {**read, **sent_value(statement, sent)}
    return tuple(_field(name, part, statement, words) for name, part in _edited(read, statement))


def sent_value(statement: Statement, sent: Sent) -> dict[str, Any]:
    """The fields of a value as a form sent them; a number that is none stays as it was typed."""
    given: dict[str, Any] = {}
    read = value_to_json(statement.value)
    for name, part in _edited(read, statement):
        values = [one.strip() for one in sent.get(PREFIX + name, ())]
        first = values[0] if values else ""
        if isinstance(part, bool):
            given[name] = bool(first)
        elif isinstance(part, list):
            given[name] = values
        elif name in NUMBERS and first:
            given[name] = _number(first)
        else:
            given[name] = first or None
    return given


def _edited(read: Mapping[str, Any], statement: Statement) -> Iterator[tuple[str, Any]]:
    for name, part in read.items():
        if name in _NOT_EDITED or (name == "code" and _table(name, statement) is None):
            continue
        yield name, part


def _table(name: str, statement: Statement) -> str | None:
    return code_table(statement.attribute) if name == "code" else _TABLES.get(name)


def _field(name: str, part: Any, statement: Statement, words: Words) -> FormField:
    title = words(f"review.field.{name}")
    table = _table(name, statement)
    if isinstance(part, bool):
        return FormField(name=PREFIX + name, title=title, kind="tick", value="1", ticked=part)
    chosen = part if isinstance(part, list) else [part]
    if table:
        known = codes(table)
        options = tuple((code, label(table, code, words.language), code in chosen) for code in known)
        # a code that the table does not have (a system in words) stays what it is
        own = tuple((one, one, True) for one in chosen if one and one not in known)
        kind = "ticks" if isinstance(part, list) else "choice"
        return FormField(name=PREFIX + name, title=title, kind=kind, value="", options=options + own)
    kind = "number" if name in NUMBERS else "long" if name in _LONG else "day" if name == "date" else "text"
    return FormField(name=PREFIX + name, title=title, kind=kind, value="" if part is None else str(part))


def _number(typed: str) -> Decimal | str:
    try:
        return Decimal(typed.replace(" ", "").replace(",", "."))
    except InvalidOperation:
        return typed
