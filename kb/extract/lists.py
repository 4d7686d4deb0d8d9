"""Lists of documents and refusal grounds: one statement for each item."""

import re

from kb.extract.passage import Passage
from kb.extract.scopes import read_scope
from kb.extract.segment import LIST_TOPICS, Segment, label_topic
from kb.model import Attribute, RequiredDocument, Scope, Statement, Text

ITEM = re.compile(r"^[ ]*(?:[-•*✓][ ]*)?(?P<mark>(?:\d{1,2}(?:-\d{1,2})?\\?[).]|[-•*✓]))[ ]*(?P<text>.+)$")
EDGES = " \n:;.,-–—*"


def extract_list(passage: Passage, segments: list[Segment], attribute: Attribute) -> list[Statement]:
    """The items of a list in order. A line that ends in a colon is the condition of the items below it
    («На портал:»); unnumbered lines are items where the list has no numbers at all."""
    numbered = any(ITEM.match(passage.plain[segment.start : segment.end]) for segment in segments)
    statements = []
    scope = Scope()
    for segment in segments:
        text = passage.plain[segment.start : segment.end]
        item = ITEM.match(text)
        if text.rstrip().endswith(":"):
            heading = segment.labelled and segment.topic in LIST_TOPICS
            scope = Scope() if heading else read_scope(passage, segment.start, segment.end)
            continue
        if item:
            start = segment.start + item.start("text")
        elif numbered or (segment.labelled and label_topic(text[:100]) is not None and segment.body >= segment.end):
            continue
        else:
            start = segment.body if segment.labelled else segment.start
        end = segment.end
        while end > start and passage.plain[end - 1] in EDGES:
            end -= 1
        words = passage.words(start, end)
        if re.search(r"\w{3}", words):
            statements.append(
                passage.state(
                    attribute, _value(attribute, words), start, end, scope=scope, source_kind=segment.source_kind
                )
            )
    return statements


def _value(attribute: Attribute, words: str) -> Text:
    return RequiredDocument(text=words) if attribute is Attribute.DOCUMENT else Text(text=words)
