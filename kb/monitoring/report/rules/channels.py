"""Shares of fives by channel over all services, by what the sections tell of each service's places."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil, floor

from kb.model import SurveyRow
from kb.model.monitoring import Answers, Recomputed
from kb.monitoring.measures import BEST
from kb.monitoring.report.ground import MARK_COLUMNS, ReportGround
from kb.monitoring.report.places import people_by_place, place_of, printed_places
from kb.monitoring.report.settling import Settled, Told, settle
from kb.monitoring.report.span import Span
from kb.monitoring.report.splitting import PrintedPlace, split_marks

RULE, OTHERWISE = "share_by_channel", "services_say_otherwise"
TWO_PLACES = 2


@dataclass(frozen=True, slots=True)
class _Fives:
    """How many gave a five at a place, and how many gave a mark, at least and at most."""

    fives: tuple[int, int]
    rated: tuple[int, int]


def check_channels(ground: ReportGround) -> Iterator[Recomputed]:
    """The share of fives of a channel in tables over all services: between the bounds that the services leave, each by
    its counts, its people there, and what its section prints of the place."""
    bounds: dict[str, Span | None] = {}
    for one in ground.figures:
        channel = one.subject.code if one.subject.kind == "channel" else None
        if channel is None or one.column != MARK_COLUMNS[-1] or not one.people:
            continue
        if channel not in bounds:
            bounds[channel] = _bounds(ground, channel)
        span = bounds[channel]
        if span is not None:
            places = [each.evidence for each in ground.samples.values()]
            yield settle(Told.of(one), Settled(rule=RULE, span=span, ground=places, reason=OTHERWISE))


def _bounds(ground: ReportGround, channel: str) -> Span | None:
    """None where a service that was given there has no counts, or no service was."""
    printed = printed_places(ground)
    found: list[_Fives] = []
    for key, places in people_by_place(ground).items():
        if channel not in places:
            continue
        marks, noted = ground.marks.get(key), ground.undecided.get(key)
        if marks is None:
            return None
        silent = noted[0] if noted else 0
        if marks.least != marks.most:  # all fives, of which only the number is not told
            found.append(_Fives((1, places[channel]), (1, places[channel])))
            continue
        found.append(_fives(replace(marks.most, silent=silent), places, printed.get(key, {}), channel))
    if not found:
        return None
    fives, rated = ([sum(getattr(one, name)[side] for one in found) for side in (0, 1)] for name in ("fives", "rated"))
    if not rated[0]:
        return None
    return Span(Fraction(100 * fives[0], rated[1]), min(Fraction(100), Fraction(100 * fives[1], rated[0])))


def _fives(whole: Answers, places: Mapping[str, int], rows: Mapping[str, SurveyRow], channel: str) -> _Fives:
    best = whole.of_values(BEST)
    if len(places) == 1:
        return _Fives((best, best), (whole.rated, whole.rated))
    own = place_of(rows.get(channel), places[channel])
    if len(places) == TWO_PLACES and rows:
        (other,) = set(places) - {channel}
        ways = split_marks(whole, own, place_of(rows.get(other), places[other]))
        if ways:
            return _Fives(_range(one.of_values(BEST) for one, _ in ways), _range(one.rated for one, _ in ways))
    return _loose(whole, own, best)


def _loose(whole: Answers, own: PrintedPlace, best: int) -> _Fives:
    """By the printed share of the place alone, else by the people there."""
    rated = (max(0, own.asked - whole.silent), min(own.asked, whole.rated))
    if own.share is None:
        return _Fives((max(0, best - (whole.asked - own.asked)), min(best, own.asked)), rated)
    exact = Span.printed(own.share)
    low, high = ceil(max(exact.low, Fraction(0)) * rated[0] / 100), floor(exact.high * rated[1] / 100)
    return _Fives((min(low, best), min(high, best)), rated)


def _range(values: Iterator[int]) -> tuple[int, int]:
    told = list(values)
    return min(told), max(told)
