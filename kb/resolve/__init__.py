"""Whose a statement is and when it holds; see docs/rooms.md."""

from kb.resolve.act_history import ActHistory
from kb.resolve.disputes import case_of, disputed, scope_of
from kb.resolve.effective import RuledStanding, Ruling, rule_statements, standing_on, supersede
from kb.resolve.errors import ResolveError
from kb.resolve.forces import compare_forces
from kb.resolve.precedence import Forces
from kb.resolve.registry_years import RegisterEditions, with_standing
from kb.resolve.reports import only_report, report_year
from kb.resolve.services import Group, build_service, group_mentions
from kb.resolve.speakers import precedence_rules
from kb.resolve.validity import date_statements, statements_on

__all__ = [
    "ActHistory",
    "Forces",
    "Group",
    "RegisterEditions",
    "ResolveError",
    "RuledStanding",
    "Ruling",
    "build_service",
    "case_of",
    "compare_forces",
    "date_statements",
    "disputed",
    "group_mentions",
    "only_report",
    "precedence_rules",
    "report_year",
    "rule_statements",
    "scope_of",
    "standing_on",
    "statements_on",
    "supersede",
    "with_standing",
]  # fmt: skip
