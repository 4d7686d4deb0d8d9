"""Keys of the Latin and the Cyrillic layouts: what a run of keys reads as on the other one."""

import re
from functools import cache

from kb.text.familiar import is_familiar
from kb.text.table import load_table

_LATIN = re.compile("[a-z]", re.IGNORECASE)
_OPENING = '«"“('
_CLOSING = ',.;:?!)»”"'
# a number that begins a run ("10-") or ends it ("-2022")
_NUMBER_FIRST = re.compile(r"[0-9]+(?:[.,/-][0-9]+)*-(?=[^0-9])")
# a number with a short unit or ending ("2011г"), unless all its figures may be letters
_NUMBER_UNIT = re.compile(r"(?=[0-9]*[167.]|[0-9]{4})[0-9]{2,}(?:[.,/:][0-9]+)*(?=[a-z;']{1,3}$)")
_NUMBER_LAST = re.compile(r"[0-9]{2,}(?:[.,/-][0-9]+)*")
_NUMBER_SIGNS = "0123456789.,/-"
_SHORTEST_VERB = 4
# a longer run without a blank is no word
_LONGEST = 100


def press(typed: str, *, is_last: bool = True, has_brackets: bool = True) -> str:
    """One run of Latin keys as Cyrillic letters; numbers, hyphens and marks at its ends stay what they are.

    `is_last`: the run ends the text, so that a full stop is one; `has_brackets`: the text closes its brackets, so that
    an opening one is no Kazakh capital.
    """
    if not _LATIN.search(typed) or len(typed) > _LONGEST:
        return typed
    body = typed.rstrip(_CLOSING)
    rest = typed[len(body) :]
    lead = len(body) - len(body.lstrip(_OPENING if has_brackets else _OPENING[:-1]))
    opening, body = body[:lead], body[lead:]
    if first := _NUMBER_FIRST.match(body) or _NUMBER_UNIT.match(body):
        opening, body = opening + first[0], body[first.end() :]
    last = body[len(body.rstrip(_NUMBER_SIGNS)) :].lstrip(".,/-")
    if _NUMBER_LAST.fullmatch(last) and body.removesuffix(last).endswith("-"):
        body, rest = body[: -len(last) - 1], "-" + last + rest
    return opening + _end(_read_keys(body), rest, is_last=is_last)


def _read_keys(body: str) -> str:
    """Letter for letter; marks whose keys are letters stay where no letter can stand."""
    keys = _to_cyrillic_keys()
    read = part = ""
    for at, key in enumerate(body):
        letter = key if _is_mark(body, at, part.lower()) else chr(keys.get(ord(key), ord(key)))
        part = "" if letter in "-." else part + letter
        read += letter
    letters = [one for one in read if one.isalpha() and one not in load_table("keyboard")["kazakh"]]
    if len(letters) > 1 and all(map(str.isupper, letters)):
        read = read.upper()
    return _compounds()[0].sub(lambda match: _compounds()[1][match[0]], read) if "-" in read else read


def _is_mark(body: str, at: int, part: str) -> bool:
    """Whether the key at this place is what it shows; `part` is the word so far, since the last mark."""
    table = load_table("keyboard")
    key = body[at]
    if key == "-":  # the letter of this key stands in the first syllable of a word
        follows = body[at + 1 : at + 2].strip("-")
        return not follows or len(part) > 1 or (part != "" and part in table["vowels"]["cyrillic"])
    if key == ".":
        return part != "" and part in table["initials"]
    return key in table["digits_shifted"] and not _is_capital(body, at)


@cache
def _compounds() -> tuple[re.Pattern[str], dict[str, str]]:
    """Parts of compounds as the hyphen breaks them, and each of them whole."""
    whole = {one.replace("ө", "-"): one for one in load_table("keyboard")["compounds"]}
    return re.compile("|".join(whole)), whole


def _is_capital(body: str, at: int) -> bool:
    """Whether a sign of the upper row stands for a capital: at the beginning of a word, or among capitals."""
    before, after = body[at - 1 : at] if at else "", body[at + 1 : at + 2]
    return bool(_LATIN.match(after) and not at) or (before.isupper() and (after.isupper() or not after))


def _end(word: str, marks: str, *, is_last: bool) -> str:
    """The word with the marks after it; the first of them may be its last letter."""
    if not marks or not word or marks[0] not in ",.;":
        return word + marks
    letter = chr(_to_cyrillic_keys()[ord(marks[0])])
    finals = load_table("keyboard")["final"]
    lower = word.lower()
    known = any(lower.endswith(end[:-1]) if len(end) > 4 else lower == end[:-1] for end in finals[letter])
    goes_on = letter == "ю" and not is_last and len(word) >= _SHORTEST_VERB
    adjective = goes_on and lower.endswith(tuple(load_table("keyboard")["before_yu"]))
    return word + (letter + marks[1:] if known or (adjective and not is_familiar(lower)) else marks)


def press_latin(typed: str) -> str:
    """One run of Cyrillic keys as it reads on the Latin layout."""
    return typed.translate(_to_latin_keys())


@cache
def _to_cyrillic_keys() -> dict[int, int]:
    keys = load_table("keyboard")
    pairs = keys["latin"] + keys["latin_shifted"] + keys["digits"] + keys["digits_shifted"]
    letters = keys["cyrillic"] + keys["cyrillic_shifted"] + keys["kazakh"] + keys["kazakh_capitals"]
    return {ord(key): ord(letter) for key, letter in zip(pairs, letters, strict=True)}


@cache
def _to_latin_keys() -> dict[int, str]:
    keys = load_table("keyboard")
    return str.maketrans(
        dict(zip(keys["cyrillic"] + keys["cyrillic_shifted"], keys["latin"] + keys["latin_shifted"], strict=True))
    )
