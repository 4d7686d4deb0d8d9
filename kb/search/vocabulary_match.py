"""Where words of the vocabulary stand in a query, and what texts call the same thing."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from indexes.vocabulary import Term, read_vocabulary
from kb.model import Language
from kb.search.tables import read_table
from kb.text import fold_kazakh
from kb.text.cues import GAP
from kb.text.words import Word, Words, read_words

LONG = 4  # letters from which a word is told by its beginning and Kazakh endings behind it: «баламды», «больничныйды»


@dataclass(frozen=True, slots=True)
class OfficialPhrase:
    """Words that texts use; `language` None for abbreviations."""

    words: Words
    language: Language | None


@dataclass(frozen=True, slots=True)
class VocabularyMatch:
    """A phrase of the vocabulary found at `places` of the query, and the official words that stand for it."""

    places: tuple[int, ...]
    official: tuple[OfficialPhrase, ...]
    term: Term


@dataclass(frozen=True, slots=True)
class _Entry:
    phrase: Words
    short: bool
    number: int


class Vocabulary:
    """Groups of words, looked up by the forms of the first word of each phrase."""

    def __init__(self, terms: Sequence[Term]) -> None:
        self._terms = tuple(terms)
        self._official = tuple(_official(term) for term in terms)
        self._by_form: dict[str, list[_Entry]] = defaultdict(list)
        for number, term in enumerate(terms):
            for phrase in dict.fromkeys((*term.kk, *term.ru, *term.said, *term.short)):
                words = read_words(phrase)
                if not words.items:
                    continue
                entry = _Entry(words, phrase in term.short, number)
                for form in _forms(words.items[0]):
                    self._by_form[form].append(entry)

    @cached_property
    def latin_names(self) -> tuple[str, ...]:
        """Words and phrases in Latin letters, lower case: they are no Kazakh typed in Latin."""
        phrases = (phrase for term in self._terms for phrase in (*term.kk, *term.ru, *term.said, *term.short))
        return tuple(
            dict.fromkeys(phrase.lower() for phrase in phrases if phrase.isascii() and phrase.upper() != phrase.lower())
        )

    def find(self, words: Words) -> tuple[VocabularyMatch, ...]:
        """Every phrase of the vocabulary that stands in `words`, each place and group once."""
        found: dict[tuple[tuple[int, ...], int], VocabularyMatch] = {}
        for place, word in enumerate(words.items):
            entries = {id(entry): entry for form in _looked_up(word) for entry in self._by_form.get(form, ())}
            for entry in entries.values():
                places = _follow(entry, words, place)
                if places:
                    official = self._official[entry.number]
                    found[places, entry.number] = VocabularyMatch(places, official, self._terms[entry.number])
        return tuple(found.values())


@cache
def domain_vocabulary() -> Vocabulary:
    """The vocabulary of `indexes/vocabulary`."""
    return Vocabulary(read_vocabulary())


@lru_cache(maxsize=8)
def vocabulary_with(terms: tuple[Term, ...]) -> Vocabulary:
    """The vocabulary of `indexes/vocabulary` and further terms."""
    return Vocabulary((*read_vocabulary(), *terms)) if terms else domain_vocabulary()


def _official(term: Term) -> tuple[OfficialPhrase, ...]:
    parts: tuple[tuple[tuple[str, ...], Language | None], ...] = (
        (term.kk, Language.KK),
        (term.ru, Language.RU),
        (term.short, None),
    )
    return tuple(OfficialPhrase(read_words(phrase), language) for phrases, language in parts for phrase in phrases)


def _forms(word: Word) -> frozenset[str]:
    return frozenset((word.surface, word.folded, word.kk, word.ru, word.folded_kk))


def _looked_up(word: Word) -> frozenset[str]:
    beginnings = (form[:length] for form in (word.surface, word.folded) for length in range(LONG, len(form)))
    return _forms(word) | frozenset(beginnings)


def _follow(entry: _Entry, words: Words, first: int) -> tuple[int, ...]:
    """Places of the phrase's words, in order and close together, from `first` on; () when it does not stand there."""
    places: list[int] = []
    for number, part in enumerate(entry.phrase.items):
        window = range(first, first + 1) if not number else range(places[-1] + 1, places[-1] + 2 + GAP)
        fitting = (
            place for place in window if place < len(words.items) and _same(part, words.items[place], entry.short)
        )
        place = next(fitting, None)
        if place is None:
            return ()
        places.append(place)
    return tuple(places)


def _same(word: Word, other: Word, short: bool) -> bool:
    if short:
        return word.spelled(other)
    return word.shares_stem(other) or word.spelled(other) or _with_endings(word, other)


def _with_endings(word: Word, other: Word) -> bool:
    """Whether `other` is the word with Kazakh endings that the stemmer leaves: those of «my», and any behind a loan."""
    if len(word.surface) < LONG or not word.starts(other):
        return False
    return other.folded[len(word.folded) :] in _endings()


@cache
def _endings() -> frozenset[str]:
    """Every chain of endings, without Kazakh letters."""
    lists = read_table("endings")
    owned = {own + case for who in ("mine", "his") for own in lists[who] for case in ("", *lists[f"{who}_case"])}
    single = {"", *owned, *lists["case"]}
    return frozenset(fold_kazakh(plural + end) for plural in ("", *lists["plural"]) for end in single) - {""}
