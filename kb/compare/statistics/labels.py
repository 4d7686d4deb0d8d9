"""Labels that say another thing than the figures under them, and figures with another's unit or values."""

from collections.abc import Iterator
from itertools import combinations

from kb.compare.clash import Clash
from kb.compare.statistics.clashes import clash, words_of
from kb.compare.statistics.figures import COMPONENTS, COUNT, MEAN, MEAN_AS_SHARE, PLACE, SAMPLE, SHARE, Figures, value
from kb.compare.statistics.rounding import agree
from kb.model import FindingSeverity, Remark

EMPLOYEES, RESPONDENTS = "employees", "respondents"


def check_labels(figures: Figures) -> Iterator[Clash]:
    """Exchanged headings, respondents labelled as employees, means printed as per cent, values of one thing printed
    for another."""
    yield from _exchanged(figures)
    yield from _employees(figures)
    yield from _units(figures)
    yield from _copied(figures)


def _exchanged(figures: Figures) -> Iterator[Clash]:
    cells = {(one.table, one.column): one for one in figures.numbers if one.row == PLACE}
    for heading in figures.headings:
        cell = cells.get((heading.table, heading.column))
        if heading.row == PLACE and cell is not None and cell.measure != heading.measure:
            yield clash(
                heading, cell, "exchanged_headings", severity=FindingSeverity.LOW,
                label=words_of(heading.measure), measure=words_of(cell.measure),
            )  # fmt: skip
            return


def _employees(figures: Figures) -> Iterator[Clash]:
    wrong = next((one for one in figures.headings if one.subject == EMPLOYEES), None)
    if wrong is None:
        return
    right = next((one for one in figures.headings if one.subject == RESPONDENTS and one.table == wrong.table), None)
    if right is None or wrong.table is None:
        asked = list(figures.of(SAMPLE, COUNT))
        right = next((one for one in asked if one.table is None), right or next(iter(asked), None))
    if right:
        yield clash(wrong, right, "employees", severity=FindingSeverity.LOW)


def _units(figures: Figures) -> Iterator[Clash]:
    for one in figures.numbers:
        if one.measure == MEAN_AS_SHARE:
            table = next((cell for cell in figures.of(one.subject or "", MEAN) if cell.table is not None), one)
            yield clash(one, table, MEAN_AS_SHARE, subject=words_of(one.subject), value=value(one))


def _copied(figures: Figures) -> Iterator[Clash]:
    """Share and mean of two components are the same although a table has another mean for one of them."""
    pairs = {subject: pair for subject in COMPONENTS if (pair := _pair(figures, subject))}
    for one, other in combinations(pairs, 2):
        (share, mean), (other_share, other_mean) = pairs[one], pairs[other]
        same = value(share) == value(other_share) and value(mean) == value(other_mean)
        if same and share.evidence != other_share.evidence and _differs_in_tables(figures, one, other):
            yield clash(
                share, other_share, "copied", subject=words_of(one), other=words_of(other),
                share=value(share), mean=value(mean),
            )  # fmt: skip


def _pair(figures: Figures, subject: str) -> tuple[Remark, Remark] | None:
    share = next((one for one in figures.of(subject, SHARE) if one.table is None), None)
    mean = next((one for one in figures.of(subject, MEAN) if one.table is None), None)
    return (share, mean) if share and mean else None


def _differs_in_tables(figures: Figures, one: str, other: str) -> bool:
    for subject in (one, other):
        told = list(figures.of(subject, MEAN))
        if any(not agree(value(told[0]), value(cell)) for cell in told[1:]):
            return True
    return False
