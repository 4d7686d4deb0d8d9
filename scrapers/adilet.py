"""Pages of the legal database adilet.zan.kz.

Markup as in a stored page of 2024: `div.container_alpha.slogan` with title, status and requisites,
`div.container_gamma.text` with the text in an `article`. An edition has its date in the address.
"""

import datetime as dt
import re

from bs4 import BeautifulSoup, Tag

from kb.model import (
    Act,
    ActStatus,
    Clause,
    ClauseKind,
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
    Requisites,
    at_most_one,
    decode_body,
    divide_act,
    only,
    parse_page,
    read_requisites,
    read_tag,
    words_in,
)
from kb.text import identify_language
from scrapers._contract import Related

TRIAL = 30
SOURCE = Source(
    id="adilet",
    publisher_kk="«Әділет» ақпараттық-құқықтық жүйесі",
    publisher_ru="Информационно-правовая система «Әділет»",
    urls=("https://adilet.zan.kz",),
    languages=(Language.KK, Language.RU),
    kind=SourceKind.ACT,
    layout=Layout.VERIFIED,
)

_MARKS = re.compile(r"module_npaView|container_gamma text\b|adilet\.zan\.kz/(?:rus|kaz|eng)/docs/")
_ANCHORS = re.compile(r"<(?:p|h\d)\s[^>]*\bid=\"z\d|<a\s[^>]*\bname=\"z\d")
# `Z3100000990`, `V31R0009944`, `K990009900_`; behind it the date of an edition.
_ADDRESS = re.compile(r"/(?:rus|kaz|eng)/docs/([A-Z]\d{2}[A-Z0-9]{7,8}_?|[A-Z]\d{8,9}_)(?:/(\d{2})\.(\d{2})\.(\d{4}))?")
_STATUS = {
    "status_new": ActStatus.IN_FORCE,
    "status_upd": ActStatus.IN_FORCE,
    "status_yts": ActStatus.REPEALED,
    "status_stp": ActStatus.SUSPENDED,
}


def recognise(head: Head) -> bool:
    """An HTML page with the database's markup and the anchors of its texts."""
    return head.media_type == "text/html" and bool(_MARKS.search(head.text)) and bool(_ANCHORS.search(head.text))


def read(snapshot: Snapshot, body: bytes, related: Related) -> Document:
    """The act on the page. A piece cut out of a page is read too, with a warning.

    Raises ReadError when a page has several texts, titles or statuses, or nothing of an act.
    """
    del related
    decoded = decode_body(body, document=snapshot.document)
    page = parse_page(decoded.text)
    issues = list(decoded.issues)
    try:
        reading = read_tag(_content(page))
        title = _text_of(page, ".slogan h1") or (words_in(only(page, "h1")) if len(page.select("h1")) == 1 else None)
        requisites = _requisites(page)
        status = _status(page)
    except ReadError as error:
        raise ReadError(f"{snapshot.document}: {error}") from error
    language = identify_language(reading.text)
    clauses = divide_act(reading.text, reading.blocks, language=language)
    address = _address(page, snapshot.document)
    if not _is_act(clauses, known=bool(address or requisites.date)):
        raise ReadError(
            f"{snapshot.document}: nothing of an act; expected articles, points or rows of a table in "
            "div.container_gamma.text, or paragraphs below a title with the date of the act"
        )
    if title is None or address is None:
        message = "no title or address on the page; only a piece of it is here, import the whole page"
        issues.append(_issue(snapshot, "incomplete_page", Severity.WARNING, message))
    if not clauses:
        issues.append(_issue(snapshot, "no_clauses", Severity.ERROR, "no article, point or table row was found"))
    act = _act(address[1], requisites, status, title, language) if address else None
    day = dt.date(int(address[4]), int(address[3]), int(address[2])) if address and address[2] else None
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


def _is_act(clauses: tuple[Clause, ...], *, known: bool) -> bool:
    """Whether the text is divided like an act, or says in more than one paragraph what a known act says."""
    undivided = (ClauseKind.PARAGRAPH, ClauseKind.NOTE)
    return any(clause.kind not in undivided for clause in clauses) or (known and len(clauses) > 1)


def _content(page: BeautifulSoup) -> Tag:
    for selector in (".container_gamma.text article", ".container_gamma.text"):
        if found := at_most_one(page, selector):
            return found
    return page


def _text_of(page: BeautifulSoup, selector: str) -> str | None:
    found = at_most_one(page, selector)
    return words_in(found) if found else None


def _requisites(page: BeautifulSoup) -> Requisites:
    """From the first paragraph below the title that tells a date."""
    for paragraph in page.select(".slogan p"):
        found = read_requisites(words_in(paragraph))
        if found.date:
            return found
    return Requisites()


def _status(page: BeautifulSoup) -> ActStatus:
    found = at_most_one(page, ".slogan span.status")
    names = found.get_attribute_list("class") if found else []
    return next((_STATUS[name] for name in names if name in _STATUS), ActStatus.UNKNOWN)


def _address(page: BeautifulSoup, document: str) -> re.Match[str] | None:
    """The document's own address, else that of the selected tab."""
    if found := _ADDRESS.search(document):
        return found
    tabs = page.select("li.selected a[href]")
    return _ADDRESS.search(str(tabs[0]["href"])) if tabs else None


def _act(code: str, requisites: Requisites, status: ActStatus, title: str | None, language: Language) -> Act:
    return Act(
        id=code,
        ids=(code,),
        type=requisites.type,
        number=requisites.number,
        date=requisites.date,
        title_kk=title if language is Language.KK else None,
        title_ru=title if language is Language.RU else None,
        status=ActStatus.REPEALED if requisites.repealed else status,
        repealed_on=requisites.repealed_on,
    )


def _issue(snapshot: Snapshot, code: str, severity: Severity, message: str) -> Issue:
    return Issue(code=code, severity=severity, document=snapshot.document, message=message)
