"""The paragraphs of a list, with the marks that they begin with."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from kb.extract.passage import Passage
from kb.extract.wording import wording

FILE = "document"


class Mark(StrEnum):
    """How an item of a list is marked: «1.» a point, «1)» a number; paragraphs without a mark are of style NONE."""

    POINT = "point"
    NUMBER = "number"
    LETTER = "letter"
    DASH = "dash"
    NONE = "none"


NUMBER = r"\d{1,2}(?:[-.]\d{1,2})?\\?[).](?=\D)"
LETTER = r"[а-яa-z]\\?\)"
DASH = r"[-•*✓●▪](?=[ ]?[^\s*])"
MARK = re.compile(rf"[ ]*(?:{DASH}[ ]*)?(?:(?P<number>{NUMBER})|(?P<letter>{LETTER})|(?P<dash>{DASH}))[ ]*")
INNER_MARK = re.compile(rf"[;.:][ ]+(?={NUMBER}|{LETTER})")
FEWEST_INNER = 2  # one number behind a semicolon may be a reference, two are a list in one line …
FIRST, SECOND = (re.compile(rf"[ ]{{0,9}}{number}\\?\)") for number in (1, 2))  # … and so is «1) …; 2) …»
LEADING_NUMBER = re.compile(r"\d+")
EDGES = " \n;:.,-–—*"
LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, or an item of a list that stands in one line: `plain[start:end]` without its mark and stops.

    `closing` is the sign that it ends with, empty where there is none; `number` what its mark counts.
    """

    start: int
    end: int
    mark: Mark
    closing: str
    number: int | None = None


def read_paragraphs(passage: Passage, start: int, end: int) -> Iterator[Paragraph]:
    """The paragraphs of the folded span in order; those without words are left out, a line that goes on with the words
    of a marked one before it belongs to that."""
    held: Paragraph | None = None
    for paragraph in _lines(passage, start, end):
        if held and not held.closing and held.mark is not Mark.NONE and _goes_on(passage, paragraph):
            held = replace(held, end=paragraph.end, closing=paragraph.closing)
            continue
        if held:
            yield held
        held = paragraph
    if held:
        yield held


def _goes_on(passage: Passage, paragraph: Paragraph) -> bool:
    """Whether an unmarked line begins in the middle of a sentence: small letters, with a preposition or «and»."""
    opening = passage.plain[paragraph.start : paragraph.end]
    return (
        paragraph.mark is Mark.NONE
        and passage.words(paragraph.start, paragraph.start + 1).islower()
        and bool(wording(FILE, "goes_on").match(opening))
    )


def _lines(passage: Passage, start: int, end: int) -> Iterator[Paragraph]:
    for line in LINE.finditer(passage.plain, start, end):
        breaks = [found.start() + 1 for found in INNER_MARK.finditer(passage.plain, line.start(), line.end())]
        opens = FIRST.match(line[0]) and breaks and SECOND.match(passage.plain, breaks[0])
        if len(breaks) < FEWEST_INNER and not opens:
            breaks = []
        for first, last in zip([line.start(), *breaks], [*breaks, line.end()], strict=True):
            paragraph = _trim(passage.plain, first, last)
            if re.search(r"\w{2}", passage.plain[paragraph.start : paragraph.end]):
                yield paragraph


def trim_span(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without blanks and stops at its ends."""
    while start < end and text[start] in EDGES:
        start += 1
    while end > start and text[end - 1] in EDGES:
        end -= 1
    return start, end


def _trim(text: str, start: int, end: int) -> Paragraph:
    found = MARK.match(text, start, end)
    mark = Mark(found.lastgroup) if found and found.lastgroup else Mark.NONE
    if found and found["number"] and found["number"].endswith("."):
        mark = Mark.POINT
    first, last = trim_span(text, found.end() if found else start, end)
    counted = LEADING_NUMBER.match(found["number"]) if found and found["number"] else None
    return Paragraph(first, last, mark, text[last:end].strip()[:1], int(counted[0]) if counted else None)
