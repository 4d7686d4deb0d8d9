"""When a place works."""

from dataclasses import replace

from kb.extract.passage import Passage
from kb.extract.scopes import read_scope
from kb.extract.segment import Segment
from kb.extract.wording import wording
from kb.extract.words import extract_words
from kb.model import Attribute, Scope, Statement


def extract_schedule(passage: Passage, segment: Segment) -> list[Statement]:
    """The hours as they are printed; those of a place that the words before a dash name are of its channel."""
    statements = extract_words(passage, segment, Attribute.SCHEDULE)
    lead = wording("requirement", "schedule_lead").match(passage.plain, segment.body, segment.end)
    if lead is None:
        return statements
    channel = read_scope(passage, *lead.span()).channel
    return [replace(statement, scope=Scope(channel=channel)) for statement in statements]
