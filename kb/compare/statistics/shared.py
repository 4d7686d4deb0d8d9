"""Figures that several components share, and totals of components by place of service."""

from collections.abc import Iterator
from decimal import Decimal

from kb.compare.clash import Clash
from kb.compare.statistics.clashes import clash, words_of
from kb.compare.statistics.figures import COMPONENTS, JOINED, MEAN, PLACES, Figures, is_general, value
from kb.compare.statistics.rounding import half_up
from kb.model import SurveyChannel

NEAR = Decimal("0.05")  # a mean told of some components together is about that of each
LOOSE = Decimal("0.01")
PAIR = 2


def check_shared(figures: Figures) -> Iterator[Clash]:
    """A mean told of some components together that the tables have for none of them; a total outside of its places."""
    seen: set[int] = set()
    for told in figures.numbers:
        if told.group != JOINED or told.measure != MEAN or told.evidence.start in seen:
            continue
        seen.add(told.evidence.start)
        codes = (told.subject or "", *(told.other or "").split())
        cells = [one for code in codes for one in figures.of(code, MEAN, figures.channel(told)) if one.table]
        if {one.subject for one in cells} == set(codes) and all(abs(value(one) - value(told)) > NEAR for one in cells):
            yield clash(
                told, cells[0], "joined", subject=words_of(cells[0].subject), told=value(told), cell=value(cells[0])
            )
    yield from _totals(figures)


def _totals(figures: Figures) -> Iterator[Clash]:
    for subject in COMPONENTS:
        rows = [one for one in figures.numbers if one.subject == subject and one.measure == MEAN and one.table]
        rows = [one for one in rows if not is_general(one) and one.group is None]
        total = next((one for one in rows if one.channel is SurveyChannel.ALL), None)
        parts = [one for one in rows if one.channel in PLACES and total and one.table == total.table]
        if total is None or len(parts) < PAIR:
            continue
        low, high = min(map(value, parts)), max(map(value, parts))
        if not low - LOOSE <= value(total) <= high + LOOSE:
            far = max(parts, key=lambda one: abs(value(one) - value(total)))
            yield clash(
                total, far, "total_outside", subject=words_of(subject), total=value(total), low=half_up(low, 2),
                high=half_up(high, 2),
            )  # fmt: skip
