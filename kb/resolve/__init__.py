"""Whose a statement is and when it holds; see docs/rooms.md."""

from kb.resolve.errors import ResolveError
from kb.resolve.services import Resolution, resolve_services
from kb.resolve.validity import date_statements, statements_on

__all__ = ["Resolution", "ResolveError", "date_statements", "resolve_services", "statements_on"]
