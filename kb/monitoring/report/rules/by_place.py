"""Satisfaction and mean of a service by place of service, by its counts and what is printed of the other place."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from kb.model import SurveyRow
from kb.model.monitoring import Answers, Recomputed, Standing
from kb.monitoring.measures import BEST, mean, share
from kb.monitoring.report.ground import ReportGround, ServiceMarks
from kb.monitoring.report.places import people_by_place, place_of, printed_places
from kb.monitoring.report.settling import Settled, Told, settle
from kb.monitoring.report.span import Span
from kb.monitoring.report.splitting import PrintedPlace, split_marks

RULE, OTHERWISE, DISPUTED = "by_place", "counts_and_other_place_say_otherwise", "figures_of_places_disputed"
TWO_PLACES = 2
MEASURES: Mapping[str, Callable[[Answers], Fraction]] = {
    "share": lambda answers: 100 * share(answers, BEST),
    "mean": mean,
}


def check_by_place(ground: ReportGround) -> Iterator[Recomputed]:
    """Shares and means of the two places of a service, each by all ways to part its marks that give the other three.

    Where no way gives all four, one of them is wrong and nobody can tell which for sure: the one that differs least
    from what the others give is told, the others are open.
    """
    printed = printed_places(ground)
    for key, places in people_by_place(ground).items():
        marks, noted, rows = ground.marks.get(key), ground.undecided.get(key), printed.get(key, {})
        if len(places) != TWO_PLACES or marks is None or marks.least != marks.most or set(rows) != set(places):
            continue
        whole = replace(marks.most, silent=noted[0] if noted else 0)
        pair = [(rows[channel], place_of(rows[channel], people)) for channel, people in places.items()]
        found = list(_figures(ground, key, (whole, marks), pair))
        differing = [one for one in found if one.standing is Standing.DIFFERS]
        least = min(differing, key=_distance, default=None)
        for one in found:
            blamed = least is not None and one is not least and one.standing is Standing.DIFFERS
            yield replace(one, standing=Standing.OPEN, low=None, high=None, reason=DISPUTED) if blamed else one


def _figures(
    ground: ReportGround,
    key: str,
    told: tuple[Answers, ServiceMarks],
    pair: Sequence[tuple[SurveyRow, PrintedPlace]],
) -> Iterator[Recomputed]:
    whole, marks = told
    for number, (row, place) in enumerate(pair):
        other_row, other = pair[1 - number]
        for name in MEASURES:
            value = getattr(place, name)
            if value is None:
                continue
            without = replace(place, share=None) if name == "share" else replace(place, mean=None)
            ways = split_marks(whole, without, other)
            values = [MEASURES[name](one) for one, _ in ways or () if one.rated]
            span = Span(min(values), max(values)) if values else None
            by = Settled(
                rule=RULE,
                span=span,
                ground=[marks.evidence, other_row.evidence],
                reason=OTHERWISE if span else DISPUTED,
            )
            yield settle(_figure(f"{key}: {name}", value, row, ground), by)


def _distance(one: Recomputed) -> Decimal:
    low, high = one.low or one.printed, one.high or one.printed
    return max(low - one.printed, one.printed - high) / one.printed


def _figure(subject: str, value: Decimal, row: SurveyRow, ground: ReportGround) -> Told:
    """The figure at its cell in the row of values, the row itself where no cell is it."""
    quote, start = row.evidence.quote, row.evidence.start
    place = 0
    for cell in quote.split("\t"):
        digits = cell.strip().rstrip("%").strip().replace(",", ".")
        if digits and digits == str(value):
            begin = start + place + len(cell) - len(cell.lstrip())
            evidence = ground.document.cite(begin, begin + len(cell.strip()), row.evidence.clause)
            return Told(subject=subject, value=value, evidence=evidence)
        place += len(cell) + 1
    return Told(subject=subject, value=value, evidence=row.evidence)
