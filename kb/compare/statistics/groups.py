"""Figures of groups of people against the figure for all of them."""

from collections.abc import Iterator
from decimal import Decimal

from kb.compare.clash import Clash
from kb.compare.statistics.clashes import clash
from kb.compare.statistics.figures import AGE, COUNT, GENDER, OVERALL, SAMPLE, SHARE, Figures, value
from kb.compare.statistics.rounding import half_up
from kb.model import Remark

PAIR = 2
LOOSE = Decimal("0.3")  # the groups and the whole are rounded
NEAR = Decimal(2)  # per cent points: some of those asked gave no mark


def check_groups(figures: Figures) -> Iterator[Clash]:
    """A whole outside of its groups; ages that do not make all people, or another share than that of all."""
    whole = next((one for one in figures.of(OVERALL, SHARE) if one.table is None), None)
    if whole:
        yield from _outside(figures, whole)
    ages = [one for one in figures.numbers if one.row == AGE and one.measure == SHARE]
    counts = {one.group: one for one in figures.numbers if one.row == AGE and one.measure == COUNT}
    if len(ages) < PAIR or any(one.group not in counts for one in ages):
        return
    people = sum((value(counts[one.group]) for one in ages), Decimal(0))
    asked = next((one for one in figures.of(SAMPLE, COUNT) if one.table is None), None)
    if asked and people > value(asked):
        yield clash(asked, counts[ages[-1].group], "ages_sum", told=value(asked), counted=people)
    elif asked and people == value(asked) and whole:
        weighed = sum((value(one) * value(counts[one.group]) for one in ages), Decimal(0)) / people
        if abs(weighed - value(whole)) > NEAR:
            yield clash(whole, ages[0], "ages_share", told=value(whole), exact=half_up(weighed, 1))


def _outside(figures: Figures, whole: Remark) -> Iterator[Clash]:
    told = {one.group: one for one in figures.numbers if one.row == GENDER and one.measure == SHARE}
    if len(told) < PAIR:
        return
    low, high = sorted(told.values(), key=value)
    if not value(low) - LOOSE <= value(whole) <= value(high) + LOOSE:
        near = low if value(whole) < value(low) else high
        yield clash(whole, near, "genders", told=value(whole), low=value(low), high=value(high))
