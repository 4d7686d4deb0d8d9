"""A body of the bank: an answer, alone or with its further pages, or a record."""

from dataclasses import replace
from glob import escape
from typing import Any

from kb.model import Document, Edition, Issue, Language, Severity, Snapshot
from kb.read import ReadError, check_document, decode_body, divide_by_content, force_of, in_force_from, load_json
from kb.text import identify_language
from scrapers._contract import Related
from scrapers.zan.address import other_page, page_number
from scrapers.zan.answer import act_of_answer, content_of, edition_day, read_blocks, status_code
from scrapers.zan.record import act_of_record, read_record
from scrapers.zan.status import known_statuses


def read(snapshot: Snapshot, body: bytes, related: Related) -> Document:
    """The act in an answer (with its further pages joined on) or in a record.

    Raises ReadError when a key that it needs is missing or empty.
    """
    decoded = decode_body(body, document=snapshot.document)
    issues = list(decoded.issues)
    try:
        data = _object(decoded.text)
        if "content" in data:
            blocks = content_of(data)
            further, missing = _further_pages(snapshot, data, related)
            blocks.extend(further)
            issues.extend(missing)
            reading, act, code = read_blocks(blocks), act_of_answer(data), status_code(data)
            day = edition_day(data, act)
            language = identify_language(reading.text)
        else:
            reading = read_record(data)
            language = identify_language(reading.text)
            act, day, code = act_of_record(data, language), None, data.get("status")
    except ReadError as error:
        raise ReadError(f"{snapshot.document}: {error}") from error
    division = divide_by_content(reading, language, document=snapshot.document)
    clauses = division.clauses
    issues.extend(division.issues)
    if code and code not in known_statuses():
        message = f"unknown status {code!r}; expected one of {', '.join(known_statuses())}: add it to wording.yaml"
        issues.append(_issue(snapshot, "unknown_label", message, Severity.WARNING))
    if not clauses:
        issues.append(_issue(snapshot, "no_clauses", "no article, point or paragraph was found"))
    act = in_force_from(act, force_of(reading.text, clauses, adopted=act.date))
    document = Document(
        snapshot=snapshot,
        text=reading.text,
        language=language,
        layout=division.layout,
        title=(act.title_kk if language is Language.KK else act.title_ru) or reading.title,
        blocks=reading.blocks,
        clauses=clauses,
        act=act,
        edition=Edition(act=act.id, date=day, language=language, snapshot=snapshot.digest),
        issues=tuple(issues),
    )
    whole = not any(issue.code == "incomplete_page" for issue in issues)
    return replace(document, issues=(*document.issues, *check_document(document, whole=whole)))


def _further_pages(
    snapshot: Snapshot, data: dict[str, Any], related: Related
) -> tuple[list[dict[str, Any]], list[Issue]]:
    """The blocks of the pages behind the first, and an issue for each page that was not collected."""
    number = page_number(snapshot.document)
    if number and number > 1:
        raise ReadError(f"page {number} begins like a first page; expected the text to go on without a block 'doc'")
    blocks: list[dict[str, Any]] = []
    missing: list[Issue] = []
    count = data.get("pagesCount") or 1
    for page in range(2, int(count) + 1):
        name = other_page(snapshot.document, page)
        found = related(escape(name)) if number else {}
        for body in found.values():
            blocks.extend(content_of(_object(decode_body(body, document=name).text)))
        if not found:
            message = f"page {page} of {count} of the act is not here; collect or import it beside the first one"
            missing.append(_issue(snapshot, "incomplete_page", message))
    return blocks, missing


def _object(text: str) -> dict[str, Any]:
    data = load_json(text)
    if not isinstance(data, dict):
        raise ReadError("expected one JSON object")
    return data


def _issue(snapshot: Snapshot, code: str, message: str, severity: Severity = Severity.ERROR) -> Issue:
    return Issue(code=code, severity=severity, document=snapshot.document, message=message)
