"""Service cards of the portal gov.kz: pages, and answers of its programming interface.

One page was seen as text only (a card of 2025 with several fees and terms in one field), its markup and the names
of the fields were not: `layout: unverified`.
"""

import re

from kb.model import Document, ExpectedField, Language, Layout, Snapshot, Source, SourceKind
from kb.read import Head, ReadError, card_document, decode_body
from kb.text import identify_language
from scrapers._contract import Related
from scrapers.govkz.address import HOSTS, SITE
from scrapers.govkz.answer import read_answer
from scrapers.govkz.card import refuse_bare
from scrapers.govkz.discovery import discover
from scrapers.govkz.page import read_page
from scrapers.govkz.wording import TITLES, fields

__all__ = ["SOURCE", "TRIAL", "discover", "read", "recognise"]

TRIAL = 52
SOURCE = Source(
    id="govkz",
    publisher_kk="Мемлекеттік органдардың бірыңғай платформасы gov.kz",
    publisher_ru="Единая платформа государственных органов gov.kz",
    urls=(SITE,),
    languages=(Language.KK, Language.RU),
    kind=SourceKind.PORTAL_CARD,
    layout=Layout.UNVERIFIED,
    hosts=HOSTS,
    # Numbers of cards run into thousands with many holes; the register has about 1,300 services in two languages.
    expected_documents=(500, 6_000),
    # A card without a term is rare; half leaves room for cards that only link to their standard.
    expected_fields=(ExpectedField(attribute="deadline", minimum=0.5),),
    cadence_days=14,
    # No robots.txt of the portal has been seen; one page in five seconds is slower than a reader.
    pace_seconds=5.0,
    # A whole run of some 2,600 pages takes three days.
    daily_budget=1_000,
)

_LINK = re.compile(r"<(?:link|meta)\b[^<>]*gov\.kz/services/\d+", re.IGNORECASE)
_FEWEST_FIELDS = 3


def recognise(head: Head) -> bool:
    """A page that names its address among the cards, or JSON with the fields of one."""
    if head.media_type == "text/html":
        return _LINK.search(head.text) is not None
    if head.media_type != "application/json":
        return False
    keys = set(re.findall(r'"(\w+)"\s*:', head.text))
    return {"id", "title"} <= keys and len(keys & fields()) >= _FEWEST_FIELDS


def read(snapshot: Snapshot, body: bytes, related: Related) -> Document:
    """The card or cards: a clause for each (`card-<number>`, label: the service), below it one for each block.

    Raises ReadError when a page or an answer has not the shape of a card.
    """
    del related
    decoded = decode_body(body, document=snapshot.document)
    try:
        if snapshot.media_type == "application/json":
            reading = read_answer(decoded.text)
        else:
            reading = read_page(decoded.text, snapshot.document)
        language = identify_language(reading.text)
        document = card_document(snapshot, reading, language, titles=TITLES, issues=decoded.issues)
        refuse_bare(document)
    except ReadError as error:
        raise ReadError(f"{snapshot.document}: {error}") from error
    return document
