"""The words of a piece of raw text, without its markup."""

import html
import re

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--.*?-->", re.DOTALL)
_MARKS = re.compile(r"(?m)^[ \t]*>[ \t]?|\*{1,3}|^#{1,6}[ \t]+|`{3,}|\\(?=[.()*_\[\]])")
_BREAK = re.compile(r"\n|</?(?:br|p|td|th|tr|li|ul|ol|div|table|tbody|thead)\b[^<>]*>", re.IGNORECASE)
_EDGE = re.compile(r"\A(?:\s|<[^<>]*>)+|(?:\s|<[^<>]*>)+\Z")


def words_of(raw: str) -> str:
    """Raw text as one line of words: tags, entities, Markdown marks and line breaks resolved."""
    return " ".join(lines_of(raw).split())


def lines_of(raw: str) -> str:
    """The same with its lines kept."""
    return _MARKS.sub("", html.unescape(_TAG.sub("", raw))).strip()


def paragraphs_of(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of the paragraphs inside `text[start:end]`, in order, without blanks and tags at their edges."""
    spans: list[tuple[int, int]] = []
    position = start
    for mark in [*_BREAK.finditer(text, start, end), None]:
        stop = mark.start() if mark else end
        span = trim(text, position, stop)
        if span[0] < span[1]:
            spans.append(span)
        position = mark.end() if mark else end
    return spans


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without blanks and tags at its edges; empty (start == end) when nothing else is there."""
    piece = text[start:end]
    while found := _EDGE.search(piece):
        if found.start() == 0:
            start += found.end()
            piece = piece[found.end() :]
        else:
            end -= found.end() - found.start()
            piece = piece[: found.start()]
    return start, end
