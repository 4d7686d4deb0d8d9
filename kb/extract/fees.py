"""Fees of a segment: what is paid, by whom and in which case."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from kb.extract.cases import case_before
from kb.extract.passage import Passage
from kb.extract.scopes import read_scope
from kb.extract.segment import Segment
from kb.extract.wording import wording
from kb.model import Attribute, Fee, FeeKind, Scope, Statement
from kb.text import find_numbers

FILE = "fee"
NEAR = 50  # an index word or a limit stands within 50 characters of its number in all the texts read
# Between a number and its unit: the number in words in brackets, a grammar ending, «еселенген», «кратный».
GAP = re.compile(r"[ \n]{0,5}(?:\([^)\n]{0,60}\)[ \n]{0,5})?(?:-\w{1,4}[ ]+|еселенген[ ]+|-?кратн\w+[ ]+)?")
TIYN = re.compile(r"[ ]{0,3}(\d{1,2})[ ]{0,3}")
LIMIT_REACH = 25  # words of an upper limit stand within 25 characters of its number
PERCENTS = (FeeKind.PERCENT_OF_FEE, FeeKind.MRP_PERCENT)
CAP_BEFORE = re.compile(f"(?:{wording(FILE, 'cap').pattern}" + r")\W*(?:\w+\s+)?$|\bдо[ ]*$")


@dataclass(frozen=True, slots=True)
class Price:
    """A fee found in a passage, `plain[start:end]`."""

    fee: Fee
    start: int
    end: int


def extract_fees(passage: Passage, segment: Segment) -> list[Statement]:
    """The fees of one segment in reading order; «paid» without a sum only where no sum stands beside it."""
    amounts = list(_join_caps(passage, segment, list(_find_amounts(passage, segment))))
    words = list(_find_words(passage, segment, bool(amounts)))
    statements = []
    cursor = segment.body
    for price in sorted([*amounts, *words], key=lambda found: found.start):
        start, case = case_before(passage, cursor, price.start)
        scope = read_scope(passage, start, price.start) if case else Scope()
        per = "document" if wording(FILE, "per_document").search(case) else None
        fee = replace(price.fee, per=per)
        statements.append(
            passage.state(
                Attribute.FEE,
                fee,
                start if case else price.start,
                price.end,
                scope=scope,
                source_kind=segment.source_kind,
            )
        )
        cursor = price.end
    return statements


def _find_amounts(passage: Passage, segment: Segment) -> Iterator[Price]:
    text = passage.plain[segment.start : segment.end]
    for number in find_numbers(passage.folded[segment.start : segment.end]):
        price = _price_at(text, number.start, number.end, number.value)
        if price is not None:
            yield Price(price.fee, price.start + segment.start, price.end + segment.start)
    for match in wording(FILE, "number_missing").finditer(passage.plain, segment.start, segment.end):
        yield Price(Fee(kind=FeeKind.MRP), match.start(), match.end())


def _price_at(text: str, start: int, end: int, value: Decimal) -> Price | None:
    before = text[max(0, start - NEAR) : start]
    behind = _skip_gap(text, end)
    percent = wording(FILE, "percent").match(text, behind)
    if percent:
        return _percent_price(text, before, start, percent.end(), value)
    if wording(FILE, "not_a_fee").search(before):
        return None
    index = wording(FILE, "mrp").match(text, behind)
    if index:
        return Price(Fee(kind=FeeKind.MRP, amount=value), start, index.end())
    return None if wording(FILE, "index_value").search(before) else _tenge_price(text, start, behind, value)


def _tenge_price(text: str, start: int, behind: int, value: Decimal) -> Price | None:
    thousand = wording(FILE, "thousand").match(text, behind)
    tenge = wording(FILE, "tenge").match(text, _skip_gap(text, thousand.end()) if thousand else behind)
    if not tenge:
        return None
    amount, end = (value * 1000 if thousand else value), tenge.end()
    tiyn = TIYN.match(text, end)
    sign = wording(FILE, "tiyn").match(text, tiyn.end()) if tiyn else None
    if tiyn and sign:
        amount += Decimal(tiyn.group(1)) / 100
        end = sign.end()
    return Price(Fee(kind=FeeKind.TENGE, amount=amount), start, end)


def _percent_price(text: str, before: str, start: int, end: int, value: Decimal) -> Price | None:
    after = text[end : end + NEAR]
    index = wording(FILE, "mrp").search(after)
    is_cap = index and wording(FILE, "cap").search(after[: index.end() + 12])
    if index and not is_cap and not re.search(r"[;.\d]", after[: index.start()]):
        return Price(Fee(kind=FeeKind.MRP_PERCENT, amount=value), start, end + index.end())
    index_before = list(wording(FILE, "mrp").finditer(before))
    if index_before and len(before) - index_before[-1].end() <= 12:
        return Price(Fee(kind=FeeKind.MRP_PERCENT, amount=value), start - len(before) + index_before[-1].start(), end)
    if wording(FILE, "of_rate_before").search(before) or wording(FILE, "of_rate_after").search(after):
        return Price(Fee(kind=FeeKind.PERCENT_OF_FEE, amount=value), start, end)
    return None


def _join_caps(passage: Passage, segment: Segment, prices: list[Price]) -> Iterator[Price]:
    """Folds «… 10 %, but not above 4 MRP» into one fee; a sole upper limit fills amount and cap."""
    waiting: Price | None = None
    for price in prices:
        limit = _limit_end(passage.plain, segment, price)
        if limit is None:
            current = price
        elif waiting is not None and waiting.fee.kind in PERCENTS:
            waiting = Price(replace(waiting.fee, cap_mrp=price.fee.amount), waiting.start, limit)
            continue
        else:
            current = Price(replace(price.fee, cap_mrp=price.fee.amount), price.start, price.end)
        if waiting is not None:
            yield waiting
        waiting = current
    if waiting is not None:
        yield waiting


def _limit_end(text: str, segment: Segment, price: Price) -> int | None:
    """Where an upper limit in MRP ends; None when the price is not one."""
    if price.fee.kind is not FeeKind.MRP:
        return None
    behind = text[price.end : min(segment.end, price.end + LIMIT_REACH)]
    after = wording(FILE, "cap").search(behind.split(";", maxsplit=1)[0])
    if after:
        return price.end + after.end()
    before = text[max(segment.start, price.start - LIMIT_REACH) : price.start]
    return price.end if CAP_BEFORE.search(before) else None


def _find_words(passage: Passage, segment: Segment, has_amounts: bool) -> Iterator[Price]:
    text, start, end = passage.plain, segment.start, segment.end
    barred = [match.span() for match in wording(FILE, "not_free").finditer(text, start, end)]
    for match in wording(FILE, "free").finditer(text, start, end):
        if not any(first <= match.start() < last for first, last in barred):
            yield Price(Fee(kind=FeeKind.FREE), match.start(), match.end())
    if has_amounts:
        return
    for match in wording(FILE, "paid").finditer(text, start, end):
        yield Price(Fee(kind=FeeKind.PAID_UNSPECIFIED), match.start(), match.end())


def _skip_gap(text: str, place: int) -> int:
    match = GAP.match(text, place)
    return match.end() if match else place
