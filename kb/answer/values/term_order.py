"""Which of two terms is the longer one."""

from datetime import date
from decimal import Decimal

from kb.model import Bound, Deadline, Unit
from kb.norms import NormsError
from kb.norms.term_ends import add_term

_MINUTES = {Unit.MINUTE: Decimal(1), Unit.HOUR: Decimal(60)}
_DAYS = (Unit.WORKING_DAY, Unit.CALENDAR_DAY)


def lasts_longer(deadline: Deadline, claimed: Deadline, *, day: date) -> bool | None:
    """Whether a promised term may end after the claimed one, both from `day`; None where that cannot be told: a number
    is missing, only a lower end is promised, or the calendar of days is not named and decides.

    Days of a question are calendar days, as people count them.
    """
    longer = _compare(deadline, claimed, day)
    return longer or None if deadline.bound is Bound.MIN else longer


def _compare(deadline: Deadline, claimed: Deadline, day: date) -> bool | None:
    if deadline.value is None or claimed.value is None:
        return None
    if deadline.unit is claimed.unit:
        return deadline.value > claimed.value
    short, short_claim = deadline.unit in _MINUTES, claimed.unit in _MINUTES
    if short and short_claim:
        return deadline.value * _MINUTES[deadline.unit] > claimed.value * _MINUTES[claimed.unit]
    if short or short_claim:
        # A term in minutes ends on the day itself, one in days does not, unless it is of no days.
        return bool(deadline.value) if short_claim else False
    if deadline.unit is Unit.DAY:
        answers = {_ends_later(deadline, claimed, day, day_is) for day_is in _DAYS}
        return answers.pop() if len(answers) == 1 else None
    return _ends_later(deadline, claimed, day, Unit.CALENDAR_DAY)


def _ends_later(deadline: Deadline, claimed: Deadline, day: date, day_is: Unit) -> bool | None:
    try:
        promised = add_term(day, deadline, day_is=day_is, rolls=False).day
        return promised > add_term(day, claimed, day_is=Unit.CALENDAR_DAY, rolls=False).day
    except NormsError:
        return None
