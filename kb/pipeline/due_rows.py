"""The terms of a card with their last days: each plain, and with every extension of its text."""

from collections.abc import Iterator, Sequence
from datetime import date

from kb.answer.calculators.due_dates import calculate_due_date
from kb.answer.calculators.telling import tell
from kb.answer.calculators.term_readings import Extension
from kb.answer.calculators.text_rules import TextRules
from kb.model import ChannelCode, Deadline, Language, Purpose
from kb.norms import label
from kb.pipeline.calculated import DueRow
from kb.pipeline.ruled_values import RuledValue


def due_rows(
    value: RuledValue,
    longer: Sequence[RuledValue],
    texts: TextRules,
    *,
    filed: date,
    channel: ChannelCode | None,
    language: Language,
) -> Iterator[DueRow]:
    """The term with its day, and with every extension of its text; none for what is counted back from another end."""
    spoken, term = value.spokesman(language), term_of(value)
    filing = texts.filing((spoken, *value.statements), day=filed, channel=channel)
    if filing is None:
        return
    due = calculate_due_date(term, filing)
    if term.purpose is not Purpose.SERVICE:
        purpose = {one: label("purpose", term.purpose.value, one) for one in Language}
        yield DueRow(value=value, due=due.warned(tell("due_other_purpose", purpose=purpose)), extension=None)
        return
    yield DueRow(value=value, due=due, extension=None)
    for one in longer:
        twin = next((each for each in one.statements if each.evidence.snapshot == spoken.evidence.snapshot), None)
        if twin is not None and isinstance(twin.value, Deadline):
            extension = Extension(term=twin.value, reading=texts.reading(twin))
            yield DueRow(value=value, due=calculate_due_date(term, filing, extension=extension), extension=twin)


def term_of(value: RuledValue) -> Deadline:
    """The term of a value of the attribute «deadline»."""
    told = value.statements[0].value
    assert isinstance(told, Deadline)  # noqa: S101 - a statement cannot be made otherwise
    return told
