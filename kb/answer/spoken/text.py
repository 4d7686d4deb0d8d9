"""A written text as it is read aloud."""

import re
import unicodedata
from functools import cache

from kb.answer.spoken.kazakh_figures import say_kazakh_figures
from kb.answer.spoken.russian_figures import say_russian_figures
from kb.answer.wording import read_wording
from kb.model import Language
from kb.text import find_numbers, fold

_WEB_PREFIX = re.compile(r"(?:https?://|www\.)", re.IGNORECASE)
_SPOKEN_BRACKET = re.compile(r" {0,3}[()\[\]{}] {0,3}")
_UNSPOKEN = re.compile(r"[^\w\s.,:;?!–—-]|_")
_SPOKEN_DASH = re.compile(r"\s[–—-]{1,9}\s?|[–—-]{1,9}\s|[–—]")
_SPOKEN_STOPS = re.compile(r" {0,3}([.,:;?!])(?: {0,3}[.,:;]){0,40}")
_SPOKEN_START = re.compile(r"^[\s.,:;?!–-]+")
_SPOKEN_BLANKS = re.compile(r"\s+")
NUMBER_SIGN = "№"
_ANY_DIGIT = re.compile(r"\d")


def speak(text: str, language: Language) -> str:
    """The text without figures, signs and brackets: numbers, dates and abbreviations as words of the language.

    Letters, blanks, full stops, commas, colons, semicolons, question and exclamation marks, dashes and hyphens stay.
    """
    words = _SPOKEN_BLANKS.sub(" ", _plain(text.replace(NUMBER_SIGN, _spoken(language)["signs"][NUMBER_SIGN])))
    words = _shortened(_WEB_PREFIX.sub("", _told_once(words)), language)
    words = say_russian_figures(words) if language is Language.RU else say_kazakh_figures(words)
    for sign, spoken in _spoken(language)["signs"].items():
        words = words.replace(sign, spoken)
    words = _SPOKEN_BRACKET.sub(", ", words)
    words = _SPOKEN_DASH.sub(" – ", _UNSPOKEN.sub(" ", words))
    words = _SPOKEN_STOPS.sub(r"\1 ", words)
    words = _ANY_DIGIT.sub("", words)
    return _SPOKEN_BLANKS.sub(" ", _SPOKEN_START.sub("", words)).strip(" ,;:–-")


def _plain(text: str) -> str:
    """Without raised figures, which are marks of footnotes; other forms of letters and figures as the usual ones."""
    shown = "".join(letter for letter in text if not (unicodedata.category(letter) == "No" and letter.isdigit()))
    usual = unicodedata.normalize("NFKC", shown)
    return "".join(str(unicodedata.digit(letter)) if letter.isdecimal() else letter for letter in usual)


def _told_once(text: str) -> str:
    """`1 (бір)` names a number twice: once in figures will do."""
    folded = fold(text)
    parts, place = [], 0
    for number in find_numbers(folded.text):
        span = folded.span(number.start, number.end)
        printed = text[span[0] : span[1]]
        if "(" in printed and printed[0].isdigit():
            parts += [text[place : span[0]], printed.partition("(")[0].rstrip()]
            place = span[1]
    return "".join([*parts, text[place:]])


def _shortened(text: str, language: Language) -> str:
    words = _spoken(language)["shortened"]
    return _shortened_words(language).sub(lambda found: str(words[found[0].casefold()]), text)


@cache
def _shortened_words(language: Language) -> re.Pattern[str]:
    words = sorted(_spoken(language)["shortened"], key=len, reverse=True)
    return re.compile(rf"(?<![\w.])(?:{'|'.join(map(re.escape, words))})(?!\w)", re.IGNORECASE)


def _spoken(language: Language) -> dict[str, dict[str, str]]:
    content: dict[str, dict[str, str]] = read_wording("spoken")[language.value]
    return content
