"""A file of a real act, read without the archive."""

from datetime import UTC, datetime
from pathlib import Path

from kb.model import Document, Snapshot
from kb.read import at_most_one, divide_act, parse_page, read_body, read_tag
from kb.text import identify_language


def read_act(path: Path) -> Document:
    """The file in clauses; a page by its article, Markdown as it is."""
    body = path.read_bytes()
    if path.suffix == ".html":
        page = parse_page(body.decode())
        reading = read_tag(at_most_one(page, ".text article") or page)
    else:
        reading = read_body(body, "text/markdown", document=path.name)
    language = identify_language(reading.text)
    return Document(
        snapshot=Snapshot(
            digest="sha256:0",
            document=path.name,
            source="lawgit",
            media_type="text/markdown",
            taken_at=datetime(2031, 4, 9, tzinfo=UTC),
            size=len(body),
        ),
        text=reading.text,
        language=language,
        layout="act",
        title=reading.title,
        blocks=reading.blocks,
        clauses=divide_act(reading.text, reading.blocks, language=language),
    )
