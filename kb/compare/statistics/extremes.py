"""Claims that a component is the best, the worst, a weak or a strong one, against the figures."""

from collections.abc import Iterator
from decimal import Decimal

from kb.compare.clash import Clash
from kb.compare.statistics.clashes import clash, words_of
from kb.compare.statistics.figures import COMPONENTS, MEAN, STAFF, Figures, holds, value
from kb.compare.statistics.rounding import agree
from kb.model import Remark, SurveyChannel

WEAKEST = 2  # two lower components make another one no weak link
AMONG_WEAKEST = 4  # of seven


def extreme(figures: Figures, claim: Remark) -> Iterator[Clash]:
    """The best or the worst component, which another one beats."""
    subject = claim.subject or ""
    own = [one for one in figures.of(subject, MEAN) if holds(claim, one)] or list(figures.of(subject, MEAN))
    if not own:
        return
    among = STAFF if claim.group == "staff" else COMPONENTS
    others = [one for name in among if name != subject for one in figures.of(name, MEAN)]
    sign = 1 if claim.relation == "highest" else -1
    beaten = [one for one in others if sign * value(one) > sign * value(own[0]) and _confirmed(figures, one)]
    beaten = [one for one in beaten if not agree(value(one), value(own[0]))]
    if beaten:
        best = max(beaten, key=lambda one: sign * value(one))
        yield clash(
            claim, best, "not_extreme", subject=words_of(subject), value_one=value(own[0]),
            other=words_of(best.subject), value_other=value(best),
        )  # fmt: skip


def _confirmed(figures: Figures, one: Remark) -> bool:
    """Whether no other place tells another value: a figure that is disputed itself beats none."""
    return all(agree(value(one), value(other)) for other in figures.of(one.subject or "", MEAN))


def weak(figures: Figures, claim: Remark) -> Iterator[Clash]:
    """The weak component, than which others are lower, or the strong one: a single one or one of a list than at least
    two that are not told along with it, one of several than half of all."""
    subject = claim.subject or ""
    channel = claim.channel or SurveyChannel.ALL
    own = next((one for one in figures.of(subject, MEAN, channel) if holds(claim, one)), None)
    own = own or figures.first(subject, MEAN, channel)
    if own is None or subject not in COMPONENTS:
        return
    strong = claim.relation in ("strongest", "among_strongest")
    sign = -1 if strong else 1
    listed = (subject, *(claim.other or "").split())
    firsts = [one for name in COMPONENTS if name not in listed and (one := figures.first(name, MEAN, channel))]
    beyond = [one for one in firsts if sign * value(one) < sign * value(own) and not agree(value(one), value(own))]
    among = claim.relation in ("among_weakest", "among_strongest")
    if len(beyond) >= (AMONG_WEAKEST if among else WEAKEST):
        far = min(beyond, key=lambda one: sign * value(one))
        yield clash(
            claim, far, "not_strongest" if strong else "not_weakest", subject=words_of(subject),
            value_one=value(own), other=words_of(far.subject), value_other=value(far), count=Decimal(len(beyond)),
        )  # fmt: skip
