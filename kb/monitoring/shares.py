"""Shares of marks as printed → the counts, where only one set of counts gives them."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from kb.monitoring.rounding import decimals, half_up

MOST_TRIED = 20_000  # sets of counts; shares that leave more open tell no counts, however many more there are


def rounding_slack(shares: Sequence[Decimal]) -> Decimal:
    """How far a sum of rounded shares may be from 100: half a unit of the last digit of each."""
    return sum((Decimal(5).scaleb(-decimals(one) - 1) for one in shares), Decimal(0))


def counts_of_shares(shares: Sequence[Decimal], rated: int) -> tuple[int, ...] | None:
    """The counts of `rated` people that give exactly these shares when rounded half up; None where none or several do.

    Nothing is guessed: 2 of 3 is «66.7», and no other count of 3 is; of 9,517 people ten counts are «66.7».
    """
    found = None
    for tried, counts in enumerate(fitting_counts(shares, rated)):
        if found is not None or tried >= MOST_TRIED:
            return None
        found = counts
    return found


def fitting_counts(shares: Sequence[Decimal | None], rated: int) -> Iterator[tuple[int, ...]]:
    """Every set of counts of `rated` people that gives these shares when rounded half up; None is a blank cell, an
    answer that nobody gave."""
    return _sums([[0] if one is None else near_share(one, rated) for one in shares], rated)


def near_share(printed: Decimal, rated: int) -> list[int]:
    """The numbers of `rated` people (at least one) that are this share of them, in per cent with the digits printed."""
    digits = decimals(printed)
    around = int(printed * rated / 100)
    slack = int(Fraction(rated, 100) * Fraction(Decimal(1).scaleb(-digits))) + 2
    candidates = range(max(0, around - slack), min(rated, around + slack) + 1)
    return [count for count in candidates if half_up(Fraction(100 * count, rated), digits) == printed]


def _sums(ranges: Sequence[Sequence[int]], total: int) -> Iterator[tuple[int, ...]]:
    """Every choice of one number of each range with this sum, in rising order; ranges have no gaps."""
    if not all(ranges):
        return
    if len(ranges) == 1:
        if ranges[0][0] <= total <= ranges[0][-1]:
            yield (total,)
        return
    least, most = (sum(one[place] for one in ranges[1:]) for place in (0, -1))
    for count in ranges[0]:
        if least <= total - count <= most:
            for others in _sums(ranges[1:], total - count):
                yield (count, *others)
