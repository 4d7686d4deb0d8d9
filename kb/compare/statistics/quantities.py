"""Claims of all, most, a half, and of ages, against the shares."""

from collections.abc import Iterator
from itertools import pairwise

from kb.compare.clash import Clash
from kb.compare.statistics.clashes import clash, words_of
from kb.compare.statistics.figures import AGE, LISTED, OVERALL, SHARE, Figures, holds, value
from kb.model import Remark, SurveyChannel

HALF = 50


def quantity(figures: Figures, claim: Remark) -> Iterator[Clash]:
    """All, more or less than a half, beside a share that is not."""
    for share in figures.numbers:
        if share.measure != SHARE or share.subject != claim.subject or not holds(claim, share):
            continue
        told = value(share)
        wrong = {"everyone": told < 100, "more_than_half": told < HALF, "less_than_half": told > HALF}
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
