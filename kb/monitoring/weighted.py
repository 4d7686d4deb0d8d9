"""Ratings in which demand and complexity of services count."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from kb.model.monitoring import Answers
from kb.monitoring.answers import Group
from kb.monitoring.coefficients import CoefficientKind, Coefficients
from kb.monitoring.measures import BEST, BEST_TWO, mean, satisfaction
from kb.monitoring.ratings import Measure, RatedRow, Rating
from kb.monitoring.rounding import half_up


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightedRow:
    """A row of a rating with its weighted figure: per cent with one decimal, or a mean with two.

    `rank` and `weighted` are None where a service has no coefficient: `missing` names such services. `coefficients`
    are those of a service; of bodies, regions and channels they differ by service.
    """

    row: RatedRow
    rank: int | None
    weighted: Decimal | None
    coefficients: Mapping[CoefficientKind, Decimal]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WeightedRating:
    """Rows by their weighted figure, those without one at the end; `unused` are the kinds that nobody gave."""

    rating: Rating
    rows: tuple[WeightedRow, ...]
    formula: str
    unused: tuple[CoefficientKind, ...]
    source: str | None


def weigh(
    rating: Rating,
    answers: Mapping[str, Mapping[str, Answers]],
    coefficients: Coefficients,
    *,
    by: Group,
    best_two: bool = False,
) -> WeightedRating:
    """The rating again with coefficients; `answers` are those of each key by service.

    A service: figure × demand × complexity. A body, region or channel: every answer counts with the weight k = demand ×
    complexity of its service: Σ k·n(5) / Σ k·n(1…5), or Σ k·mark·n / Σ k·n(1…5). The report of 2017 proposes such
    coefficients (proposals of the bodies 11 and 14, of the method 7) and gives neither weights nor a formula: these are
    this project's own.
    """
    weighing = _Weighing(by, rating.measure, BEST_TWO if best_two else BEST, coefficients)
    rows = [weighing.row(row, answers.get(row.key, {})) for row in rating.rows]
    rows.sort(key=lambda one: (one.weighted is None, -(one.weighted or 0), one.row.key))
    places: dict[Decimal, int] = {}
    for place, one in enumerate(rows, start=1):
        if one.weighted is not None:
            places.setdefault(one.weighted, place)
    return WeightedRating(
        rating=rating,
        rows=tuple(replace(one, rank=None if one.weighted is None else places[one.weighted]) for one in rows),
        formula="weighted_service" if by is Group.SERVICE else "weighted_pooled",
        unused=tuple(kind for kind in CoefficientKind if kind not in coefficients.by_kind),
        source=coefficients.source,
    )


@dataclass(frozen=True, slots=True)
class _Weighing:
    by: Group
    measure: Measure
    best: Collection[Decimal]
    coefficients: Coefficients

    def row(self, row: RatedRow, answers: Mapping[str, Answers]) -> WeightedRow:
        weights = {service: self.coefficients.weight(service) for service, own in answers.items() if own.rated}
        missing = tuple(sorted(service for service, weight in weights.items() if weight is None))
        given = [(answers[service], weight) for service, weight in weights.items() if weight is not None]
        return WeightedRow(
            row=row,
            rank=None,
            weighted=self._shown(given) if given and not missing else None,
            coefficients=self.coefficients.of(row.key) if self.by is Group.SERVICE else {},
            missing=missing,
        )

    def _shown(self, parts: list[tuple[Answers, Fraction]]) -> Decimal:
        weighted = sum((weight * own.rated * self._figure(own) for own, weight in parts), Fraction(0))
        # A service keeps its weight; of pooled answers the weights are those of a mean.
        of = sum((own.rated * (1 if self.by is Group.SERVICE else weight) for own, weight in parts), Fraction(0))
        return half_up(weighted / of, 2) if self.measure is Measure.MEAN else half_up(100 * weighted / of, 1)

    def _figure(self, own: Answers) -> Fraction:
        return mean(own) if self.measure is Measure.MEAN else satisfaction(own, self.best)
