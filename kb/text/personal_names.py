"""Names of persons in a text."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from kb.text.arabic import read_arabic
from kb.text.folding import fold_kazakh
from kb.text.languages import function_words
from kb.text.scripts import read_word
from kb.text.table import load_table
from kb.text.variants import fold_variants

_LETTER = r"[^\W\d_]"
_WORD = re.compile(rf"{_LETTER}+(?:-{_LETTER}+)?")
# a name has no more words; an ending no more letters
_MOST_WORDS = 3
_LONGEST_ENDING = 5
_SHORTEST_NAME = 3
_LONGEST = 40
# blanks and marks between an introduction and the name
_WIDEST_GAP = 4


def find_names(text: str) -> Iterator[tuple[int, int]]:
    """Half-open places of names: after an introduction, around a patronymic, a given name or initials beside a surname,
    a given name beside a word that has a capital without beginning a sentence."""
    words = list(_WORD.finditer(text))
    marks = [_mark(match[0]) or _mark_initial(text, match) for match in words]
    introduced = [match.end() for match in _introductions().finditer(text)]
    at = 0
    while at < len(words):
        place = bisect_left(introduced, words[at].start()) - 1
        follows = place >= 0 and words[at].start() - introduced[place] <= _WIDEST_GAP
        size = (
            _measure_introduced(text, words, at)
            if follows
            else _measure_before_patronymic(text, words, marks, at)
            or _measure(text, words, marks, at)
            or _measure_pair(text, words, marks, at)
        )
        if size:
            start = words[at].start()
            yield start, words[at + size - 1].end()
            at += size
        else:
            at += 1


def _measure(text: str, words: list[re.Match[str]], marks: list[str], at: int) -> int:
    """How many words from `at` on are one name; 0 where none begins."""
    size = 0
    while at + size < len(words) and size < _MOST_WORDS and marks[at + size]:
        if size and text[words[at + size - 1].end() : words[at + size].start()].strip(" ."):
            break
        size += 1
    found = "".join(marks[at : at + size])
    if "p" in found:
        return size
    certain = found.count("g") + found.count("s") + found.count("t")
    return size if ("g" in found and certain >= 2) or ("s" in found and ("w" in found or "i" in found)) else 0


def _measure_before_patronymic(text: str, words: list[re.Match[str]], marks: list[str], at: int) -> int:
    """How many words end in a patronymic with a capital: the given name before it may be any, and the surname too."""
    for size in (_MOST_WORDS, 2):
        name = words[at : at + size]
        if len(name) < size or marks[at + size - 1] != "p" or not all(_is_like_name(one[0]) for one in name):
            continue
        if any(text[one.end() : two.start()] != " " for one, two in pairwise(name)):
            continue
        if size == 2 or marks[at] or not _begins_sentence(text, name[0].start()):
            return size
    return 0


def _measure_pair(text: str, words: list[re.Match[str]], marks: list[str], at: int) -> int:
    """2 for a given name and a surname of any form: both with a capital, neither of them for the sentence's sake."""
    pair = words[at : at + 2]
    if len(pair) < 2 or not all(_is_like_name(one[0]) for one in pair):
        return 0
    if text[pair[0].end() : pair[1].start()] != " " or {*marks[at : at + 2]} != {"g", ""}:
        return 0
    if not marks[at] and (_begins_sentence(text, pair[0].start()) or _measure(text, words, marks, at + 1)):
        return 0
    return 2


def _is_like_name(word: str) -> bool:
    """A capital and small letters behind it: no abbreviation."""
    return 1 < len(word) <= _LONGEST and word[0].isupper() and word[1:].islower()


def _begins_sentence(text: str, place: int) -> bool:
    before = text[max(0, place - _WIDEST_GAP) : place].rstrip()[-1:]
    return not before or not (before.isalnum() or before == ",")


def _measure_introduced(text: str, words: list[re.Match[str]], at: int) -> int:
    """The words of a name after "my name is": those with a capital; the first alone where there is none."""
    size = 0
    while at + size < len(words) and size < _MOST_WORDS and words[at + size][0][:1].isupper():
        if size and text[words[at + size - 1].end() : words[at + size].start()].strip(" "):
            break
        size += 1
    if size:
        return size
    following = at + 1 < len(words) and text[words[at].end() : words[at + 1].start()] == " "
    return 1 + bool(following and _mark(words[at + 1][0]))


def _mark(word: str) -> str:
    """p: a patronymic, g: a given name, w: one that is a word too, s: like a surname with a capital, t: without;
    or nothing."""
    if len(word) > _LONGEST:
        return ""
    plain = _plain(word)
    if plain in _names("not_names"):
        return ""
    if _pattern("patronymics").fullmatch(plain):
        return "p"
    if _is_listed(plain, "given_names"):
        return "w" if _is_listed(plain, "also_words") else "g"
    return _mark_surname(word, plain)


def _mark_initial(text: str, word: re.Match[str]) -> str:
    """i for a single capital with a point behind it."""
    return "i" if len(word[0]) == 1 and word[0].isupper() and text[word.end() : word.end() + 1] == "." else ""


def _mark_surname(word: str, plain: str) -> str:
    if len(plain) <= _SHORTEST_NAME or not _pattern("surnames").fullmatch(plain):
        return ""
    if word[:1].isupper():
        return "s"
    return "" if word in function_words() else "t"


def _is_listed(plain: str, name: str) -> bool:
    """With a case ending of Kazakh or Russian or without."""
    names = _names(name)
    endings = _endings()
    return any(
        plain[:size] in names and plain[size:] in endings
        for size in range(max(_SHORTEST_NAME, len(plain) - _LONGEST_ENDING), len(plain) + 1)
    )


def _plain(word: str) -> str:
    return fold_variants(fold_kazakh(read_word(read_arabic(word)).lower()))


@cache
def _names(name: str) -> frozenset[str]:
    return frozenset(fold_variants(fold_kazakh(one)) for one in load_table("personal")[name])


@cache
def _endings() -> frozenset[str]:
    return frozenset(fold_variants(fold_kazakh(one)) for one in load_table("personal")["name_endings"])


@cache
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(fold_variants(fold_kazakh(load_table("personal")[name])).replace("<l>", _LETTER))


@cache
def _introductions() -> re.Pattern[str]:
    phrases = "|".join(map(re.escape, load_table("personal")["introductions"]))
    return re.compile(rf"\b(?:{phrases})(?![^\W_])", re.IGNORECASE)
