"""Errors of resolving."""


class ResolveError(Exception):
    """Mentions or statements that cannot be resolved; the message names them."""
