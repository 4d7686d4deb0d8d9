"""Waiting that was measured: minutes in the queue as people told them, not those that a standard promises."""

import re
from collections.abc import Iterator

from kb.extract.passage import Passage
from kb.extract.segment import Segment
from kb.extract.wording import coded_wording, wording
from kb.model import Attribute, SourceKind, Statement, Text

FILE = "narrative"
PART = re.compile(r"[,;][ ]+(?=\D)|\.[ ]+")  # a part of a sentence tells of one queue; a decimal comma parts nothing


def extract_waiting(passage: Passage, sentence: Segment) -> Iterator[Statement]:
    """A statement for each mean waiting time of a sentence on queues, with the queue it was measured in as code."""
    text = passage.plain[sentence.start : sentence.end]
    if not wording(FILE, "measured_queue").search(text) or wording(FILE, "not_measured").search(text):
        return
    quoted = [found.span() for found in wording(FILE, "quoted").finditer(passage.plain)]
    start = sentence.start
    for end in [*(found.start() for found in PART.finditer(passage.plain, start, sentence.end)), sentence.end]:
        part = passage.plain[start:end]
        minutes = wording(FILE, "minutes").search(part)
        if minutes and _is_measured(part):
            first, last = start + minutes.start(), start + minutes.end()
            if any(opening < first < closing for opening, closing in quoted):
                start = end
                continue
            code = next((code for code, pattern in coded_wording(FILE, "queues") if pattern.search(part)), None)
            yield passage.state(
                Attribute.WAITING,
                Text(text=passage.words(first, last), code=code),
                first,
                last,
                source_kind=SourceKind.SURVEY,
            )
        start = end


def _is_measured(part: str) -> bool:
    """Whether the words tell what waiting was as a rule, not the longest of it."""
    most = wording(FILE, "measured_most").search(part) and not wording(FILE, "measured_mean").search(part)
    return wording(FILE, "measured").search(part) is not None and not most
