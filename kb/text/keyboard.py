"""Text typed while the other keyboard layout was on."""

import re

from kb.model import Language
from kb.text.familiar import is_familiar
from kb.text.folding import fold_kazakh
from kb.text.keys import press, press_latin
from kb.text.languages import weigh_languages
from kb.text.scripts import is_address, to_cyrillic
from kb.text.table import load_table

_TYPED = re.compile(r"\S+")
_LATIN = re.compile("[a-z]", re.IGNORECASE)
# Latin letters that neither layout has: the alphabets of Kazakh
_NO_KEY = re.compile("[\u00c0-\u024f]")
_CYRILLIC = re.compile("[\u0400-\u052f]")
_LETTERS = re.compile(r"[^\W\d_]+")
# the share of readable words that a swapped text needs, and that a text as it is may not have;
# both measured in tests/relevance/test_spelling.py
_READABLE = 0.75
_TELLING = str.maketrans("ёщ", "еш", "ъ")
# the share of rare letters that a swapped text may have, beyond one
_RARE = 0.1
# fewer letters tell nothing; a row of four keys without vowels is no word
_SHORTEST = 3
_SHORTEST_UNREADABLE = 4
# how many consonants in a row a readable word may have
_CONSONANTS = 4


def swap_layout(text: str) -> str | None:
    """`text` as it reads on the other layout, or None when it is fine as it is or neither way reads well.

    Latin keys become Kazakh and Russian letters (digits inside words too: the Kazakh layout has letters there), all of
    them or only the words of every day among others; Cyrillic keys become Latin where a known Latin name comes out.
    """
    latin, cyrillic = len(_LATIN.findall(text)), len(_CYRILLIC.findall(text))
    # ё is often missing from the layout's keys, so that it can stand in a text of Latin keys
    is_latin = latin >= _SHORTEST and latin > 4 * cyrillic and not _NO_KEY.search(text)
    swapped = (_swap_all(text) if is_latin else None) or _TYPED.sub(lambda match: _swap_word(match[0]), text)
    return None if swapped == text else swapped


def _swap_all(text: str) -> str | None:
    runs = list(_TYPED.finditer(text))
    has_brackets = ")" in text
    last = runs[-1].start()
    swapped = _TYPED.sub(
        lambda match: (
            match[0]
            if _is_name(match[0])
            else press(match[0], is_last=match.start() == last, has_brackets=has_brackets)
        ),
        text,
    )
    if _readable(swapped, "cyrillic") < _READABLE or _is_strange(swapped):
        return None
    if len(_LATIN.findall(text)) >= _SHORTEST_UNREADABLE and _readable(text, "latin") < _READABLE:
        return swapped
    return swapped if _weight(swapped) > max(_weight(to_cyrillic(text)), weigh_languages(text)[Language.EN]) else None


def _swap_word(typed: str) -> str:
    """One run of keys among others that were typed on the right layout."""
    if _is_name(typed):
        return typed
    if len(typed) >= _SHORTEST and _LATIN.search(typed) and not _CYRILLIC.search(typed):
        swapped = press(typed)
        is_meant = _is_all_familiar(swapped) and not _is_all_familiar(to_cyrillic(typed))
        return swapped if is_meant and not weigh_languages(typed)[Language.EN] else typed
    if _CYRILLIC.search(typed) and not _LATIN.search(typed):
        swapped = press_latin(typed)
        words = [word.lower() for word in _LETTERS.findall(swapped)]
        names = load_table("letters")["latin_names"]
        return swapped if words and len(max(words, key=len)) > 2 and all(word in names for word in words) else typed
    return typed


def _is_all_familiar(text: str) -> bool:
    words = _LETTERS.findall(text)
    return bool(words) and all(is_familiar(word) for word in words)


def _is_name(typed: str) -> bool:
    """Whether a run of keys is an address or a known Latin name, with marks around it or not."""
    names = load_table("letters")["latin_names"]
    return is_address(typed) or typed.lower().strip('.,;:!?()«»"') in names


def _is_strange(swapped: str) -> bool:
    rare = sum(letter in load_table("keyboard")["rare"] for letter in swapped.lower())
    return rare > max(1, _RARE * len(swapped))


def _weight(text: str) -> int:
    # by words and endings only: single letters are what a wrong layout brings about
    votes = weigh_languages(fold_kazakh(text.lower()).translate(_TELLING))
    return max(votes[Language.KK], votes[Language.RU]) + 2 * sum(map(is_familiar, _LETTERS.findall(text)))


def _readable(text: str, script: str) -> float:
    """The share of words of three letters and more that have vowels and no long row of consonants."""
    names = load_table("letters")["latin_names"]
    words = [word.lower() for word in _LETTERS.findall(text) if len(word) > 2 and word.lower() not in names]
    if not words:
        return 1.0
    return sum(_is_readable(word, script) for word in words) / len(words)


def _is_readable(word: str, script: str) -> bool:
    vowels = load_table("keyboard")["vowels"][script]
    rows = re.split(f"[{vowels}]", word)
    return len(rows) > 1 and max(map(len, rows)) <= _CONSONANTS
