"""Whose a statement is and when it holds; see docs/rooms.md."""

from kb.resolve.act_history import ActHistory
from kb.resolve.disputes import case_of, disputed, scope_of
from kb.resolve.errors import ResolveError
from kb.resolve.reports import only_report, report_year
from kb.resolve.services import Resolution, resolve_services
from kb.resolve.validity import date_statements, statements_on

__all__ = [
    "ActHistory", "Resolution", "ResolveError", "case_of", "date_statements", "disputed", "only_report",
    "report_year", "resolve_services", "scope_of", "statements_on",
]  # fmt: skip
