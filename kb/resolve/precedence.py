"""Which of two statements holds in place of the other, and by which rule."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from kb.model import Attribute, Channel, Deadline, Standing, Statement
from kb.resolve.disputes import contradict, one_rule
from kb.resolve.reports import report_year
from kb.resolve.scope_meeting import Meeting, meet
from kb.resolve.speakers import is_norm, rank_of

Forces = Callable[[Statement, Statement], int | None]
"""1 when the act of the first statement is of higher force, -1 when the second's is, 0 for equal, None if unknown."""


@dataclass(frozen=True, slots=True)
class ActOrder:
    """A comparison of acts by force that also knows on which day the act behind a statement came into force."""

    compare: Forces
    came_into_force: Callable[[Statement], date | None]

    def __call__(self, one: Statement, other: Statement) -> int | None:
        """See `Forces`."""
        return self.compare(one, other)


def same_subject(one: Statement, other: Statement) -> bool:
    """Whether both speak of one thing: an attribute, and of terms the same term. All channels are one subject."""
    if one.attribute is not other.attribute:
        return False
    if isinstance(one.value, Deadline) and isinstance(other.value, Deadline):
        return one.value.purpose is other.value.purpose
    return one.attribute in (Attribute.DEADLINE, Attribute.FEE, Attribute.CHANNEL)


def prevails(one: Statement, other: Statement, *, day: date, force: Forces) -> str | None:
    """The code of the rule (kb.resolve.precedence_rules) by which `one` holds in place of `other`; None if none does.

    Both hold on `day` by their own periods. A narrower statement never takes the place of a wider one, which goes on
    to hold elsewhere (see `narrows`), and none takes the place of another whose conditions cannot be compared with its
    own: two cases in different words may be two cases.
    """
    if not same_subject(one, other) or not _opposes(one, other, day):
        return None
    meeting = meet(one.scope, other.scope)
    if meeting not in (Meeting.EQUAL, Meeting.WIDER):
        return None
    ahead = rank_of(other) - rank_of(one)
    if ahead and not _order_against_norm(one, other):
        return "normative_text" if ahead > 0 else None
    if one_rule(one, other):
        return None
    return _prevails_as_act(one, other, meeting, force)


def narrows(one: Statement, other: Statement, *, day: date) -> bool:
    """Whether `one` says something else for a part of what `other` holds for."""
    return (
        same_subject(one, other)
        and _opposes(one, other, day)
        and meet(one.scope, other.scope) is Meeting.NARROWER
        and not one_rule(one, other)
    )


def clashes(one: Statement, other: Statement, *, day: date) -> bool:
    """Whether two statements say different things for one case, though they are not cases of one rule."""
    return (
        same_subject(one, other)
        and contradict(one, other, day=day)
        and meet(one.scope, other.scope) is Meeting.EQUAL
        and not one_rule(one, other)
        and not _adds_channel(one, other)
        and not _adds_channel(other, one)
    )


def _prevails_as_act(one: Statement, other: Statement, meeting: Meeting, force: Forces) -> str | None:
    compared = force(one, other)
    if compared:
        return "higher_force" if compared > 0 else None
    if _is_overlay(one) is not _is_overlay(other):
        return "overlay" if _is_overlay(one) and _takes_the_place(one, other, meeting) else None
    return _later(one, other, force) if meeting is Meeting.EQUAL else None


def _opposes(one: Statement, other: Statement, day: date) -> bool:
    """Whether `one` leaves no room for `other`; a channel that is added leaves all others."""
    if isinstance(one.value, Channel) and isinstance(other.value, Channel) and one.value.code is not other.value.code:
        return one.value.only and other.value.offered
    return contradict(one, other, day=day)


def _adds_channel(one: Statement, other: Statement) -> bool:
    """Whether an overlay adds a channel to the only one of another text."""
    return (
        isinstance(one.value, Channel)
        and isinstance(other.value, Channel)
        and one.value.code is not other.value.code
        and not one.value.only
        and _is_overlay(one)
        and not _is_overlay(other)
    )


def _is_overlay(statement: Statement) -> bool:
    return statement.standing is Standing.OVERLAY


def _order_against_norm(one: Statement, other: Statement) -> bool:
    """An overlay and a norm are weighed as acts, though only a report tells of one of them."""
    return (_is_overlay(one) or _is_overlay(other)) and is_norm(one) and is_norm(other)


def _takes_the_place(overlay: Statement, other: Statement, meeting: Meeting) -> bool:
    """An overlay leaves alone the special cases of a text, and a text that came into force after it."""
    special = meeting is Meeting.WIDER and other.scope.case is not None
    begun, since = begins(overlay), begins(other)
    return not special and (since is None or (begun is not None and since <= begun))


def _later(one: Statement, other: Statement, force: Forces) -> str | None:
    years = report_year(one.service), report_year(other.service)
    if years[0] and years[1] and years[0] != years[1]:
        return "later_report" if years[0] > years[1] else None
    return "later" if came_later(one, other, force) else None


def came_later(one: Statement, other: Statement, force: Forces) -> bool:
    """Whether the act behind `one` is of the force of the other and came into force later: the law on legal acts asks
    for the acts, whichever of them was amended last. A comparison that knows no acts has the days of the statements."""
    days = force.came_into_force if isinstance(force, ActOrder) else begins
    begun, since = days(one), days(other)
    if force(one, other) != 0 or begun is None or since is None or _of_one_act(one, other):
        return False
    return begun > since


def begins(statement: Statement) -> date | None:
    """From when a statement holds as far as it is told; what an order sets not before the order's own day."""
    return statement.valid_from or statement.evidence.edition or (statement.by.date if statement.by else None)


def _of_one_act(one: Statement, other: Statement) -> bool:
    """The two texts of one act are equally official, whichever was published later."""
    return one.evidence.act is not None and one.evidence.act == other.evidence.act and one.by == other.by
