"""Points of items → totals of areas, blocks and the body, or what is missing for them. Nothing is made up: where the
method gives no weight there is no total."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kb.model.evaluation import Appeal, AppealState, Evaluation
from kb.model.evaluation_method import Adding, Method, MethodItem
from kb.monitoring.rounding import half_up

BODY = ""  # the item of the total of a body


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """What a total cannot do without; `what` is a code of `missing` in the words, `item` BODY for the whole method."""

    what: str
    item: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """The total of an item: exact, and rounded half up to the digits of the method; None where something is missing.

    `penalty` is what penalties took off at this item itself.
    """

    item: str
    exact: Fraction | None
    shown: Decimal | None
    penalty: Decimal
    missing: tuple[Missing, ...] = ()


def total_points(method: Method, evaluation: Evaluation, appeals: Sequence[Appeal] = ()) -> Mapping[str, Total]:
    """The total of each item by its id, and under BODY that of the body, each rounded once, from exact values.

    The total of an item is what it was given itself, else what its parts add up to. Points of an accepted appeal stand
    in the place of those that were appealed.
    """
    reckoning = _Reckoning(method, points_in_force(evaluation, appeals), penalty_points(method, evaluation))
    reckoning.whole()
    return reckoning.totals


def points_in_force(evaluation: Evaluation, appeals: Sequence[Appeal]) -> Mapping[str, Decimal]:
    """The points of each item as the appeals left them."""
    points = {one.item: one.points for one in evaluation.scores}
    for appeal in sorted(appeals, key=lambda one: (one.moves[-1].at, one.id)):
        granted = appeal.moves[-1].points
        if appeal.state is AppealState.ACCEPTED and granted is not None:
            points[appeal.item] = granted
    return points


def penalty_points(method: Method, evaluation: Evaluation) -> Mapping[str, Decimal | None]:
    """What is taken off each item that has penalties: cases × points; None where the method does not say how much."""
    rules = {one.id: one for one in method.penalties}
    taken: dict[str, Decimal | None] = {}
    for penalty in evaluation.penalties:
        rule = rules[penalty.rule]
        before = taken.get(rule.item, Decimal(0))
        if before is None or rule.points is None:
            taken[rule.item] = None
        else:
            taken[rule.item] = before + penalty.cases * rule.points
    return taken


class _Reckoning:
    def __init__(self, method: Method, points: Mapping[str, Decimal], penalties: Mapping[str, Decimal | None]) -> None:
        self._method, self._points, self._penalties = method, points, penalties
        self.totals: dict[str, Total] = {}

    def whole(self) -> None:
        self._keep(BODY, *self._of_parts(self._method.blocks))

    def _item(self, item: MethodItem) -> Total:
        points = self._points.get(item.id)
        if points is not None:
            for part in item.parts:
                self._item(part)
            return self._keep(item.id, Fraction(points), [])
        if item.parts:
            return self._keep(item.id, *self._of_parts(item.parts))
        return self._keep(item.id, None, [Missing(what="score", item=item.id)])

    def _of_parts(self, parts: Sequence[MethodItem]) -> tuple[Fraction | None, list[Missing]]:
        totals = [self._item(part) for part in parts]
        missing = [] if self._method.adding else [Missing(what="adding", item=BODY)]
        for part, total in zip(parts, totals, strict=True):
            if part.weight is None:
                missing.append(Missing(what="weight", item=part.id))
            missing += total.missing
        weighted = [
            (Fraction(part.weight), total.exact)
            for part, total in zip(parts, totals, strict=True)
            if part.weight is not None and total.exact is not None
        ]
        if missing or len(weighted) != len(parts):
            return None, missing
        summed = sum((weight * exact for weight, exact in weighted), Fraction(0))
        if self._method.adding is Adding.WEIGHTED_MEAN:
            summed /= sum((weight for weight, _ in weighted), Fraction(0))
        return summed, missing

    def _keep(self, item: str, exact: Fraction | None, missing: Iterable[Missing]) -> Total:
        lacking = list(missing)
        penalty = self._penalties.get(item, Decimal(0))
        if penalty is None:
            lacking.append(Missing(what="penalty", item=item))
        digits = self._method.digits
        if digits is None:
            lacking.append(Missing(what="rounding", item=BODY))
        known = exact is not None and not lacking
        final = exact - Fraction(penalty or 0) if exact is not None and known else None
        self.totals[item] = total = Total(
            item=item,
            exact=final,
            shown=half_up(final, digits) if final is not None and digits is not None else None,
            penalty=penalty or Decimal(0),
            missing=tuple(dict.fromkeys(lacking)),
        )
        return total
