"""What the caller may have meant: another script, or the wrong keyboard layout."""

import re
from functools import lru_cache

from kb.text import put_right

_WORD = re.compile(r"\w+")


def correct_text(text: str, *, names: tuple[str, ...] = ()) -> str | None:
    """The text put right, to be searched beside what was typed; None where nothing points to a slip.

    `names` are words and phrases in Latin letters that stay as they are, lower case: «egov mobile», «vin».
    """
    if names:
        pieces = _pattern_of(names).split(text)
        if len(pieces) > 1:
            # what stands between names is put right by itself: it may be in another script than they are
            written = "".join(
                piece if number % 2 else correct_text(piece) or piece for number, piece in enumerate(pieces)
            )
            return written if written != text else None
    words = [word for word in _WORD.findall(text) if not any(letter.isdigit() for letter in word)]
    if not words:
        return None  # ids and codes stay what they are
    written = put_right(text)
    return written if written != text else None


@lru_cache(maxsize=8)
def _pattern_of(names: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, longest_first))})(?![\w-])", re.IGNORECASE)
