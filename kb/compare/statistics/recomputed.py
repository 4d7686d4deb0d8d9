"""Figures computed anew beside what the rules of this class tell already: no contradiction comes out twice."""

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from kb.compare.clash import Clash
from kb.model import Evidence


def find_untold(recomputed: Iterable[Clash], told: Sequence[Clash]) -> Iterator[Clash]:
    """The clashes that no other one tells: none cites the place of their figure, and none names the printed value
    beside one that was computed (`value`, `low` and `high` among the words)."""
    for one in recomputed:
        if not any(_cites(one.a.evidence, other) or _names_both(one, other) for other in told):
            yield one


def _cites(evidence: Evidence, clash: Clash) -> bool:
    return any(
        evidence.snapshot == side.snapshot and evidence.start < side.end and side.start < evidence.end
        for side in (clash.a.evidence, clash.b.evidence)
    )


def _names_both(one: Clash, other: Clash) -> bool:
    printed, low, high = (one.words.get(name) for name in ("value", "low", "high"))
    if not isinstance(printed, Decimal) or not isinstance(low, Decimal) or not isinstance(high, Decimal):
        return False
    values = [value for value in other.words.values() if isinstance(value, Decimal)]
    return printed in values and any(low <= value <= high for value in values)
