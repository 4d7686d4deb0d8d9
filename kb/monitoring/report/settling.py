"""A printed figure beside what its report gives for it."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from kb.model import Evidence
from kb.model.monitoring import Recomputed, Standing
from kb.monitoring.report.printed import PrintedFigure
from kb.monitoring.report.span import Span
from kb.monitoring.rounding import decimals, half_up

NOT_COUNTED = "not_counted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A printed figure: what it is of, its digits as printed, and its place."""

    subject: str
    value: Decimal
    evidence: Evidence

    @classmethod
    def of(cls, figure: PrintedFigure) -> "Told":
        """A figure of a table."""
        words = " ".join(figure.subject.words.split())
        return cls(subject=f"{figure.subject.code}: {words}", value=figure.value, evidence=figure.evidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What decides on a figure: the rule, the computed span, the places it came from, and why it may differ."""

    rule: str
    span: Span | None
    ground: Sequence[Evidence] = field(default=())
    reason: str | None = None


def settle(told: Told, by: Settled) -> Recomputed:
    """EQUAL or DIFFERS where one value was computed, WITHIN or DIFFERS where only its bounds are known, OPEN without a
    span. Computed bounds have the printed number of decimals, rounded half up from the exact ones."""
    base = Recomputed(
        rule=by.rule,
        subject=told.subject,
        printed=told.value,
        evidence=told.evidence,
        standing=Standing.OPEN,
        ground=tuple(by.ground),
        reason=by.reason or NOT_COUNTED,
    )
    if by.span is None:
        return base
    digits = decimals(told.value)
    low, high = half_up(by.span.low, digits), half_up(by.span.high, digits)
    if not low <= told.value <= high:
        return replace(base, standing=Standing.DIFFERS, low=low, high=high)
    return replace(base, standing=Standing.EQUAL if low == high else Standing.WITHIN, low=low, high=high, reason=None)
