"""Whose a statement is and when it holds; see docs/rooms.md."""

from kb.resolve.act_history import ActHistory
from kb.resolve.disputes import case_of, disputed, scope_of
from kb.resolve.errors import ResolveError
from kb.resolve.reports import only_report, report_year
from kb.resolve.services import Group, build_service, group_mentions
from kb.resolve.validity import date_statements, statements_on

__all__ = [
    "ActHistory", "Group", "ResolveError", "build_service", "case_of", "date_statements", "disputed",
    "group_mentions", "only_report", "report_year", "scope_of", "statements_on",
]  # fmt: skip
