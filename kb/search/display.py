"""Quoted words as people read them: without the marks of Markdown. Evidence keeps every character."""

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

from kb.search.result import Range

MARKDOWN = (".md", ".markdown", ".txt")  # reports that were saved as text hold the same marks

# Tags of layout only: what else stands in angle brackets is text. A quote may begin or end inside a tag.
_INLINE = "a|b|em|font|i|span|strong|sub|sup|u"
_APART = "blockquote|br|caption|col|colgroup|dd|div|dl|dt|h[1-6]|hr|img|li|ol|p|pre|table|tbody|td|tfoot|th|thead|tr|ul"
_MARKUP = re.compile(
    rf"""
      \\ (?P<escaped> [^\w\s] )
    | (?P<word>  \*\*+ | (?<!\w)__(?=[^\W_]) | (?<=[^\W_])__(?!\w)              # emphasis
               | (?<![\w*])\*(?=[\w(«]) | (?<=[\w.,)»])\*(?!\w) | `
               | \A [^<>\n]* " [ ]* > | < /? (?: {_INLINE} | {_APART} ) \b [^<>]{{0,2000}} \Z         # halves of tags
               | </? (?: {_INLINE} ) \b [^<>]{{0,2000}} > )
    | (?P<apart> ^ (?: [ \t]{{0,20}} > )+ [ \t]? (?: [*+] [ \t]+ )? | ^ [ \t]{{0,20}} (?: [*+] | \#{{1,6}} ) [ \t]+
               | ^ (?= [ |:-]{{0,200}} -{{3}} ) [ |:-]+ $ | [ ]? \| [ ]?                        # line marks, tables
               | <!-- .{{0,2000}}? --> | </? (?: {_APART} ) \b [^<>]{{0,2000}} > )
    | (?P<entity> & (?: [a-z]+ | \#\d+ ) ; )
    """,
    re.IGNORECASE | re.MULTILINE | re.DOTALL | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class ShownText:
    """Words to show; `highlights` are half-open ranges in `text`."""

    text: str
    highlights: tuple[Range, ...]


def without_markup(text: str, highlights: Sequence[Range] = (), *, document: str) -> ShownText:
    """The words of a quote from `document` with the highlights moved along; other files hold no such marks."""
    if not document.lower().endswith(MARKDOWN):
        return ShownText(text, tuple(highlights))
    pieces: list[str] = []
    places = [0] * (len(text) + 1)  # where each character of the quote stands in what is shown
    read = written = 0
    for found in _MARKUP.finditer(text):
        for place in range(read, found.start()):
            places[place] = written + place - read
        written += found.start() - read
        instead = _instead(found)
        for place in range(found.start(), found.end()):
            places[place] = written
        pieces += text[read : found.start()], instead
        written, read = written + len(instead), found.end()
    for place in range(read, len(text) + 1):
        places[place] = written + place - read
    moved = [(places[start], places[end]) for start, end in highlights]
    return ShownText("".join([*pieces, text[read:]]), tuple(one for one in moved if one[0] < one[1]))


def _instead(found: re.Match[str]) -> str:
    if found["escaped"]:
        return found["escaped"]
    if found["entity"]:
        return html.unescape(found[0])
    return " " if found["apart"] else ""
