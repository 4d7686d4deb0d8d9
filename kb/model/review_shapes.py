"""The JSON of review items and decisions, and the key that a decision holds by."""

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any
from unicodedata import category

from kb.model.plain_json import Json
from kb.model.review import Decision, DoubtReason, ReviewItem, ReviewKind, Verdict
from kb.model.shapes import evidence_from_json, evidence_to_json, scope_to_json, statement_from_json, statement_to_json
from kb.model.statement import Statement
from kb.model.value import Value
from kb.model.value_shapes import value_from_json, value_to_json

LONGEST_VALUE = 4_000  # letters of a text that a person gives
LARGEST_NUMBER = 10**12
NUMBERS = ("value", "least", "amount", "cap_mrp")
NEEDED = ("text", "unit", "bound", "purpose", "kind", "type")


class WrongValueError(ValueError):
    """A value that its attribute cannot have; the message says what is wrong."""


def statement_place(statement: Statement) -> str:
    """What is the same for all readings of an attribute in one clause, of whatever edition or archive."""
    evidence = statement.evidence
    where = evidence.act or evidence.document
    return _digest(ReviewKind.STATEMENT, statement.attribute, where, evidence.language, evidence.clause or "")


def statement_key(statement: Statement) -> str:
    """What is the same for one reading of one clause: its place, value and scope.

    What is empty is left out, so that a field that comes later leaves the keys as they are.
    """
    value = {name: part for name, part in value_to_json(statement.value).items() if name != "of"}
    scope = scope_to_json(statement.scope)
    return _digest(statement_place(statement), _told(value), _told(scope))


def pair_key(left: str, right: str) -> str:
    """The key of two services, by the keys of their mentions in any order."""
    return _digest(ReviewKind.SERVICES, *sorted((left, right)))


def item_to_json(item: ReviewItem) -> Json:
    """A review item, without what people decided on it."""
    return {
        "id": item.id,
        "key": item.key,
        "place": item.place,
        "digest": item.digest,
        "kind": item.kind.value,
        "attribute": item.attribute.value if item.attribute else None,
        "reasons": [reason.value for reason in item.reasons],
        "confidence": item.confidence,
        "evidence": [evidence_to_json(one) for one in item.evidence],
        "statement": statement_to_json(item.statement, None) if item.statement else None,
        "mention": item.statement.service if item.statement else None,
        "statements": list(item.statements),
        "services": list(item.services),
        "names": list(item.names),
        "keys": list(item.keys),
        "candidates": list(item.candidates),
    }


def item_from_json(data: Json) -> ReviewItem:
    """The typed item of a stored one."""
    return ReviewItem(
        key=data["key"],
        place=data["place"],
        digest=data["digest"],
        kind=ReviewKind(data["kind"]),
        reasons=tuple(DoubtReason(reason) for reason in data["reasons"]),
        confidence=data["confidence"],
        evidence=tuple(evidence_from_json(one) for one in data["evidence"]),
        statement=statement_from_json(data["statement"], data["mention"]) if data["statement"] else None,
        statements=tuple(data["statements"]),
        services=tuple(data["services"]),
        names=tuple(data["names"]),
        keys=tuple(data["keys"]),
        candidates=tuple(data["candidates"]),
    )


def decision_to_json(decision: Decision) -> Json:
    """A decision without the item that it was made on."""
    return {
        "verdict": decision.verdict.value,
        "reason": decision.reason,
        "author": decision.author,
        "decided_at": decision.decided_at.isoformat(),
        "value": value_to_json(decision.value) if decision.value else None,
    }


def decision_from_json(data: Json, item: ReviewItem, *, number: int = 0) -> Decision:
    """The typed decision of a stored one on its item."""
    value = data["value"]
    return Decision(
        item=item,
        verdict=Verdict(data["verdict"]),
        reason=data["reason"],
        author=data["author"],
        decided_at=datetime.fromisoformat(data["decided_at"]),
        value=value_from_json(item.attribute, value) if value and item.attribute else None,
        id=number,
    )


def corrected_value(statement: Statement, given: Mapping[str, Any]) -> Value:
    """The value of a statement with the fields that a person gives; raises WrongValueError."""
    read = value_to_json(statement.value)
    unknown = sorted(set(given) - set(read))
    if unknown:
        raise WrongValueError(f"{statement.attribute} has no field {unknown[0]!r}; it has {', '.join(read)}")
    for name, part in given.items():
        _check(name, part, read[name])
    try:
        return value_from_json(statement.attribute, {**read, **given})
    except (ArithmeticError, AttributeError, KeyError, TypeError, ValueError) as problem:
        raise WrongValueError(f"this is no value of {statement.attribute}: {problem}") from problem


def has_controls(text: str) -> bool:
    """Whether a text holds what no page shows and not every database keeps: controls and halves of letters."""
    return any(category(sign) in ("Cc", "Cs") for sign in text if sign not in "\n\t\r")


def _check(name: str, part: object, read: object) -> None:
    if isinstance(read, bool):
        fits = isinstance(part, bool)
    elif isinstance(read, list):
        fits = isinstance(part, list) and all(isinstance(one, str) for one in part)
    elif name in NUMBERS:
        fits = part is None or (isinstance(part, int | float | Decimal) and not isinstance(part, bool))
        if fits and part is not None and not 0 <= float(str(part)) <= LARGEST_NUMBER:  # NaN fails this too
            raise WrongValueError(f"{name} is {part}; expected a number from 0 to {LARGEST_NUMBER:,}")
    else:
        fits = isinstance(part, str) or (part is None and name not in NEEDED)
    if not fits:
        raise WrongValueError(f"{name} cannot be {str(part)[:100]!r}")
    if isinstance(part, str) and has_controls(part):
        raise WrongValueError(f"{name} holds characters that cannot be shown")
    if isinstance(part, str) and len(part) > LONGEST_VALUE:
        raise WrongValueError(f"{name} has {len(part)} letters, at most {LONGEST_VALUE} are taken")
    if isinstance(part, str) and name in NEEDED and not part.strip():
        raise WrongValueError(f"{name} is empty")


def _told(fields: Json) -> str:
    told = {name: part for name, part in fields.items() if part not in (None, False, [], "")}
    return json.dumps(told, ensure_ascii=False, sort_keys=True)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:32]
