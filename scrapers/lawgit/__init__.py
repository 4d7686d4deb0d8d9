"""Public git repositories with acts as Markdown: a folder an act, `rus.md`, `kaz.md` and a data sheet.

Layout as in public code of autumn 2026: `<tier>/<agency>/<YYYY>/<MMDD>-<slug>-<zan id>/`, large acts
in parts below `rus/` and `kaz/`, tables as HTML.
"""

import re
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from kb.model import Clause, Document, Edition, Issue, Language, Layout, Severity, Snapshot, Source, SourceKind
from kb.read import Head, divide_act, read_body, words_of
from kb.text import identify_language
from scrapers._contract import Related
from scrapers.lawgit.sheet import find_sheet, identify_act

TRIAL = 20
SOURCE = Source(
    id="lawgit",
    publisher_kk="Қазақстан заңнамасының ашық git қоймалары",
    publisher_ru="Открытые git-хранилища законодательства Казахстана",
    urls=("https://github.com/kazakhstan-law",),
    languages=(Language.KK, Language.RU),
    kind=SourceKind.ACT,
    layout=Layout.VERIFIED,
)

_LANGUAGE_SAMPLE = 200_000


@cache
def _wording() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load(files(__name__).joinpath("wording.yaml").read_text(encoding="utf-8"))
    data["signs"] = [re.compile(sign, re.MULTILINE) for sign in data["signs"]]
    return data


def recognise(head: Head) -> bool:
    """A Markdown text with a sign of an act, or the data sheet of one."""
    if head.media_type in ("text/markdown", "text/plain"):
        marked = head.media_type == "text/markdown" or re.search(r"(?m)^(?:#{1,4} |> \*|<t[rd])", head.text)
        return bool(marked) and any(sign.search(head.text) for sign in _wording()["signs"])
    return accompanies(head)


def accompanies(head: Head) -> bool:
    """True for the data sheet."""
    if head.media_type != "application/yaml":
        return False
    return all(re.search(rf"(?m)^{key}:", head.text) for key in _wording()["sheet"])


def read(snapshot: Snapshot, body: bytes, related: Related) -> Document:
    """The act or the part of it in this file; who and when it is comes from the data sheet beside or above it."""
    reading = read_body(body, "text/markdown", document=snapshot.document)
    language = identify_language(words_of(reading.text[:_LANGUAGE_SAMPLE]))
    clauses = divide_act(reading.text, reading.blocks, language=language)
    sheet = find_sheet(snapshot.document, related)
    act = identify_act(snapshot.document, reading, sheet)
    issues = list(reading.issues)
    if sheet is None:
        issues.append(_issue(snapshot, "no_data_sheet", "no meta.yaml beside the act; import its whole folder"))
    if act is None:
        issues.append(_issue(snapshot, "unknown_act", "neither data sheet nor path tell which act this is"))
    if not clauses:
        issues.append(_issue(snapshot, "no_clauses", "no article, point or table row was found", Severity.ERROR))
    for clause in clauses:
        if "~" in clause.id.rsplit("/", 1)[-1]:
            line = reading.text.count("\n", 0, clause.start) + 1
            message = f"line {line}: the number of {clause.id.split('~')[0]} stands twice in the act"
            issues.append(_issue(snapshot, "repeated_number", message, line=line))
    title = (act.title_kk if language is Language.KK else act.title_ru) if act else None
    title = title or reading.title or _inner_title(clauses)
    day = sheet.date_of(_wording()["languages"][language]) if sheet and language in _wording()["languages"] else None
    return Document(
        snapshot=snapshot,
        text=reading.text,
        language=language,
        layout="act",
        title=title,
        blocks=reading.blocks,
        clauses=clauses,
        act=act,
        edition=Edition(act=act.id, date=day, language=language, snapshot=snapshot.digest) if act else None,
        issues=tuple(issues),
    )


def _inner_title(clauses: tuple[Clause, ...]) -> str | None:
    """The heading of what a part of an act holds: rules, or a list of requirements."""
    names = ("title-", "caption-", "article-")
    return next((c.label for c in clauses if c.label and c.id.rsplit("/", 1)[-1].startswith(names)), None)


def _issue(
    snapshot: Snapshot, code: str, message: str, severity: Severity = Severity.WARNING, line: int | None = None
) -> Issue:
    return Issue(code=code, severity=severity, document=snapshot.document, message=message, line=line)
