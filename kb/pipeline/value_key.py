"""When two statements say the same."""

from collections.abc import Hashable

from kb.model import Statement, Text


def value_key(statement: Statement) -> Hashable:
    """Equal for statements of one value; words compare by their code, else without case and spacing."""
    value = statement.value
    if isinstance(value, Text):
        return value.code or " ".join(value.text.casefold().split())
    return value
