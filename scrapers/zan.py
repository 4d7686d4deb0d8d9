"""Answers of the programming interface of zan.gov.kz, and records made from them.

Shapes as in public code of 2026: an answer has `ngr`, `version.metadata` and `content` blocks
(type, level, text, with an `html` property where the text has layout); a record has `code`,
`requisites` and a flat `text`.
"""

import datetime as dt
import re
from typing import Any

from kb.model import (
    Act,
    ActStatus,
    BlockKind,
    Document,
    Edition,
    Issue,
    Language,
    Layout,
    Severity,
    Snapshot,
    Source,
    SourceKind,
)
from kb.read import (
    Head,
    ReadError,
    Reading,
    Requisites,
    TextBuilder,
    act_type_of,
    add_html,
    decode_body,
    divide_act,
    line_kind,
    load_json,
    read_requisites,
)
from kb.text import identify_language
from scrapers._contract import Related

TRIAL = 40
SOURCE = Source(
    id="zan",
    publisher_kk="Нормативтік құқықтық актілердің эталондық бақылау банкі",
    publisher_ru="Эталонный контрольный банк нормативных правовых актов",
    urls=("https://zan.gov.kz/api",),
    languages=(Language.KK, Language.RU),
    kind=SourceKind.ACT,
    layout=Layout.VERIFIED,
)

_ANSWER = ("ngr", "version", "content")
_RECORD = ("code", "requisites", "text")
# A long text pushes the other keys of a record out of the head.
_RECORD_KIND = re.compile(r'"_type"\s*:\s*"legislation"')
_STATUS = {
    "new": ActStatus.IN_FORCE,
    "upd": ActStatus.IN_FORCE,
    "yts": ActStatus.REPEALED,
    "stp": ActStatus.SUSPENDED,
}
_HEADINGS = {"title": 1, "heading": 3}
_NOTES = {"note", "sideNote"}


def recognise(head: Head) -> bool:
    """A JSON object with the keys of an answer or of a record."""
    if head.media_type != "application/json" or not head.text.lstrip("\ufeff \n\t").startswith("{"):
        return False
    keys = set(re.findall(r'"(\w+)"\s*:', head.text))
    if keys.issuperset(_ANSWER) or keys.issuperset(_RECORD):
        return True
    return "text" in keys and _RECORD_KIND.search(head.text) is not None


def read(snapshot: Snapshot, body: bytes, related: Related) -> Document:
    """The act in an answer or record; raises ReadError when a key that it needs is missing or empty."""
    del related
    decoded = decode_body(body, document=snapshot.document)
    try:
        data = load_json(decoded.text)
        if not isinstance(data, dict):
            raise ReadError("expected one JSON object")
        if "content" in data:
            reading, act, day = (
                _read_blocks(data),
                _act_of_answer(data),
                _day(data.get("version", {}).get("versionDate")),
            )
        else:
            missing = [key for key in _RECORD if not data.get(key)]
            if missing:
                raise ReadError(f"a record without {missing[0]}; expected {', '.join(_RECORD)}")
            reading, act, day = _read_flat(data), None, None
    except ReadError as error:
        raise ReadError(f"{snapshot.document}: {error}") from error
    language = identify_language(reading.text)
    act = act or _act_of_record(data, language)
    clauses = divide_act(reading.text, reading.blocks, language=language)
    issues = list(decoded.issues)
    if not clauses:
        message = "no article, point or paragraph was found"
        issues.append(Issue(code="no_clauses", severity=Severity.ERROR, document=snapshot.document, message=message))
    return Document(
        snapshot=snapshot,
        text=reading.text,
        language=language,
        layout="act",
        title=(act.title_kk if language is Language.KK else act.title_ru) or reading.title,
        blocks=reading.blocks,
        clauses=clauses,
        act=act,
        edition=Edition(act=act.id, date=day, language=language, snapshot=snapshot.digest),
        issues=tuple(issues),
    )


def _read_blocks(data: dict[str, Any]) -> Reading:
    """Text of the content blocks; headings that stand together («Раздел I.», its name) become one."""
    builder = TextBuilder()
    heading: list[str] = []
    level = 0
    for block in data["content"]:
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


def _html_of(block: dict[str, Any]) -> str:
    found = [p.get("value") for p in block.get("properties") or [] if p.get("key") == "html"]
    return str(found[0]) if found and found[0] else ""


def _read_flat(data: dict[str, Any]) -> Reading:
    builder = TextBuilder()
    title = str(data.get("title") or "").strip()
    for number, line in enumerate(str(data["text"]).split("\n")):
        words = line.strip()
        builder.add(words, BlockKind.HEADING if number == 0 and words == title else line_kind(words), level=1)
    return builder.finish(title or None)


def _act_of_answer(data: dict[str, Any]) -> Act:
    metadata = data.get("version", {}).get("metadata")
    if not isinstance(metadata, dict) or not (data.get("ngr") or data.get("code")):
        raise ReadError("an answer needs ngr or code, and version.metadata")
    ids = [str(data["ngr"])] if data.get("ngr") else []
    if data.get("code"):
        ids.append(f"zan:{data['code']}")
    lines = metadata.get("requisites") or {}
    requisites = read_requisites(str(lines.get("rus") or lines.get("kaz") or ""))
    kinds = [kind for code in metadata.get("actTypes") or [] if (kind := act_type_of(str(code)))]
    title = metadata.get("title") or {}
    return Act(
        id=ids[0],
        ids=tuple(ids),
        type=requisites.type or next(iter(kinds), None),
        number=requisites.number,
        date=_day(metadata.get("stateAgencyApprovalDate")) or requisites.date,
        title_kk=title.get("kaz"),
        title_ru=title.get("rus"),
        status=ActStatus.REPEALED
        if requisites.repealed
        else _STATUS.get(str(metadata.get("status")), ActStatus.UNKNOWN),
        repealed_on=requisites.repealed_on,
    )


def _act_of_record(data: dict[str, Any], language: Language) -> Act:
    requisites = read_requisites(str(data["requisites"]))
    title = str(data.get("title") or "") or None
    ids = [f"zan:{data['code']}"]
    if requisites.code:
        ids.append(requisites.code)
    return Act(
        id=ids[0],
        ids=tuple(ids),
        type=requisites.type,
        number=requisites.number,
        date=requisites.date or _day(data.get("date")),
        title_kk=title if language is Language.KK else None,
        title_ru=title if language is Language.RU else None,
        status=_status(data, requisites),
        repealed_on=requisites.repealed_on,
    )


def _status(data: dict[str, Any], requisites: Requisites) -> ActStatus:
    if requisites.repealed:
        return ActStatus.REPEALED
    return _STATUS.get(str(data.get("status")), ActStatus.UNKNOWN)


def _day(value: object) -> dt.date | None:
    try:
        return dt.date.fromisoformat(str(value)[:10])
    except ValueError:
        return None
