"""A row of an import → points, a penalty or the days of a stage; each fault is told with row and column."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from kb.model.evaluation import Penalty, Score, StageDays
from kb.model.evaluation_method import Method
from kb.model.review_shapes import has_controls
from kb.monitoring.cells import Cells
from kb.monitoring.evaluation.wording import evaluation_table, row_kinds
from kb.monitoring.known import body_code, region_code
from kb.norms import NormsError
from kb.norms.bodies import body, body_on

LONGEST_EVIDENCE = 1_000
MOST_CASES = 1_000
LOCAL_KINDS = ("local_body", "local_department")  # many bodies of one name, told apart by their region


@dataclass(frozen=True, slots=True, kw_only=True)
class PointRow:
    """Whose row it is, and what it gives."""

    body: str
    region: str | None
    given: Score | Penalty | StageDays


class PointRows:
    """Reads rows of one method and year."""

    def __init__(self, method: Method, year: int) -> None:
        self._method = method
        self._days = (date(year, 12, 31), date(year, 1, 1))
        self._items = {one.id: one for one in method.each()}
        self._rules = tuple(one.id for one in method.penalties)
        self._stages = tuple(one.id for one in method.stages)

    def read(self, cells: Cells) -> PointRow:
        """What a row gives; raises CellFault."""
        kind = cells.code("kind", row_kinds().get, "kind of row", f"write {', '.join(evaluation_table('kinds'))}")
        if kind is None:
            raise cells.fault("kind", "is empty; write score, penalty or stage")
        self._check_columns(cells, kind)
        code, region = self._body(cells)
        given: Score | Penalty | StageDays
        if kind == "score":
            given = self._score(cells)
        elif kind == "penalty":
            given = self._penalty(cells)
        else:
            given = self._stage(cells)
        return PointRow(body=code, region=region, given=given)

    def _check_columns(self, cells: Cells, kind: str) -> None:
        parts = evaluation_table("kinds")[kind]
        for column in parts["needs"]:
            if not cells.text(column):
                raise cells.fault(column, f"is empty; a row of {kind} needs {', '.join(parts['needs'])}")
        own = {*parts["needs"], *parts["takes"]}
        for other in evaluation_table("kinds").values():
            for column in (*other["needs"], *other["takes"]):
                if column not in own and cells.text(column):
                    raise cells.fault(column, f"does not go with a row of {kind}; leave the cell empty")

    def _body(self, cells: Cells) -> tuple[str, str | None]:
        advice = "write its code or its full name"
        code = cells.code("body", lambda text: body_code(text, self._days[0]), "state body", advice)
        if code is None:
            raise cells.fault("body", "is empty; every row names the body that is evaluated")
        self._check_there(cells, "body", code)
        region = cells.code("region", lambda text: region_code(text, self._days[0]), "region", advice)
        local = body(code).kind in LOCAL_KINDS
        if local and region is None:
            raise cells.fault("region", "is empty; a local body is told apart by its region")
        if not local and region is not None:
            raise cells.fault("region", f"does not go with {code}, which there is once; leave the cell empty")
        return code, region

    def _check_there(self, cells: Cells, column: str, code: str) -> None:
        problems = []
        for day in self._days:
            try:
                body_on(code, day)
            except NormsError as problem:
                problems.append(problem)
            else:
                return
        raise cells.fault(column, f"was not there in {self._days[0].year}: {problems[0]}")

    def _score(self, cells: Cells) -> Score:
        item = self._known(cells, "item", self._items, "item of the method")
        points, most = cells.decimal("points"), self._items[item].most
        if most is not None and points > most:
            raise cells.fault("points", f"is more than {most}, the highest points of «{item}»")
        may = self._method.evaluators_of(item)
        evaluator = cells.code(
            "evaluator", lambda text: body_code(text, self._days[0]), "state body", "write its code or full name"
        )
        if evaluator is None or evaluator not in may:
            raise cells.fault(
                "evaluator", f"does not evaluate «{item}»; {', '.join(may) or 'nobody in this method'} does"
            )
        self._check_there(cells, "evaluator", evaluator)
        return Score(item=item, evaluator=evaluator, points=points, evidence=_evidence(cells), day=_day(cells, "day"))

    def _penalty(self, cells: Cells) -> Penalty:
        rule = self._known(cells, "item", self._rules, "penalty of the method")
        cases = cells.count("cases")
        if not 1 <= cases <= MOST_CASES:
            raise cells.fault("cases", f"must be from 1 to {MOST_CASES}")
        return Penalty(rule=rule, cases=cases, evidence=_evidence(cells), day=_day(cells, "day"))

    def _stage(self, cells: Cells) -> StageDays:
        stage = self._known(cells, "item", self._stages, "stage of the method")
        since, until = _day(cells, "day"), _day(cells, "until")
        if since is None:
            raise cells.fault("day", "is empty; write the day on which the stage began")
        if until is not None and until < since:
            raise cells.fault("until", f"is before {since}, the first day of the stage")
        return StageDays(stage=stage, since=since, until=until)

    def _known(self, cells: Cells, column: str, codes: Iterable[str], kind: str) -> str:
        listed = tuple(codes)
        found = cells.code(
            column, lambda text: text if text in listed else None, kind, f"there are {', '.join(listed) or 'none'}"
        )
        if found is None:
            raise cells.fault(column, f"is empty; write one of {', '.join(listed)}")
        return found


def _evidence(cells: Cells) -> str:
    text = cells.text("evidence")
    if len(text) > LONGEST_EVIDENCE:
        raise cells.fault("evidence", f"has more than {LONGEST_EVIDENCE} characters; name the document and its page")
    if has_controls(text):
        raise cells.fault("evidence", "holds characters that cannot be shown")
    return text


def _day(cells: Cells, column: str) -> date | None:
    text = cells.text(column)
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise cells.fault(column, "is no day; write YYYY-MM-DD") from None
