"""The force of the acts behind statements."""

from collections.abc import Mapping
from datetime import date

from kb.model import Act, Statement
from kb.norms import NormsError
from kb.norms.act_force import Force, compare_force, force_of
from kb.resolve.precedence import Forces


def compare_forces(acts: Mapping[str, Act], day: date) -> Forces:
    """A comparison of the acts that two statements come from, by `acts` with their ids.

    It gives None where one is unknown: an act that a text only names is known by its type, which alone seldom tells
    its force, and the table of forces ends where the laws behind it were not read.
    """

    def force(statement: Statement) -> Force | None:
        try:
            if statement.by:
                return force_of(statement.by.type, day, title=statement.by.title)
            act = acts.get(statement.evidence.act or "")
            return force_of(act.type, day, issuers=act.issuers, title=act.title_ru or act.title_kk) if act else None
        except NormsError:  # a day outside the table: force decides nothing there, other rules still may
            return None

    return lambda one, other: compare_force(force(one), force(other))
