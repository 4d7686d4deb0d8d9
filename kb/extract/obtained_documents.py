"""Documents that a sentence says the state gets by itself."""

import re
from collections.abc import Iterator

from kb.extract.paragraphs import trim_span
from kb.extract.passage import Passage
from kb.extract.wording import wording

FILE = "document"
SHORTEST = 4  # letters of a thing that is named


def find_obtained(passage: Passage, start: int, end: int) -> list[tuple[int, int]] | None:
    """The spans of the things that the sentence `plain[start:end]` names; None when it is not such a sentence."""
    text = passage.plain[start:end]
    if not wording(FILE, "obtained").search(text):
        return None
    lead = wording(FILE, "obtained_lead").match(text)
    first = lead.end() if lead else 0
    who = wording(FILE, "obtained_who").search(text, first)
    named = text[first : who.start()] if who else text[first:first]
    spans = []
    for begin, stop in _parts(named):
        left, right = trim_span(text, first + begin, first + stop)
        if right - left >= SHORTEST:
            spans.append((start + left, start + right))
    return spans


def _parts(named: str) -> Iterator[tuple[int, int]]:
    breaks = sorted(
        found.span() for key in ("obtained_between", "obtained_comma") for found in wording(FILE, key).finditer(named)
    )
    start = 0
    for first, last in breaks:
        if first < start:
            start = max(start, last)
            continue
        yield start, first
        start = last
    ending = re.search(r"\s+туралы\s*$", named)
    yield start, ending.start() if ending and ending.start() > start else len(named)
