"""What an example expects of a document, as plain data."""

from pathlib import Path
from typing import Any

import scrapers
from kb.collect import check_body
from kb.model import Act, Document
from scrapers import Scraper
from tests.examples.snapshots import document_of, related_below, snapshot_of

FOLDER = Path(__file__).parent
SUFFIXES = {".txt", ".md", ".html", ".json", ".csv"}


def example_pages() -> list[Path]:
    """The pages, each with its expected record beside it.

    What is no document of its own has none: pages below a folder `listing`, and those that are read along with others.
    """
    return sorted(path for path in FOLDER.rglob("*") if path.suffix in SUFFIXES and _is_example(path))


def is_broken(page: Path) -> bool:
    """Whether a page is made to be refused: `name.broken.html`."""
    return ".broken" in page.suffixes


def _is_example(page: Path) -> bool:
    if page.name.endswith(".expected.json") or "listing" in page.relative_to(FOLDER).parts[1:-1]:
        return False
    return is_broken(page) or not scrapers.accompanies(_source_of(page), _head(page))


def _source_of(page: Path) -> Scraper:
    """The source in whose folder a page lies."""
    return scrapers.discover()[page.relative_to(FOLDER).parts[0]]


def _head(page: Path) -> scrapers.Head:
    body = page.read_bytes()
    return scrapers.Head.of(body, media_type=check_body(body, page.name), document=page.name)


def outcome_of(page: Path) -> dict[str, Any]:
    """What its record says of a page: the parts of the document, or the error of a broken one."""
    if not is_broken(page):
        return shape_of(*read_example(page))
    source = _source_of(page)
    try:
        _read(page, source)
    except scrapers.ScraperError as error:
        return {"source": source.SOURCE.id, "error": str(error)}
    raise AssertionError(f"{page.name} is named broken, but {source.SOURCE.id} reads it")


def read_example(page: Path) -> tuple[str, Document]:
    """The source that recognises a page, and the document that it reads."""
    scraper = scrapers.recognise(_head(page))
    return scraper.SOURCE.id, _read(page, scraper)


def _read(page: Path, scraper: Scraper) -> Document:
    body = page.read_bytes()
    document = document_of(page, FOLDER)
    media_type = check_body(body, page.name)
    snapshot = snapshot_of(body, document=document, media_type=media_type, source=scraper.SOURCE.id)
    return scraper.read(snapshot, body, related_below(FOLDER))


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
            **_told(act),
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


def _told(act: Act) -> dict[str, Any]:
    """The facts of an act that few sources tell, those that are there."""
    facts = {
        "issuers": list(act.issuers),
        "in_force_on": act.in_force_on and act.in_force_on.isoformat(),
        "registered_number": act.registered_number,
        "registered_on": act.registered_on and act.registered_on.isoformat(),
        "repealed_on": act.repealed_on and act.repealed_on.isoformat(),
        "repealed_by": act.repealed_by,
    }
    return {name: fact for name, fact in facts.items() if fact}
