"""The document that a body with cards is read into."""

from kb.model import Document, Issue, Language, Snapshot
from kb.read.card_division import CardTitles, divide_cards
from kb.read.reading import Reading


def card_document(
    snapshot: Snapshot, reading: Reading, language: Language, *, titles: CardTitles, issues: tuple[Issue, ...] = ()
) -> Document:
    """The document, layout `card`, with the clauses of its cards; `issues` are those of decoding it.

    Raises ReadError for words above the first card.
    """
    division = divide_cards(reading, language, titles=titles, document=snapshot.document)
    return Document(
        snapshot=snapshot,
        text=reading.text,
        language=language,
        layout="card",
        title=reading.title,
        blocks=reading.blocks,
        clauses=division.clauses,
        issues=(*issues, *division.issues),
    )
