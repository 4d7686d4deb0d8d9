"""Whether what a yes/no question supposes is so."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kb.answer.asking import Claim
from kb.answer.cue_groups import cue_groups
from kb.answer.values.composition import Section
from kb.answer.values.merging import Merged
from kb.answer.values.term_order import lasts_longer
from kb.model import Attribute, Channel, Deadline, Fee, FeeKind, SourceKind, Statement, Text, YesNo
from kb.text.words import read_words

# A list of channels is read as the whole list only where a norm or the portal itself gives it.
_LISTS = (SourceKind.ACT, SourceKind.STANDARD, SourceKind.PORTAL_CARD)

_NAMED_CODES = frozenset({"paper", "electronic"})
# A form may be told of the service, of its result, or in the words of the result.
_SAID_BY = {Attribute.FORM: (Attribute.FORM, Attribute.RESULT_FORM, Attribute.RESULT)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """The word for a claim, and the values that say it."""

    word: YesNo
    behind: tuple[Merged, ...] = ()


def judge_claim(claim: Claim, sections: Sequence[Section], *, day: date) -> Judgement:
    """Whether the values that hold bear a claim out: UNKNOWN where none of them speaks of it, PARTLY where they differ
    by case. A term is compared as if the papers were filed on `day`."""
    if claim.code is not None:
        tellers = _SAID_BY.get(claim.attribute, (claim.attribute,))
        return _judge_code(claim.code, [one for part in sections if part.attribute in tellers for one in part.values])
    values = next((one.values for one in sections if one.attribute is claim.attribute), ())
    if claim.channels:
        return _judge_channels(claim, values)
    words = {value: _bears_out(claim, value.statement, day) for value in values}
    behind = tuple(value for value, word in words.items() if word is not None)
    told = {word for word in words.values() if word is not None}
    if len(told) != 1:
        return Judgement(word=YesNo.PARTLY if told else YesNo.UNKNOWN, behind=behind)
    return Judgement(word=YesNo.YES if told.pop() else YesNo.NO, behind=behind)


def _judge_channels(claim: Claim, values: Sequence[Merged]) -> Judgement:
    channels = [(value, value.statement.value) for value in values]
    asked = [
        (value, channel)
        for value, channel in channels
        if isinstance(channel, Channel) and channel.code in claim.channels
    ]
    offered = tuple(value for value, channel in asked if channel.offered)
    if offered:
        return Judgement(word=YesNo.YES, behind=offered)
    if asked:
        return Judgement(word=YesNo.NO, behind=tuple(value for value, _ in asked))
    listed = tuple(value for value in values if any(one.source_kind in _LISTS for one in value.statements))
    return Judgement(word=YesNo.NO if listed else YesNo.UNKNOWN, behind=listed)


def _judge_code(claimed: str, values: Sequence[Merged]) -> Judgement:
    """Coded values stand in lists: what a list has is so, what it lacks is not."""
    known = [(value, code) for value in values for code in _codes(value.statement)]
    # Codes of one table may tell more: `electronic_full` is electronic.
    same = tuple(value for value, code in known if code == claimed or code.startswith(f"{claimed}_"))
    if same:
        return Judgement(word=YesNo.YES, behind=same)
    return Judgement(word=YesNo.NO if known else YesNo.UNKNOWN, behind=tuple(value for value, _ in known))


def _codes(statement: Statement) -> frozenset[str]:
    """The code of a value in words, or those that its words name as a question would: «қағаз түрінде»."""
    if not isinstance(statement.value, Text):
        return frozenset()
    if statement.value.code:
        return frozenset([statement.value.code])
    return cue_groups("claims").found(read_words(statement.value.text)) & _NAMED_CODES


def _bears_out(claim: Claim, statement: Statement, day: date) -> bool | None:
    """Whether one value bears the claim out; None where it says nothing about it."""
    match statement.value:
        case Fee(kind=kind) if claim.free is not None:
            return (kind is FeeKind.FREE) is claim.free
        case Deadline() as deadline if claim.term is not None:
            longer = lasts_longer(deadline, claim.term, day=day)
            return None if longer is None else not longer
    return None
