"""Permits and licences of the portal elicense.kz: what is asked of each kind of applicant.

The words of one page were seen («… құжаттар талап етіледі», a list for legal entities, individuals and sole traders,
«міндетті түрде» behind what is mandatory), its markup was not: `layout: unverified`.
"""

from kb.model import Document, ExpectedField, Language, Layout, Snapshot, Source, SourceKind
from kb.read import Head, ReadError, card_document, decode_body
from kb.text import identify_language
from scrapers._contract import Related
from scrapers.elicense.discovery import HOSTS, SITE, discover
from scrapers.elicense.page import read_page
from scrapers.elicense.wording import titles

__all__ = ["SOURCE", "TRIAL", "discover", "read", "recognise"]

TRIAL = 54
SOURCE = Source(
    id="elicense",
    publisher_kk="«Е-лицензиялау» порталы",
    publisher_ru="Портал «Е-лицензирование»",
    urls=(SITE,),
    languages=(Language.KK, Language.RU),
    kind=SourceKind.PORTAL_CARD,
    layout=Layout.UNVERIFIED,
    hosts=HOSTS,
    # The annexes of the law on permits list some 300 kinds with sub-kinds; two languages each.
    expected_documents=(200, 3_000),
    # The page of a permit is first of all a list of documents.
    expected_fields=(ExpectedField(attribute="document", minimum=0.8),),
    cadence_days=14,
    # No robots.txt of the portal has been seen; one page in five seconds is slower than a reader.
    pace_seconds=5.0,
    # A whole run in both languages takes one or two days.
    daily_budget=1_000,
)


def recognise(head: Head) -> bool:
    """A page with the portal's addresses of permits and the panels of one."""
    permit = "CurrentVersionService?serviceCode=" in head.text and 'class="panel' in head.text
    return head.media_type == "text/html" and permit


def read(snapshot: Snapshot, body: bytes, related: Related) -> Document:
    """The permit: `card-<code>` (label: its name), below it a clause for each panel and for each applicant's documents.

    Raises ReadError when the page has no name, no panel, or tabs without panes.
    """
    del related
    decoded = decode_body(body, document=snapshot.document)
    try:
        reading = read_page(decoded.text, snapshot.document)
    except ReadError as error:
        raise ReadError(f"{snapshot.document}: {error}") from error
    language = identify_language(reading.text)
    return card_document(snapshot, reading, language, titles=titles(language), issues=decoded.issues)
