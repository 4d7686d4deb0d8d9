"""The part of an answer that depends on the card."""

from collections.abc import Iterable
from dataclasses import dataclass

from kb.model import AnswerChoice, AnswerDue, AnswerState, AnswerValue, Evidence, YesNo


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What is told of the chosen service; see kb.model.Answer for the fields."""

    state: AnswerState
    text: str
    aloud: str
    values: tuple[AnswerValue, ...] = ()
    citations: tuple[Evidence, ...] = ()
    yes_no: YesNo | None = None
    findings: tuple[str, ...] = ()
    due: tuple[AnswerDue, ...] = ()
    quoted: bool = False
    choices: tuple[AnswerChoice, ...] = ()


def each_place_once(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """The evidence without repeats of a place, in order."""
    return tuple({(item.snapshot, item.document, item.start, item.end): item for item in evidence}.values())
