"""What a term may mean as a whole: plain days of either calendar, a term with its extension."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from kb.answer.calculators.telling import Told, tell
from kb.extract.term_rules import ExtensionReading
from kb.model import Deadline, Language, Unit
from kb.norms import show_deadline
from kb.norms.term_ends import TermEnd, add_term

CALENDARS = (Unit.WORKING_DAY, Unit.CALENDAR_DAY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """A longer term: `reading` tells whether its number is added or is the new whole length."""

    term: Deadline
    reading: ExtensionReading


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One whole term: `parts` run one after the other, `why` tells how the text is read; None for the plain term."""

    parts: tuple[Deadline, ...]
    why: Told | None

    def end(self, accepted: date, *, counted: bool) -> TermEnd:
        """The end of the last part for a day of acceptance; raises OutsideCalendarError, UncountableTermError."""
        end = add_term(accepted, self.parts[0], start_counts=counted)
        for part in self.parts[1:]:
            end = add_term(end.day, part)
        return end


def read_term(term: Deadline, extension: Extension | None) -> tuple[Reading, ...]:
    """The readings of a term, one where it is plain; several where the text leaves it open."""
    wholes = [Reading(parts=(term,), why=None)] if extension is None else list(_extended(term, extension))
    return tuple(reading for whole in wholes for reading in _calendars(whole))


def in_words(term: Deadline) -> dict[Language, str]:
    """The term by language, with «?» where the text leaves the number out."""
    return {one: show_deadline(term, one) or "?" for one in Language}


def _extended(term: Deadline, extension: Extension) -> Iterator[Reading]:
    longer, reading = extension.term, extension.reading
    if longer.value is None or term.value is None:
        return
    if reading is not ExtensionReading.ADDED:
        yield Reading(parts=(longer,), why=tell("due_reading_whole", term=in_words(longer)))
    if reading is not ExtensionReading.WHOLE:
        joined = replace(term, value=term.value + longer.value, bound=longer.bound)
        parts = (joined,) if longer.unit is term.unit else (term, longer)
        yield Reading(parts=parts, why=tell("due_reading_added", term=in_words(term), extension=in_words(longer)))


def _calendars(whole: Reading) -> Iterator[Reading]:
    if all(part.unit is not Unit.DAY for part in whole.parts):
        yield whole
        return
    for unit in CALENDARS:
        parts = tuple(replace(part, unit=unit) if part.unit is Unit.DAY else part for part in whole.parts)
        yield Reading(parts=parts, why=tell(f"due_reading_{unit.value}", term=in_words(parts[-1])))
