"""Marks of a service by place of service, as far as the report tells them exactly."""

from collections.abc import Mapping

from kb.model import Evidence, SurveyRow
from kb.model.monitoring import Answers
from kb.monitoring.from_report.asked import AskedService
from kb.monitoring.report.places import place_of
from kb.monitoring.report.splitting import split_marks

TWO_PLACES = 2
Placed = Mapping[str | None, tuple[Answers, Evidence]]


def place_marks(asked: AskedService, printed: Mapping[str, SurveyRow]) -> tuple[Placed, str | None]:
    """The marks by channel, all under None where they cannot be parted, and then the reason, None where they can."""
    whole: Placed = {asked.channel: (asked.marks, asked.evidence)}
    if asked.channel or not asked.places:
        return whole, None
    if len(asked.places) != TWO_PLACES or not any(channel in printed for channel in asked.places):
        return whole, "places_not_told"
    (one, first), (other, second) = (
        (channel, place_of(printed.get(channel), people)) for channel, people in asked.places.items()
    )
    ways = split_marks(asked.marks, first, second)
    if ways is None or len(ways) != 1:
        return whole, "places_contradict" if ways == [] else "places_not_told"
    return {one: (ways[0][0], _cited(one, printed, asked)), other: (ways[0][1], _cited(other, printed, asked))}, None


def _cited(channel: str, printed: Mapping[str, SurveyRow], asked: AskedService) -> Evidence:
    row = printed.get(channel)
    return row.evidence if row else asked.evidence
