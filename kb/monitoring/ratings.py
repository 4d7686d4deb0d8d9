"""Services, bodies, regions or channels in the order of a measure."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from kb.model.monitoring import Answers
from kb.monitoring.errors import NotComparable, NothingAnswered
from kb.monitoring.intervals import wilson
from kb.monitoring.measures import BEST, BEST_TWO, mean, satisfaction, ten_point
from kb.monitoring.rounding import half_up

# At 30 answers the Wilson interval of 66 % is 32 points wide, twice as wide as the middle half of the 55 services of
# 2017 (58.2 to 74.6 %), so a place in the order tells nothing (tests/unit/monitoring/test_ratings.py computes it).
SMALL_N = 30
MARKS = tuple(Decimal(mark) for mark in range(1, 6))
FEW_SERVICES = 2  # «bodies should not be rated on one or two services»: report of 2017, proposals of the bodies


class Measure(StrEnum):
    """What a rating is ordered by."""

    SATISFACTION = "satisfaction"
    MEAN = "mean"


class Flag(StrEnum):
    """What a reader of a row should know: few answers, or a body judged by one or two services."""

    SMALL_N = "small_n"
    FEW_SERVICES = "few_services"


@dataclass(frozen=True, slots=True, kw_only=True)
class RatedRow:
    """One place of a rating. `satisfaction`, `low` and `high` (95 %, Wilson) are per cent with one decimal, `mean` and
    `ten_point` have two; `rank` is the same for equal figures and the next one counts them all (1, 1, 3);
    `counts` are how many gave 1, 2, 3, 4 and 5."""

    rank: int
    key: str
    asked: int
    rated: int
    satisfaction: Decimal
    low: Decimal
    high: Decimal
    mean: Decimal
    ten_point: Decimal
    counts: tuple[int, ...]
    services: int
    flags: tuple[Flag, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rating:
    """Rows in order; `excluded` are the keys left out as rare, by the rule «fewer than `least` answers», and
    `unanswered` those that nobody gave a mark."""

    rows: tuple[RatedRow, ...]
    measure: Measure
    excluded: tuple[str, ...]
    unanswered: tuple[str, ...]
    least: int


def rate(
    answers: Mapping[str, Answers],
    *,
    measure: Measure = Measure.SATISFACTION,
    best_two: bool = False,
    least: int = 0,
    services: Mapping[str, int] | None = None,
) -> Rating:
    """The rating of pooled marks by key. Ties are ties of the figures shown, so that the order can be told from them.

    `best_two` counts fours as satisfied; `least` leaves out keys with fewer answers; `services` has of how many
    services the answers of each body are, and marks those with one or two.
    """
    if any(value not in MARKS for own in answers.values() for value, _ in own.counts):
        raise NothingAnswered("only marks of 1 to 5 can be rated; kb monitor measure shows other answers")
    best = BEST_TWO if best_two else BEST
    unanswered = tuple(sorted(key for key, own in answers.items() if not own.rated))
    excluded = tuple(sorted(key for key, own in answers.items() if 0 < own.rated < least))
    kept = {key: own for key, own in answers.items() if own.rated and own.rated >= least}
    rows = [_row(key, own, best, services.get(key, 0) if services else None) for key, own in kept.items()]
    rows.sort(key=lambda row: (-_figure(row, measure), row.key))
    places: dict[Decimal, int] = {}
    for place, row in enumerate(rows, start=1):
        places.setdefault(_figure(row, measure), place)
    return Rating(
        rows=tuple(replace(row, rank=places[_figure(row, measure)]) for row in rows),
        measure=measure,
        excluded=excluded,
        unanswered=unanswered,
        least=least,
    )


def require_comparable(one: Collection[str], other: Collection[str]) -> None:
    """Raises NotComparable where two waves asked about different services: a difference of their totals may come from
    the choice of services alone (report of 2017, on the years 2016 and 2017)."""
    gone, new = sorted(set(one) - set(other)), sorted(set(other) - set(one))
    if gone or new:
        raise NotComparable(
            f"the waves asked about different services ({len(gone)} only in the first: {_some(gone)}; {len(new)} only "
            f"in the second: {_some(new)}); their totals are not comparable. Compare those that both have: --common"
        )


def _row(key: str, own: Answers, best: Collection[Decimal], services: int | None) -> RatedRow:
    interval = wilson(own.of_values(best), own.rated)
    flags = [Flag.SMALL_N] if own.rated < SMALL_N else []
    if services is not None and services <= FEW_SERVICES:
        flags.append(Flag.FEW_SERVICES)
    return RatedRow(
        rank=0,
        key=key,
        asked=own.asked,
        rated=own.rated,
        satisfaction=half_up(100 * satisfaction(own, best), 1),
        low=_per_cent(interval.low),
        high=_per_cent(interval.high),
        mean=half_up(mean(own), 2),
        ten_point=half_up(ten_point(own), 2),
        counts=tuple(own.of_values((mark,)) for mark in MARKS),
        services=services or 0,
        flags=tuple(flags),
    )


def _figure(row: RatedRow, measure: Measure) -> Decimal:
    return row.mean if measure is Measure.MEAN else row.satisfaction


def _per_cent(part: float) -> Decimal:
    return half_up(100 * Fraction(part), 1)


def _some(keys: list[str]) -> str:
    return ", ".join(keys[:3]) + (" …" if len(keys) > 3 else "") if keys else "none"
