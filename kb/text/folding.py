"""One spelling for matching: folded text that still knows where each character came from."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from kb.text.error import TextError
from kb.text.table import load_table

_LETTERS = load_table("letters")


def _pairs(name: str) -> dict[str, str]:
    return dict(zip(_LETTERS[name]["from"], _LETTERS[name]["to"], strict=True))


_LOOK_ALIKE = _pairs("look_alike")
_TO_LATIN = {cyrillic: latin for latin, cyrillic in _LOOK_ALIKE.items() if latin.islower()}
_BY_SOUND = _pairs("by_sound")
_LATIN_NAMES = frozenset(_LETTERS["latin_names"])
_KAZAKH = str.maketrans(_pairs("kazakh"))
_DIGITS = str.maketrans(_pairs("digit_like"))
# İ is the one letter whose lower case is two characters
_SIGNS = (
    {"İ": "i"}
    | dict.fromkeys(_LETTERS["dashes"], "-")
    | dict.fromkeys(_LETTERS["blanks"], " ")
    | dict.fromkeys(_LETTERS["line_ends"], "\n")
)
# Looked for first: few letters of a text are signs, and `translate` asks a table for each letter.
_SIGN = re.compile("[" + "".join(re.escape(sign) for sign, plain in _SIGNS.items() if sign != plain) + "]")
_INVISIBLE = "".join(f"{re.escape(first)}-{re.escape(last)}" for first, last in _LETTERS["invisible"])
# what changes the length: a letter with combining marks, invisible characters, the \r of a \r\n
_UNEVEN = re.compile(f"[^{_INVISIBLE}\r\n](?:[{_INVISIBLE}]*[\u0300-\u034e\u0350-\u036f])+|[{_INVISIBLE}]+|\r(?=\n)")
_MAYBE_UNEVEN = re.compile(f"[{_INVISIBLE}\r\u0300-\u036f]")
_INVISIBLE_RUN = re.compile(f"[{_INVISIBLE}]+")
_LEFT_MARKS = re.compile("[\u0300-\u036f\r]+")
_LATIN = re.compile("[a-zA-ZəƏöÖ]")
_MIXED = re.compile(
    "(?<![a-zA-ZəƏöÖ\u0400-\u052f])"
    "(?:[a-zA-ZəƏöÖ]+[\u0400-\u052f]|[\u0400-\u052f]+[a-zA-ZəƏöÖ])[a-zA-ZəƏöÖ\u0400-\u052f]*"
)
_LATIN_RUN = re.compile("[a-z]+")
_MAYBE_DIGITS = re.compile("[0-9][зЗоОoO]|[зЗоОoO][0-9]")
_DIGIT_RUN = re.compile(r"(?<![^\W\d_])(?=[зЗоОoO]*[0-9])[0-9зЗоОoO]{2,}(?![^\W\d_])")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text. `edits` are the places where it is longer or shorter than the original of `length` characters.

    An edit is (start, end, original start, original end); between edits characters match one to one.
    """

    text: str
    length: int
    edits: tuple[tuple[int, int, int, int], ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The half-open span of the original that `text[start:end]` came from; TextError outside the text."""
        _check(start, end, len(self.text))
        first = self._original(start)[0]
        return (first, self._original(end - 1)[1]) if end > start else (first, first)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The half-open span of `text` that the span of the original became; empty when all of it was dropped."""
        _check(start, end, self.length)
        first = self._folded(start)[0]
        return (first, self._folded(end - 1)[1]) if end > start else (first, first)

    def _original(self, at: int) -> tuple[int, int]:
        found = bisect_right(self.edits, at, key=lambda edit: edit[0]) - 1
        if found < 0:
            return at, at + 1
        _, end, original_start, original_end = self.edits[found]
        if at < end:
            return original_start, original_end
        return at - end + original_end, at - end + original_end + 1

    def _folded(self, at: int) -> tuple[int, int]:
        found = bisect_right(self.edits, at, key=lambda edit: edit[2]) - 1
        if found < 0:
            return at, at + 1
        start, end, _, original_end = self.edits[found]
        if at < original_end:
            return start, end
        return at - original_end + end, at - original_end + end + 1


def _check(start: int, end: int, length: int) -> None:
    if not 0 <= start <= end <= length:
        raise TextError(f"span {start}:{end} lies outside a text of {length} characters")


def fold(text: str) -> Folded:
    """`text` in the one spelling that all reading patterns use, with the way back to its offsets.

    Lower case and NFC; stress marks and invisible characters dropped; every dash `-`; every blank a space and
    every line end a newline, one for one (runs are kept); Latin look-alikes in Cyrillic words → Cyrillic;
    З and О among digits → 3 and 0. Kazakh letters stay (see `fold_kazakh`).
    """
    even, edits = _compose(text)
    even = _SIGN.sub(lambda match: _SIGNS[match[0]], even)
    if _MAYBE_DIGITS.search(even):
        even = _DIGIT_RUN.sub(lambda match: match[0].lower().translate(_DIGITS), even)
    return Folded(read_mixed_words(even).lower(), len(text), edits)


def drop_invisible(text: str) -> str:
    """`text` without joiners, direction marks, soft hyphens and other characters that nobody sees."""
    return _INVISIBLE_RUN.sub("", text)


def read_mixed_words(text: str) -> str:
    """`text` (NFC) with each word of Latin and Cyrillic letters in one script; length and other words are kept."""
    return _MIXED.sub(_read_mixed, text) if _LATIN.search(text) else text


def _compose(text: str) -> tuple[str, tuple[tuple[int, int, int, int], ...]]:
    """The steps that change the length: composed letters, nothing invisible; and where that happened."""
    if not _MAYBE_UNEVEN.search(text):
        return text, ()
    pieces: list[str] = []
    edits: list[tuple[int, int, int, int]] = []
    size = done = 0
    for match in _UNEVEN.finditer(text):
        before = text[done : match.start()]
        new = _LEFT_MARKS.sub("", unicodedata.normalize("NFC", _INVISIBLE_RUN.sub("", match[0])))
        size += len(before)
        edits.append((size, size + len(new), match.start(), match.end()))
        pieces += (before, new)
        size += len(new)
        done = match.end()
    return "".join([*pieces, text[done:]]), tuple(edits)


def _read_mixed(match: re.Match[str]) -> str:
    """A word of both scripts in one: a known Latin name, look-alikes, or Latin letters written by sound."""
    word = match[0]
    lower = word.lower()
    latin = "".join(_TO_LATIN.get(letter, letter) for letter in lower)
    if latin in _LATIN_NAMES:
        return latin
    if all(letter in _LOOK_ALIKE for letter in _latin_letters(word)):
        return "".join(_LOOK_ALIKE.get(letter, letter) for letter in word)
    if any(run in _LATIN_NAMES for run in _LATIN_RUN.findall(lower)):
        return word
    return "".join(_BY_SOUND.get(letter, letter) for letter in lower)


def _latin_letters(word: str) -> Iterator[str]:
    return (letter for letter in word if not "\u0400" <= letter <= "\u052f")


def fold_kazakh(text: str) -> str:
    """`text` with the nine Kazakh letters as typed on a Russian keyboard (ә → а, қ → к, …); length is kept."""
    return text.translate(_KAZAKH)


def fold_plain(text: str) -> str:
    """`text` folded, without Kazakh letters: the form in which words of both languages are compared."""
    return fold_kazakh(fold(text).text)
