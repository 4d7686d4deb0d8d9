"""Letters that are taken for each other in both languages, as one letter."""

from kb.text.table import load_table

_LETTERS = load_table("letters")
_SIGNS = str.maketrans("", "", _LETTERS["signs"])
_VARIANTS = str.maketrans(_LETTERS["variants"]["from"], _LETTERS["variants"]["to"])


def fold_variants(word: str) -> str:
    """The lower-case word without soft and hard signs, й as и, ё and э as е, щ as ш: for comparing, not to show."""
    return drop_signs(word).translate(_VARIANTS)


def drop_signs(word: str) -> str:
    """The lower-case word without soft and hard signs."""
    return word.translate(_SIGNS)
