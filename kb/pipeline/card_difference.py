"""What changed on a card between two days."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from kb.model import Act, Attribute, Card, Deadline, Fee, Statement
from kb.model.plain_json import Json
from kb.model.shapes import evidence_to_json, scope_to_json
from kb.model.value_shapes import value_to_json
from kb.pipeline.dating import rule_some
from kb.pipeline.ruled_values import ATTRIBUTE_ORDER, value_keys
from kb.resolve import case_of


class CardChangeKind(StrEnum):
    """What happened to a value."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class CardChange:
    """One value that holds on one of two days only, or two of one case: `before` and `after` are all who tell it."""

    kind: CardChangeKind
    attribute: Attribute
    before: tuple[Statement, ...]
    after: tuple[Statement, ...]


Told = tuple[Statement, ...]


def card_difference(card: Card, before: date, after: date, *, acts: Sequence[Act] = ()) -> tuple[CardChange, ...]:
    """The changes between the values in force on two days, attribute by attribute. `acts` as in `rule_card`."""
    return tuple(
        change
        for attribute in ATTRIBUTE_ORDER
        for change in _changes(
            attribute, [one for one in card.statements if one.attribute is attribute], (before, after), acts
        )
    )


def change_to_json(change: CardChange) -> Json:
    """A change with both values and all their places."""
    return {
        "kind": change.kind.value,
        "attribute": change.attribute.value,
        "before": _side_to_json(change.before),
        "after": _side_to_json(change.after),
    }


def _side_to_json(told: Told) -> Json | None:
    if not told:
        return None
    return {
        "value": value_to_json(told[0].value),
        "scope": scope_to_json(told[0].scope),
        "statements": [one.id for one in told],
        "evidence": [evidence_to_json(one.evidence) for one in told],
    }


def _changes(
    attribute: Attribute, statements: Sequence[Statement], days: tuple[date, date], acts: Sequence[Act]
) -> list[CardChange]:
    keys = value_keys(statements)
    sides: list[dict[Hashable, list[Statement]]] = []
    for day in days:
        side: dict[Hashable, list[Statement]] = {}
        for key, ruling in zip(keys, rule_some(statements, day, acts=acts), strict=True):
            if ruling.effective:
                side.setdefault(key, []).append(ruling.statement)
        sides.append(side)
    gone = [tuple(told) for key, told in sides[0].items() if key not in sides[1]]
    come = [tuple(told) for key, told in sides[1].items() if key not in sides[0]]
    pairs = _paired(gone, come, _case) + _paired(gone, come, _place)
    return [
        *(CardChange(kind=CardChangeKind.CHANGED, attribute=attribute, before=old, after=new) for old, new in pairs),
        *(CardChange(kind=CardChangeKind.REMOVED, attribute=attribute, before=told, after=()) for told in gone),
        *(CardChange(kind=CardChangeKind.ADDED, attribute=attribute, before=(), after=told) for told in come),
    ]


def _paired(gone: list[Told], come: list[Told], sign: Callable[[Told], Hashable | None]) -> list[tuple[Told, Told]]:
    """Takes out of both lists what alone on each side carries a sign."""
    pairs = []
    for old in tuple(gone):
        wanted = sign(old)
        rivals, fitting = ([told for told in side if sign(told) == wanted] for side in (gone, come))
        if wanted is not None and len(rivals) == len(fitting) == 1:
            pairs.append((old, fitting[0]))
            gone.remove(old)
            come.remove(fitting[0])
    return pairs


def _case(told: Told) -> Hashable | None:
    """A term or fee of one case has one value; other attributes have many."""
    return case_of(told[0]) if isinstance(told[0].value, (Deadline, Fee)) else None


def _place(told: Told) -> Hashable | None:
    evidence = told[0].evidence
    return (evidence.act, evidence.language, evidence.clause) if evidence.clause else None
