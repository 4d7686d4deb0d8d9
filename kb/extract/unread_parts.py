"""Numbers with a unit or currency, damaged ones too, in rows and points on terms and fees, that nothing covers."""

from collections.abc import Iterator

from kb.extract.passage import Passage
from kb.extract.prices import skip_gap
from kb.extract.spans import Spans
from kb.extract.terms import GAP, unit_at
from kb.extract.wording import wording
from kb.model import Issue, Severity
from kb.text import find_numbers

CONTEXT = 60  # words shown around an unread number: about a line
MONEY = ("mrp", "tenge", "percent", "foreign_money")


def find_unread_parts(passage: Passage, spans: Spans) -> Iterator[Issue]:
    """An issue for each such number outside `spans`, the places in the document that statements and gaps cite."""
    if passage.topic not in ("deadline", "fee"):
        return
    for number in find_numbers(passage.folded):
        end = _end_of_value(passage.plain, number.end, passage.topic)
        if end is None:
            continue
        first, last = passage.folding.span(number.start, end)
        first, last = passage.start + first, passage.start + last
        if spans.meets(first, last):
            continue
        around = passage.words(max(0, number.start - CONTEXT), min(len(passage.plain), end + CONTEXT))
        yield Issue(
            code=f"{passage.topic}.unread_part",
            severity=Severity.WARNING,
            document=passage.document.snapshot.document,
            line=passage.document.line_of(first),
            message=f"{passage.clause}: «{passage.words(number.start, end)}» in «… {around} …» was not read; "
            f"expected a value or a known exception (kb/extract/data/{passage.topic}.yaml)",
        )


def _end_of_value(plain: str, place: int, topic: str) -> int | None:
    """Where the unit of time (a term's) or of money (a fee's) behind a number ends; None where there is none."""
    if topic == "deadline":
        gap = GAP.match(plain, place)
        behind = gap.end() if gap else place
        if wording("deadline", "not_a_term").match(plain, behind):
            return None
        found = unit_at(plain, behind)
        return found[1] if found else _damaged_unit_end(plain, behind, topic)
    behind = skip_gap(plain, place)
    for key in MONEY:
        match = wording("fee", key).match(plain, behind)
        if match:
            return match.end()
    return _damaged_unit_end(plain, behind, topic)


def _damaged_unit_end(plain: str, place: int, topic: str) -> int | None:
    match = wording(topic, "unit_like").match(plain, place)
    return match.end() if match else None
