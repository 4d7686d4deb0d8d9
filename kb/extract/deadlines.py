"""Terms of a segment: number, unit, bound, purpose, start and the case they hold for."""

import re
from dataclasses import dataclass, replace
from itertools import groupby

from kb.extract.cases import EDGES, case_before, case_behind, skip_tail
from kb.extract.gap_reasons import GapReason
from kb.extract.passage import Passage
from kb.extract.scopes import has_condition, read_scope
from kb.extract.segment import Segment
from kb.extract.term_bounds import max_label, read_bound
from kb.extract.term_purposes import read_purpose
from kb.extract.term_starts import heading_above, start_before, start_behind, without_starts
from kb.extract.terms import Term, find_terms
from kb.extract.wording import wording
from kb.model import Attribute, Bound, Deadline, Purpose, Scope, ScopeField, Statement
from kb.model.value import StartEvent

FILE = "deadline"
TOPICS = ("deadline", "queue", "serving")
AT_THE_OFFICE = (Purpose.QUEUE, Purpose.SERVING)
WORDED_ALIKE = (*AT_THE_OFFICE, Purpose.OTHER)  # the label of these may call its time the longest one
OWN_START = (*AT_THE_OFFICE, Purpose.EXTENSION)  # these do not run from where the service's term does
CASE_LEAD = re.compile(r"[^:;,]{3,80}:")


@dataclass(slots=True)
class _Lead:
    """What the opening words of a segment say for all its terms."""

    channel: ScopeField | None = None
    starts: StartEvent | None = None
    purpose: Purpose | None = None


def segment_terms(passage: Passage, segment: Segment) -> list[Term]:
    """The terms of one segment with offsets into the folded passage."""
    first, last = segment.start, segment.end
    terms = find_terms(
        passage.folded[first:last],
        passage.plain[first:last],
        body=segment.body - first,
        bare=segment.topic in TOPICS,
    )
    return [replace(term, start=term.start + first, end=term.end + first) for term in terms]


def extract_deadlines(passage: Passage, segment: Segment) -> list[Statement]:
    """The terms of one segment in reading order, each with the words of its case as scope."""
    statements = []
    cursor = segment.body
    terms = segment_terms(passage, segment)
    lead = _read_lead(passage, segment, terms)
    listed = [list(same) for _, same in groupby(terms, key=lambda term: term.start)]
    for number, same in enumerate(listed):
        term = same[-1]
        bound, end = read_bound(passage.plain, term, segment.start, segment.end)
        until = listed[number + 1][0].start if number + 1 < len(listed) else segment.end
        start, words = _case_before(passage, cursor, term.start)
        case_end = term.start
        if not words:
            bound_stands = bool(passage.plain[start : term.start].strip(EDGES))
            start = start if bound_stands else term.start
            case_start, case_end = case_behind(passage, end, until)
            words = passage.plain[case_start:case_end]
            span_end = max(end, case_end) if words else end
        else:
            case_start, span_end = start, end
        case_end = _without_bound(passage.plain, case_start, case_end)
        scope = read_scope(passage, case_start, case_end) if words else Scope()
        if cursor == segment.body and CASE_LEAD.match(passage.plain, case_start, case_end):
            lead.channel = scope.channel  # «порталда: …» holds for every value of the sentence
        elif lead.channel and not scope.channel:
            scope = replace(scope, channel=lead.channel)
        if scope.case and not has_condition(without_starts(words)):
            scope = replace(scope, case=None)  # from when the term runs is told by `starts`
        purpose = read_purpose(passage.plain, segment, term, words=words, end=end, before=lead.purpose)
        lead.purpose = purpose
        if purpose in WORDED_ALIKE and bound is Bound.EXACT and max_label(passage.plain[segment.start : term.start]):
            bound = Bound.MAX
        opening = passage.plain[segment.start if number == 0 else cursor : term.start]
        starts, told_to = _read_start(passage, until, term, opening)
        starts = starts or (None if purpose in OWN_START else lead.starts)
        for term in same:
            value = _value(term, bound, purpose, starts)
            statements.append(
                passage.state(Attribute.DEADLINE, value, start, span_end, scope=scope, source_kind=segment.source_kind)
            )
        cursor = skip_tail(passage, max(span_end, told_to), until)
    return statements


def _value(term: Term, bound: Bound, purpose: Purpose, starts: StartEvent | None) -> Deadline:
    """The term as a value; without a number where the printed one cannot be taken (kb.extract.gaps tells why).

    Validity and other terms beside the service's own may be longer than any service takes.
    """
    usable = term.fault is None or (term.fault is GapReason.TOO_LARGE and purpose is Purpose.OTHER)
    return Deadline(
        value=term.value if usable else None,
        unit=term.unit,
        bound=bound,
        purpose=purpose,
        starts=starts,
        least=term.least if usable else None,
    )


def _read_start(passage: Passage, until: int, term: Term, opening: str) -> tuple[StartEvent | None, int]:
    """The event of a term, and where words behind it that tell it end."""
    if term.starts:
        return term.starts, term.end
    behind, told_to = start_behind(passage.plain, term.end, until)
    if behind:
        return behind, told_to
    return start_before(opening), term.end


def _read_lead(passage: Passage, segment: Segment, terms: list[Term]) -> _Lead:
    """What the words before a colon say for all terms below: of this segment, or of the list above it."""
    if not terms:
        return _Lead()
    lead = _Lead()
    opening = passage.plain[segment.start : terms[0].start]
    colon = opening.rfind(":")
    if colon >= 0:
        lead.starts = start_before(opening[:colon])
    if lead.starts is None and not segment.labelled:
        lead.starts = start_before(heading_above(passage.plain, segment.start))
    return lead


def _without_bound(plain: str, start: int, end: int) -> int:
    """Where the words of a case end before those of the bound of its number («… within»)."""
    words = plain[start:end]
    bounds = (wording(FILE, key).search(words) for key in ("max_before", "min_before"))
    found = [match.start() for match in bounds if match]
    return start + min(found) if found else end


def _case_before(passage: Passage, cursor: int, number: int) -> tuple[int, str]:
    start, words = case_before(passage, cursor, number)
    for bound in ("max_before", "min_before"):
        words = wording(FILE, bound).sub("", words).strip(EDGES)
    return start, words
