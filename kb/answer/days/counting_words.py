"""How the days of an answer are counted, in short: the day of acceptance, days off, moved ends."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from kb.answer.calculators.due_date import DueDate
from kb.answer.days.dates import show_day, show_day_of_month
from kb.answer.days.due_terms import DueTerm
from kb.answer.wording import read_wording, say
from kb.model import Language, Unit
from kb.norms.days_off import Rest, day_off
from kb.norms.term_ends import short_law

# Holidays that are named: no holiday of the calendar has more days in a row, and nobody keeps a longer list in mind.
MOST_HOLIDAYS = 5
# By the step of the calculator: whether the day of acceptance is counted, and the rule of kb.norms.term_ends behind it.
_BY_LAW = {
    "due_general_rule": (False, "begins"),
    "due_dated_not_counted": (False, "filing_day"),
    "due_dated_counted": (True, "filing_day"),
}


def describe_counting(terms: Sequence[DueTerm], filed: date, language: Language) -> str:
    """One sentence on how the terms are counted, each rule once; empty where none of them is."""
    counted = [one for one in terms if one.due.day or one.due.alternatives]
    parts = dict.fromkeys(part for one in counted for part in _begins(one.due, filed, language))
    parts |= dict.fromkeys(_by_law([one.due for one in counted], language))
    working = [one.due for one in counted if one.term.unit is Unit.WORKING_DAY]
    parts |= dict.fromkeys(_days_off(working, language))
    parts |= dict.fromkeys(part for one in counted for part in _ends(one, language))
    return say("due_counting", language, parts="; ".join(parts)) if parts else ""


def _begins(due: DueDate, filed: date, language: Language) -> Iterator[str]:
    off = day_off(filed)
    if off and due.accepted and due.accepted != filed:
        days = {"filed": show_day_of_month(filed, language), "accepted": show_day_of_month(due.accepted, language)}
        yield say("due_accepted_on", language, reason=off.words(language), **days)
    for step in due.steps:
        if (key := f"due_rule_{step.code}") in read_wording("phrases"):
            yield say(key, language)


def _by_law(counted: Sequence[DueDate], language: Language) -> Iterator[str]:
    found = dict.fromkeys(_BY_LAW[step.code] for due in counted for step in due.steps if step.code in _BY_LAW)
    for key, included in (("due_rule_not_counted", False), ("due_rule_counted", True)):
        if laws := [short_law(law)[language] for counts, law in found if counts is included]:
            yield say(key, language, laws="; ".join(laws))


def _days_off(working: Sequence[DueDate], language: Language) -> Iterator[str]:
    skipped = [one for due in working for one in due.skipped]
    holidays = sorted({one.day for one in skipped if one.off.rest is not Rest.WEEKEND})
    if holidays:
        yield say("due_holidays", language, days=_listed(holidays, language))
    elif skipped:
        yield say("due_days_off", language)
    if worked := sorted({day for due in working for day in due.worked}):
        yield say("due_worked", language, days=_listed(worked, language))


def _ends(one: DueTerm, language: Language) -> Iterator[str]:
    if one.term.unit is not Unit.WORKING_DAY and one.due.skipped:
        first = one.due.skipped[0]
        day = show_day_of_month(first.day, language)
        yield say("due_rolled", language, day=day, reason=first.off.words(language))
    if one.due.handed_over:
        yield say("due_handed_over", language, day=show_day(one.due.handed_over, language))


def _listed(days: Iterable[date], language: Language) -> str:
    shown = [show_day_of_month(day, language) for day in days]
    first = ", ".join(shown[:MOST_HOLIDAYS])
    more = len(shown) - MOST_HOLIDAYS
    return say("due_and_more", language, days=first, count=str(more)) if more > 0 else first
