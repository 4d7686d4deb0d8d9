"""Page cursors: opaque to callers; an offset, the indexes it counts in, and the query it belongs to."""

import base64
import binascii
import hashlib
import json
from dataclasses import dataclass

from kb.search.errors import BadQuery, StaleCursor

DEEPEST = 10_000  # results; Elasticsearch pages no further with offsets


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where the next page begins; `services` and `clauses` are the full names of the indexes."""

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
        offset, services, clauses, mark = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
        cursor = Cursor(int(offset), str(services), str(clauses), str(mark))
    except (ValueError, TypeError, binascii.Error):
        raise StaleCursor("the page cursor is damaged: start again without it") from None
    if cursor.query != query:
        raise StaleCursor("the page cursor belongs to another query: start again without it")
    if cursor.offset < 0 or cursor.offset + limit > DEEPEST:
        raise BadQuery(f"only the first {DEEPEST:,} results can be paged through: add words to the query")
    return cursor
