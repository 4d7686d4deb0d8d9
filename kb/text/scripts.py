"""Kazakh and Russian written in Latin or Arabic letters, brought to Cyrillic."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from kb.model import Language
from kb.text.arabic import read_arabic
from kb.text.familiar import is_familiar
from kb.text.folding import fold_kazakh
from kb.text.languages import weigh_languages
from kb.text.latin import find_spelling
from kb.text.table import load_table

_WORD = re.compile(
    r"(?:[^\W\d_]|(?<=[a-z])[46](?=[a-z])|(?<![^\W_])[46](?=[a-z]{2}))+(?:['’ʼ][^\W\d_]*)*", re.IGNORECASE
)
_CYRILLIC = re.compile("[\u0400-\u052f]")
_LATIN_WORD = re.compile(r"(?:[a-z\u00c0-\u024f46]|['’ʼ]|[\u0300-\u036f])+", re.IGNORECASE)
_ROMAN = re.compile("[IVXLC]+|i{2,3}|iv|vi{1,3}|i?x|xi{1,3}|xx?i*v?")
# addresses of pages and mail boxes are no words
_ADDRESS = re.compile(r"(?<=\w)@\w|\b(?:www\.|https?:)|(?<=\w\w)\.(?:kz|com|org|net|ru|gov)\b", re.IGNORECASE)
_TYPED = re.compile(r"\S+")
_J_AS_VOWEL_SIGN = re.compile(r"[yi]j\b|[aou]j[aeu]\b.*[aoeiu]j(?:[aeu]|)\b|\bja\b")
_OTHER_SIGNS = re.compile("zh|[iy][au]")
_SHORTEST_WITH_FIGURE, _LONGEST_IN_CODE = 3, 2
# a longer run of letters is no word
_LONGEST = 100
# how much the words around one say about its language; chosen on real sentences cut together from both languages
_OWN, _NEAR, _FAR, _ALL = 2.0, 1.0, 0.5, 2.5


@dataclass(frozen=True, slots=True)
class ReadWord:
    """A Latin word at `start`:`end`, what it reads as, and the language that it was read in."""

    start: int
    end: int
    text: str
    language: Language


def to_cyrillic(text: str) -> str:
    """`text` with Kazakh and Russian words in Latin or Arabic letters read into Cyrillic; otherwise as it is.

    Latin: the alphabets of 2017 (apostrophes), 2018 (acutes) and 2021 (umlauts, breves), everyday spelling of either
    language, each word in its own. Known Latin names (egov, kz), addresses, Roman numbers and English stay; so do
    plain Latin words beside Cyrillic ones unless they are words of every day.
    """
    text = read_arabic(unicodedata.normalize("NFC", text))
    pieces: list[str] = []
    done = 0
    for word in read_latin_words(text):
        pieces += (text[done : word.start], word.text)
        done = word.end
    return "".join([*pieces, text[done:]])


def read_latin_words(text: str) -> tuple[ReadWord, ...]:
    """The Latin words of an NFC text that are Kazakh or Russian, in order; none where English outweighs them."""
    found = [
        match
        for typed in _TYPED.finditer(text)
        if not is_address(typed[0])
        for match in _WORD.finditer(text, *typed.span())
        if _is_latin(match[0]) and not _is_part_of_code(text, match)
    ]
    if not found:
        return ()
    words = [match[0] for match in found]
    marked, russian = _spellings(words)
    votes = [_vote(word, marked, russian) for word in words]
    is_mixed = bool(_CYRILLIC.search(text))
    if not is_mixed and weigh_languages(" ".join(words))[Language.EN] > sum(map(abs, votes)):
        return ()
    spellings = [(marked if margin >= 0 else russian) for margin in _margins(votes)]
    read = [
        (match, spelling)
        for match, spelling in zip(found, spellings, strict=True)
        if not is_mixed or _is_meant(match[0], spelling)
    ]
    return tuple(
        ReadWord(*match.span(), find_spelling(one).read(match[0]), find_spelling(one).language) for match, one in read
    )


def read_word(word: str) -> str:
    """One Latin word in Cyrillic, in the language that its own letters tell; any other word as it is."""
    if not _is_latin(word):
        return word
    marked, russian = _spellings([word])
    return find_spelling(marked if _vote(word, marked, russian) >= 0 else russian).read(word)


def _is_part_of_code(text: str, match: re.Match[str]) -> bool:
    """Whether a short run of letters touches figures ("B2B"), or has them and is no word of a chat."""
    word = match[0]
    if "4" in word or "6" in word:
        return len(word) < _SHORTEST_WITH_FIGURE or word.isupper()
    beside = text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
    return len(word) <= _LONGEST_IN_CODE and any(sign.isdigit() for sign in beside)


def is_address(typed: str) -> bool:
    """Whether a run without blanks is the address of a page or a mail box."""
    return bool(_ADDRESS.search(typed))


def _is_meant(word: str, spelling: str) -> bool:
    """Whether a Latin word beside Cyrillic ones is one of this country's words and no foreign name."""
    return _has_mark(word) or is_familiar(find_spelling(spelling).read(word))


def _spellings(words: Sequence[str]) -> tuple[str, str]:
    """The names of the spellings in which words of this text are Kazakh and Russian."""
    letters = " ".join(words).lower()
    table = load_table("transliteration")
    if any(re.search(table["apostrophe_marks"], word.lower()) for word in words):
        return "y2017", "russian"
    marks: dict[str, str] = table["marks"]
    marked = next((name for name, own in marks.items() if any(mark in letters for mark in own)), "everyday")
    uses_j = _J_AS_VOWEL_SIGN.search(letters) and not _OTHER_SIGNS.search(letters)
    return marked, "russian_j" if uses_j else "russian"


@lru_cache(maxsize=50_000)
def _vote(word: str, marked: str, russian: str) -> int:
    """Above zero for Kazakh, below for Russian: the signs of the word and of what it reads as either way."""
    kazakh, other = (weigh_languages(fold_kazakh(find_spelling(name).read(word))) for name in (marked, russian))
    table = load_table("transliteration")
    signs = 4 * bool(re.search(table["kazakh_signs"], word.lower()))
    signs -= 4 * bool(re.search(table["russian_signs"], word.lower()))
    return signs + kazakh[Language.KK] - kazakh[Language.RU] + other[Language.KK] - other[Language.RU]


def _margins(votes: Sequence[int]) -> list[float]:
    whole = _ALL * sum(votes) / len(votes)
    near = [0, 0, *votes, 0, 0]
    return [
        whole + _OWN * near[at] + _NEAR * (near[at - 1] + near[at + 1]) + _FAR * (near[at - 2] + near[at + 2])
        for at in range(2, len(near) - 2)
    ]


def _is_latin(word: str) -> bool:
    return len(word) <= _LONGEST and bool(_LATIN_WORD.fullmatch(word)) and not is_latin_name(word)


def is_latin_name(word: str) -> bool:
    """Whether a Latin word stays as it is: a known name or a Roman number."""
    return word.lower() in _names() or bool(_ROMAN.fullmatch(word))


@cache
def _names() -> frozenset[str]:
    return frozenset(load_table("letters")["latin_names"])


def _has_mark(word: str) -> bool:
    marks: dict[str, str] = load_table("transliteration")["marks"]
    return not set("".join(marks.values())).isdisjoint(word.lower())
