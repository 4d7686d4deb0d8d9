"""Texts as they were meant: typed in another script, on the wrong layout, with letters of two scripts in one word."""

import unicodedata

from kb.text.folding import read_mixed_words
from kb.text.keyboard import swap_layout
from kb.text.scripts import to_cyrillic


def put_right(text: str) -> str:
    """`text` in the letters that were meant, word by word; a text without a slip comes back as it is.

    Read in this order: keys of the other layout, words of both scripts, Latin and Arabic spellings.
    """
    whole = unicodedata.normalize("NFC", text)
    swapped = swap_layout(whole)
    return to_cyrillic(read_mixed_words(whole if swapped is None else swapped))
