"""Sentences of a passage with what each is about."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kb.extract.passage import Passage
from kb.extract.scopes import has_condition
from kb.extract.wording import coded_wording, load_wording
from kb.model import SourceKind

FILE = "label"
HEAD_LIMIT = 260  # the longest label before a colon in the texts read so far has 240 characters
OPENING_LIMIT = 100  # a label without a colon stands in the opening words
BREAK = re.compile(r"\.[¹²³⁴-⁹]?[ ]+|\n+")
LABEL_END = re.compile(r":|[ ]-[ ]")
CONDITIONED = ("fee", "deadline")
IGNORED = "ignored"
LIST_TOPICS = ("document", "refusal_ground")
ITEM_MARK = re.compile(r"[ ]*(?:[-*•✓]|\d{1,2}(?:-\d{1,2})?\\?\))")
LIST_MARK = re.compile(r"^[ ]*(?:[-*•✓][ ]*)?(?:\d{1,2}(?:-\d{1,2})?\\?[).][ ]*)?")


@dataclass(frozen=True, slots=True)
class Segment:
    """One sentence or list item of a passage, `plain[start:end]`.

    `body` is where its value begins (behind the label); `topic` is what it is about, None when unknown.
    """

    start: int
    end: int
    body: int
    topic: str | None
    labelled: bool
    source_kind: SourceKind


def label_topic(text: str) -> str | None:
    """The topic that a folded label names as a whole, or else with some of its words; None when no pattern fits."""
    alone = text.strip(" :.")
    for topic, pattern in coded_wording(FILE, "whole"):
        if pattern.fullmatch(alone):
            return topic
    for topic, pattern in coded_wording(FILE, "head"):
        if pattern.search(text):
            return topic
    return None


def closing_topic(passage: Passage) -> str | None:
    """The topic that the first of the passage's sentences with such an end names at its end."""
    for start, end in _sentences(passage):
        text = passage.plain[start:end].rstrip(" :;.")
        for topic, pattern in coded_wording(FILE, "closing"):
            if pattern.search(text[-OPENING_LIMIT:]):
                return topic
    return None


def read_segments(passage: Passage, *, inherit: str | None = None) -> list[Segment]:
    """The passage's sentences in order. A sentence without a label goes on with the topic before it,
    at first with `inherit` or the passage's own topic."""
    segments = []
    topic = passage.topic or inherit
    for start, end in _sentences(passage):
        segment = _read_segment(passage, start, end)
        if not _may_open(passage, segment, topic):
            segment = replace(segment, topic=topic, body=start + _mark_length(passage.plain[start:end]), labelled=False)
        topic = segment.topic
        segments.append(segment)
    return segments


def _may_open(passage: Passage, segment: Segment, topic: str | None) -> bool:
    """Whether the segment's own label counts: not on the items of a list, and inside a row or point of known
    topic only for the labels that belong there."""
    if segment.topic is None:
        return False
    if segment.topic == IGNORED and passage.topic in load_wording(FILE)["everything"]:
        return False
    if segment.topic in load_wording(FILE)["anywhere"]:
        return True
    if topic in LIST_TOPICS and ITEM_MARK.match(passage.plain, segment.start, segment.end):
        return False
    if passage.topic is None or segment.topic == topic:
        return True
    return segment.topic in load_wording(FILE)["inside"].get(passage.topic, ())


def _read_segment(passage: Passage, start: int, end: int) -> Segment:
    text = passage.plain[start:end]
    opening = _mark_length(text)
    colon = LABEL_END.search(text, opening, HEAD_LIMIT)
    head_end = colon.start() if colon else min(len(text), OPENING_LIMIT)
    topic, label_start, match_end = _head_topic(text[:head_end])
    if topic is not None:
        body = colon.end() if colon else _word_end(text, match_end)
        if topic in CONDITIONED and has_condition(text[opening:label_start]):
            body = opening  # «За выдачу дубликата размер сбора – …»: the case stands before the label
        return Segment(start, end, start + body, topic, True, passage.source_kind)
    for topic, pattern in coded_wording(FILE, "content"):
        if pattern.search(text[opening:]):
            return Segment(start, end, start + opening, topic, True, passage.source_kind)
    return Segment(start, end, start + opening, None, False, passage.source_kind)


def _mark_length(text: str) -> int:
    mark = LIST_MARK.match(text)
    return mark.end() if mark else 0


def _word_end(text: str, place: int) -> int:
    """Where the word ends that a label's pattern leaves open; a number glued to it is its value."""
    while place < len(text) and text[place].isalpha():
        place += 1
    return place


def _head_topic(head: str) -> tuple[str | None, int, int]:
    for topic, pattern in coded_wording(FILE, "head"):
        match = pattern.search(head)
        if match:
            return topic, match.start(), match.end()
    return None, 0, 0


def _sentences(passage: Passage) -> Iterator[tuple[int, int]]:
    start = 0
    for match in BREAK.finditer(passage.plain):
        if match.group().startswith(".") and not _ends_sentence(passage, start, match):
            continue
        if passage.plain[start : match.start()].strip():
            yield start, match.start()
        start = match.end()
    if passage.plain[start:].strip():
        yield start, len(passage.plain)


def _ends_sentence(passage: Passage, start: int, match: re.Match[str]) -> bool:
    first = match.start()
    while first > start and (passage.plain[first - 1].isalnum() or passage.plain[first - 1] == "_"):
        first -= 1
    word = passage.plain[first : match.start()]
    if word in _abbreviations() or word.isdigit():
        return False
    following = passage.words(match.end(), min(match.end() + 1, len(passage.plain)))[:1]
    return bool(following) and (following.isupper() or following in '«"“(*' or following.isdigit())


def _abbreviations() -> frozenset[str]:
    return frozenset(load_wording(FILE)["abbreviations"])
