"""Number words of Kazakh and Russian, inflected, put together into numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from kb.text.folding import fold_kazakh
from kb.text.table import load_table

_TABLE = load_table("number_words")
# one blank or line end between the words of a number, or a hyphen
_GAP = re.compile(r" {0,2}(?:\n *|- ?)?")
_KAZAKH_LETTER = re.compile("[әіңғүұқөһ]")
# how far around a word that both languages have to look for Kazakh letters; a short phrase
_NEAR = 30
_ORDINAL = re.compile(fold_kazakh("|".join(_TABLE["ordinals"])).replace("<kk>", "[а-яё]"))
_REFUSED = frozenset(_TABLE["not_numbers_as_written"])
_ABBREVIATED = frozenset(_TABLE["abbreviated"])
_ALSO_RUSSIAN = frozenset(_TABLE["also_russian"])
_KAZAKH_UNIT = re.compile(r" ?(?:\) ?)?(?:" + "|".join(map(fold_kazakh, _TABLE["kazakh_units"])) + ")")
# what may still be added after a word of each rank is below this
_PLACE = {"unit": 1, "teen": 1, "ten": 10, "hundreds": 100}


@dataclass(frozen=True, slots=True)
class _Word:
    rank: str
    value: Decimal
    language: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Spoken:
    """A number in words at `start`:`end`; `bare_scale` when it is just "thousand", "million" or "milliard"."""

    value: Decimal
    start: int
    end: int
    bare_scale: bool


def find_spoken(text: str) -> Iterator[Spoken]:
    """Numbers in words in a folded text, from left to right; ordinals are passed over."""
    plain = fold_kazakh(text)
    run: list[_Word] = []
    for match in _word_pattern().finditer(plain):
        known = _forms().get(match[0])
        if known is None or text[match.start() : match.end()] in _REFUSED or _is_part(plain, match):
            continue
        stop = match[0] in _ABBREVIATED and plain.startswith(".", match.end())
        word = _Word(known.rank, known.value, known.language, match.start(), match.end() + stop)
        if run and not (run[-1].language == word.language and _GAP.fullmatch(plain, run[-1].end, word.start)):
            yield from _read_run(text, plain, run)
            run = []
        run.append(word)
    if run:
        yield from _read_run(text, plain, run)


@cache
def _forms() -> dict[str, _Word]:
    endings = [fold_kazakh(ending) for ending in _TABLE["kk_endings"]]
    forms: dict[str, _Word] = {}
    for language in ("kk", "ru"):
        for rank, values in _TABLE[language].items():
            for value, words in values.items():
                known = _Word(rank, Decimal(str(value)), language)
                forms |= {
                    fold_kazakh(word) + ending: known
                    for word in words
                    for ending in (endings if language == "kk" else [""])
                }
    for word in _TABLE["not_numbers"]:
        forms.pop(fold_kazakh(word), None)
    return forms


@cache
def _word_pattern() -> re.Pattern[str]:
    phrases = "|".join(form for form in _forms() if " " in form)
    return re.compile(rf"\b(?:{phrases})\b|[^\W_]+")


def _is_part(plain: str, match: re.Match[str]) -> bool:
    """Whether the word is half of a hyphenated word that is no range of numbers ("он-лайн", "бір-бірі")."""
    after = re.compile(r"-([^\W\d_]+)").match(plain, match.end())
    before = re.compile(r"[^\W\d_]+-$").search(plain, max(0, match.start() - 20), match.start())
    return bool((after and after[1] not in _forms()) or (before and before[0][:-1] not in _forms()))


def _read_run(text: str, plain: str, run: list[_Word]) -> Iterator[Spoken]:
    last = run[-1]
    following = re.compile(r" {0,2}\n? *([а-яё]+)").match(plain, last.end)
    if following and last.rank in ("ten", "hundred", "hundreds", "scale") and _ORDINAL.fullmatch(following[1]):
        return
    if len(run) == 1 and plain[last.start : last.end] in _ALSO_RUSSIAN and not _reads_as_kazakh(text, plain, last):
        return
    yield from _add_up(run)


def _reads_as_kazakh(text: str, plain: str, word: _Word) -> bool:
    near = text[max(0, word.start - _NEAR) : word.end + _NEAR]
    return bool(
        _KAZAKH_LETTER.search(near)
        or _KAZAKH_UNIT.match(plain, word.end)
        or re.search(r"[0-9] ?\( ?$", text[max(0, word.start - 4) : word.start])
    )


def _add_up(run: list[_Word]) -> Iterator[Spoken]:
    """The numbers in a row of number words: "екі үш" are two, "жиырма екі мың бес жүз" is one."""
    start = 0
    while start < len(run):
        number = _Sum()
        end = start
        while end < len(run) and number.take(run[end]):
            end += 1
        if end == start:  # a word that cannot stand first, such as a lone "and a half"
            start += 1
            continue
        bare = end == start + 1 and run[start].rank == "scale"
        yield Spoken(number.total + number.part, run[start].start, run[end - 1].end, bare)
        start = end


@dataclass(slots=True)
class _Sum:
    """A number being added up: `total` of the closed thousands, `part` below them, `room` left in each."""

    total: Decimal = Decimal(0)
    part: Decimal = Decimal(0)
    room: int = 1000
    scale: Decimal = Decimal(10**12)
    empty: bool = True

    def take(self, word: _Word) -> bool:
        """Adds the word and returns True, or leaves the number as it is because the word begins another one."""
        if word.rank == "scale":
            fits = word.value < self.scale and (self.part > 0 or self.empty)
            after = (self.total + (self.part or Decimal(1)) * word.value, Decimal(0), 1000, word.value)
        elif word.rank == "hundred":
            fits = self.part < 10 and self.room in (1, 1000)
            after = (self.total, (self.part or Decimal(1)) * 100, 100, self.scale)
        elif word.rank == "and_half":
            fits = self.part > 0 and self.room > 0
            after = (self.total, self.part + word.value, 0, self.scale)
        elif word.rank in ("zero", "half"):
            fits = self.empty
            after = (self.total, word.value, 0, self.scale)
        else:
            fits = word.value < self.room
            after = (self.total, self.part + word.value, _PLACE[word.rank], self.scale)
        if fits:
            self.total, self.part, self.room, self.scale = after
            self.empty = False
        return fits
