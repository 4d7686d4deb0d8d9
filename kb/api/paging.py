"""Pages of lists that are made whole for each request."""

from collections.abc import Sequence
from typing import TypeVar

from kb.pipeline import BadCursor

Item = TypeVar("Item")


def page_of(items: Sequence[Item], *, cursor: str | None, limit: int, name: str) -> tuple[Sequence[Item], str | None]:
    """The items of a page and the cursor of the next one, None on the last; raises BadCursor for a cursor that the list
    of this name did not give out."""
    start = _start(cursor, len(items), name)
    end = start + limit
    return items[start:end], str(end) if end < len(items) else None


def _start(cursor: str | None, length: int, name: str) -> int:
    if cursor is None:
        return 0
    if not cursor.isascii() or not cursor.isdigit() or int(cursor) >= max(length, 1):
        raise BadCursor(f"this cursor was not given out by {name}; begin with the first page")
    return int(cursor)
