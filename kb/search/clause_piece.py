"""Pieces of a text that are short enough to rank and to show."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST = 1200  # characters; BM25 weighs words down in long texts, and a result shows a few lines
_BREAK = re.compile(r"\n\s*\n|\n|(?<=[.;:!?])\s+")
_BLANK = re.compile(r"\s+")
_WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Piece:
    """A half-open slice of a document's text that begins and ends with a visible character."""

    start: int
    end: int


def divide_span(text: str, start: int, end: int) -> Iterator[Piece]:
    """`text[start:end]` in pieces of at most LONGEST characters, cut at paragraphs, sentences, then blanks."""
    while end - start > LONGEST:
        cut = _cut(text, start, start + LONGEST)
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)


def _cut(text: str, start: int, limit: int) -> int:
    """Where to cut before `limit`: the last good break in the second half, else the last blank, else `limit`."""
    for pattern in (_BREAK, _BLANK):
        ends = [found.end() for found in pattern.finditer(text, start + LONGEST // 2, limit)]
        if ends:
            return ends[-1]
    return limit


def _trimmed(text: str, start: int, end: int) -> Iterator[Piece]:
    part = text[start:end]
    if not _WORD.search(part):
        return
    start += len(part) - len(part.lstrip())
    yield Piece(start, start + len(part.strip()))
