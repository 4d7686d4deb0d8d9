"""The force of the acts behind statements, and since when they have it."""

from collections.abc import Mapping
from datetime import date

from kb.model import Act, Statement
from kb.norms import NormsError
from kb.norms.act_force import Force, compare_force, force_of
from kb.resolve.precedence import ActOrder


def compare_forces(acts: Mapping[str, Act], day: date) -> ActOrder:
    """A comparison of the acts that two statements come from, by `acts` with their ids.

    It gives None where one is unknown: an act that a text only names is known by its type, which alone seldom tells
    its force, and the table of forces ends where the laws behind it were not read. The day on which an act came into
    force is that of its registration or adoption where no source tells it; what an order sets holds from its own day.
    """

    def force(statement: Statement) -> Force | None:
        try:
            if statement.by:
                return force_of(statement.by.type, day, title=statement.by.title)
            act = acts.get(statement.evidence.act or "")
            return force_of(act.type, day, issuers=act.issuers, title=act.title_ru or act.title_kk) if act else None
        except NormsError:  # a day outside the table: force decides nothing there, other rules still may
            return None

    def came_into_force(statement: Statement) -> date | None:
        if statement.by:
            return statement.valid_from or statement.by.date
        act = acts.get(statement.evidence.act or "")
        return (act.in_force_on or act.registered_on or act.date) if act else None

    return ActOrder(lambda one, other: compare_force(force(one), force(other)), came_into_force)
