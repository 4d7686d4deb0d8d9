"""Words of a text with their places."""

import re
from dataclasses import dataclass

from kb.text.folding import fold

# letters and digits; an apostrophe between letters and a point or comma between digits stay inside
_TOKEN = re.compile(r"[^\W_]+(?:(?:(?<=[0-9])[.,](?=[0-9])|(?<=[^\W\d_])['’ʼ](?=[^\W\d_]))[^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Token:
    """A word in its folded spelling, and its half-open place in the text as given."""

    text: str
    start: int
    end: int


def tokenise(text: str) -> tuple[Token, ...]:
    """The words and numbers of `text` in order; `Token.text` is folded, offsets are those of `text` itself."""
    folded = fold(text)
    if not folded.edits:
        return tuple(Token(match[0], *match.span()) for match in _TOKEN.finditer(folded.text))
    return tuple(Token(match[0], *folded.span(*match.span())) for match in _TOKEN.finditer(folded.text))


def words_of(folded: str) -> list[str]:
    """The words of a folded text without their places, for indexing."""
    return _TOKEN.findall(folded)
