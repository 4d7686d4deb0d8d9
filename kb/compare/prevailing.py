"""Which side of a contradiction holds, and by which rule."""

from dataclasses import dataclass
from datetime import date

from kb.compare.clash import Clash, Point
from kb.model import Prevailing, SourceKind, Statement
from kb.resolve.precedence import Forces, came_later, prevails
from kb.resolve.reports import report_year
from kb.resolve.speakers import is_norm, rank_of

NORMS = (SourceKind.ACT, SourceKind.STANDARD)


@dataclass(frozen=True, slots=True)
class Decision:
    """The side that holds and the code of the rule (kb.resolve.precedence_rules)."""

    side: Prevailing
    rule: str


def decide(clash: Clash, *, day: date, force: Forces) -> Decision | None:
    """Which side holds on the day; None where no rule decides, which is then for people."""
    if clash.prevails and clash.rule:
        return Decision(clash.prevails, clash.rule)
    for side, first, second in ((Prevailing.A, clash.a, clash.b), (Prevailing.B, clash.b, clash.a)):
        if rule := _rule(first, second, day=day, force=force):
            return Decision(side, rule)
    return None


def _rule(first: Point, second: Point, *, day: date, force: Forces) -> str | None:
    one, other = first.statement, second.statement
    if one is None or other is None:
        norm_first = first.source_kind in NORMS and second.source_kind not in NORMS
        return "normative_text" if norm_first else None
    if rule := prevails(one, other, day=day, force=force):
        return rule
    if prevails(other, one, day=day, force=force):
        return None
    return _by_text(one, other, force)


def _by_text(one: Statement, other: Statement, force: Forces) -> str | None:
    """What decides for values in words, which cannot be weighed as terms and fees are."""
    if is_norm(one) and not is_norm(other):
        return "normative_text"
    if not is_norm(other) or rank_of(one) != rank_of(other) or report_year(one.service) is not None:
        return None
    compared = force(one, other)
    if compared:
        return "higher_force" if compared > 0 else None
    return "later" if came_later(one, other, force) else None
