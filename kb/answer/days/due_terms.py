"""The last days of the terms of an answer, for the day of filing that its question names."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kb.answer.asking import Asking
from kb.answer.calculators.due_date import DueDate
from kb.answer.calculators.due_dates import calculate_due_date
from kb.answer.concepts import read_concepts
from kb.answer.sheet import Sheet
from kb.answer.values.composition import Section
from kb.answer.values.merging import Merged
from kb.model import Attribute, ChannelCode, Deadline, Purpose

# Terms whose days one answer tells: with their lengths four figures, more push the values themselves out of its 700
# characters (on the passport's six terms three days left room for one of them).
MOST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class DueTerm:
    """A term of the answer, the channel that it is counted for, and what the calculator makes of it."""

    term: Deadline
    channel: ChannelCode | None
    due: DueDate


def find_due_terms(asking: Asking, sections: Iterable[Section], sheet: Sheet) -> tuple[DueTerm, ...]:
    """The first terms that the answer tells, each once, with their days; none where no day of filing is asked about.

    Terms of other steps (a queue, an extension, a refusal) and those counted back from another end have none.
    """
    if asking.filing is None:
        return ()
    told = (value for one in sections if one.attribute is Attribute.DEADLINE for value in one.values[: one.most])
    found = {_said(one): one for value in told for one in _due_of(value, asking, sheet)}
    return tuple(found.values())[:MOST]


def _said(one: DueTerm) -> tuple[object, ...]:
    """Equal for terms that would be told in the same words."""
    others = tuple(other.day for other in one.due.alternatives)
    return one.term.value, one.term.unit, one.due.outcome, one.due.day, others


def _due_of(value: Merged, asking: Asking, sheet: Sheet) -> Iterator[DueTerm]:
    term = value.statement.value
    if asking.filing is None or not isinstance(term, Deadline) or term.purpose is not Purpose.SERVICE:
        return
    filing = sheet.texts.filing(value.statements, day=asking.filing.day, channel=_channel(asking))
    if filing:
        yield DueTerm(term=term, channel=filing.channel, due=calculate_due_date(term, filing))


def _channel(asking: Asking) -> ChannelCode | None:
    """The channel that the question names, where it is one."""
    asked = read_concepts(asking.text).channels & set(ChannelCode)
    return ChannelCode(next(iter(asked))) if len(asked) == 1 else None
