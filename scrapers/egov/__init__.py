"""Service cards of the portal egov.kz: pages, and lists of cards as CSV.

The list was checked against real data (161 cards, block "result"); the page follows the block names
that public code of 2025 relies on (`.info-block-horizontal`, its title in the first `p`) and is unverified.
"""

from kb.model import Document, ExpectedField, Language, Layout, Snapshot, Source, SourceKind
from kb.read import Head, ReadError, card_document, decode_body
from kb.text import identify_language
from scrapers._contract import Related
from scrapers.egov.discovery import discover
from scrapers.egov.page import read_list, read_page
from scrapers.egov.wording import list_columns, titles

__all__ = ["SOURCE", "TRIAL", "discover", "read", "recognise"]

TRIAL = 50
SOURCE = Source(
    id="egov",
    publisher_kk="«Электрондық үкімет» порталы",
    publisher_ru="Портал «электронного правительства»",
    urls=("https://egov.kz/cms",),
    languages=(Language.KK, Language.RU),
    kind=SourceKind.PORTAL_CARD,
    layout=Layout.UNVERIFIED,
    hosts=("egov.kz", "www.egov.kz"),
    # The list of 2025 had 161 cards in one language; cards come and go by tens a year.
    expected_documents=(200, 1_000),
    # 160 of those 161 cards had a block on the result.
    expected_fields=(ExpectedField(attribute="result", minimum=0.9),),
    # Standards change by order of a ministry, and the cards follow within weeks.
    cadence_days=7,
    # No robots.txt of the portal has been seen; one page in five seconds is slower than a reader.
    pace_seconds=5.0,
    # One run of both languages with as much again for retries.
    daily_budget=800,
)


def recognise(head: Head) -> bool:
    """A page with the blocks of a card, or a CSV with the columns of a list of cards and links of the portal."""
    if head.media_type == "text/html":
        return "info-block-horizontal" in head.text
    if head.media_type == "text/csv":
        columns = head.text.lstrip("\ufeff").split("\n", 1)[0]
        return all(name in columns for name in list_columns()) and "/cms/" in head.text
    return False


def read(snapshot: Snapshot, body: bytes, related: Related) -> Document:
    """The card or cards: a clause for each (`card-<key of its page>`, label: the service), below it one for each block.

    Raises ReadError when a page has no title or no block, and when a list lacks a column or has no card.
    """
    del related
    decoded = decode_body(body, document=snapshot.document)
    try:
        if snapshot.media_type == "text/csv":
            reading = read_list(decoded.text)
        else:
            reading = read_page(decoded.text, snapshot.document)
    except ReadError as error:
        raise ReadError(f"{snapshot.document}: {error}") from error
    language = identify_language(reading.text)
    return card_document(snapshot, reading, language, titles=titles(), issues=decoded.issues)
