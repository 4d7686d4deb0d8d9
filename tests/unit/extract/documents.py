"""Documents for the tests of extraction, read by the rooms that read real ones."""

import hashlib
from datetime import UTC, datetime

from kb.model import Document, Language, Snapshot
from kb.read import divide_act, read_markdown
from scrapers import egov, monitoring


def _snapshot(body: bytes, document: str, source: str, media_type: str) -> Snapshot:
    digest = "sha256:" + hashlib.sha256(body).hexdigest()
    taken = datetime(2031, 1, 1, tzinfo=UTC)
    return Snapshot(
        digest=digest, document=document, source=source, media_type=media_type, taken_at=taken, size=len(body)
    )


def _no_related(pattern: str) -> dict[str, bytes]:
    del pattern
    return {}


def read_report(text: str) -> Document:
    """A monitoring report."""
    body = text.encode()
    return monitoring.read(_snapshot(body, "report.txt", "monitoring", "text/plain"), body, _no_related)


def read_card(html: str) -> Document:
    """A portal card."""
    body = html.encode()
    return egov.read(_snapshot(body, "card.html", "egov", "text/html"), body, _no_related)


def read_act(text: str, language: Language) -> Document:
    """A Markdown act without a data sheet."""
    reading = read_markdown(text)
    return Document(
        snapshot=_snapshot(text.encode(), "act.md", "lawgit", "text/markdown"),
        text=text,
        language=language,
        layout="act",
        title=reading.title,
        blocks=reading.blocks,
        clauses=divide_act(text, reading.blocks, language=language),
    )
