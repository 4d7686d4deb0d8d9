"""Documents of invented rules for the tests of parity and of references."""

from datetime import UTC, datetime

from kb.model import Document, Language, Snapshot
from kb.read import divide_act, read_markdown


def document_of(text: str, language: Language = Language.KK) -> Document:
    """The text divided as an act."""
    reading = read_markdown(text)
    return Document(
        snapshot=Snapshot(
            digest="sha256:0",
            document=f"{language.value}.md",
            source="lawgit",
            media_type="text/markdown",
            taken_at=datetime(2031, 1, 1, tzinfo=UTC),
            size=len(text),
        ),
        text=reading.text,
        language=language,
        layout="act",
        title=None,
        blocks=reading.blocks,
        clauses=divide_act(reading.text, reading.blocks, language=language),
    )
