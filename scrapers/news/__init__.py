"""News of ministries and other bodies on gov.kz: answers of its programming interface, and pages.

Addresses were seen in public code, no answer and no page was: `layout: unverified`.
"""

import re

from kb.model import Document, ExpectedField, Language, Layout, Snapshot, Source, SourceKind
from kb.read import Head, ReadError, decode_body
from kb.text import identify_language
from scrapers._contract import Related
from scrapers.news.address import HOSTS, SITE
from scrapers.news.answer import read_answer
from scrapers.news.clauses import divide
from scrapers.news.discovery import discover
from scrapers.news.page import read_page

__all__ = ["SOURCE", "TRIAL", "discover", "read", "recognise"]

TRIAL = 62
SOURCE = Source(
    id="news",
    publisher_kk="Мемлекеттік органдардың жаңалықтары, gov.kz",
    publisher_ru="Новости государственных органов, gov.kz",
    urls=(SITE,),
    languages=(Language.KK, Language.RU),
    kind=SourceKind.NEWS,
    layout=Layout.UNVERIFIED,
    hosts=HOSTS,
    # A ministry publishes some two hundred pieces a month in each language; a run of few days finds a handful.
    expected_documents=(1, 20_000),
    # Most news name no term of a service at all; a base in which every second one does was read wrongly.
    expected_fields=(ExpectedField(attribute="deadline", minimum=0.0, maximum=0.5),),
    cadence_days=1,
    # No robots.txt of the portal has been seen; one page in five seconds is slower than a reader.
    pace_seconds=5.0,
    # The news of a day are some hundred requests; a first run takes several days.
    daily_budget=1_500,
)

_LINK = re.compile(r"<(?:link|meta)\b[^<>]*/press/news/(?:details/)?\d+", re.IGNORECASE)
_FIELDS = {"id", "title", "created_date"}
_WORDS = {"body", "content", "text", "short_description"}


def recognise(head: Head) -> bool:
    """A page that names its address among the news, or JSON with number, title, day and words of a piece."""
    if head.media_type == "text/html":
        return _LINK.search(head.text) is not None
    if head.media_type != "application/json":
        return False
    keys = set(re.findall(r'"(\w+)"\s*:', head.text))
    return keys >= _FIELDS and bool(keys & _WORDS)


def read(snapshot: Snapshot, body: bytes, related: Related) -> Document:
    """The piece or pieces of news, layout `news`: a clause for each (`news-<number>`), below it its paragraphs.

    Raises ReadError when a page or an answer has not the shape of news.
    """
    del related
    decoded = decode_body(body, document=snapshot.document)
    try:
        if snapshot.media_type == "application/json":
            news = read_answer(decoded.text)
        else:
            news = read_page(decoded.text, snapshot.document)
        language = identify_language(news.reading.text)
        clauses = divide(news.reading, language)
    except ReadError as error:
        raise ReadError(f"{snapshot.document}: {error}") from error
    return Document(
        snapshot=snapshot,
        text=news.reading.text,
        language=language,
        layout="news",
        title=news.reading.title,
        blocks=news.reading.blocks,
        clauses=clauses,
        year=news.day.year if news.day else None,
        issues=decoded.issues,
    )
