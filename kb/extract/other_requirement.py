"""Requirements that have no row or point of their own."""

from kb.extract.esignature import extract_esignature
from kb.extract.notification import extract_notification
from kb.extract.passage import Passage
from kb.extract.segment import Segment
from kb.extract.words import extract_words
from kb.model import Attribute, Statement


def extract_other_requirement(passage: Passage, segment: Segment) -> list[Statement]:
    """The sentence as it is printed, so that nothing is lost, and what it tells of e-signature and notice."""
    return [
        *extract_words(passage, segment, Attribute.OTHER_REQUIREMENT),
        *extract_esignature(passage, segment),
        *extract_notification(passage, segment),
    ]
