"""Terms in a folded text: numbers with their units, ranges, halves, the day itself, and why a number cannot be used."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from kb.extract.gap_reasons import GapReason
from kb.extract.number_faults import bracket_differs, minus_before
from kb.extract.spans import Spans
from kb.extract.term_lists import share_units
from kb.extract.term_ranges import Measured, join_ranges
from kb.extract.wording import coded_wording, wording
from kb.model import Unit
from kb.model.value import StartEvent
from kb.text import find_numbers

FILE = "deadline"
LOOK_BACK = 40  # a bound stands directly before its number; 40 characters hold the longest phrase of the wording file
GAP = re.compile(r"[ \n]{0,5}(?:\([^)\n]{0,60}\)[ \n]{0,5})?-?")
CLOSES = re.compile(r"\s{0,9}(?:$|[;.,(]|\n)")
BARE_UNITS = (Unit.WORKING_DAY, Unit.CALENDAR_DAY)
FIRST_YEAR = Decimal(1900)  # «2017 жыл» is a date, not a term of 2017 years
# Smaller units in larger ones: «1 year 6 months» is one term of 18 months.
LONG = (Unit.YEAR, Unit.MONTH)
DAYS = (Unit.WEEK, Unit.DAY, Unit.CALENDAR_DAY, Unit.WORKING_DAY)
PARTS = {(Unit.YEAR, Unit.MONTH): 12, (Unit.HOUR, Unit.MINUTE): 60}
HALF = Decimal("0.5")
# No service takes longer than ten years (the longest of the texts read are courses of study of a few years); more is
# a misprint or the number of something else.
LONGEST = {
    Unit.MINUTE: 5_260_000,
    Unit.HOUR: 87_700,
    Unit.WORKING_DAY: 2_600,
    Unit.CALENDAR_DAY: 3_653,
    Unit.DAY: 3_653,
    Unit.WEEK: 522,
    Unit.MONTH: 120,
    Unit.YEAR: 10,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term at `plain[start:end]`: `value` as printed, None where the text has no number; `least` of a range.

    `fault` tells why the printed number cannot be taken for a value; `starts` is the event whose day the term is.
    """

    value: Decimal | None
    unit: Unit
    start: int
    end: int
    least: Decimal | None = None
    starts: StartEvent | None = None
    fault: GapReason | None = None


def find_terms(folded: str, plain: str, *, body: int = 0, bare: bool = False) -> list[Term]:
    """The terms of a folded text and its twin without Kazakh letters, in reading order.

    With `bare`, in a text that is known to tell of terms, also units whose number is missing, the day of an event
    («on the day of application») and adjectives («in a month's term»); what follows `body` is the value. Numbers listed
    before one unit are a term each, at the place of the whole list.
    """
    numbers = share_units(plain, list(_measured(_parted(folded, plain), plain)))
    measured = list(join_ranges(plain, numbers))
    terms = [*_join_parts(plain, [_term(plain, item, item.unit) for item in measured if item.unit]), *_halves(plain)]
    if bare:
        for others in (_adjectives(plain), _days_of_event(plain), _ones(plain), _without_number(plain, body)):
            taken = Spans((term.start, term.end) for term in terms)
            terms.extend([term for term in others if not taken.meets(term.start, term.end)])
    return sorted(terms, key=lambda term: term.start)


def unit_at(plain: str, place: int) -> tuple[Unit, int] | None:
    """The unit of time that begins at `place`, and where it ends."""
    for code, pattern in coded_wording(FILE, "units"):
        match = pattern.match(plain, place)
        if match:
            return Unit(code), match.end()
    return None


def _parted(folded: str, plain: str) -> str:
    """The folded text in which the dash behind a label parts it from a number word glued to it."""
    for match in wording(FILE, "label_dash").finditer(plain):
        folded = folded[: match.end() - 1] + " " + folded[match.end() :]
    return folded


def _measured(folded: str, plain: str) -> Iterator[Measured]:
    for number in find_numbers(folded):
        gap = GAP.match(plain, number.end)
        behind = gap.end() if gap else number.end
        before = plain[max(0, number.start - LOOK_BACK) : number.start]
        found = None
        if not (wording(FILE, "not_a_term").match(plain, behind) or wording(FILE, "not_a_term_before").search(before)):
            found = unit_at(plain, behind)
        if found and wording(FILE, "denied_behind").match(plain, found[1]):
            found = None
        unit, end = found or (None, number.end)
        start = number.start
        if unit is Unit.YEAR and number.value >= FIRST_YEAR:
            unit = None
        if unit is Unit.DAY:
            for code, pattern in coded_wording(FILE, "day_before"):
                ahead = pattern.search(before)
                if ahead:
                    unit, start = Unit(code), number.start - len(before) + ahead.start()
        yield Measured(number=number, unit=unit, start=start, end=end)


def _term(plain: str, item: Measured, unit: Unit) -> Term:
    value = item.number.value
    fault = _fault(plain, item, unit)
    minus = minus_before(plain, item.start) if fault is GapReason.NEGATIVE else None
    start = item.start if minus is None else minus
    return Term(value=value, unit=unit, start=start, end=item.end, least=item.least, fault=fault)


def _fault(plain: str, item: Measured, unit: Unit) -> GapReason | None:
    if bracket_differs(plain, item.number):
        return GapReason.CONTRADICTORY
    if minus_before(plain, item.number.start) is not None:
        return GapReason.NEGATIVE
    return GapReason.TOO_LARGE if item.number.value > LONGEST[unit] else None


def _join_parts(plain: str, terms: list[Term]) -> Iterator[Term]:
    waiting: Term | None = None
    for term in terms:
        if waiting and waiting.value and term.value and not plain[waiting.end : term.start].strip():
            times = PARTS.get((waiting.unit, term.unit))
            if times:
                value = waiting.value * times + term.value
                waiting = replace(waiting, value=value, unit=term.unit, end=term.end)
                continue
            if waiting.unit in LONG and term.unit in DAYS:
                # months have no fixed number of days: the sum has no unit of its own
                waiting = replace(waiting, end=term.end, fault=GapReason.MIXED_UNITS)
                continue
        if waiting:
            yield waiting
        waiting = term
    if waiting:
        yield waiting


def _halves(plain: str) -> Iterator[Term]:
    """«Half an hour» in one word."""
    for code, pattern in coded_wording(FILE, "half"):
        for match in pattern.finditer(plain):
            yield Term(value=HALF, unit=Unit(code), start=match.start(), end=match.end())


def _adjectives(plain: str) -> Iterator[Term]:
    """Terms in one adjective, «five-day» and «monthly»; the number is what stands before the unit in the word."""
    for code, pattern in coded_wording(FILE, "adjectives"):
        for match in pattern.finditer(plain):
            words = match["number"]
            numbers = find_numbers(words) if words else ()
            if not words:
                yield Term(value=Decimal(1), unit=Unit(code), start=match.start(), end=match.end())
            elif len(numbers) == 1 and numbers[0].end - numbers[0].start == len(words):
                yield Term(value=numbers[0].value, unit=Unit(code), start=match.start(), end=match.end())


def _ones(plain: str) -> Iterator[Term]:
    """«Within a month»: one of the unit without its number."""
    for code, pattern in coded_wording(FILE, "one_of"):
        for match in pattern.finditer(plain):
            yield Term(value=Decimal(1), unit=Unit(code), start=match.start(), end=match.end())


def _days_of_event(plain: str) -> Iterator[Term]:
    for code, pattern in coded_wording(FILE, "day_of"):
        for match in pattern.finditer(plain):
            yield Term(value=Decimal(0), unit=Unit.DAY, start=match.start(), end=match.end(), starts=StartEvent(code))


def _without_number(plain: str, body: int) -> Iterator[Term]:
    for unit in BARE_UNITS:
        pattern = dict(coded_wording(FILE, "units"))[unit.value]
        for match in pattern.finditer(plain):
            before = plain[max(0, match.start() - LOOK_BACK) : match.start()]
            end = match.end()
            if (ahead := wording(FILE, "number_missing_after").match(plain, end)) is not None:
                end = ahead.end()
            ends_here = CLOSES.match(plain, end)
            opens = body <= match.start() <= body + LOOK_BACK and not plain[body : match.start()].strip(" \n-:")
            if ends_here and (opens or wording(FILE, "number_missing").search(before)):
                yield Term(value=None, unit=unit, start=match.start(), end=match.end())
