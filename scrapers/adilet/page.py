"""The page of an act: its text, and which act it is."""

from dataclasses import replace

from kb.model import Act, Clause, ClauseKind, Document, Edition, Issue, Severity, Snapshot
from kb.read import (
    ReadError,
    check_document,
    decode_body,
    divide_by_content,
    force_of,
    in_force_from,
    parse_page,
    read_tag,
)
from kb.text import identify_language
from scrapers._contract import Related
from scrapers.adilet.address import find_address
from scrapers.adilet.frame import drop_notices, has_anchors, printed_title, selected_address, text_holder
from scrapers.adilet.identity import Beside, edition_day, make_act, read_beside, requisites_of, status_code
from scrapers.adilet.wording import wording

_EXPECTED = (
    "nothing of an act; expected articles, points or rows of a table in "
    "div.container_gamma.text, or paragraphs below a title with the date of the act"
)


def read(snapshot: Snapshot, body: bytes, related: Related) -> Document:
    """The act on the page. A piece cut out of a page is read too, with a warning.

    Raises ReadError when a page has several texts, titles or statuses, or nothing of an act.
    """
    decoded = decode_body(body, document=snapshot.document)
    try:
        page = parse_page(decoded.text)
        # A whole page has the frame of a title; a piece of one has anchors at least.
        whole = page.find(class_="slogan") is not None
        content = text_holder(page, whole=whole)
        title = printed_title(page, whole=whole)
        drop_notices(content)
        reading = read_tag(content)
        line = requisites_of(page)
        mark = status_code(page)
        address = find_address(snapshot.document) or selected_address(page)
        if address and address.side:
            raise ReadError("a page beside an act; expected its tab as 'li.selected' with a link to the page itself")
        language = identify_language(reading.text)
        division = divide_by_content(reading, language, document=snapshot.document)
        clauses = division.clauses
        if not (whole or has_anchors(page)) or not _is_act(clauses, known=bool(address or line.date)):
            raise ReadError(_EXPECTED)
        if whole and not title:
            raise ReadError("the title in '.slogan h1' is empty")
    except ReadError as error:
        raise ReadError(f"{snapshot.document}: {error}") from error
    issues = [*decoded.issues, *division.issues]
    act: Act | None = None
    edition: Edition | None = None
    if address:
        beside = read_beside(address, related)
        act = make_act(address.code, line=line, mark=mark, beside=beside, title=title, language=language)
        act = in_force_from(act, force_of(reading.text, clauses, adopted=act.date))
        taken = snapshot.taken_at.date()
        day = edition_day(address, act=act, mark=mark, history=beside.history, taken=taken)
        edition = Edition(act=act.id, date=day, language=language, snapshot=snapshot.digest)
        issues.extend(_doubts(snapshot, mark, beside))
    if title is None or address is None:
        message = "no title or address on the page; only a piece of it is here, import the whole page"
        issues.append(_issue(snapshot, "incomplete_page", message))
    if not clauses:
        message = "no article, point or table row was found"
        issues.append(_issue(snapshot, "no_clauses", message, Severity.ERROR))
    document = Document(
        snapshot=snapshot,
        text=reading.text,
        language=language,
        layout=division.layout,
        title=title,
        blocks=reading.blocks,
        clauses=clauses,
        act=act,
        edition=edition,
        issues=tuple(issues),
    )
    whole_act = title is not None and address is not None
    return replace(document, issues=(*document.issues, *check_document(document, whole=whole_act)))


def _is_act(clauses: tuple[Clause, ...], *, known: bool) -> bool:
    """Whether the text is divided like an act, or says in more than one paragraph what a known act says."""
    undivided = (ClauseKind.PARAGRAPH, ClauseKind.NOTE)
    return any(clause.kind not in undivided for clause in clauses) or (known and len(clauses) > 1)


def _doubts(snapshot: Snapshot, mark: str | None, beside: Beside) -> list[Issue]:
    """What the page and those beside it say in words or shapes that nobody here knows."""
    found: list[Issue] = []
    if mark and mark not in wording().status:
        known = ", ".join(f"status_{code}" for code in wording().status)
        message = f"unknown mark status_{mark} beside the title; expected one of {known}: add it to wording.yaml"
        found.append(_issue(snapshot, "unknown_label", message))
    if beside.card.unknown:
        labels = "; ".join(beside.card.unknown)
        message = f"unknown labels in the requisites card: {labels}; add them to wording.yaml"
        found.append(_issue(snapshot, "unknown_label", message))
    found.extend(_issue(snapshot, "layout_changed", words, Severity.ERROR) for words in beside.unread)
    return found


def _issue(snapshot: Snapshot, code: str, message: str, severity: Severity = Severity.WARNING) -> Issue:
    return Issue(code=code, severity=severity, document=snapshot.document, message=message)
