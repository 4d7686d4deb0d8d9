"""Which statements people should look at, and why."""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from kb.model import Deadline, DoubtReason, Evidence, Fee, Gap, Purpose, Statement, Unit
from kb.resolve.bodies import Doubt
from kb.resolve.providers import find_body_doubts
from kb.resolve.speakers import is_heard
from kb.text import fold

LONG_CASE = 300  # letters; a condition of that length is more often a piece of text that was not cut
# What is asked of people first: an order of work, not a probability.
CONFIDENCE: Mapping[DoubtReason, float] = {
    DoubtReason.NUMBER_AND_WORDS: 0.1,
    DoubtReason.ODD_NUMBER: 0.15,
    DoubtReason.DAMAGED_NUMBER: 0.2,
    DoubtReason.SEVERAL_BODIES: 0.3,
    DoubtReason.UNKNOWN_BODY: 0.35,
    DoubtReason.NEAR_NAMES: 0.4,
    DoubtReason.NO_CALENDAR: 0.5,
    DoubtReason.OTHER_LANGUAGE: 0.55,
    DoubtReason.DAMAGED_WORDS: 0.6,
    DoubtReason.LONG_CASE: 0.7,
    DoubtReason.DECIDED: 1.0,
}
# Gaps that stand at a statement without a number, although the text prints one.
GAP_REASONS: Mapping[str | None, DoubtReason] = {
    "contradictory": DoubtReason.NUMBER_AND_WORDS,
    "negative": DoubtReason.ODD_NUMBER,
    "too_large": DoubtReason.ODD_NUMBER,
}
HEARD_LATER = 0.3
WORD = re.compile(r"\S+")
HABIT = "i"  # typed for its Kazakh twin all over the older acts: no damage


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementDoubt:
    """A statement, why it is doubtful (the gravest reason first), and the bodies that it may mean."""

    statement: Statement
    reasons: tuple[DoubtReason, ...]
    candidates: tuple[str, ...] = ()

    @property
    def confidence(self) -> float:
        """That of its gravest reason; what is only heard can wait, values of texts come before it."""
        heard = HEARD_LATER if is_heard(self.statement) else 0.0
        return round(min(1.0, CONFIDENCE[self.reasons[0]] + heard), 2)


def find_doubts(statements: Sequence[Statement], gaps: Iterable[Gap] = ()) -> tuple[StatementDoubt, ...]:
    """The doubtful ones among the statements of one service, in their order.

    What does not hold any more (`valid_to` is told) is left alone: nobody is told it as current.
    """
    bodies = {doubt.statement: doubt for doubt in find_body_doubts(statements)}
    missing = {_place(gap.evidence): GAP_REASONS[gap.reason] for gap in gaps if gap.reason in GAP_REASONS}
    found = []
    for one in statements:
        if one.valid_to is not None:
            continue
        body = bodies.get(one.id)
        reasons = set(_value_reasons(one))
        if isinstance(one.value, Deadline | Fee) and _place(one.evidence) in missing:
            reasons.add(missing[_place(one.evidence)])
        if body is not None:
            reasons.add(_body_reason(body))
        if reasons:
            found.append(
                StatementDoubt(
                    statement=one,
                    reasons=tuple(sorted(reasons, key=lambda reason: CONFIDENCE[reason])),
                    candidates=body.candidates if body else (),
                )
            )
    return tuple(found)


def _value_reasons(statement: Statement) -> Iterable[DoubtReason]:
    value = statement.value
    if not isinstance(value, Deadline | Fee):
        return
    if isinstance(value, Deadline) and value.unit is Unit.DAY and value.value and value.purpose is not Purpose.OTHER:
        yield DoubtReason.NO_CALENDAR
    if statement.scope.case and len(statement.scope.case.text) > LONG_CASE:
        yield DoubtReason.LONG_CASE
    yield from _damage(statement.evidence.quote)


def _damage(quote: str) -> Iterable[DoubtReason]:
    """What of the quoted words was read although it is printed with other signs."""
    for word in WORD.findall(quote):
        printed, read = unicodedata.normalize("NFC", word).lower(), fold(word).text
        if printed == read or len(printed) != len(read):
            continue
        for sign, meant in zip(printed, read, strict=True):
            if meant.isdigit() and not sign.isdigit():
                yield DoubtReason.DAMAGED_NUMBER
            elif sign.isascii() and sign.isalpha() and sign not in (meant, HABIT):
                yield DoubtReason.DAMAGED_WORDS


def _body_reason(doubt: Doubt) -> DoubtReason:
    return DoubtReason.SEVERAL_BODIES if len(doubt.candidates) > 1 else DoubtReason.UNKNOWN_BODY


def _place(evidence: Evidence) -> tuple[str, int, int]:
    return evidence.snapshot, evidence.start, evidence.end
