"""Standards that a report names without a number: by who made them, or by one of their points."""

from collections.abc import Iterator

from kb.extract.passage import Passage
from kb.extract.wording import coded_wording
from kb.model import ActReference, Attribute, Statement
from kb.model.act import ActType

FILE = "reference"


def extract_unnumbered_acts(passage: Passage) -> Iterator[Statement]:
    """A statement for each act of the passage that is named as the one that somebody made, or by a point of it; an act
    that is merely mentioned («by the standard …») tells nothing of what the service rests on."""
    taken: list[tuple[int, int]] = []
    for code, pattern in coded_wording(FILE, "unnumbered"):
        for found in pattern.finditer(passage.plain):
            if any(start < found.end() and found.start() < end for start, end in taken):
                continue
            taken.append(found.span())
            start, end = passage.whole_words(*found.span())
            yield passage.state(Attribute.LEGAL_ACT, ActReference(type=ActType(code)), start, end)
