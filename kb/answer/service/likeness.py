"""Whether two services would be answered alike."""

from collections.abc import Sequence
from datetime import date

from kb.answer.values.selection import ATTRIBUTES, UNASKED
from kb.model import Card, Deadline, Intent, Text
from kb.resolve import statements_on
from kb.text import fold


def same_answer(card: Card, other: Card, *, intents: Sequence[Intent], day: date) -> bool:
    """Whether all that `card` says on what is asked for stands in `other` too, so that it is right for both."""
    own, theirs = _said(card, intents, day), _said(other, intents, day)
    return bool(own) and own <= theirs


def _said(card: Card, intents: Sequence[Intent], day: date) -> frozenset[object]:
    wanted = {attribute for intent in intents for attribute in ATTRIBUTES[intent]}
    said: set[object] = set()
    for statement in statements_on(card.statements, day):
        value = statement.value
        if statement.attribute not in wanted or (isinstance(value, Deadline) and value.purpose in UNASKED):
            continue
        if isinstance(value, Text):
            said.add((statement.attribute, value.code or " ".join(fold(value.text).text.split())))
        else:
            said.add((statement.attribute, value))
    return frozenset(said)
