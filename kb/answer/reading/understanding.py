"""From a question's words to what it asks."""

import re
from collections.abc import Callable
from datetime import date

from kb.answer.asking import Asking
from kb.answer.days.asked_day import NamedDay, find_named_day
from kb.answer.days.filing_day import FilingDay, read_filing_day
from kb.answer.guards.refusals import refuse
from kb.answer.guards.scope_limits import find_outside
from kb.answer.halt import Halt
from kb.answer.question import Question
from kb.answer.reading.claims import read_claim
from kb.answer.reading.topic import Topic, read_topic
from kb.model import AnswerState, Intent, Language
from kb.norms import mrp_period
from kb.search.question_reading import Reading, read_question
from kb.text import identify_language
from kb.text import put_right as put_right_script

# From how many questions on a text is sent back to be asked one by one: people ask two or three things of one service
# in a row («сколько стоит? а сроки?»), none of the 380 questions that were written down has four.
MANY = 4
SHORTEST = 2  # words of a question
_ASKED_SENTENCE = re.compile(r"[^?!.\n]{1,300}\?")
_TWO_LETTERS = re.compile(r"[^\W\d_]{2}")
_CYRILLIC_WORD = re.compile("[\u0400-\u052f]{2}")


def read_asking(question: Question, *, put_right: Callable[[str], str]) -> Asking:
    """What a question asks; `put_right` gives its words as they were meant.

    A question that is answered without a service comes with a `halt`: refused, outside our services, on one's own
    application, on a day that no calendar or no table has, or in no words of ours.
    """
    written = put_right_script(question.text)
    halt = _read_halt(question.text, written)
    text = written if halt else put_right(question.text)
    # Spelling is put right after words of the base: it must not take away what was rightly typed («бүгін»).
    reading, typed = read_question(text), read_question(written)
    intents = reading.intents if reading.scores or not typed.scores else typed.intents
    named = None if halt else find_named_day(written, asked_on=question.as_of)
    halt = halt or _day_halt(named, question.as_of)
    filing = None if halt else read_filing_day(written, asked_on=question.as_of)
    if halt is None and intents[0] is Intent.STATUS:
        halt = Halt(state=AnswerState.NOT_STATED, phrase="no_status", intent=Intent.STATUS)
    return Asking(
        text=text,
        language=_language(question, written),
        reading=reading,
        intents=(halt.intent,) if halt and halt.intent is not Intent.OTHER else _of_filing(intents, reading, filing),
        day=filing.day if filing and not filing.supposed else named.day if named and named.day else question.as_of,
        claim=read_claim(text, intents[0]),
        topics=_topics(typed, reading),
        halt=halt,
        filing=filing,
    )


def _topics(typed: Reading, reading: Reading) -> tuple[Topic, Topic]:
    topic = read_topic(typed)
    return topic, topic if reading.words == typed.words else read_topic(reading)


def _of_filing(intents: tuple[Intent, ...], reading: Reading, filing: FilingDay | None) -> tuple[Intent, ...]:
    """Who names a day of filing and asks when, or nothing, asks for the term: «сдам в субботу, какого числа брать?»."""
    if filing is None or filing.supposed or Intent.DEADLINE in intents:
        return intents
    about_days = filing.asks_day or Intent.DEADLINE in reading.scores
    asked = {Intent.CARD: True, Intent.SCHEDULE: about_days, Intent.CHANNEL: filing.asks_day}
    return (Intent.DEADLINE, *intents[1:]) if asked.get(intents[0]) else intents


def _read_halt(typed: str, written: str) -> Halt | None:
    if refused := refuse(typed, written):
        return refused
    if outside := find_outside(typed, written):
        return outside
    if not _TWO_LETTERS.search(typed):
        return Halt(state=AnswerState.CLARIFY, phrase="clarify_words")
    if len(single := _single_questions(typed)) >= MANY:
        parts = (("count", str(len(single))),)
        return Halt(state=AnswerState.CLARIFY, phrase="clarify_many", parts=parts, single=single)
    if not _CYRILLIC_WORD.search(written):
        return Halt(state=AnswerState.CLARIFY, phrase="clarify_language")
    return None


def _single_questions(typed: str) -> tuple[str, ...]:
    """The questions of a text: what ends in a «?» and has words enough to be one; repeats count once."""
    asked = (" ".join(part.split()) for part in _ASKED_SENTENCE.findall(typed))
    return tuple(dict.fromkeys(part for part in asked if len(part.split()) >= SHORTEST))


def _day_halt(named: NamedDay | None, asked_on: date) -> Halt | None:
    if named is None or named.day:
        return None
    if named.impossible:
        return Halt(state=AnswerState.CLARIFY, phrase="no_such_day")
    years = (("first", str(mrp_period()[0].year)), ("last", str(asked_on.year + 1)))
    return Halt(state=AnswerState.NOT_STATED, phrase="day_unknown", parts=years)


def _language(question: Question, written: str) -> Language:
    """Kazakh or Russian; texts in neither are answered in Kazakh, the language that the base speaks first."""
    language = question.language or identify_language(written)
    return Language.RU if language is Language.RU else Language.KK
