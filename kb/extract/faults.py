"""Values that a passage on terms or fees speaks of without stating: no statement can be made of them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kb.extract.deadlines import TOPICS, segment_terms
from kb.extract.fees import segment_prices
from kb.extract.free_or_paid import TOPIC
from kb.extract.gap_reasons import GapReason
from kb.extract.missing_annexes import find_missing_annexes
from kb.extract.passage import Passage
from kb.extract.prices import percent_without_base, skip_gap
from kb.extract.segment import Segment, read_segments
from kb.extract.spans import Spans
from kb.extract.wording import coded_wording, wording
from kb.model import Attribute, Evidence
from kb.text import Number, find_numbers

NEAR = 4  # a sign of a currency stands directly before its number
SHORT = 120  # a number alone or a unit at the end is told within a line and a half
CLOSING = " \n.;,)"
WORDS_BESIDE = re.compile(r"\w{2,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A missing value of `attribute`, why, and where it should stand."""

    attribute: Attribute
    reason: GapReason
    evidence: Evidence


def find_faults(passage: Passage) -> Iterator[Fault]:
    """What a passage leaves unsaid: an empty cell, a term by reference or without a unit, foreign money, a share of
    nothing, a list in an annex that the text does not have."""
    if not passage.plain.strip():
        yield from _empty(passage)
        return
    segments = read_segments(passage)
    for start, end in find_missing_annexes(passage, segments):
        evidence = passage.cite(start, end)
        yield Fault(attribute=Attribute.DOCUMENT, reason=GapReason.MISSING_ANNEX, evidence=evidence)
    for segment in segments:
        if segment.topic in TOPICS:
            found, attribute = list(_unstated_terms(passage, segment)), Attribute.DEADLINE
        elif segment.topic == TOPIC:
            found, attribute = list(_unstated_fees(passage, segment)), Attribute.FEE
        else:
            continue
        for reason, start, end in found:
            yield Fault(attribute=attribute, reason=reason, evidence=passage.cite(start, end))


def _empty(passage: Passage) -> Iterator[Fault]:
    """An empty row or point, cited by the last words above it: its label."""
    attribute = {"deadline": Attribute.DEADLINE, "fee": Attribute.FEE}.get(passage.topic or "")
    above = passage.document.text[: passage.start].rstrip()
    if attribute and above:
        line = above.rfind("\n") + 1
        evidence = passage.document.cite(line, len(above), passage.clause)
        yield Fault(attribute=attribute, reason=GapReason.EMPTY, evidence=evidence)


def _unstated_terms(passage: Passage, segment: Segment) -> Iterator[tuple[GapReason, int, int]]:
    if segment_terms(passage, segment):
        return
    reference = wording("deadline", "by_reference").search(passage.plain, segment.start, segment.end)
    if reference:
        yield GapReason.BY_REFERENCE, segment.start, segment.end
        return
    short = segment.end - segment.body <= SHORT
    for start, end, _ in _numbers(passage, segment) if short else ():
        beside = passage.plain[segment.body : start] + passage.plain[end : segment.end]
        if not WORDS_BESIDE.search(wording("deadline", "bound_words").sub(" ", beside)):
            yield GapReason.NO_UNIT, start, end
            return
    for _, pattern in coded_wording("deadline", "units"):
        for unit in pattern.finditer(passage.plain, max(segment.body, segment.end - SHORT), segment.end):
            opens_word = not passage.plain[max(0, unit.start() - 1)].isalnum()
            behind = wording("deadline", "bound_words").sub(" ", passage.plain[unit.end() : segment.end])
            if opens_word and not behind.strip(CLOSING):  # it closes what was to be a term
                yield GapReason.NO_NUMBER, segment.start, segment.end
                return


def _unstated_fees(passage: Passage, segment: Segment) -> Iterator[tuple[GapReason, int, int]]:
    plain, first = passage.plain, segment.start
    priced = Spans((price.start, price.end) for price in segment_prices(passage, segment))
    words = plain[first : segment.end]
    for start, end, number in _numbers(passage, segment):
        if priced.meets(start, end):
            continue
        money = wording("fee", "foreign_money").match(plain, skip_gap(plain, end))
        if money or wording("fee", "foreign_before").search(plain[max(0, start - NEAR) : start]):
            yield GapReason.FOREIGN_MONEY, start, money.end() if money else end
            continue
        share_end = percent_without_base(words, number)
        if share_end is not None:
            yield GapReason.SHARE_OF_NOTHING, start, segment.start + share_end


def _numbers(passage: Passage, segment: Segment) -> Iterator[tuple[int, int, Number]]:
    """The numbers of the segment's value: where they stand in the passage, and as read in the segment."""
    for number in find_numbers(passage.folded[segment.start : segment.end]):
        start = segment.start + number.start
        if start >= segment.body:
            yield start, segment.start + number.end, number
