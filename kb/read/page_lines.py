"""Printed pages → running text: what stands on every page dropped, lines joined into paragraphs."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kb.model import BlockKind
from kb.read.act_wording import act_wording, any_match
from kb.read.line import line_kind
from kb.text import fold

# Head and foot of a page are its first and last lines; they stand on most pages of three or more.
_EDGE = 2
_LEAST_PAGES, _MOST = 3, 0.6
_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"\W*(\d{1,4})\W*")
# A line is full when it reaches so near to the usual width; narrower pages than this have no full lines.
_FULL, _LEAST_WIDTH = 0.8, 40
_ENDED = (".", ";", ":", "!", "?")
_GOES_ON = ("-", "‐", ",", "–", "—")


def drop_page_marks(pages: Sequence[str]) -> tuple[list[list[str]], int]:
    """The lines of each page without heads, feet and page numbers that repeat, and how many were dropped."""
    lines = [[line.rstrip() for line in page.split("\n")] for page in pages]
    counts: Counter[str] = Counter()
    for page in lines:
        counts.update({_shape(page[place]) for place in _edges(page)})
    repeated = {shape for shape, count in counts.items() if count >= max(_LEAST_PAGES, _MOST * len(pages))}
    dropped = 0
    kept: list[list[str]] = []
    for number, page in enumerate(lines, 1):
        marks = {place for place in _edges(page) if _shape(page[place]) in repeated or _is_number(page[place], number)}
        kept.append([line for place, line in enumerate(page) if place not in marks])
        dropped += len(marks)
    return kept, dropped


def join_lines(pages: Sequence[Sequence[str]]) -> str:
    """One line a paragraph. A line goes on when the next begins in lower case, or when it is full and unended.

    What begins like a point, a list item, a chapter or an article begins anew; blank lines stay.
    """
    lines = [line.strip() for page in pages for line in page]
    widths = sorted(len(line) for line in lines if line)
    width = widths[len(widths) * 9 // 10] if widths else 0
    pieces = lines[:1]
    for line, following in pairwise(lines):
        if not (line and following and _joins(line, following, width)):
            pieces.append("\n" + following)
        elif line.endswith("\u00ad"):
            pieces[-1] = pieces[-1].removesuffix("\u00ad")
            pieces.append(following)
        else:
            pieces.append(following if line.endswith(("-", "‐")) and line[-2:-1].isalpha() else " " + following)
    return "".join(pieces)


def _joins(line: str, following: str, width: int) -> bool:
    if line_kind(following) is BlockKind.LIST_ITEM or _begins_part(following):
        return False
    if following[0].islower() or line.endswith(_GOES_ON) or line.endswith("\u00ad"):
        return not line.endswith((";", ":"))
    return width >= _LEAST_WIDTH and len(line) >= _FULL * width and not line.endswith(_ENDED) and not _begins_part(line)


def _begins_part(line: str) -> bool:
    """Whether a chapter, an article, an annex or a note begins here."""
    wording = act_wording()
    folded = fold(line[:80]).text
    if any(found["stop"].strip() for pattern in wording.headings.values() if (found := pattern.match(folded))):
        return True
    return any_match(wording.annex, folded) is not None or any_match(wording.note, folded) is not None


def _edges(page: Sequence[str]) -> Iterator[int]:
    """Places of the first and last lines with words."""
    filled = [place for place, line in enumerate(page) if line.strip()]
    yield from sorted({*filled[:_EDGE], *filled[-_EDGE:]})


def _shape(line: str) -> str:
    return _DIGITS.sub("#", " ".join(line.split()))


def _is_number(line: str, page: int) -> bool:
    found = _PAGE_NUMBER.fullmatch(line)
    return found is not None and int(found[1]) == page
