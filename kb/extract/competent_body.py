"""Which body made the standard of a service."""

import re
from collections.abc import Iterator

from kb.extract.paragraphs import trim_span
from kb.extract.passage import Passage
from kb.extract.segment import Segment
from kb.extract.wording import coded_wording
from kb.model import Attribute, Statement, Text

FILE = "requirement"
LONGEST_NAME = 250  # the longest names of two bodies together in the acts read have 180 letters


def extract_competent_body(passage: Passage, segment: Segment) -> Iterator[Statement]:
    """The body between «the standard … is made by» and the verb, in a sentence that tells nothing else."""
    text = passage.plain[segment.start : segment.end]
    if not _told("told").search(text):
        return
    before = _told("before").match(text)
    behind = _told("behind").search(text.rstrip(" .;"))
    if before is None or behind is None or behind.start() - before.end() > LONGEST_NAME:
        return
    start, end = trim_span(passage.plain, segment.start + before.end(), segment.start + behind.start())
    if end > start:
        value = Text(text=passage.words(start, end))
        yield passage.state(Attribute.COMPETENT_BODY, value, start, end, source_kind=segment.source_kind)


def _told(part: str) -> re.Pattern[str]:
    return dict(coded_wording(FILE, "competent_body"))[part]
