"""What a query asks for, thing by thing: each with the words that texts may have for it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from kb.model import Language
from kb.text import analyse


class Origin(StrEnum):
    """Why a text with these words is a match: they were typed, or stand for what was typed."""

    TYPED = "typed"
    SPELLING = "spelling"
    VOCABULARY = "vocabulary"


@dataclass(frozen=True, slots=True)
class Alternative:
    """Words to look for, all of them where there are several; `language` None = in either."""

    words: tuple[str, ...]
    origin: Origin
    language: Language | None = None


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing that is asked for: as it was `typed`, and the words to look for, of which the best match counts.

    `parts` are the words of a phrase that the vocabulary knows, each a concept; together they are one more alternative.
    """

    typed: str
    alternatives: tuple[Alternative, ...]
    parts: "tuple[Concept, ...]" = ()

    @property
    def typed_wordings(self) -> Iterator[Alternative]:
        """The wordings that were typed or put right, the parts' too."""
        for part in self.parts:
            yield from part.typed_wordings
        yield from (one for one in self.alternatives if one.origin is not Origin.VOCABULARY)

    @property
    def words(self) -> Iterator[str]:
        """Every word to look for, the parts' first."""
        for part in self.parts:
            yield from part.words
        for one in self.alternatives:
            yield from one.words


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """A query understood.

    `meant` is the text put right (script, keyboard, spelling), equal to `typed` where nothing was. `concepts` are what
    tells the wanted thing, in the order of the text; `phrases` what must stand word for word; `ids` whole values that
    an id, code or act number may be equal to, lower case; `language` what the text is written in.
    """

    typed: str
    meant: str
    language: Language
    concepts: tuple[Concept, ...]
    phrases: tuple[tuple[str, ...], ...]
    ids: tuple[str, ...]

    @property
    def shown(self) -> str:
        """Every word that may light up in a found text: those typed first."""
        words = (word for concept in self.concepts for word in concept.words)
        return " ".join(dict.fromkeys((self.meant, self.typed, *words)))

    @property
    def stems(self) -> frozenset[str]:
        """Kazakh and Russian stems of the words to look for, to tell which stored texts match."""
        terms = analyse(
            " ".join(word for concept in self.concepts for one in concept.alternatives for word in one.words)
        )
        return frozenset((*terms.kk, *terms.ru))
