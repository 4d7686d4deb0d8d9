"""Kazakh and Russian written in Latin or Arabic letters, brought to Cyrillic."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from kb.model import Language
from kb.text.arabic import read_arabic
from kb.text.folding import fold_kazakh
from kb.text.languages import weigh_languages
from kb.text.table import load_table

_WORD = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]*)*")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_LATIN_WORD = re.compile(r"(?:[a-z\u00c0-\u024f]|['’ʼ]|[\u0300-\u036f])+", re.IGNORECASE)
_ROMAN = re.compile("[IVXLC]+")
# apostrophes of the alphabet of 2017 stand for the acutes of 2018; as a soft sign they are Russian
_APOSTROPHE = re.compile("['’ʼ]")


@dataclass(frozen=True, slots=True)
class _Spelling:
    """One group of `pattern` for each key of the table; `values` in the order of the groups."""

    pattern: re.Pattern[str]
    values: tuple[str, ...]
    soft_sign: str

    def read(self, word: str) -> str:
        lower = _APOSTROPHE.sub(self.soft_sign, word.lower().replace("i̇", "i"))
        cyrillic = self.pattern.sub(lambda match: self.values[(match.lastindex or 1) - 1], lower)
        if len(word) > 1 and word.isupper():
            return cyrillic.upper()
        return cyrillic[:1].upper() + cyrillic[1:] if word[:1].isupper() else cyrillic


def to_cyrillic(text: str) -> str:
    """`text` with Kazakh and Russian words in Latin or Arabic letters read into Cyrillic; otherwise as it is.

    Latin: the alphabets of 2018 (acutes) and 2021 (umlauts, breves), everyday spelling of either language. Known
    Latin names (egov, kz), Roman numbers and English stay; so do plain Latin words beside Cyrillic ones.
    """
    text = unicodedata.normalize("NFC", text)
    text = read_arabic(text)
    words = [word for word in _WORD.findall(text) if _is_latin(word)]
    if not words:
        return text
    marked = _marked_spelling("".join(words).lower())
    if _CYRILLIC.search(text):
        if marked is None:
            return text
        return _replace(text, _spellings()[marked].read, only=_has_mark)
    names = (marked, "russian") if marked else ("everyday", "russian")
    if marked == "y2018":
        names = (marked, marked)
    readings = [_replace(text, _spellings()[name].read) for name in names]
    kazakh, russian = (weigh_languages(fold_kazakh(reading)) for reading in readings)
    english = weigh_languages(text)[Language.EN]
    if english > max(kazakh[Language.KK], russian[Language.RU]):
        return text
    is_russian = russian[Language.RU] - russian[Language.KK] > kazakh[Language.KK] - kazakh[Language.RU]
    return readings[1] if is_russian else readings[0]


def _is_latin(word: str) -> bool:
    names = load_table("letters")["latin_names"]
    return bool(_LATIN_WORD.fullmatch(word)) and word.lower() not in names and not _ROMAN.fullmatch(word)


def _replace(text: str, read: Callable[[str], str], *, only: Callable[[str], bool] = lambda _: True) -> str:
    return _WORD.sub(lambda match: read(match[0]) if _is_latin(match[0]) and only(match[0]) else match[0], text)


def _marked_spelling(letters: str) -> str | None:
    marks: dict[str, str] = load_table("transliteration")["marks"]
    return next((name for name, own in marks.items() if any(mark in letters for mark in own)), None)


def _has_mark(word: str) -> bool:
    return _marked_spelling(word.lower()) is not None


@cache
def _spellings() -> dict[str, _Spelling]:
    table = load_table("transliteration")
    return {name: _compile_spelling(own, table["latin_vowels"]) for name, own in table["tables"].items()}


def _compile_spelling(table: dict[str, dict[str, str]], vowels: str) -> _Spelling:
    # longer keys first; among equals those bound to a place before the free one
    keys = [(key.strip("^$"), key, value) for key, value in table["letters"].items()]
    keys += [(key, f"(?<=[{vowels}]){key}", value) for key, value in table["after_vowel"].items()]
    keys.sort(key=lambda entry: (-len(entry[0]), -len(entry[1])))
    return _Spelling(
        re.compile("|".join(f"({pattern})" for _, pattern, _ in keys)),
        tuple(value for _, _, value in keys),
        "'" if "'" in table["letters"] else "",
    )
