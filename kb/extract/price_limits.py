"""A price as found in a text, and the upper limits in MRP that belong to one."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kb.extract.gap_reasons import GapReason
from kb.extract.wording import wording
from kb.model import Fee, FeeKind

FILE = "fee"
LIMIT_REACH = 25  # words of an upper limit stand within 25 characters of its number
PERCENTS = (FeeKind.PERCENT_OF_FEE, FeeKind.MRP_PERCENT)
CAP_BEFORE = re.compile(f"(?:{wording(FILE, 'cap').pattern}" + r")\W{0,5}(?:\w{1,20}\s{1,3})?$|\bдо[ ]{0,3}$")


@dataclass(frozen=True, slots=True)
class Price:
    """A fee at `plain[start:end]` as printed; `fault` tells why its number cannot be taken for a value."""

    fee: Fee
    start: int
    end: int
    fault: GapReason | None = None


def join_caps(plain: str, prices: Iterable[Price]) -> Iterator[Price]:
    """Folds «… 10 %, but not above 4 MRP» into one fee; a sole upper limit fills amount and cap."""
    waiting: Price | None = None
    for price in prices:
        limit = _limit_end(plain, price)
        if limit is None:
            current = price
        elif waiting is not None and waiting.fee.kind in PERCENTS:
            waiting = replace(waiting, fee=replace(waiting.fee, cap_mrp=price.fee.amount), end=limit)
            continue
        else:
            current = replace(price, fee=replace(price.fee, cap_mrp=price.fee.amount))
        if waiting is not None:
            yield waiting
        waiting = current
    if waiting is not None:
        yield waiting


def _limit_end(plain: str, price: Price) -> int | None:
    """Where an upper limit in MRP ends; None when the price is not one."""
    if price.fee.kind is not FeeKind.MRP or price.fee.least is not None:
        return None
    behind = plain[price.end : price.end + LIMIT_REACH]
    after = wording(FILE, "cap").search(behind.split(";", maxsplit=1)[0])
    if after:
        return price.end + after.end()
    before = plain[max(0, price.start - LIMIT_REACH) : price.start]
    return price.end if CAP_BEFORE.search(before) else None
