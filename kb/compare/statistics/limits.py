"""Claims that all components are above a limit, and that places of service hardly differ."""

from collections.abc import Iterator
from decimal import Decimal

from kb.compare.clash import Clash
from kb.compare.statistics.clashes import clash, words_of
from kb.compare.statistics.figures import COMPONENTS, MEAN, PLACES, SHARE, Figures, value
from kb.model import Remark

HIGHEST_MARK = 5
APART = Decimal(10)  # per cent points that nobody calls a slight difference
PAIR = 2


def all_above(figures: Figures, claim: Remark) -> Iterator[Clash]:
    """The component that is the furthest below the limit of all."""
    if claim.value is None:
        return
    measure = MEAN if claim.value <= HIGHEST_MARK else SHARE
    told = [one for subject in COMPONENTS if (one := figures.first(subject, measure))]
    least = min(told, key=value, default=None)
    if least and value(least) < claim.value:
        yield clash(claim, least, "all_above", subject=words_of(least.subject), told=claim.value, value=value(least))


def no_difference(figures: Figures, claim: Remark) -> Iterator[Clash]:
    """Two places of service whose shares are far from one another."""
    subject = claim.subject or ""
    told = sorted((one for channel in PLACES if (one := figures.first(subject, SHARE, channel))), key=value)
    if len(told) >= PAIR and value(told[-1]) - value(told[0]) > APART:
        yield clash(
            claim, told[-1], "no_difference", subject=words_of(subject), value_one=value(told[0]),
            value_other=value(told[-1]),
        )  # fmt: skip
