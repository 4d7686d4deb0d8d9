"""Measures of answers, each with its formula and where it comes from.

All are exact fractions of counts; what is shown is rounded once, by `half_up`.
"""

from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal
from fractions import Fraction

from kb.model.monitoring import Answers
from kb.monitoring.errors import NothingAnswered

BEST: tuple[Decimal, ...] = (Decimal(5),)
BEST_TWO: tuple[Decimal, ...] = (Decimal(4), Decimal(5))
WORST_TWO: tuple[Decimal, ...] = (Decimal(1), Decimal(2))
YES: tuple[Decimal, ...] = (Decimal(1),)
TEN_POINT = 2
TENSION_INDICATORS = 5


def pool(parts: Iterable[Answers]) -> Answers:
    """The answers of all parts together: counts are added, never means averaged.

    The value of a body is that of the pooled counts of its services (report of 2017, table by body).
    """
    counts: dict[Decimal, int] = {}
    silent = 0
    for part in parts:
        silent += part.silent
        for value, count in part.counts:
            counts[value] = counts.get(value, 0) + count
    return Answers.of(counts, silent)


def share(answers: Answers, values: Collection[Decimal]) -> Fraction:
    """n(values) / n(rated), from 0 to 1; raises NothingAnswered where nobody gave an answer."""
    _require(answers)
    return Fraction(answers.of_values(values), answers.rated)


def satisfaction(answers: Answers, best: Collection[Decimal] = BEST) -> Fraction:
    """Satisfaction = n(5) / n(rated), from 0 to 1; with BEST_TWO the variant (n(4) + n(5)) / n(rated).

    Source: report of 2017, definition of the rate, and its proposal to count fours too. «Don't know» is outside of the
    denominator. Raises NothingAnswered.
    """
    return share(answers, best)


def mean(answers: Answers) -> Fraction:
    """Mean = Σ value × n / n(rated), unrounded; shown with two decimals half up. Raises NothingAnswered.

    Source: report of 2017, definition of the mean mark; the same for minutes of waiting and scores of visits.
    """
    _require(answers)
    return sum((Fraction(value) * count for value, count in answers.counts), Fraction(0)) / answers.rated


def ten_point(answers: Answers) -> Fraction:
    """Ten-point mark = mean × 2, from the unrounded mean (report of 2017, table of the ten-point scale)."""
    return TEN_POINT * mean(answers)


def difference(one: Answers, other: Answers, best: Collection[Decimal] = BEST) -> Fraction:
    """Satisfaction of `one` − satisfaction of `other`, from −1 to 1 (table of State Corporation against bodies)."""
    return satisfaction(one, best) - satisfaction(other, best)


def mean_difference(part: Answers, whole: Answers) -> Fraction:
    """Mean of a part − mean of the whole (tables of the quality of service without other channels)."""
    return mean(part) - mean(whole)


def risk_share(answers: Answers) -> Fraction:
    """n(yes) / n(answered): complaints, acquaintances, unofficial rewards, additional documents. 0 to 1."""
    return share(answers, YES)


def tension_index(indicators: Sequence[Fraction]) -> Fraction:
    """Social tension = the mean of five negative indicators: dissatisfaction (marks 1 and 2), distrust (marks 1 and 2),
    complaints, unofficial rewards, acquaintances; in the unit of the indicators.

    Source: report of 2017, note below the tables of the index. Raises NothingAnswered for another number of them.
    """
    if len(indicators) != TENSION_INDICATORS:
        raise NothingAnswered(f"the social tension index takes {TENSION_INDICATORS} indicators, got {len(indicators)}")
    return sum(indicators, Fraction(0)) / TENSION_INDICATORS


def median(answers: Answers) -> Fraction:
    """The middle answer, for waiting minutes: half of the people waited no longer. Raises NothingAnswered."""
    _require(answers)
    low, high = (answers.rated - 1) // 2, answers.rated // 2
    return (_at(answers, low) + _at(answers, high)) / 2


def _at(answers: Answers, place: int) -> Fraction:
    for value, count in answers.counts:
        if place < count:
            return Fraction(value)
        place -= count
    raise NothingAnswered("there are fewer answers than the place asked for")


def _require(answers: Answers) -> None:
    if not answers.rated:
        raise NothingAnswered(f"nobody of {answers.asked} asked gave an answer, so there is nothing to measure")
