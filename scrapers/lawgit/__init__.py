"""Public git repositories with acts as Markdown: a folder an act, `rus.md`, `kaz.md` and a data sheet.

Layout as in public code of autumn 2026: `<tier>/<agency>/<YYYY>/<MMDD>-<slug>-<zan id>/`, large acts
in parts below `rus/` and `kaz/`, tables as HTML.
"""

import re
from dataclasses import replace
from functools import cache
from importlib.resources import files
from posixpath import basename
from typing import Any

from kb.model import Clause, Document, Edition, Issue, Language, Layout, Reach, Severity, Snapshot, Source, SourceKind
from kb.read import Head, check_document, divide_by_content, force_of, in_force_from, read_body, words_of
from kb.text import identify_language
from kb.yaml_text import parse_yaml
from scrapers._contract import Discovery, Related
from scrapers.lawgit.discovery import find_repositories
from scrapers.lawgit.place import with_agency
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
    expected_documents=(20_000, None),
    cadence_days=30,
    pace_seconds=10.0,
    daily_budget=200,
)

_LANGUAGE_SAMPLE = 200_000


@cache
def _wording() -> dict[str, Any]:
    data: dict[str, Any] = parse_yaml(files(__name__).joinpath("wording.yaml").read_text(encoding="utf-8"))
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
    division = divide_by_content(reading, language, document=snapshot.document)
    clauses = division.clauses
    sheet = find_sheet(snapshot.document, related)
    act = identify_act(snapshot.document, reading, sheet)
    issues = [*reading.issues, *division.issues]
    if sheet is None:
        issues.append(_issue(snapshot, "no_data_sheet", "no meta.yaml beside the act; import its whole folder"))
    elif not sheet.certain:
        message = f"no data sheet of this edition, its day is open; what {sheet.name} tells of the act was taken"
        issues.append(_issue(snapshot, "unknown_edition", message))
    if act is None:
        issues.append(_issue(snapshot, "unknown_act", "neither data sheet nor path tell which act this is"))
    if act is not None:
        act = with_agency(act, snapshot.document, language)
        act = in_force_from(act, force_of(reading.text, clauses, adopted=act.date))
    is_contents = bool(re.search(_wording()["contents"], reading.text))
    if not clauses and not is_contents:
        issues.append(_issue(snapshot, "no_clauses", "no article, point or table row was found", Severity.ERROR))
    title = (act.title_kk if language is Language.KK else act.title_ru) if act else None
    title = title or reading.title or _inner_title(clauses)
    day = sheet.date_of(_wording()["languages"][language]) if sheet and language in _wording()["languages"] else None
    document = Document(
        snapshot=snapshot,
        text=reading.text,
        language=language,
        layout=division.layout,
        title=title,
        blocks=reading.blocks,
        clauses=clauses,
        act=act,
        edition=Edition(act=act.id, date=day, language=language, snapshot=snapshot.digest) if act else None,
        issues=tuple(issues),
    )
    whole = not is_contents and basename(snapshot.document) in _wording()["whole"]
    return replace(document, issues=(*document.issues, *check_document(document, whole=whole)))


def discover(reach: Reach) -> Discovery:
    """The repositories of the tiers in `reach.only`, or all; raises ReadError for a tier that is not known."""
    return find_repositories(SOURCE, reach)


def _inner_title(clauses: tuple[Clause, ...]) -> str | None:
    """The heading of what a part of an act holds: rules, or a list of requirements."""
    names = ("title-", "caption-", "article-")
    return next((c.label for c in clauses if c.label and c.id.rsplit("/", 1)[-1].startswith(names)), None)


def _issue(snapshot: Snapshot, code: str, message: str, severity: Severity = Severity.WARNING) -> Issue:
    return Issue(code=code, severity=severity, document=snapshot.document, message=message)
