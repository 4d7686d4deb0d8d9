"""Claims of distances, averages, changes and places in the ranking, against the figures."""

import re
from collections.abc import Iterator
from decimal import Decimal

from kb.compare.clash import Clash
from kb.compare.statistics.clashes import clash, words_of
from kb.compare.statistics.figures import ALL_SERVICES, OVERALL, PLACES, SHARE, Figures, value
from kb.compare.statistics.rounding import agree
from kb.model import Remark

PAIR = 2
RANK = re.compile(r"\W{0,3}(\d{1,3})\.?\s+\D")
NEAR = Decimal(1)  # a difference told in whole per cent points
ABOUT = Decimal(2)  # «about ten per cent» may be nine


def average(figures: Figures, claim: Remark) -> Iterator[Clash]:
    """Above or below the average of all services, by so many per cent points where they are told."""
    of_all = next((one for one in figures.numbers if one.group == ALL_SERVICES and one.subject == claim.subject), None)
    own = figures.first(claim.subject or "", SHARE)
    if of_all is None or own is None:
        return
    apart = value(own) - value(of_all)
    above = claim.relation == "above_average"
    far = claim.value is not None and abs(abs(apart) - claim.value) > NEAR
    if (apart > 0) is not above or far:
        yield clash(
            claim, of_all, "average", subject=words_of(claim.subject), own=value(own), average=value(of_all),
            difference=abs(apart),
        )  # fmt: skip


def difference(figures: Figures, claim: Remark) -> Iterator[Clash]:
    """How far two places of service are said to be apart, beside the shares that the same paragraph tells."""
    told = [
        one
        for one in figures.numbers
        if (one.evidence.clause, one.subject, one.measure) == (claim.evidence.clause, claim.subject, SHARE)
        and one.channel is not None
        and one.evidence.start < claim.evidence.start
    ]
    if len(told) < PAIR:
        places = (figures.first(claim.subject or "", SHARE, channel) for channel in PLACES)
        told = [one for one in places if one]
        if len(told) > PAIR:
            return
    if len(told) < PAIR or claim.value is None:
        return
    one, other = told[-PAIR:]
    apart = abs(value(one) - value(other))
    if one.channel is not other.channel and abs(apart - claim.value) > ABOUT:
        yield clash(
            claim, other, "difference", subject=words_of(claim.subject), told=claim.value, value_one=value(one),
            value_other=value(other), difference=apart,
        )  # fmt: skip


def whole(figures: Figures, claim: Remark) -> Iterator[Clash]:
    """How far a component is said to be from satisfaction as a whole."""
    own, of_all = figures.first(claim.subject or "", SHARE), figures.first(OVERALL, SHARE)
    if own is None or of_all is None or claim.value is None:
        return
    apart = value(own) - value(of_all)
    told = claim.value if claim.relation == "above_whole" else -claim.value
    if abs(apart - told) > ABOUT:
        yield clash(
            claim, of_all, "whole", subject=words_of(claim.subject), own=value(own), whole=value(of_all),
            difference=apart,
        )  # fmt: skip


def change(figures: Figures, claim: Remark) -> Iterator[Clash]:
    """A change that goes the other way than its words tell."""
    if claim.value is None or claim.other is None or claim.value == Decimal(claim.other):
        return
    if (claim.value > Decimal(claim.other)) != (claim.group == "higher"):
        present = next((one for one in figures.of(claim.subject or "", SHARE) if agree(value(one), claim.value)), claim)
        yield clash(claim, present, "change", subject=words_of(claim.subject), former=claim.other, present=claim.value)


def rank(figures: Figures, claim: Remark) -> Iterator[Clash]:
    """A place in the ranking that is not the one printed in the row of the service's name."""
    row = figures.ranked_share
    printed = RANK.match(row.evidence.quote) if row else None
    if row and printed and claim.value is not None and Decimal(printed[1]) != claim.value:
        yield clash(claim, row, "rank", told=claim.value, printed=Decimal(printed[1]))
