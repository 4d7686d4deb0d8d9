"""Prices in a folded text: sums, rates of the index, shares, their ranges and upper limits."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from kb.extract.gap_reasons import GapReason
from kb.extract.number_faults import bracket_differs, minus_before
from kb.extract.price_limits import Price, join_caps
from kb.extract.spans import Spans
from kb.extract.term_ranges import is_range
from kb.extract.wording import wording
from kb.model import Fee, FeeKind
from kb.text import Number, find_numbers

FILE = "fee"
NEAR = 50  # an index word or a limit stands within 50 characters of its number in all the texts read
# Between a number and its unit: the number in words in brackets, a grammar ending, «еселенген», «кратный».
GAP = re.compile(
    r"[ \n]{0,5}(?:\([^)\n]{0,60}\)[ \n]{0,5})?(?:-[^\W\d]{1,4}[ ]{1,3}|еселенген[ ]{1,3}|-?кратн\w{1,3}[ ]{1,3})?"
    r"(?:размер\w{0,2}[ ]{1,3}|мөлшер\w{0,6}[ ]{1,3})?"
)
ENDING = re.compile(r"-?\w{1,4}\b")
TIYN = re.compile(r"[ ]{0,3}(\d{1,2})[ ]{0,3}")
STOPS = re.compile(r"[;.\d]")
# A rate or share above 100 000 (the dearest licences cost some thousand MRP), or a sum above a milliard tenge, is
# a misprint or the number of something else.
LARGEST = {
    FeeKind.MRP: 100_000,
    FeeKind.MRP_PERCENT: 100_000,
    FeeKind.PERCENT_OF_FEE: 100_000,
    FeeKind.TENGE: 1_000_000_000,
}


def find_prices(folded: str, plain: str, *, priced: bool = False, listed: bool = False) -> list[Price]:
    """The prices of a folded text and its twin without Kazakh letters, in reading order.

    With `priced`, in a text known to tell of fees, also what only such a text means for one: «200 thousand» without
    a currency, and, with `listed`, the closing number of an item in a list whose heading names the currency for all.
    """
    prices: list[Price] = []
    waiting: Number | None = None
    for number in find_numbers(folded):
        price = _price_at(plain, number, priced=priced, listed=listed)
        before = prices[-1] if prices else None
        if price is not None and waiting is not None and is_range(plain, waiting, number):
            price = _joined(price, waiting)
        elif price is not None and before is not None and _continues(plain, before, price, number):
            prices[-1] = replace(_joined(price, before.fee.amount), start=before.start)
            waiting = None
            continue
        if price is not None:
            prices.append(_checked(plain, price, number))
        waiting = number if price is None else None
    prices.extend(_multiples(plain))
    prices.extend(_rates_without_number(plain, prices))
    return list(join_caps(plain, sorted(prices, key=lambda price: price.start)))


def percent_without_base(plain: str, number: Number) -> int | None:
    """Where a share of nothing ends: a percentage with neither the index nor another fee near it."""
    end = _percent_end(plain, number)
    if end is None or wording(FILE, "not_a_share").search(plain[max(0, number.start - NEAR) : end + NEAR]):
        return None
    return None if _percent_price(plain, number.start, end, number.value) else end


def _percent_end(plain: str, number: Number) -> int | None:
    percent = wording(FILE, "percent").match(plain, skip_gap(plain, number.end))
    return percent.end() if percent else None


def skip_gap(plain: str, place: int) -> int:
    """Behind what may stand between a number and its unit."""
    match = GAP.match(plain, place)
    return match.end() if match else place


def _price_at(plain: str, number: Number, *, priced: bool, listed: bool) -> Price | None:
    start, value = number.start, number.value
    before = plain[max(0, start - NEAR) : start]
    percent_end = _percent_end(plain, number)
    if percent_end is not None:
        return _percent_price(plain, start, percent_end, value)
    if wording(FILE, "not_a_fee").search(before):
        return None
    behind = skip_gap(plain, number.end)
    index = wording(FILE, "mrp").match(plain, behind)
    if index:
        return Price(Fee(kind=FeeKind.MRP, amount=value), start, index.end())
    index_before = wording(FILE, "index_before").search(before)
    times = wording(FILE, "times").match(plain, number.end)
    if index_before and times:
        first = start - len(before) + index_before.start()
        return Price(Fee(kind=FeeKind.MRP, amount=value), first, times.end())
    if wording(FILE, "index_value").search(before):
        return None
    return _tenge_price(plain, number, behind, before, priced=priced, listed=listed)


def _tenge_price(plain: str, number: Number, behind: int, before: str, *, priced: bool, listed: bool) -> Price | None:
    thousand = wording(FILE, "thousand").match(plain, behind)
    tenge = wording(FILE, "tenge").match(plain, skip_gap(plain, thousand.end()) if thousand else behind)
    amount, end = number.value, number.end
    if tenge:
        amount, end = (amount * 1000 if thousand else amount), tenge.end()
        tiyn = TIYN.match(plain, end)
        sign = wording(FILE, "tiyn").match(plain, tiyn.end()) if tiyn else None
        if tiyn and sign:
            amount += Decimal(tiyn.group(1)) / 100
            end = sign.end()
        return Price(Fee(kind=FeeKind.TENGE, amount=amount), number.start, end)
    own = plain[number.start : number.end]
    bare_sum = priced and wording(FILE, "scale").search(own) and wording(FILE, "nothing_counted").match(plain, end)
    closing = listed and wording(FILE, "rate_opens").search(before) and wording(FILE, "closes_item").match(plain, end)
    if wording(FILE, "tenge_before").search(before) or bare_sum or closing:
        return Price(Fee(kind=FeeKind.TENGE, amount=amount), number.start, end)
    return None


def _percent_price(plain: str, start: int, end: int, value: Decimal) -> Price | None:
    before, after = plain[max(0, start - NEAR) : start], plain[end : end + NEAR]
    index = wording(FILE, "mrp").search(after)
    is_cap = index and wording(FILE, "cap").search(after[: index.end() + 12])
    if index and not is_cap and not STOPS.search(after[: index.start()]):
        return Price(Fee(kind=FeeKind.MRP_PERCENT, amount=value), start, end + index.end())
    index_before = list(wording(FILE, "mrp").finditer(before))
    gap = before[index_before[-1].end() :] if index_before else ""
    if index_before and len(gap) <= 12 and not STOPS.search(gap):
        return Price(Fee(kind=FeeKind.MRP_PERCENT, amount=value), start - len(before) + index_before[-1].start(), end)
    if wording(FILE, "of_rate_before").search(before) or wording(FILE, "of_rate_after").search(after):
        return Price(Fee(kind=FeeKind.PERCENT_OF_FEE, amount=value), start, end)
    return None


def _checked(plain: str, price: Price, number: Number) -> Price:
    amount = price.fee.amount
    if bracket_differs(plain, number):
        return replace(price, fault=GapReason.CONTRADICTORY)
    minus = minus_before(plain, number.start)
    if minus is not None:
        return replace(price, start=minus, fault=GapReason.NEGATIVE)
    too_large = amount is not None and amount > LARGEST[price.fee.kind]
    return replace(price, fault=GapReason.TOO_LARGE) if too_large else price


def _joined(price: Price, other: Number | Decimal | None) -> Price:
    """The price as a range whose other end is `other`, printed before it."""
    first = other.value if isinstance(other, Number) else other
    if first is None or price.fee.amount is None or first == price.fee.amount:
        return price
    low, high = sorted((first, price.fee.amount))
    start = other.start if isinstance(other, Number) else price.start
    return replace(price, fee=replace(price.fee, amount=high, least=low), start=start)


def _continues(plain: str, before: Price, price: Price, number: Number) -> bool:
    """«From 1 MRP to 5 MRP»: the other end of a range whose both ends have their unit."""
    opening = Number(value=number.value, start=before.start, end=before.end)
    return before.fee.kind is price.fee.kind and is_range(plain, opening, number, between=_ending(plain, before.end))


def _ending(plain: str, place: int) -> int:
    """Behind the grammar ending of an abbreviation («АЕК-тен»)."""
    match = ENDING.match(plain, place)
    return match.end() if match else place


def _multiples(plain: str) -> Iterator[Price]:
    """«The double index» in one adjective."""
    for match in wording(FILE, "multiple").finditer(plain):
        numbers = find_numbers(match["number"])
        if len(numbers) == 1 and numbers[0].end == len(match["number"]):
            yield Price(Fee(kind=FeeKind.MRP, amount=numbers[0].value), match.start(), match.end())


def _rates_without_number(plain: str, prices: list[Price]) -> list[Price]:
    """«In the amount of the index», where no number makes it a multiple."""
    found = [
        Price(Fee(kind=FeeKind.MRP), match.start(), match.end())
        for match in wording(FILE, "number_missing").finditer(plain)
    ]
    taken = Spans((price.start, price.end) for price in prices)
    return [item for item in found if not taken.meets(item.start, item.end)]
