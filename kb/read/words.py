"""The words of a piece of raw text, without its markup."""

import html
import re

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_TAG_OR_COMMENT = re.compile(rf"{_TAG.pattern}|<!--.*?-->", re.DOTALL)
_MARKS = re.compile(r"(?m)^[ \t]*>[ \t]?|\*{1,3}|^#{1,6}[ \t]+|`{3,}|\\(?=[.()*_\[\]])")
_BREAK = re.compile(r"\n|</?(?:br|p|td|th|tr|li|ul|ol|div|table|tbody|thead)\b[^<>]*>", re.IGNORECASE)
# Without one of these a text is as it reads.
_MARKED = re.compile(r"[<>&*#`\\]")
_EDGE = re.compile(r"(?:\s++|<[^<>]*>)*+")


def words_of(raw: str) -> str:
    """Raw text as one line of words: tags, entities, Markdown marks and line breaks resolved."""
    return " ".join((lines_of(raw) if _MARKED.search(raw) else raw).split())


def lines_of(raw: str) -> str:
    """The same with its lines kept."""
    return (_MARKS.sub("", html.unescape(_without_tags(raw))) if _MARKED.search(raw) else raw).strip()


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
    if found := _EDGE.match(text, start, end):
        start = found.end()
    while start < end:
        if text[end - 1].isspace():
            end -= 1
            continue
        opening = _tag_before(text, start, end)
        if opening is None:
            break
        end = opening
    return start, end


def _tag_before(text: str, start: int, end: int) -> int | None:
    """Where the tag opens that ends at `end`; None when no tag ends there."""
    if text[end - 1] != ">":
        return None
    # No further back than the tag before: each character is looked at once.
    before = text.rfind(">", start, end - 1)
    opening = text.rfind("<", max(start, before + 1), end - 1)
    return opening if opening >= 0 else None


def _without_tags(raw: str) -> str:
    # Behind the last end of a comment nothing closes one; looking for it from each `<!--` there takes forever.
    closed = raw.rfind("-->") + len("-->") if "-->" in raw else 0
    return _TAG_OR_COMMENT.sub("", raw[:closed]) + _TAG.sub("", raw[closed:])
