"""Terms that people tell of in their own words: how long they waited, when they were told to come again."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from kb.extract.passage import Passage
from kb.extract.segment import Segment
from kb.extract.terms import find_terms
from kb.extract.wording import coded_wording, wording
from kb.model import Attribute, Bound, Deadline, Purpose, SourceKind, Statement, Unit

FILE = "narrative"
MARKS = re.compile(r"[«»\"“”;!?]|\.(?=\s)")
ANSWER = re.compile(r"\s{0,3}[:-]?\s{0,3}[«\"“](\w{2,10})[»\"”]")
BEHIND, BEFORE = 90, 60  # what is told of a term stands in its own phrase, within some ten words
ONE = Decimal(1)
SHORT = (Unit.MINUTE, Unit.HOUR)


@dataclass(frozen=True, slots=True)
class Phrase:
    """`plain[start:end]` of a passage between two quotation marks or ends of sentences."""

    start: int
    end: int


def extract_told_terms(passage: Passage, sentence: Segment) -> Iterator[Statement]:
    """The terms of a sentence that its words tell as what was met, what was answered or what holds at present."""
    yield from _answers(passage, sentence)
    yield from _stretches(passage, sentence)
    first, last = sentence.start, sentence.end
    if not wording(FILE, "told_hint").search(passage.plain, first, last):
        return
    folded = wording(FILE, "damaged_three").sub("3", passage.plain[first:last])
    for term in find_terms(folded, folded):
        if term.value is None or term.fault is not None:
            continue
        start, end = first + term.start, first + term.end
        phrase = _phrase(passage, sentence, start, end)
        told = _told(passage, phrase, start, end)
        if told is None:
            continue
        purpose, reach = told
        if term.unit in SHORT and wording(FILE, "told_wait").search(passage.plain, phrase.start, reach):
            # minutes and hours that people tell of having waited are those at the office
            served = wording(FILE, "told_served").search(passage.plain, phrase.start, start)
            purpose = Purpose.SERVING if served else Purpose.QUEUE
        before = passage.plain[max(phrase.start, start - BEFORE) : start]
        least = wording(FILE, "told_least").search(before) or wording(FILE, "told_more").match(passage.plain, end)
        value = Deadline(
            value=term.value,
            unit=term.unit,
            bound=Bound.MIN if least else Bound.EXACT,
            purpose=purpose,
            least=term.least,
        )
        yield passage.state(Attribute.DEADLINE, value, phrase.start, reach, source_kind=SourceKind.PRACTICE)


def _told(passage: Passage, phrase: Phrase, start: int, end: int) -> tuple[Purpose, int] | None:
    """What is told of the term at `start`, and where its words end; None where it is no term of the service."""
    plain = passage.plain
    before = plain[max(phrase.start, start - BEFORE) : start]
    behind = plain[end : min(phrase.end, end + BEHIND)]
    current = wording(FILE, "told_current").search(before)
    if wording(FILE, "not_told").search(before + behind) or (not current and wording(FILE, "wish").search(behind)):
        return None
    if current:
        return Purpose.SERVICE, end
    for code, pattern in coded_wording(FILE, "told_behind"):
        if match := pattern.match(behind):
            queue = wording(FILE, "told_queue").search(before + match.group())
            return (Purpose.QUEUE if queue else Purpose(code)), end + match.end()
    if wording(FILE, "told_before").search(before):
        return Purpose.QUEUE if wording(FILE, "told_queue").search(before) else Purpose.SERVICE, end
    return None


def _stretches(passage: Passage, sentence: Segment) -> Iterator[Statement]:
    """What took weeks, months, hours without a number of them: at least one."""
    for code, pattern in coded_wording(FILE, "told_stretch"):
        for match in pattern.finditer(passage.plain, sentence.start, sentence.end):
            around = passage.plain[max(sentence.start, match.start() - BEFORE) : match.end() + BEFORE]
            if wording(FILE, "not_told").search(around):
                continue
            queue = wording(FILE, "told_queue").search(around) or Unit(code) in (*SHORT, Unit.DAY)
            value = Deadline(
                value=ONE, unit=Unit(code), bound=Bound.MIN, purpose=Purpose.QUEUE if queue else Purpose.SERVICE
            )
            yield passage.state(Attribute.DEADLINE, value, match.start(), match.end(), source_kind=SourceKind.PRACTICE)


def _answers(passage: Passage, sentence: Segment) -> Iterator[Statement]:
    """A unit alone that was the answer to a question about the term («a week»)."""
    for match in wording(FILE, "told_answer").finditer(passage.plain, sentence.start, sentence.end):
        answer = ANSWER.match(passage.plain, match.end())
        for code, pattern in coded_wording("deadline", "units") if answer else ():
            if answer and pattern.fullmatch(answer[1]):
                value = Deadline(value=ONE, unit=Unit(code), bound=Bound.EXACT)
                yield passage.state(
                    Attribute.DEADLINE, value, match.start(), answer.end(), source_kind=SourceKind.CONTACT_CENTRE
                )


def _phrase(passage: Passage, sentence: Segment, start: int, end: int) -> Phrase:
    marks = [mark.end() for mark in MARKS.finditer(passage.plain, sentence.start, start)]
    first = marks[-1] if marks else sentence.start
    behind = MARKS.search(passage.plain, end, sentence.end)
    while first < start and passage.plain[first].isspace():
        first += 1
    return Phrase(first, behind.start() if behind else sentence.end)
