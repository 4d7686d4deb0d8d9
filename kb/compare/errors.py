"""Errors of this room."""


class CompareError(Exception):
    """Something that cannot be compared, or a rule that is no rule."""
