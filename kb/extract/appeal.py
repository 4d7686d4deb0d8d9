"""To whom one complains, sentence by sentence."""

from dataclasses import replace

from kb.extract.passage import Passage
from kb.extract.segment import Segment
from kb.extract.wording import coded_wording
from kb.extract.words import extract_words
from kb.model import Attribute, Statement, Text

FILE = "requirement"


def extract_appeal(passage: Passage, segment: Segment) -> list[Statement]:
    """The sentence as it is printed, with the code of the instance where it names one only."""
    named = [
        code
        for code, pattern in coded_wording(FILE, "appeal")
        if pattern.search(passage.plain, segment.start, segment.end)
    ]
    code = named[0] if len(named) == 1 else None
    return [
        replace(statement, value=replace(statement.value, code=code))
        for statement in extract_words(passage, segment, Attribute.APPEAL)
        if isinstance(statement.value, Text)
    ]
