"""Page cursors: opaque to callers; an offset, the builds it counts in, and the query it belongs to.

A caller can write any cursor, so it carries nothing that an engine is asked for by name: only builds of this base's own
indexes.
"""

import base64
import hashlib
import json
from dataclasses import dataclass
from typing import Any

from kb.search.errors import BadQuery, StaleCursor
from kb.search.index_name import is_build

DEEPEST = 10_000  # results; Elasticsearch pages no further with offsets


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where the next page begins; `services` and `clauses` are the builds of the indexes, empty: the live one."""

    offset: int
    services: str
    clauses: str
    query: str


def query_mark(*parts: object) -> str:
    """A short digest that tells one query from another."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode()).hexdigest()[:12]


def write_cursor(cursor: Cursor) -> str:
    """URL-safe text."""
    data = json.dumps([cursor.offset, cursor.services, cursor.clauses, cursor.query], separators=(",", ":"))
    return base64.urlsafe_b64encode(data.encode()).decode().rstrip("=")


def read_cursor(text: str, *, query: str, limit: int) -> Cursor:
    """The cursor behind the text; raises StaleCursor when it is damaged or another query's, BadQuery when too deep."""
    try:
        data = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    except (ValueError, RecursionError):
        data = None
    cursor = _checked(data)
    if cursor is None:
        raise StaleCursor("the page cursor is damaged: start again without it")
    if cursor.query != query:
        raise StaleCursor("the page cursor belongs to another query: start again without it")
    if cursor.offset < 0 or cursor.offset + limit > DEEPEST:
        raise BadQuery(f"only the first {DEEPEST:,} results can be paged through: add words to the query")
    return cursor


def _checked(data: Any) -> Cursor | None:
    match data:
        case [bool(), *_]:
            return None
        case [int(offset), services, clauses, str(mark)] if all(
            one == "" or is_build(one) for one in (services, clauses)
        ):
            return Cursor(offset, services, clauses, mark)
    return None
