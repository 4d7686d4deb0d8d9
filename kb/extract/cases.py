"""The words of a case: what stands between the value before and a number, or behind a value that has none before."""

import re

from kb.extract.passage import Passage
from kb.extract.wording import wording

FILE = "scope"
EDGES = ' \n,;:.-–()«»"*'
# «не» is Kazakh for "or" unless it opens a Russian bound («не более»).
LINKS = re.compile(r"^(?:(?:және|жане|немесе|и|или|либо|ал|а|не(?![ ]+(?:более|менее|поз|ран|свыше|превыш)))\b[ ]*)+")
# What follows a value without a mark goes on with that value («20 days is extended, of which …»).
TAIL = re.compile(r"[ ]{1,3}\w[^,;:.\n(-]{2,120}[,;]")


def case_before(passage: Passage, cursor: int, end: int) -> tuple[int, str]:
    """Where the case of the value at `end` begins behind `cursor`, and its folded words without marks and links."""
    start = cursor
    while start < end and passage.plain[start] in EDGES:
        start += 1
    links = LINKS.match(passage.plain[start:end])
    if links:
        start += links.end()
    return start, passage.plain[start:end].strip(EDGES)


def skip_tail(passage: Passage, value_end: int, end: int) -> int:
    """Behind the words that still belong to the value ending at `value_end`, before the next value at `end`."""
    tail = TAIL.match(passage.plain, value_end, end)
    return tail.end() if tail else value_end


def case_behind(passage: Passage, value_end: int, end: int) -> tuple[int, int]:
    """The span of a case that follows its value («2 MRP – for a licence», «5 days when reissued»); empty for none."""
    match = wording(FILE, "case_behind").match(passage.plain, value_end, end)
    return match.span("case") if match else (value_end, value_end)
