"""The words of a case: what stands between the value before and a number."""

import re

from kb.extract.passage import Passage

EDGES = ' \n,;:.-–()«»"*'
# «не» is Kazakh for "or" unless it opens a Russian bound («не более»).
LINKS = re.compile(r"^(?:(?:және|жане|немесе|и|или|либо|ал|а|не(?![ ]+(?:более|менее|поз|ран|свыше|превыш)))\b[ ]*)+")


def case_before(passage: Passage, cursor: int, end: int) -> tuple[int, str]:
    """Where the case of the value at `end` begins behind `cursor`, and its folded words without marks and links."""
    start = cursor
    while start < end and passage.plain[start] in EDGES:
        start += 1
    links = LINKS.match(passage.plain[start:end])
    if links:
        start += links.end()
    return start, passage.plain[start:end].strip(EDGES)
