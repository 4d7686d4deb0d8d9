"""Terms of a segment: number, unit, bound, purpose and the case they hold for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from kb.extract.cases import EDGES, case_before
from kb.extract.passage import Passage
from kb.extract.scopes import read_scope
from kb.extract.segment import Segment
from kb.extract.wording import coded_wording, wording
from kb.model import Attribute, Bound, Deadline, Purpose, Scope, ScopeField, Statement, Unit
from kb.text import find_numbers

FILE = "deadline"
LOOK_BACK = 40  # a bound stands directly before its number; 40 characters hold the longest phrase of the wording file
GAP = re.compile(r"[ \n]*(?:\([^)\n]{0,60}\)[ \n]*)?")
CASE_LEAD = re.compile(r"[^:;,]{3,80}:")
CASE_BEHIND = re.compile(r"[ ]*-[ ]+([^,;.\n]{3,200})")
BARE_UNITS = (Unit.WORKING_DAY, Unit.CALENDAR_DAY)
FIRST_YEAR = Decimal(1900)  # «2017 жыл» is a date, not a term of 2017 years


@dataclass(frozen=True, slots=True)
class Term:
    """A number with its unit in a segment; offsets into the folded passage."""

    value: Decimal | None
    unit: Unit
    start: int
    end: int


def extract_deadlines(passage: Passage, segment: Segment) -> list[Statement]:
    """The terms of one segment in reading order, each with the words of its case as scope."""
    statements = []
    cursor = segment.body
    lead: ScopeField | None = None
    for term in sorted(_find_terms(passage, segment), key=lambda found: found.start):
        bound, end = _read_bound(passage, segment, term)
        start, words = _case_before(passage, cursor, term.start)
        case_end = term.start
        if not words:
            bound_stands = bool(passage.plain[start : term.start].strip(EDGES))
            start = start if bound_stands else term.start
            case_start, case_end = _case_after(passage, segment, end)
            words = passage.plain[case_start:case_end]
            span_end = max(end, case_end) if words else end
        else:
            case_start, span_end = start, end
        scope = read_scope(passage, case_start, case_end) if words else Scope()
        if cursor == segment.body and CASE_LEAD.match(passage.plain, case_start, case_end):
            lead = scope.channel  # «порталда: …» holds for every value of the sentence
        elif lead and not scope.channel:
            scope = replace(scope, channel=lead)
        value = Deadline(value=term.value, unit=term.unit, bound=bound, purpose=_purpose(passage, segment, words, end))
        statements.append(
            passage.state(Attribute.DEADLINE, value, start, span_end, scope=scope, source_kind=segment.source_kind)
        )
        cursor = span_end
    return statements


def _find_terms(passage: Passage, segment: Segment) -> Iterator[Term]:
    taken: list[tuple[int, int]] = []
    found_terms: list[Term] = []
    text = passage.plain
    for number in find_numbers(passage.folded[segment.start : segment.end]):
        first, last = number.start + segment.start, number.end + segment.start
        gap = GAP.match(text, last)
        behind = gap.end() if gap else last
        found = None if wording(FILE, "not_a_term").match(text, behind) else _unit_at(text, behind)
        if found is None:
            continue
        unit, end = found
        start = first
        if unit is Unit.DAY:
            for code, pattern in coded_wording(FILE, "day_before"):
                before = pattern.search(text[segment.start : first])
                if before:
                    unit, start = Unit(code), segment.start + before.start()
        if unit is Unit.YEAR and number.value >= FIRST_YEAR:
            continue
        taken.append((start, end))
        found_terms.append(Term(number.value, unit, start, end))
    yield from _join_years(text, found_terms)
    yield from _terms_without_number(text, segment, taken)


def _join_years(text: str, terms: list[Term]) -> Iterator[Term]:
    """«1 year 6 months» is one term of 18 months."""
    waiting: Term | None = None
    for term in terms:
        whole = waiting is not None and waiting.unit is Unit.YEAR and term.unit is Unit.MONTH
        if waiting and whole and not text[waiting.end : term.start].strip() and waiting.value and term.value:
            waiting = Term(waiting.value * 12 + term.value, Unit.MONTH, waiting.start, term.end)
            continue
        if waiting:
            yield waiting
        waiting = term
    if waiting:
        yield waiting


def _unit_at(text: str, place: int) -> tuple[Unit, int] | None:
    for code, pattern in coded_wording(FILE, "units"):
        match = pattern.match(text, place)
        if match:
            return Unit(code), match.end()
    return None


def _terms_without_number(text: str, segment: Segment, taken: list[tuple[int, int]]) -> Iterator[Term]:
    if segment.topic != "deadline":
        return
    for unit in BARE_UNITS:
        pattern = dict(coded_wording(FILE, "units"))[unit.value]
        for match in pattern.finditer(text, segment.start, segment.end):
            if any(start < match.end() and match.start() < end for start, end in taken):
                continue
            before = text[max(segment.start, match.start() - LOOK_BACK) : match.start()]
            ends_here = match.end() == segment.end or text[match.end()] in ";.,\n"
            if ends_here and wording(FILE, "number_missing").search(before):
                yield Term(None, unit, match.start(), match.end())


def _read_bound(passage: Passage, segment: Segment, term: Term) -> tuple[Bound, int]:
    after = passage.plain[term.end : segment.end]
    before = passage.plain[max(segment.start, term.start - LOOK_BACK) : term.start]
    for key, bound in (("min_after", Bound.MIN), ("max_after", Bound.MAX)):
        match = wording(FILE, key).search(after)
        if match:
            return bound, term.end + match.end()
    for key, bound in (("min_before", Bound.MIN), ("max_before", Bound.MAX)):
        if wording(FILE, key).search(before):
            return bound, term.end
    return Bound.EXACT, term.end


def _case_before(passage: Passage, cursor: int, number: int) -> tuple[int, str]:
    start, words = case_before(passage, cursor, number)
    for bound in ("max_before", "min_before"):
        words = wording(FILE, bound).sub("", words).strip(EDGES)
    return start, words


def _case_after(passage: Passage, segment: Segment, end: int) -> tuple[int, int]:
    match = CASE_BEHIND.match(passage.plain, end, segment.end)
    return match.span(1) if match else (end, end)


def _purpose(passage: Passage, segment: Segment, words: str, end: int) -> Purpose:
    behind = passage.plain[end : min(segment.end, end + LOOK_BACK)]
    around = " ".join((words, wording(FILE, "next_term").split(behind, maxsplit=1)[0]))
    if segment.topic in ("queue", "serving"):
        return Purpose(segment.topic)
    for code, pattern in coded_wording(FILE, "purposes"):
        if pattern.search(around):
            return Purpose(code)
    return Purpose.SERVICE
