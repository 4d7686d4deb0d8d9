"""What is read of texts, as a key of a cache."""

from collections.abc import Sequence
from typing import Generic, TypeVar

from kb.model import Document

T = TypeVar("T")


class ByTexts(Generic[T]):
    """`content` that follows from `texts` alone: the same bodies are the same texts, whoever read them."""

    def __init__(self, content: T, texts: Sequence[Document]) -> None:
        self.content = content
        self._key = tuple((text.snapshot.document, text.snapshot.digest) for text in texts)

    def __hash__(self) -> int:
        return hash(self._key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, ByTexts) and self._key == other._key
