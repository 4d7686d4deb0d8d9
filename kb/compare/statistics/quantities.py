"""Claims of all, most, a half, and of ages, against the shares."""

from collections.abc import Iterator
from itertools import pairwise

from kb.compare.clash import Clash
from kb.compare.statistics.clashes import channel_words, clash, words_of
from kb.compare.statistics.figures import (
    AGE,
    COUNT,
    LISTED,
    OVERALL,
    RECEIVED,
    SAMPLE,
    SHARE,
    Figures,
    holds,
    value,
)
from kb.model import Remark, SurveyChannel

HALF = 50


def quantity(figures: Figures, claim: Remark) -> Iterator[Clash]:
    """All, many, more or less than a half, beside a share that is not; that of «many» stands elsewhere."""
    many = claim.relation == "many_satisfied"
    for share in figures.of(claim.subject or "", SHARE) if many else figures.numbers:
        if share.measure != SHARE or share.subject != claim.subject or not (many or holds(claim, share)):
            continue
        told = value(share)
        wrong = {
            "many_satisfied": told < HALF,
            "everyone": told < 100,
            "more_than_half": told < HALF,
            "less_than_half": told > HALF,
        }
        if wrong[claim.relation or ""]:
            yield clash(claim, share, claim.relation or "", subject=words_of(claim.subject), share=told)
            return


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
