"""What an example expects of a document, as plain data."""

from pathlib import Path
from typing import Any

import scrapers
from kb.collect import check_body
from kb.model import Document
from tests.examples.snapshots import related_below, snapshot_of

FOLDER = Path(__file__).parent
SUFFIXES = {".txt", ".md", ".html", ".json", ".csv"}


def example_pages() -> list[Path]:
    """The pages, each with its expected record beside it."""
    return sorted(
        path for path in FOLDER.rglob("*") if path.suffix in SUFFIXES and not path.name.endswith(".expected.json")
    )


def read_example(page: Path) -> tuple[str, Document]:
    """The source that recognises a page, and the document that it reads."""
    body = page.read_bytes()
    document = page.relative_to(FOLDER).as_posix()
    media_type = check_body(body, document)
    scraper = scrapers.recognise(scrapers.Head.of(body, media_type=media_type, document=document))
    snapshot = snapshot_of(body, document=document, media_type=media_type, source=scraper.SOURCE.id)
    return scraper.SOURCE.id, scraper.read(snapshot, body, related_below(FOLDER))


def shape_of(source: str, document: Document) -> dict[str, Any]:
    """The parts of a document that an example fixes."""
    act = document.act
    return {
        "source": source,
        "layout": document.layout,
        "language": document.language.value,
        "title": document.title,
        "year": document.year,
        "act": act
        and {
            "ids": list(act.ids),
            "type": act.type and act.type.value,
            "number": act.number,
            "date": act.date and act.date.isoformat(),
            "title_kk": act.title_kk,
            "title_ru": act.title_ru,
            "status": act.status.value,
        },
        "edition": document.edition and document.edition.date and document.edition.date.isoformat(),
        "issues": [[issue.code, issue.line] for issue in document.issues],
        "clauses": [
            {
                "id": clause.id,
                "kind": clause.kind.value,
                "number": clause.number,
                "label": clause.label,
                "text": " ".join(document.text[clause.start : clause.end].split())[:120],
            }
            for clause in document.clauses
        ],
    }
