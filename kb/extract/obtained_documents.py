"""Documents that a sentence says the state gets by itself."""

import re
from collections.abc import Iterator

from kb.extract.paragraphs import trim_span
from kb.extract.passage import Passage
from kb.extract.wording import wording

FILE = "document"
SHORTEST = 4  # letters of a thing that is named


def is_obtained(text: str) -> bool:
    """Whether the folded sentence says that the state gets something by itself."""
    return bool(wording(FILE, "obtained").search(text))


def goes_on_obtained(text: str, following: str) -> bool:
    """Whether the folded paragraph lists what the paragraph behind it says that the state gets."""
    return bool(wording(FILE, "obtained_list").search(text) and is_obtained(following))


def find_obtained(passage: Passage, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of the things that `plain[start:end]`, such a sentence or list, names."""
    text = passage.plain[start:end]
    lead = wording(FILE, "obtained_lead").match(text)
    first = lead.end() if lead else 0
    who = wording(FILE, "obtained_who").search(text, first)
    named = text[first : who.start()] if who else "" if is_obtained(text) else text[first:]
    spans = []
    for begin, stop in _parts(named):
        left, right = trim_span(text, first + begin, first + stop)
        if right - left >= SHORTEST:
            spans.append((start + left, start + right))
    return spans


def _parts(named: str) -> Iterator[tuple[int, int]]:
    breaks = sorted(
        (max(found.start(), (found.groupdict().get("kept") and found.end("kept")) or 0), found.end())
        for key in ("obtained_between", "obtained_comma")
        for found in wording(FILE, key).finditer(named)
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
