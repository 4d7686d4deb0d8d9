"""Files of points → evaluations of bodies, all rows or none."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from kb.model.evaluation import Evaluation, Penalty, Score, StageDays
from kb.model.evaluation_method import Method
from kb.monitoring.cells import CellFault, Cells
from kb.monitoring.columns import Columns, read_places
from kb.monitoring.errors import BadMarks
from kb.monitoring.evaluation.point_rows import PointRow, PointRows
from kb.monitoring.evaluation.wording import evaluation_table, headings_of_points
from kb.monitoring.importing import MOST_FAULTS, open_sheet
from kb.monitoring.sheets import Sheet, sheet_of_rows

SCORE = "score"
ADVICE = "docs/evaluation.md"
MOST_ROWS = 100_000  # a year has a few thousand: 40 bodies, 10 to 50 items


def read_points(files: Sequence[Path], method: Method, year: int) -> tuple[Evaluation, ...]:
    """The evaluations that CSV, XLSX or JSON files hold for a year, by body; raises BadMarks with a line for each fault
    (the first twenty)."""
    return _read_sheets([open_sheet(path) for path in files], method, year)


def read_point_rows(rows: Sequence[Mapping[str, Any]], method: Method, year: int) -> tuple[Evaluation, ...]:
    """As `read_points`, of rows that came as JSON."""
    return _read_sheets([sheet_of_rows(rows, "rows")], method, year)


def _read_sheets(sheets: Sequence[Sheet], method: Method, year: int) -> tuple[Evaluation, ...]:
    if method.year is not None and method.year != year:
        raise BadMarks([f"the method {method.id} is of {method.year}, the points are of {year}; take one of that year"])
    gathering = _Gathering(method, year)
    for sheet in sheets:
        rows = 0
        for cells in _rows_of(sheet):
            rows += 1
            if rows > MOST_ROWS:
                raise BadMarks([f"{sheet.name}: has more than {MOST_ROWS} rows; bring one year at a time"])
            gathering.take(cells, sheet.name)
        if not rows:
            gathering.faults.append(f"{sheet.name}: has no rows below its heading")
    return gathering.evaluations()


def _rows_of(sheet: Sheet) -> Iterator[Cells]:
    first = next(sheet.rows, None)
    if first is None:
        raise BadMarks([f"{sheet.name}: is empty; expected a heading and rows"])
    needed = evaluation_table("needed")
    places = read_places(first, sheet.name, known=headings_of_points(), needed=needed, advice=ADVICE)
    headings = {code: first.cells[place] for code, place in places.items()}
    columns = Columns(name=sheet.name, form="points", places=places, headings=headings)
    for row in sheet.rows:
        yield Cells(row, columns)


class _Gathering:
    """The rows so far by body, and what is wrong with them."""

    def __init__(self, method: Method, year: int) -> None:
        self._method, self._year = method, year
        self._reader = PointRows(method, year)
        self._above = {one.id: {above.id for above in method.path(one.id)} for one in method.each()}
        self._order = [one.id for one in method.stages]
        self._given: dict[tuple[str, str | None], dict[tuple[str, ...], tuple[PointRow, str]]] = {}
        self.faults: list[str] = []

    def take(self, cells: Cells, name: str) -> None:
        try:
            row = self._reader.read(cells)
            self._add(row, cells, name)
        except CellFault as fault:
            self.faults.append(str(fault))
            if len(self.faults) == MOST_FAULTS:
                raise BadMarks([*self.faults, f"{name}: and perhaps more; reading stopped here"]) from None

    def _add(self, row: PointRow, cells: Cells, name: str) -> None:
        own = self._given.setdefault((row.body, row.region), {})
        key, at = _key(row.given), f"row {cells.number} of {name}"
        if key in own:
            raise cells.fault("item", f"is given to {row.body} again, after {own[key][1]}; one row holds it")
        own[key] = (row, at)
        if isinstance(row.given, Score):
            self._check_apart(row.given.item, own, cells)

    def _check_apart(self, item: str, own: Mapping[tuple[str, ...], tuple[PointRow, str]], cells: Cells) -> None:
        """An item is given points itself, or follows from its parts: both would be counted twice."""
        for key, (_, at) in own.items():
            other = key[1] if key[0] == SCORE and key[1] != item else None
            if other and (item in self._above[other] or other in self._above[item]):
                raise cells.fault(
                    "item", f"has points beside those of «{other}» ({at}), and one is a part of the other"
                )

    def evaluations(self) -> tuple[Evaluation, ...]:
        made = tuple(self._evaluation(*whose) for whose in sorted(self._given, key=str))
        if self.faults:
            raise BadMarks(self.faults)
        return made

    def _evaluation(self, body: str, region: str | None) -> Evaluation:
        given = [row.given for row, _ in self._given[body, region].values()]
        items = [one.id for one in self._method.each()]
        rules = [one.id for one in self._method.penalties]
        stages = sorted(
            (one for one in given if isinstance(one, StageDays)), key=lambda one: self._order.index(one.stage)
        )
        for before, after in pairwise(stages):
            if after.since < before.since:
                at = self._given[body, region][_key(after)][1]
                self.faults.append(
                    f"{at}: «{after.stage}» of {body} begins on {after.since}, before «{before.stage}» did "
                    f"({before.since}); the stages follow each other"
                )
        return Evaluation(
            id="-".join(part for part in (str(self._year), body, (region or "").lower()) if part),
            year=self._year,
            body=body,
            region=region,
            method=self._method.id,
            scores=tuple(
                sorted((one for one in given if isinstance(one, Score)), key=lambda one: items.index(one.item))
            ),
            penalties=tuple(
                sorted(
                    (one for one in given if isinstance(one, Penalty)),
                    key=lambda one: (rules.index(one.rule), str(one.day), one.evidence),
                )
            ),
            stages=tuple(stages),
        )


def _key(given: Score | Penalty | StageDays) -> tuple[str, ...]:
    """What must not come twice: points of an item, a stage; a penalty may, on another ground or day."""
    match given:
        case Score():
            return (SCORE, given.item)
        case StageDays():
            return ("stage", given.stage)
    return ("penalty", given.rule, given.evidence, str(given.day))
