"""The last days of terms in words, short for a caller, each with the reason of another day where there is one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kb.answer.calculators.due_date import DueDate, DueOutcome
from kb.answer.calculators.telling import Told
from kb.answer.days.counting_words import describe_counting
from kb.answer.days.dates import show_day, show_day_from, show_day_of_month, show_day_of_month_from
from kb.answer.days.due_terms import DueTerm
from kb.answer.days.filing_day import FilingDay
from kb.answer.wording import read_wording, say
from kb.model import AnswerDue, Bound, Evidence, Language
from kb.norms import label, show_deadline
from kb.norms.working_days import calendar_period

# Characters of the 700 of an answer that the days may take before those of a further term are left out. Of 20 questions
# with a day of filing, asked of the seed documents and the acts, the longest takes 349 and leaves the values 312.
ROOM = 350


@dataclass(frozen=True, slots=True, kw_only=True)
class DueWords:
    """What is said of the days: `text` beside the terms and aloud, `counting` the rules that they are counted by,
    `cited` words of texts that were used, `due` the days as data. All empty where there is nothing to say."""

    text: str = ""
    counting: str = ""
    cited: tuple[Evidence, ...] = ()
    due: tuple[AnswerDue, ...] = ()


def describe_due_terms(terms: Sequence[DueTerm], filing: FilingDay | None, language: Language) -> DueWords:
    """The days of terms for a day of filing, in a sentence or two of the language; of as many terms as have room."""
    if filing is None or not terms:
        return DueWords()
    words = _describe(terms, filing, language)
    if len(words.text) + len(words.counting) > ROOM and len(terms) > 1:
        return describe_due_terms(terms[:-1], filing, language)
    return words


def _describe(terms: Sequence[DueTerm], filing: FilingDay, language: Language) -> DueWords:
    items = [words for term in terms if (words := _item(term, terms, filing.day, language))]
    counting = describe_counting(terms, filing.day, language) if items else ""
    outside = any(term.due.outcome is DueOutcome.OUTSIDE_TABLE for term in terms)
    unknown = [_outside(filing.day, language)] if outside else []
    days = _days_of(items, filing, language)
    cited = dict.fromkeys(evidence for term in terms for evidence in term.due.cited)
    return DueWords(
        text=" ".join(filter(None, (days, *unknown))),
        counting=counting,
        cited=tuple(cited),
        due=tuple(_as_data(term, filing.day) for term in terms),
    )


def _as_data(one: DueTerm, filed: date) -> AnswerDue:
    return AnswerDue(
        term=one.term,
        filed=filed,
        day=one.due.day,
        earliest=one.due.earliest,
        others=tuple(dict.fromkeys(other.day for other in one.due.alternatives)),
        channel=one.channel,
    )


def _days_of(items: Sequence[str], filing: FilingDay, language: Language) -> str:
    if not items:
        return ""
    key = "due_filed_today" if filing.supposed else "due_filed"
    return say(key, language, day=show_day(filing.day, language), items="; ".join(items))


def _outside(filed: date, language: Language) -> str:
    last = calendar_period()[1]
    return say("due_outside", language, day=show_day(filed, language), last=show_day(last, language))


def _item(term: DueTerm, among: Sequence[DueTerm], filed: date, language: Language) -> str | None:
    days = _days(term.due, filed, language)
    length = show_deadline(term.term, language)
    if not days or not length:
        return None
    twins = sum(show_deadline(one.term, language) == length for one in among) > 1
    if twins and term.channel:
        length = say("due_term_of", language, term=length, channel=label("channel", term.channel, language))
    return say("due_item", language, term=length, days=days)


def _days(due: DueDate, filed: date, language: Language) -> str | None:
    if due.day is None and len({one.day for one in due.alternatives}) == 1:
        return _shown(due.alternatives[0].day, due, filed, language)
    told = [_shown(due.day, due, filed, language)] if due.day else []
    for one in due.alternatives:
        if due.day:  # «not later than» is said of the first day
            day, since = _dated(one.day, filed, language), _dated_from(one.day, filed, language)
        else:
            day = since = _shown(one.day, due, filed, language)
        words = {"why": _why(one.why, language), "day": day, "from": since}
        told.append(say("due_other_day", language, **words))
    within = any(one.code == "due_within_day" for one in due.warnings)
    return ", ".join(told) or (say("due_same_day", language) if within else None)


def _shown(day: date, due: DueDate, filed: date, language: Language) -> str:
    words = {"day": _dated(day, filed, language), "from": _dated_from(day, filed, language)}
    if due.bound is Bound.MIN:
        return say("due_not_before_day", language, **words)
    if due.earliest and due.earliest != day:
        words["earliest"] = _dated(due.earliest, filed, language)
        words["from_earliest"] = _dated_from(due.earliest, filed, language)
        return say("due_between", language, **words)
    return say("due_until", language, **words)


def _dated(day: date, filed: date, language: Language) -> str:
    """The year of filing is told beside, so it is not told again."""
    return show_day_of_month(day, language) if day.year == filed.year else show_day(day, language)


def _dated_from(day: date, filed: date, language: Language) -> str:
    return show_day_of_month_from(day, language) if day.year == filed.year else show_day_from(day, language)


def _why(why: Told, language: Language) -> str:
    """The reason in short; its own words where no short ones are written."""
    key = f"due_why_{why.code}"
    return say(key, language) if key in read_wording("phrases") else why.words[language]
