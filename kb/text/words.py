"""The words of a question or a condition, ready to be compared across spellings."""

from dataclasses import dataclass
from functools import cached_property, lru_cache

from kb.model import Language
from kb.text.folding import fold, fold_kazakh
from kb.text.stems import stem
from kb.text.tokens import tokenise


@dataclass(frozen=True, slots=True)
class Word:
    """One word: `surface` in lower case, its stems, and the same with Kazakh letters typed as Russian ones.

    `plain` says that its text shows no Kazakh letter at all, so that a Russian letter may stand for one.
    """

    surface: str
    kk: str
    ru: str
    folded: str
    folded_kk: str
    plain: bool

    def shares_stem(self, other: "Word", *, language: str | None = None) -> bool:
        """Whether both are forms of one word in the language; None: in Kazakh or in Russian."""
        if language != Language.KK and self.ru == other.ru:
            return True
        if language == Language.RU:
            return False
        return self.kk == other.kk or ((self.plain or other.plain) and self.folded_kk == other.folded_kk)

    def starts(self, other: "Word") -> bool:
        """Whether `other` begins with this word."""
        if other.surface.startswith(self.surface):
            return True
        return other.plain and other.folded.startswith(self.folded)

    def spelled(self, other: "Word") -> bool:
        """Whether both are the same form of the same word."""
        return self.surface == other.surface or ((self.plain or other.plain) and self.folded == other.folded)


@dataclass(frozen=True)
class Words:
    """The words of a text in order."""

    items: tuple[Word, ...]

    @cached_property
    def stems(self) -> frozenset[str]:
        """Comparable stems of both languages."""
        return frozenset(stem for word in self.items for stem in (word.folded_kk, word.ru))


@lru_cache(maxsize=4096)
def read_words(text: str, *, damaged: bool = False) -> Words:
    """The words of `text`; `damaged` texts (read by a machine) may have lost Kazakh letters anywhere."""
    folded = fold(text).text
    plain = damaged or fold_kazakh(folded) == folded
    return Words(tuple(_read_word(token.text, plain) for token in tokenise(folded)))


@lru_cache(maxsize=65536)
def _read_word(word: str, plain: bool) -> Word:
    surface = word.replace("ё", "е")
    kazakh = stem(surface, Language.KK)
    return Word(
        surface=surface,
        kk=kazakh,
        ru=stem(surface, Language.RU),
        folded=fold_kazakh(surface),
        folded_kk=fold_kazakh(kazakh),
        plain=plain,
    )
