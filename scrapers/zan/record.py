"""A record made from an answer by others: `code`, `requisites` and a flat `text`."""

from typing import Any

from kb.model import Act, ActStatus, BlockKind, Language
from kb.read import ReadError, Reading, TextBuilder, act_of, line_kind, read_requisites
from scrapers.zan.answer import day_of
from scrapers.zan.status import known_statuses

KEYS = ("code", "requisites", "text")


def read_record(data: dict[str, Any]) -> Reading:
    """The text line by line; raises ReadError when a key that it needs is missing or empty."""
    missing = [key for key in KEYS if not data.get(key)]
    if missing:
        raise ReadError(f"a record without {missing[0]}; expected {', '.join(KEYS)}")
    builder = TextBuilder()
    title = str(data.get("title") or "").strip()
    for number, line in enumerate(str(data["text"]).split("\n")):
        words = line.strip()
        builder.add(words, BlockKind.HEADING if number == 0 and words == title else line_kind(words), level=1)
    return builder.finish(title or None)


def act_of_record(data: dict[str, Any], language: Language) -> Act:
    """The act of a record in the language of its text."""
    title = str(data.get("title") or "") or None
    return act_of(
        read_requisites(str(data["requisites"])),
        ids=(f"zan:{data['code']}",),
        title_kk=title if language is Language.KK else None,
        title_ru=title if language is Language.RU else None,
        date=day_of(data.get("date")),
        status=known_statuses().get(str(data.get("status")), ActStatus.UNKNOWN),
    )
