"""The names of services by what their words tell."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from kb.compare.overlap.clause_text import ClauseText
from kb.model import Language, Service
from kb.text import stem, tokenise
from kb.text.languages import function_words

SHORTEST_WORD = 3  # letters
# Services whose clauses may use a word that still tells a subject: this part of all, or so many.
FEW, FEW_SERVICES = 0.1, 3


@dataclass(frozen=True, slots=True)
class ToldWord:
    """A word that tells something, `text[start:end]`, by its stem."""

    stem: str
    start: int
    end: int


def told_words(text: str, language: Language) -> list[ToldWord]:
    """The words of a text without function words and the shortest ones, in order."""
    return [
        ToldWord(stem(token.text, language), token.start, token.end)
        for token in tokenise(text)
        if len(token.text) >= SHORTEST_WORD and token.text not in function_words()
    ]


def printed_words(text: str, told: Iterable[ToldWord], stems: frozenset[str]) -> tuple[str, ...]:
    """The words of some stems as printed, each stem once."""
    return tuple({one.stem: text[one.start : one.end] for one in told if one.stem in stems}.values())


class ServiceNames:
    """The words of the names of services, in each language.

    A word weighs the more the fewer names have it. It tells a subject when few services use it in their `texts`, which
    are read once.
    """

    def __init__(self, services: Iterable[Service], texts: Iterable[ClauseText]) -> None:
        self._names: dict[tuple[str, Language], frozenset[str]] = {}
        for service in services:
            for language, name in ((Language.KK, service.name_kk), (Language.RU, service.name_ru)):
                if name:
                    self._names[service.id, language] = frozenset(one.stem for one in told_words(name, language))
        self._count = Counter(language for _, language in self._names)
        self._having: dict[tuple[Language, str], list[str]] = defaultdict(list)
        for (owner, language), words in self._names.items():
            for word in words:
                self._having[language, word].append(owner)
        self._weight = {
            (language, word): math.log(1 + self._count[language] / len(owners))
            for (language, word), owners in self._having.items()
        }
        self._whole = {
            (owner, language): self.weight(words, language) for (owner, language), words in self._names.items()
        }
        self._common = self._common_words(texts)

    def words(self, service: str, language: Language) -> frozenset[str]:
        """The stems of a name, none where the service has no name in the language."""
        return self._names.get((service, language), frozenset())

    def weight(self, words: Iterable[str], language: Language) -> float:
        """How much words of names weigh together."""
        return sum(self._weight[language, word] for word in words)

    def named_by(self, words: Iterable[str], language: Language, *, part: float) -> list[str]:
        """The services of whose names the words weigh at least a part, by id."""
        weights: dict[str, float] = defaultdict(float)
        for word in words:
            for owner in self._having.get((language, word), ()):
                weights[owner] += self._weight[language, word]
        return sorted(one for one, weight in weights.items() if weight >= part * self._whole[one, language])

    def telling(self, service: str, language: Language) -> frozenset[str]:
        """The words of a name that few services use."""
        return frozenset(word for word in self.words(service, language) if (language, word) not in self._common)

    def _common_words(self, texts: Iterable[ClauseText]) -> frozenset[tuple[Language, str]]:
        most = {language: max(FEW_SERVICES, round(FEW * count)) for language, count in self._count.items()}
        users: dict[tuple[Language, str], set[str]] = defaultdict(set)
        for clause in texts:
            for word in {one.stem for one in told_words(clause.text, clause.language)}:
                key = clause.language, word
                # no more users are kept than are needed to tell
                if key in self._having and len(users[key]) <= most[clause.language]:
                    users[key].update(clause.services)
        return frozenset(key for key, services in users.items() if len(services) > most[key[0]])
