"""Counts of a service and what is printed of its two places of service → the counts of each place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kb.model.monitoring import Answers
from kb.monitoring.measures import BEST, mean, share
from kb.monitoring.rounding import decimals, half_up
from kb.monitoring.shares import near_share

MOST_SPLITS = 200_000  # tried; the split services of the report of 2017 take 40 to 4,000


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedPlace:
    """A place of service: how many were asked there, the share of fives in per cent and the mean, with the digits
    printed; None where they are not."""

    asked: int
    share: Decimal | None = None
    mean: Decimal | None = None

    def fits(self, answers: Answers) -> bool:
        """Whether these marks give the printed figures."""
        if not answers.rated:
            return self.share is None and self.mean is None
        told = ((self.share, 100 * share(answers, BEST)), (self.mean, mean(answers)))
        return all(printed is None or half_up(exact, decimals(printed)) == printed for printed, exact in told)


def split_marks(whole: Answers, one: PrintedPlace, other: PrintedPlace) -> list[tuple[Answers, Answers]] | None:
    """Every way to part the marks between two places that gives what is printed of both; None where there are too many
    to look at. One way is the counts; no way means that the printed figures contradict each other."""
    if whole.asked != one.asked + other.asked:
        return []
    small, large = sorted((one, other), key=lambda place: place.asked)
    total = [whole.of_values((Decimal(mark),)) for mark in range(1, 6)]
    found: list[tuple[Answers, Answers]] = []
    for tried, told in enumerate(_parts(total, small, whole.silent)):
        if tried >= MOST_SPLITS:
            return None
        if told is None:
            continue
        counts, silent = told
        part = Answers.marks(counts, silent)
        rest = Answers.marks((a - b for a, b in zip(total, counts, strict=True)), whole.silent - silent)
        if small.fits(part) and large.fits(rest):
            found.append((part, rest) if small is one else (rest, part))
    return found


def _parts(total: Sequence[int], place: PrintedPlace, silent: int) -> Iterator[tuple[tuple[int, ...], int] | None]:
    """Marks of the smaller place and how many gave none there, fives as its share allows; None for a try that has more
    fours than there are, so that whoever counts the tries sees all of them."""
    for none in range(min(silent, place.asked) + 1):
        rated = place.asked - none
        fives = near_share(place.share, rated) if place.share is not None and rated else range(rated + 1)
        yield None
        for best in (one for one in fives if one <= total[4]):
            for ones in range(min(total[0], rated - best) + 1):
                for twos in range(min(total[1], rated - best - ones) + 1):
                    for threes in range(min(total[2], rated - best - ones - twos) + 1):
                        fours = rated - best - ones - twos - threes
                        yield ((ones, twos, threes, fours, best), none) if fours <= total[3] else None
