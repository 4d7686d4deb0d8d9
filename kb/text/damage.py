"""Words that a page has pulled apart: letters spaced out, hyphens at the ends of lines."""

import re

# four letters and more with one blank between them; a wider gap ends the word
_SPACED = re.compile(r"(?<!\S)(?:[^\W\d_] ){3,}[^\W\d_](?!\S)")
_BROKEN = re.compile(r"(?<![^\W_])([^\W\d_]{2,40})-\n[ ]?([^\W\d_]{2,40})(?![^\W_])")


def mend_words(folded: str) -> str:
    """A folded text whose spaced-out words are whole, and words broken at a hyphen also stand whole after their parts.

    The parts are kept, because a word of two ("үй-жай") may be broken at its own hyphen.
    """
    if "-\n" in folded:
        folded = _BROKEN.sub(r"\1-\2 \1\2", folded)
    return _SPACED.sub(lambda match: match[0].replace(" ", ""), folded)
