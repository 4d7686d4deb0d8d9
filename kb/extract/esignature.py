"""Whether an electronic signature is needed."""

from collections.abc import Iterator

from kb.extract.passage import Passage
from kb.extract.segment import Segment
from kb.extract.wording import coded_wording
from kb.model import Attribute, Statement, Text


def extract_esignature(passage: Passage, segment: Segment) -> Iterator[Statement]:
    """The first of «not needed», «a one-time password will do» and «needed» that the segment tells."""
    for code, pattern in coded_wording("requirement", "esignature"):
        if found := pattern.search(passage.plain, segment.start, segment.end):
            start, end = passage.whole_words(*found.span())
            value = Text(text=passage.words(start, end), code=code)
            yield passage.state(Attribute.ESIGNATURE, value, start, end, source_kind=segment.source_kind)
            return
