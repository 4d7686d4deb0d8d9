"""The terms of the rules against those of their table: by case, for a hearing, and cases and lines without a term."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from kb.compare.clash import Clash
from kb.compare.material import ActMaterial
from kb.compare.terms.steps import procedures
from kb.compare.within_act.parts import Part, parts_of
from kb.compare.within_act.told import Told
from kb.compare.within_act.wordings import load, pattern
from kb.extract.terms import Term, find_terms
from kb.model import Document, FindingClass, Unit

FILE = "terms"
NEEDED_AFTER_HEARING = 1  # working days: a decision can be made at the earliest on the day after the notice


@dataclass(frozen=True, slots=True, kw_only=True)
class _CaseTerm:
    """A sentence with one term in working days or a smaller unit, and the cases that it names."""

    told: Told
    start: int
    end: int
    term: Term
    cases: frozenset[str]


def find_term_clashes(material: ActMaterial) -> Iterator[Clash]:
    """Terms told otherwise in the rules than in the table, hearings that no term has room for, cases without a term."""
    for part in parts_of(material):
        yield from _no_number(part)
        rows = [one for told in part.of("deadline") for one in _case_terms(told)]
        if not rows:
            continue
        points = [
            one for told in part.points if not told.heading and _cases(told.text.plain) for one in _case_terms(told)
        ]
        yield from _other_terms(points, rows)
        yield from _no_room_for_hearing(part, rows)
        yield from _without_term(part, points)
        yield from _two_checks(part)


def _other_terms(points: list[_CaseTerm], rows: list[_CaseTerm]) -> Iterator[Clash]:
    told: set[frozenset[str]] = set()
    for point in points:
        plain = point.told.text.plain[point.start : point.end]
        if not point.cases or point.cases in told or not pattern(FILE, "of_service").search(plain):
            continue
        same = [row for row in rows if row.cases and row.cases <= point.cases and row.term.unit is not Unit.DAY]
        others = [row for row in same if (row.term.value, row.term.unit) != (point.term.value, point.term.unit)]
        if same and len(others) == len(same):
            told.add(point.cases)
            yield _clash(point, others[0], "term_of_point")


def _no_room_for_hearing(part: Part, rows: list[_CaseTerm]) -> Iterator[Clash]:
    terms = [row for row in rows if row.term.unit is Unit.WORKING_DAY and row.term.value and row.cases != {"hearing"}]
    for told in part.all:
        found = pattern(FILE, "hearing_notice").search(told.text.plain)
        if found is None or not terms:
            continue
        start, end = told.sentence(found.start(), found.end())
        terms_told = find_terms(told.text.folding.text[start:end], told.text.plain[start:end])
        ahead = [one.value for one in terms_told if one.unit is Unit.WORKING_DAY and one.value]
        short = min(terms, key=lambda row: row.term.value or 0)
        needed = max(ahead, default=Decimal(0)) + NEEDED_AFTER_HEARING
        if ahead and short.term.value is not None and short.term.value <= max(needed, _days_of_steps(told.document)):
            point = _CaseTerm(told=told, start=start, end=end, term=short.term, cases=frozenset())
            yield _clash(point, short, "no_room_for_hearing")
            return


def _days_of_steps(document: Document) -> Decimal:
    """The working days that the longest procedure of a text takes before any hearing; nought where it has none."""
    sums = (
        sum((step.days for step in steps if step.unit is Unit.WORKING_DAY), Decimal(0))
        for steps in procedures(document)
    )
    return max(sums, default=Decimal(0))


def _without_term(part: Part, points: list[_CaseTerm]) -> Iterator[Clash]:
    """A case that has a term in the rules, and none in the row on terms nor a word in the row on results."""
    for code in load(FILE)["named_cases"]:
        case = pattern(FILE, "cases", code)
        named = [told for told in part.points if not told.heading and case.search(told.text.plain)]
        steps = [one for one in points if code in one.cases]
        if steps and named and not any(case.search(one.text.plain) for one in part.of("deadline", "result", "name")):
            row = part.of("deadline")[0]
            first = _opening(named, steps[0].told)
            yield Clash(kind=FindingClass.DEADLINE, a=first.point(), b=row.point(), reason="case_without_term")


def _opening(named: list[Told], step: Told) -> Told:
    """The clause that names the case of a step: the last of those in the same point before it."""
    return next((one for one in reversed(named) if one.clause.start < step.clause.start), step)


def _no_number(part: Part) -> Iterator[Clash]:
    """A line on the term of a case that ends before its term, in a row whose other lines have theirs."""
    told = part.of("deadline")
    for place, one in enumerate(told):
        if not pattern(FILE, "start_of_term").match(one.text.plain.rstrip()) or _of_service(one):
            continue
        if place + 1 < len(told) and (_of_service(told[place + 1]) or _goes_on(told[place + 1])):
            continue
        known = next((other for other in reversed(told[:place]) if _of_service(other)), None)
        if known:
            yield Clash(kind=FindingClass.DEADLINE, a=known.point(), b=one.point(), reason="term_left_out")


def _two_checks(part: Part) -> Iterator[Clash]:
    """Two terms in working days for the one check of completeness, each in a sentence of its own."""
    first: dict[Decimal | None, _CaseTerm] = {}
    for told in part.points:
        if not pattern(FILE, "completeness").search(told.text.plain):
            continue
        for (start, end), terms in _by_sentence(told).items():
            words = told.text.plain[start:end]
            days = terms[0].unit is Unit.WORKING_DAY and len(terms) == 1 and terms[0].fault is None
            if days and pattern(FILE, "completeness").search(words) and not pattern(FILE, "put_right").search(words):
                one = _CaseTerm(told=told, start=start, end=end, term=terms[0], cases=frozenset())
                first.setdefault(terms[0].value, one)
    for one, other in pairwise(first.values()):
        yield _clash(one, other, "completeness_checked_in_two_terms")


def _by_sentence(told: Told) -> dict[tuple[int, int], list[Term]]:
    found: dict[tuple[int, int], list[Term]] = defaultdict(list)
    for term in find_terms(told.text.folding.text, told.text.plain):
        found[told.sentence(term.start, term.end)].append(term)
    return found


def _of_service(told: Told) -> bool:
    """Whether a clause tells a term, and not that of waiting."""
    terms = find_terms(told.text.folding.text, told.text.plain)
    return bool(terms) and not pattern(FILE, "other_term").search(told.text.plain)


def _goes_on(told: Told) -> bool:
    return pattern(FILE, "goes_on").match(told.text.plain) is not None


def _case_terms(told: Told) -> Iterator[_CaseTerm]:
    for (start, end), terms in _by_sentence(told).items():
        words = told.text.plain[start:end]
        if len(terms) == 1 and terms[0].fault is None and not pattern(FILE, "other_term").search(words):
            yield _CaseTerm(told=told, start=start, end=end, term=terms[0], cases=_cases(words))


def _cases(words: str) -> frozenset[str]:
    return frozenset(code for code in load(FILE)["cases"] if pattern(FILE, "cases", code).search(words))


def _clash(one: _CaseTerm, other: _CaseTerm, reason: str) -> Clash:
    a, b = one.told.point(one.start, one.end), other.told.point(other.start, other.end)
    return Clash(kind=FindingClass.DEADLINE, a=a, b=b, reason=reason)
