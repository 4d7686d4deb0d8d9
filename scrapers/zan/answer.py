"""An answer of the interface: `ngr`, `version` with `metadata`, and `content` blocks."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from kb.model import Act, ActStatus, BlockKind
from kb.read import ReadError, Reading, TextBuilder, act_of, act_type_of, add_html, line_kind, read_requisites
from scrapers.zan.status import is_repeal, known_statuses

_HEADINGS = {"title": 1, "heading": 3}
_NOTES = {"note", "sideNote"}


def read_blocks(blocks: Iterable[dict[str, Any]]) -> Reading:
    """Text of the content blocks; headings that stand together («Раздел I.», its name) become one."""
    builder = TextBuilder()
    heading: list[str] = []
    level = 0
    for block in blocks:
        text = str(block.get("text") or "").strip()
        kind = block.get("type")
        if not text:
            continue
        if kind in _HEADINGS and heading and _HEADINGS[kind] == level:
            heading.append(text)
            continue
        if heading:
            builder.add(" ".join(heading), BlockKind.HEADING, level=level)
            heading = []
        if kind in _HEADINGS:
            heading, level = [text], _HEADINGS[kind]
        elif "<table" in (html := _html_of(block)):
            add_html(builder, html)
        else:
            for line in text.split("\n"):
                builder.add(line, BlockKind.NOTE if kind in _NOTES else line_kind(line))
    if heading:
        builder.add(" ".join(heading), BlockKind.HEADING, level=level)
    return builder.finish()


def content_of(data: dict[str, Any]) -> list[dict[str, Any]]:
    """The content blocks; raises ReadError when they are not a list of objects."""
    blocks = data.get("content")
    if not isinstance(blocks, list) or not all(isinstance(block, dict) for block in blocks):
        raise ReadError("expected 'content' as a list of blocks with 'type' and 'text'")
    return blocks


def act_of_answer(data: dict[str, Any]) -> Act:
    """The act by both its codes; raises ReadError when the answer does not tell which act it is."""
    metadata = _part(_part(data, "version"), "metadata")
    if not metadata or not (data.get("ngr") or data.get("code")):
        raise ReadError("an answer needs ngr or code, and version.metadata")
    ids = [str(data["ngr"])] if data.get("ngr") else []
    if data.get("code"):
        ids.append(f"zan:{data['code']}")
    line = read_requisites(_in_language(data, _part(metadata, "requisites")))
    kinds = [kind for code in metadata.get("actTypes") or [] if (kind := act_type_of(str(code)))]
    title = _part(metadata, "title")
    act = act_of(
        line,
        ids=tuple(ids),
        title_kk=title.get("kaz"),
        title_ru=title.get("rus"),
        type=next(iter(kinds), None),
        date=day_of(metadata.get("stateAgencyApprovalDate")),
        status=known_statuses().get(str(metadata.get("status")), ActStatus.UNKNOWN),
    )
    # The code built from a registration is a guess for those who do not know the act's own.
    act = replace(act, ids=tuple(ids)) if data.get("ngr") else act
    if act.status is not ActStatus.REPEALED or act.repealed_by:
        return act
    # The newest wording of an act that lost its force may be the work of the act that repealed it: its title tells.
    cause = _part(_part(data, "version"), "cause")
    if not is_repeal(_in_language(data, _part(cause, "title"))):
        return act
    printed = _in_language(data, _part(cause, "requisites"))
    return replace(act, repealed_on=act.repealed_on or read_requisites(printed).date, repealed_by=printed or None)


def edition_day(data: dict[str, Any], act: Act) -> dt.date | None:
    """From which day this text is in force; None when the wording is only that of the repeal."""
    day = day_of(_part(data, "version").get("versionDate") or data.get("versionDate"))
    return None if day and act.repealed_on and day >= act.repealed_on else day


def status_code(data: dict[str, Any]) -> str | None:
    """The code of the act's force."""
    return _part(_part(data, "version"), "metadata").get("status")


def day_of(value: object) -> dt.date | None:
    """The day in `2031-05-07`, also with a time behind it."""
    try:
        return dt.date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


def _html_of(block: dict[str, Any]) -> str:
    found = [p.get("value") for p in block.get("properties") or [] if p.get("key") == "html"]
    return str(found[0]) if found and found[0] else ""


def _part(data: dict[str, Any], key: str) -> dict[str, Any]:
    """An inner object, empty when it is not there."""
    found = data.get(key)
    return found if isinstance(found, dict) else {}


def _in_language(data: dict[str, Any], lines: dict[str, Any]) -> str:
    """The line in the language of the answer, else in the other one."""
    own = str(_part(data, "version").get("language") or data.get("language") or "")
    return str(lines.get(own) or lines.get("rus") or lines.get("kaz") or "")
