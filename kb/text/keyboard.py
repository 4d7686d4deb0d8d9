"""Text typed while the other keyboard layout was on."""

import re
from functools import cache

from kb.model import Language
from kb.text.folding import fold_kazakh
from kb.text.languages import weigh_languages
from kb.text.scripts import to_cyrillic
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

    Latin keys become Kazakh and Russian letters (digits inside words too: the Kazakh layout has letters there);
    Cyrillic keys become Latin only where a known Latin name comes out.
    """
    if _NO_KEY.search(text):
        return None
    latin, cyrillic = len(_LATIN.findall(text)), len(_CYRILLIC.findall(text))
    # ё is often missing from the layout's keys, so that it can stand in a text of Latin keys
    if latin >= _SHORTEST and latin > 4 * cyrillic:
        return _swap_to_cyrillic(text)
    return _swap_to_latin(text) if cyrillic and not latin else None


def _swap_to_cyrillic(text: str) -> str | None:
    swapped = _TYPED.sub(lambda match: _press(match[0]), text)
    if _readable(swapped, "cyrillic") < _READABLE or _is_strange(swapped):
        return None
    if len(_LATIN.findall(text)) >= _SHORTEST_UNREADABLE and _readable(text, "latin") < _READABLE:
        return swapped
    return swapped if _weight(swapped) > max(_weight(to_cyrillic(text)), weigh_languages(text)[Language.EN]) else None


def _is_strange(swapped: str) -> bool:
    rare = sum(letter in load_table("keyboard")["rare"] for letter in swapped.lower())
    return rare > max(1, _RARE * len(swapped))


def _press(typed: str) -> str:
    """One run of keys on the Cyrillic layout; a comma or full stop at its end is punctuation, not a letter."""
    if not _LATIN.search(typed):
        return typed
    body = typed.rstrip(",.?!")
    return body.translate(_to_cyrillic_keys()) + typed[len(body) :]


def _swap_to_latin(text: str) -> str | None:
    names = load_table("letters")["latin_names"]
    swapped = text.translate(_to_latin_keys())
    words = [word.lower() for word in _LETTERS.findall(swapped)]
    known = [word for word in words if len(word) > 2 and word in names]
    return swapped if known and 2 * len(known) >= len(words) else None


def _weight(text: str) -> int:
    # by words and endings only: single letters are what a wrong layout brings about
    votes = weigh_languages(fold_kazakh(text.lower()).translate(_TELLING))
    return max(votes[Language.KK], votes[Language.RU])


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


@cache
def _to_cyrillic_keys() -> dict[int, str]:
    keys = load_table("keyboard")
    pairs = keys["latin"] + keys["latin_shifted"] + keys["digits"]
    return str.maketrans(dict(zip(pairs, keys["cyrillic"] + keys["cyrillic_shifted"] + keys["kazakh"], strict=True)))


@cache
def _to_latin_keys() -> dict[int, str]:
    keys = load_table("keyboard")
    return str.maketrans(
        dict(zip(keys["cyrillic"] + keys["cyrillic_shifted"], keys["latin"] + keys["latin_shifted"], strict=True))
    )
