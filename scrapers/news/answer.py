"""An answer of the programming interface → the text of its news."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from kb.model import BlockKind
from kb.read import ReadError, Reading, TextBuilder, add_html, load_json
from scrapers._contract import day_of

_BODIES = ("body", "content", "text")
_DAYS = ("published_date", "created_date")
_LEADS = ("short_description", "description", "lead")


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """The text, each piece of news below a heading of level 1 with its number as anchor; the day of the newest."""

    reading: Reading
    day: dt.date | None


def read_answer(text: str) -> News:
    """One object or a list of them; raises ReadError when it is no news, or a piece has no number, title or words."""
    data = load_json(text)
    records = data if isinstance(data, list) else [data]
    if not records:
        raise ReadError("an answer without news; expected objects with id, title and body")
    builder = TextBuilder()
    for record in records:
        _add(builder, record)
    title = records[0]["title"] if len(records) == 1 else None
    days = [day for record in records if (day := day_of(record, *_DAYS))]
    return News(reading=builder.finish(title), day=max(days, default=None))


def _add(builder: TextBuilder, record: Any) -> None:
    if not isinstance(record, dict) or not record.get("id") or not str(record.get("title") or "").strip():
        raise ReadError("an object without id or title; expected a piece of news")
    words = [str(record[name]) for name in (*_LEADS, *_BODIES) if str(record.get(name) or "").strip()]
    if not words:
        raise ReadError(f"the piece of news {record['id']} has no words; expected them in one of {', '.join(_BODIES)}")
    builder.add(" ".join(str(record["title"]).split()), BlockKind.HEADING, level=1, anchor=str(record["id"]))
    for piece in words:
        add_html(builder, piece)
