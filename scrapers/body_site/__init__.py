"""Pages of ministries, akimats and other bodies with requisites of payments and with phones.

The words of such pages were seen, the markup of none was: `layout: unverified`. The details may stand in a table, a
list of terms or in paragraphs.
"""

import re

from kb.model import Document, ExpectedField, Language, Layout, Snapshot, Source, SourceKind
from kb.read import Head, ReadError, read_body, words_of
from kb.text import fold, identify_language
from scrapers._contract import Related
from scrapers.body_site.clauses import divide, find_issues
from scrapers.body_site.discovery import HOSTS, SITE, discover
from scrapers.body_site.wording import is_titled, label_at

__all__ = ["SOURCE", "TRIAL", "discover", "read", "recognise"]

TRIAL = 60
SOURCE = Source(
    id="body_site",
    publisher_kk="Мемлекеттік органдардың сайттары: деректемелер мен телефондар",
    publisher_ru="Сайты государственных органов: реквизиты и телефоны",
    urls=(SITE,),
    languages=(Language.KK, Language.RU),
    kind=SourceKind.PORTAL_CARD,
    layout=Layout.UNVERIFIED,
    hosts=HOSTS,
    # Four bodies with a page of requisites or contacts each, in two languages; some have several.
    expected_documents=(4, 400),
    # Only pages that name the service that is paid for state requisites; pages of contacts are the most.
    expected_fields=(ExpectedField(attribute="requisites", minimum=0.1),),
    cadence_days=14,
    # No robots.txt of the portal has been seen; one page in five seconds is slower than a reader.
    pace_seconds=5.0,
    # A whole run takes some twenty pages.
    daily_budget=400,
)

_TITLES = re.compile(r"<(h1|h2|title)\b[^<>]{0,500}>(.{0,2000}?)</\1\s{0,9}>", re.DOTALL | re.IGNORECASE)
_PIECE = re.compile(r">\s*([^<>]{3,300})")
_FEWEST_LABELS = 2


def recognise(head: Head) -> bool:
    """A page that is called requisites or contacts, with at least two labels of such details."""
    if head.media_type != "text/html" or not any(is_titled(words_of(words)) for _, words in _TITLES.findall(head.text)):
        return False
    pieces = (fold(piece.strip()).text for piece in _PIECE.findall(head.text))
    labels = {found[0] for piece in pieces for part in re.split(r"[;,]\s", piece) if (found := label_at(part, 0))}
    return len(labels) >= _FEWEST_LABELS


def read(snapshot: Snapshot, body: bytes, related: Related) -> Document:
    """The page, layout `requisites`: `service-<n>` or `body-<n>` with its fields below.

    Raises ReadError when no field is found on it.
    """
    del related
    reading = read_body(body, snapshot.media_type, document=snapshot.document)
    language = identify_language(reading.text)
    try:
        clauses = divide(reading, language)
    except ReadError as error:
        raise ReadError(f"{snapshot.document}: {error}") from error
    return Document(
        snapshot=snapshot,
        text=reading.text,
        language=language,
        layout="requisites",
        title=reading.title,
        blocks=reading.blocks,
        clauses=clauses,
        issues=(*reading.issues, *find_issues(snapshot.document, reading, clauses)),
    )
