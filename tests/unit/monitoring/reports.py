"""Reports of our own, read as the base reads them."""

import hashlib
from datetime import UTC, datetime
from pathlib import Path

import scrapers
from kb.model import Document, Snapshot
from kb.read import Head

# The services of the sample report.
TRADE, WATER, APIARY, CRAFT = (
    "Көшпелі сауда орнына рұқсат беру",
    "Саяжай учаскелерін суаруға су бөлуді келісу",
    "Омарта паспортын беру",
    "Қолөнер шеберінің куәлігін беру",
)
SAMPLE = Path(__file__).parents[3] / "examples" / "pages" / "monitoring" / "esep-2019.txt"


def read_text(text: str, name: str = "report.txt") -> Document:
    """A text read by the source that recognises it."""
    body = text.encode()
    head = Head.of(body, media_type="text/plain", document=name)
    source = scrapers.recognise(head)
    snapshot = Snapshot(
        digest="sha256:" + hashlib.sha256(body).hexdigest(), document=name, source=source.SOURCE.id,
        media_type="text/plain", taken_at=datetime(2026, 1, 1, tzinfo=UTC), size=len(body),
    )  # fmt: skip
    return source.read(snapshot, body, lambda _: {})


def sample_with(table: str) -> str:
    """The sample report with more tables in its general part."""
    text = SAMPLE.read_text(encoding="utf-8")
    ending = "\nҚызметтер бойынша нәтижелер\n"
    before, found, behind = text.rpartition(ending)
    assert found
    return f"{before}\n{table}\n{ending}{behind}"
