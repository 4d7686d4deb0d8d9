"""Claims of all, most, a half, and of ages, against the shares."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from kb.compare.clash import Clash
from kb.compare.statistics.clashes import channel_words, clash, words_of
from kb.compare.statistics.figures import (
    AGE,
    COUNT,
    LISTED,
    OVERALL,
    PLACES,
    RECEIVED,
    SAMPLE,
    SHARE,
    Figures,
    holds,
    is_general,
    value,
)
from kb.model import Remark, SurveyChannel

HALF = 50
DISSATISFIED = "dissatisfied"


def many(figures: Figures, claim: Remark) -> Iterator[Clash]:
    """Many are satisfied, although less than a half gave the best mark."""
    share = next((one for one in figures.of(claim.subject or "", SHARE) if value(one) < HALF), None)
    if share:
        yield clash(claim, share, "many_satisfied", subject=words_of(claim.subject), share=value(share))


def amount(figures: Figures, claim: Remark) -> Iterator[Clash]:
    """All, a half or another fraction of people in words beside the share that its sentence, else the section, has."""
    if claim.value is None or claim.other is None:
        return
    channel = claim.channel or SurveyChannel.ALL
    shares = list(figures.of(claim.subject or "", SHARE, channel))
    share = next((one for one in shares if holds(claim, one)), next(iter(shares), None))
    if share is None:
        return
    if claim.group == DISSATISFIED:
        wrong = claim.value > 100 - value(share)
    else:
        wrong = not claim.value <= value(share) <= Decimal(claim.other)
    if wrong:
        yield clash(
            claim, share, claim.relation or "", subject=words_of(claim.subject), low=claim.value, high=claim.other,
            share=value(share),
        )  # fmt: skip


def most(figures: Figures, claim: Remark) -> Iterator[Clash]:
    """Most are dissatisfied, although most gave the best mark, or the dissatisfied are less than a half together."""
    if claim.channel is None and claim.subject == OVERALL:
        listed = [one for one in figures.numbers if one.subject == LISTED and value(one) < HALF]
        against = next((one for one in listed if one.evidence.clause == claim.evidence.clause), None)
        reason = "most_by_sum"
    else:
        channel = claim.channel or SurveyChannel.ALL
        satisfied = (one for one in figures.numbers if one.subject == claim.subject and figures.channel(one) is channel)
        against = next((one for one in satisfied if one.measure == SHARE and value(one) >= HALF), None)
        reason = "most_dissatisfied"
    if against:
        yield clash(claim, against, reason, subject=words_of(claim.subject), share=value(against))


def all_received(figures: Figures, claim: Remark) -> Iterator[Clash]:
    """All came one way, although a share of the same paragraph or a number of people came another way."""
    near = (one for one in figures.numbers if one.measure == RECEIVED and one.evidence.clause == claim.evidence.clause)
    against = next((one for one in near if value(one) > 0 and one.channel is not claim.channel), None)
    if against is None and claim.channel:
        counted = (one for one in figures.numbers if one.subject == SAMPLE and one.measure == COUNT)
        others = (one for one in counted if one.channel not in (None, SurveyChannel.ALL, claim.channel))
        against = next((one for one in others if value(one) > 0), None)
    if against:
        unit = "%" if against.measure == RECEIVED else "N"
        yield clash(
            claim, against, "all_received", channel=channel_words(against.channel), value=value(against), unit=unit
        )


def most_received(figures: Figures, claim: Remark) -> Iterator[Clash]:
    """Most came one way, although the table of places counts less than a half there; for another body than a place of
    the survey, although the table counts all of them at one place that is not the provider's."""
    counted = {
        one.channel: one
        for one in figures.numbers
        if one.subject == SAMPLE and one.measure == COUNT and one.channel in PLACES and is_general(one)
    }
    everyone = sum((value(one) for one in counted.values()), Decimal(0))
    if not everyone:
        return
    most_of = max(counted.values(), key=value)
    if claim.channel:
        wrong = claim.channel in counted and value(counted[claim.channel]) * 2 < everyone
    else:
        wrong = value(most_of) == everyone and most_of.channel is not SurveyChannel.PROVIDER_OFFICE
    if wrong:
        yield clash(
            claim, most_of, "most_received", channel=channel_words(most_of.channel), count=value(most_of),
            everyone=everyone,
        )  # fmt: skip


def _ages(figures: Figures) -> list[Remark]:
    return [one for one in figures.numbers if one.row == AGE and one.measure == SHARE]


def trend(figures: Figures, claim: Remark) -> Iterator[Clash]:
    """Satisfaction that is said to rise or fall with age: the greatest step the other way."""
    sign = 1 if claim.relation == "older_rises" else -1
    steps = [(sign * (value(one) - value(other)), one, other) for one, other in pairwise(_ages(figures))]
    wrong = max((step for step in steps if step[0] > 0), key=lambda step: step[0], default=None)
    if wrong:
        _, younger, older = wrong
        yield clash(
            claim, older, "age_trend", younger=younger.group or "", value_one=value(younger), older=older.group or "",
            value_other=value(older),
        )  # fmt: skip


def age(figures: Figures, claim: Remark) -> Iterator[Clash]:
    """An age that is said to be the most or the least satisfied, which another one is."""
    sign = 1 if claim.relation == "age_best" else -1
    ages = _ages(figures)
    own = next((one for one in ages if one.group == claim.group), None)
    best = max(ages, key=lambda one: sign * value(one), default=None)
    if own and best and sign * value(best) > sign * value(own):
        yield clash(
            claim, best, "age_extreme", age=own.group or "", value_one=value(own), other=best.group or "",
            value_other=value(best),
        )  # fmt: skip
