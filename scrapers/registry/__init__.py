"""The register of public services: an act with a table of about 1,300 rows, a service each.

It comes as a page of the legal database, as Markdown with HTML tables, or as a table in DOCX or CSV. The columns
are known by their heads; no real page of it has been seen (`layout: unverified`).
"""

import re

from kb.model import Document, Edition, ExpectedField, Language, Layout, Snapshot, Source, SourceKind
from kb.read import Head, ReadError, column_of, divide_register, is_register_title, needed_columns, words_of
from kb.text import identify_language
from scrapers._contract import Related
from scrapers.registry.discovery import discover
from scrapers.registry.page import act_on, edition_day, read_page

__all__ = ["SOURCE", "TRIAL", "discover", "read", "recognise"]

# Before the legal databases, whose pages and files hold it.
TRIAL = 15
SOURCE = Source(
    id="registry",
    publisher_kk="Мемлекеттік көрсетілетін қызметтер тізілімі",
    publisher_ru="Реестр государственных услуг",
    urls=("https://adilet.zan.kz",),
    languages=(Language.KK, Language.RU),
    kind=SourceKind.ACT,
    layout=Layout.UNVERIFIED,
    hosts=("adilet.zan.kz",),
    # One act in two languages; imported files of other years come beside it.
    expected_documents=(2, None),
    # Every row has a provider and tells whether the service is paid; a document states both or its columns moved.
    expected_fields=(
        ExpectedField(attribute="provider", minimum=1.0),
        ExpectedField(attribute="fee", minimum=0.9),
    ),
    # Amended some ten times a year.
    cadence_days=7,
    # Two pages a run, at the pace of the legal database.
    pace_seconds=10.0,
    # Two pages, robots.txt, redirects and retries.
    daily_budget=40,
)

_LANGUAGE_SAMPLE = 200_000
_LONGEST_HEAD = 300
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_FORMS = {"text/html", "text/markdown", "text/csv", _DOCX}
_CODE = re.compile(r"(?<!\d)\d{8,9}(?!\d)")
_ROW = re.compile(r"<tr\b.*?</tr>", re.DOTALL | re.IGNORECASE)
_CELL = re.compile(r"<t[dh]\b[^<>]{0,500}>(.{0,5000}?)</t[dh]>", re.DOTALL | re.IGNORECASE)


def recognise(head: Head) -> bool:
    """A text that names the register, or a bare table, with its columns and codes of services."""
    if head.media_type not in _FORMS:
        return False
    text = head.text
    if head.media_type == "text/csv":
        heads = re.split("[,;]", text.lstrip("\ufeff").split("\n", 1)[0])
        return needed_columns() <= {column_of(words.strip('" ')) for words in heads}
    if not _CODE.search(text) or not is_register_title(words_of(text)):
        return False
    rows = [_heads(row) for row in (_ROW.findall(text) or text.split("\n"))]
    # A head of two lines has some of its words in either.
    return any(needed_columns() <= one | other for one, other in zip(rows, [*rows[1:], frozenset()], strict=True))


def _heads(row: str) -> frozenset[str | None]:
    cells = map(words_of, _CELL.findall(row) or row.split("\t"))
    return frozenset(column_of(words) for words in cells if len(words) < _LONGEST_HEAD)


def read(snapshot: Snapshot, body: bytes, related: Related) -> Document:
    """The act with its register, layout `register`: `register/row-<code>` is a service, its cells stand below.

    Raises ReadError when the body has no table with the columns of the register, or no service in it.
    """
    del related
    try:
        page = read_page(body, snapshot.media_type, document=snapshot.document)
        reading = page.reading
        language = identify_language(words_of(reading.text[:_LANGUAGE_SAMPLE]))
        division = divide_register(reading, language, document=snapshot.document)
    except ReadError as error:
        known = str(error).startswith(f"{snapshot.document}: ")
        raise error if known else ReadError(f"{snapshot.document}: {error}") from error
    act = act_on(page, snapshot.document, language)
    day = edition_day(snapshot.document)
    return Document(
        snapshot=snapshot,
        text=reading.text,
        language=language,
        layout=division.layout,
        title=page.title,
        blocks=reading.blocks,
        clauses=division.clauses,
        act=act,
        edition=Edition(act=act.id, date=day, language=language, snapshot=snapshot.digest) if act else None,
        issues=(*reading.issues, *division.issues),
    )
