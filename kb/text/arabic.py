"""Kazakh in Arabic letters, read into Cyrillic."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Any

from kb.text.table import load_table

_WORD = re.compile("[\u0621-\u064a\u0671-\u06d5\u0674]+")
_MARKS = re.compile("[\u064b-\u065f\u0670]")


def read_arabic(text: str) -> str:
    """`text` with its Arabic-letter words in Cyrillic; digits and punctuation marks become ordinary ones.

    Front and back vowels share letters: the hamza and the letters of к, г, е make a word front, қ and ғ make what
    follows back.
    """
    if not _WORD.search(text):
        return text
    letters = _letters()
    signs = str.maketrans(letters["signs"])
    plain = "".join(str(unicodedata.decimal(one)) if one.isdecimal() else one for one in _MARKS.sub("", text))
    return _WORD.sub(lambda match: "".join(_read_word(match[0])), plain.translate(signs))


@cache
def _letters() -> dict[str, Any]:
    table: dict[str, Any] = load_table("transliteration")["arabic"]
    return table


def _read_word(word: str) -> Iterator[str]:
    table = _letters()
    has_sign = any(letter in table["front_sign"] for letter in word)
    has_front = any(letter in table["front_letters"] for letter in word)
    has_back = any(letter in table["back_letters"] for letter in word)
    is_front = has_sign or (has_front and not has_back)
    before = ""
    for letter in word:
        if letter in table["front_letters"]:
            is_front = True
        elif letter in table["back_letters"]:
            is_front = False
        if letter in table["front_sign"]:
            continue
        if letter == table["glide"]:
            new = "й" if before and before in _VOWELS else "и"
        elif letter in table["vowels"]:
            # к, г, е leave а as it is, only the hamza makes it ә
            new = table["vowels"][letter][is_front and (has_sign or letter != "ا")]
        else:
            new = table["consonants"].get(letter, letter)
        yield new
        before = new


_VOWELS = "аәеиоөұүыі"
