"""Conditions on who may get a service: age, residence, status, quantity, experience."""

import re
from collections.abc import Iterator

from kb.extract.paragraphs import trim_span
from kb.extract.passage import Passage
from kb.extract.segment import Segment
from kb.extract.wording import coded_wording, wording
from kb.model import Attribute, Statement, Text

FILE = "eligibility"
RECIPIENT = "recipient"
OTHER = "other"
PART = re.compile(r"[^;\n]+")


def extract_eligibility(passage: Passage, segment: Segment) -> Iterator[Statement]:
    """The conditions of a segment as printed, each with its code of the norms table `eligibility`.

    Where the segment tells who may get the service, all conditions count; elsewhere a sentence must say itself that the
    recipient is so or has to be so. What a service takes in time, and what is brought, are no conditions on a person.
    """
    text = passage.plain[segment.body : segment.end]
    about = segment.topic == RECIPIENT
    if not about and not wording(FILE, "qualifies").search(text):
        return
    for found in PART.finditer(passage.plain, segment.body, segment.end):
        start, end = trim_span(passage.plain, *found.span())
        part = passage.plain[start:end]
        if wording(FILE, "no_condition").search(part):
            continue
        codes = [code for code, pattern in coded_wording(FILE, "codes") if pattern.search(part)]
        if not about or len(codes) > 1:
            codes = [code for code in codes if code != OTHER]
        for code in codes:
            value = Text(text=passage.words(start, end), code=code)
            yield passage.state(Attribute.ELIGIBILITY, value, start, end, source_kind=segment.source_kind)
