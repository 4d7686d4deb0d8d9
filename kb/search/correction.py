"""What the caller may have meant: Kazakh typed in Latin or Arabic letters, or on the wrong keyboard layout."""

import re

from kb.text import swap_layout, to_cyrillic

_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_WORD = re.compile(r"\w+")


def correct_text(text: str) -> str | None:
    """The text put right, to be searched beside what was typed; None where nothing points to a slip."""
    words = [word for word in _WORD.findall(text) if not any(letter.isdigit() for letter in word)]
    if not words:
        return None  # ids and codes stay what they are
    swapped = swap_layout(text)
    if swapped and swapped != text:
        return swapped
    if _CYRILLIC.search(text):
        return None  # a Latin name inside a Cyrillic text is a name
    written = to_cyrillic(text)
    return written if written != text else None
