"""How one learns of the state of an application and that its result is ready."""

from collections.abc import Iterator

from kb.extract.passage import Passage
from kb.extract.segment import Segment
from kb.extract.wording import coded_wording, wording
from kb.model import Attribute, Statement, Text

FILE = "requirement"


def extract_notification(passage: Passage, segment: Segment) -> Iterator[Statement]:
    """A statement for each way that a sentence on the state of the application names."""
    if not wording(FILE, "notification_told").search(passage.plain, segment.start, segment.end):
        return
    for code, pattern in coded_wording(FILE, "notification"):
        if found := pattern.search(passage.plain, segment.start, segment.end):
            start, end = passage.whole_words(*found.span())
            value = Text(text=passage.words(start, end), code=code)
            yield passage.state(Attribute.NOTIFICATION, value, start, end, source_kind=segment.source_kind)
