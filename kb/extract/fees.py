"""Fees of a segment: what is paid, for what, by whom, in which case and how."""

import re
from bisect import bisect_right
from dataclasses import replace
from functools import lru_cache

from kb.extract.cases import EDGES, case_before, case_behind, skip_tail
from kb.extract.free_or_paid import OPPOSITE, TOPIC, excepted, find_words, payers_behind
from kb.extract.passage import Passage
from kb.extract.price_limits import Price
from kb.extract.prices import find_prices
from kb.extract.scopes import payer_of, read_scope
from kb.extract.segment import Segment
from kb.extract.wording import coded_wording, wording
from kb.model import Attribute, Fee, FeeKind, PaymentWay, Scope, Statement

FILE = "fee"
LIST_BELOW = re.compile(r"(?:\n[ ]{0,20}(?:[-*•✓]|\d{1,2}\\?[).])[^\n]{1,300}){1,40}")
LIST_REACH = 6_000  # the longest list of rates below one heading that was read has 5 000 characters
BEHIND = 40  # «за один документ» stands directly behind the sum


def segment_prices(passage: Passage, segment: Segment) -> list[Price]:
    """The prices of one segment with offsets into the folded passage; none where the segment denies them."""
    first, last = segment.start, segment.end
    plain = passage.plain[first:last]
    if wording(FILE, "denied").search(plain):
        return []
    priced = segment.topic == TOPIC
    listed = priced and _is_listed(passage, segment.body)
    prices = find_prices(passage.folded[first:last], plain, priced=priced, listed=listed)
    return [replace(price, start=price.start + first, end=price.end + first) for price in prices]


def _is_listed(passage: Passage, place: int) -> bool:
    """Whether a heading above, or the label itself, names the currency of all rates below it."""
    headings = _tenge_headings(passage.plain)
    nearest = bisect_right(headings, place) - 1
    return nearest >= 0 and place - headings[nearest] <= LIST_REACH


@lru_cache(maxsize=16)
def _tenge_headings(plain: str) -> list[int]:
    return [match.end() for match in wording(FILE, "tenge_heading").finditer(plain)]


def extract_fees(passage: Passage, segment: Segment) -> list[Statement]:
    """The fees of one segment in reading order; «paid» without a sum only where no sum stands beside it.

    A price whose number cannot be taken keeps its kind without an amount (kb.extract.gaps tells why).
    """
    prices = segment_prices(passage, segment)
    found = sorted([*prices, *find_words(passage, segment, has_amounts=bool(prices))], key=lambda price: price.start)
    ways = read_ways(passage, segment)
    statements = []
    cursor = segment.body
    for number, price in enumerate(found):
        until = found[number + 1].start if number + 1 < len(found) else segment.end
        start, case = case_before(passage, cursor, price.start)
        scope = read_scope(passage, start, price.start) if case else Scope()
        end = price.end
        case_start, case_end = case_behind(passage, price.end, until)
        if not case and case_start < case_end:
            scope, end = read_scope(passage, case_start, case_end), case_end
        elif scope == Scope() and price.fee.kind in OPPOSITE:
            scope, end = payers_behind(passage, price.end, until, alone=len(found) == 1)
        if price.fee.kind is FeeKind.FREE and wording(FILE, "exempt").fullmatch(passage.plain, price.start, price.end):
            scope, end = _exempted(passage, scope, price, until)
            if scope.recipient is None:
                continue  # nobody is named: «are exempt» alone must not make the service free for all
        exception = excepted(passage, (start, price.start), (price.end, until)) if price.fee.kind in OPPOSITE else None
        if exception:
            scope, end = Scope(), price.end
        fee = price.fee if price.fault is None else Fee(kind=price.fee.kind)
        if fee.kind is not FeeKind.FREE:
            fee = replace(fee, per=_read_per(passage, case, price.end, until), ways=ways)
        first = start if case else price.start
        statements.append(passage.state(Attribute.FEE, fee, first, end, scope=scope, source_kind=segment.source_kind))
        if exception:
            other, span = exception
            opposite = Fee(kind=OPPOSITE[price.fee.kind])
            statements.append(
                passage.state(Attribute.FEE, opposite, *span, scope=other, source_kind=segment.source_kind)
            )
            end = max(end, span[1])
        cursor = skip_tail(passage, end, until)
    return statements


def read_ways(passage: Passage, segment: Segment) -> tuple[PaymentWay, ...]:
    """The ways of payment that the segment names, or else its row or point where that is all about the fee."""
    own = _ways(passage.plain[segment.start : segment.end])
    return own or (_ways(passage.plain) if passage.topic == TOPIC else ())


@lru_cache(maxsize=16)
def _ways(plain: str) -> tuple[PaymentWay, ...]:
    return tuple(PaymentWay(code) for code, pattern in coded_wording(FILE, "ways") if pattern.search(plain))


def _read_per(passage: Passage, case: str, end: int, until: int) -> str | None:
    """The unit that is paid for, by the words of the case or directly behind the sum."""
    behind = passage.plain[end : min(until, end + BEHIND)].split(";", maxsplit=1)[0]
    for words in (case, behind):
        for code, pattern in coded_wording(FILE, "per"):
            if pattern.search(words):
                return code
    return None


def _exempted(passage: Passage, scope: Scope, price: Price, until: int) -> tuple[Scope, int]:
    """Who pays nothing: the words before, or those of the list behind a colon."""
    behind = passage.plain[price.end : until]
    who = scope.recipient or scope.case
    if who is not None and not behind.startswith(":"):
        return replace(scope, case=None, recipient=who), price.end
    if not behind.strip(EDGES):  # the list stands below
        listed = LIST_BELOW.match(passage.plain, until)
        behind = passage.plain[price.end : listed.end() if listed else until]
    start = price.end + len(behind) - len(behind.lstrip(EDGES))
    end = price.end + len(behind.rstrip(EDGES))
    return (replace(scope, recipient=payer_of(passage, start, end)), end) if start < end else (scope, price.end)
