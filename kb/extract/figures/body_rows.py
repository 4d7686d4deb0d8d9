"""Rows of tables by body that hold the figures of one service: bodies that gave only one service in the survey."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from kb.extract.figures.grid import Cell, Grid
from kb.extract.figures.section_tables import LEAST_COMPONENTS, UNKNOWN, components_of, figure, known
from kb.model import Remark, RemarkKind, SurveyChannel

BODY = "body"
LEAST_ALIKE = 5  # means of a row that are those of one service: no other service has the same five
MOST_DIFFERENT = 2

Means = Mapping[str, set[Decimal]]


def read_body_rows(grids: Sequence[Grid], remarks: Iterable[Remark]) -> Iterator[Remark]:
    """The means of such a row that the service tells otherwise, as figures of that service in a row `body`."""
    means = _means(remarks)
    for grid in grids:
        subjects: list[str] = []
        for row in grid.rows:
            numbers = [cell for cell in row if cell.number is not None]
            if not numbers:
                named = components_of(row) if len(row) > LEAST_COMPONENTS else []
                subjects = named if known(named) > LEAST_COMPONENTS else []
            elif subjects and row[0].number is None and len(numbers) == len(subjects):
                yield from _different(grid, dict(zip(subjects, numbers, strict=True)), means)


def _means(remarks: Iterable[Remark]) -> dict[str, Means]:
    told: dict[str, dict[str, set[Decimal]]] = defaultdict(lambda: defaultdict(set))
    for one in remarks:
        if one.kind is RemarkKind.FIGURE and one.measure == "mean" and one.subject and one.value is not None:
            told[one.service][one.subject].add(one.value)
    return {service: dict(subjects) for service, subjects in told.items()}


def _different(grid: Grid, row: Mapping[str, Cell], means: Mapping[str, Means]) -> Iterator[Remark]:
    owners: list[tuple[str, list[str]]] = []
    for service, told in means.items():
        shared = [subject for subject in row if subject in told and not subject.startswith(UNKNOWN)]
        different = [subject for subject in shared if row[subject].number not in told[subject]]
        if len(shared) - len(different) >= LEAST_ALIKE and len(different) <= MOST_DIFFERENT:
            owners.append((service, different))
    if len(owners) != 1 or len({cell.number for cell in row.values()}) == 1:
        return
    service, different = owners[0]
    for subject in different:
        yield figure(
            service, grid.cite(row[subject]), grid, subject=subject, measure="mean", cell=row[subject], row=BODY,
            channel=SurveyChannel.ALL, column=subject,
        )  # fmt: skip
