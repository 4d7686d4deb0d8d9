"""What questions read of a base, kept from one to the next."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kb.model import Card, Document, Evidence, Statement
from kb.pipeline.card_cache import CardCache
from kb.pipeline.document_cache import DocumentCache
from kb.pipeline.service_passages import PassageCache
from kb.store import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One state of the base: `card` by any id of its service, `document` by digest, `passages` around statements."""

    card: Callable[[str], Card]
    document: Callable[[str], Document | None]
    passages: Callable[[Sequence[Statement]], Sequence[Evidence]]


class ReadLately:
    """Cards, texts and their paragraphs, read once for each build. Safe to use from several threads."""

    def __init__(self) -> None:
        self._cards = CardCache()
        self._documents = DocumentCache()
        self._passages = PassageCache()

    def card(self, base: Reader, name: str) -> Card:
        """A card by any id of its service; raises UnknownName."""
        return self._cards.reading(base)(name)

    def reading(self, base: Reader) -> Reading:
        """What a question reads in one state of the base."""
        document = self._documents.reading(base)
        return Reading(
            card=self._cards.reading(base), document=document, passages=self._passages.reading(base, document)
        )
