"""Questions about the evaluation of state bodies."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Connection, Row, select

from kb.model.evaluation import Appeal, AppealMove, AppealState, Evaluation
from kb.model.evaluation_shapes import penalties_from_json, scores_from_json, stages_from_json
from kb.model.plain_json import Json
from kb.store.evaluation_tables import AppealMoveRow, AppealRow, EvaluationMethodRow, EvaluationRow


class EvaluationReader:
    """Methods, points and appeals."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def evaluation_methods(self) -> tuple[Json, ...]:
        """The versions that people gave, as JSON of the form of their file, the first added first."""
        query = select(EvaluationMethodRow.payload).order_by(EvaluationMethodRow.added_at, EvaluationMethodRow.id)
        return tuple(self._connection.execute(query).scalars())

    def evaluation_years(self) -> tuple[int, ...]:
        """The years with evaluations, the newest first."""
        query = select(EvaluationRow.year).distinct().order_by(EvaluationRow.year.desc())
        return tuple(self._connection.execute(query).scalars())

    def evaluations(self, *, year: int | None = None) -> tuple[Evaluation, ...]:
        """Evaluations (of a year), the newest year first, then by id."""
        query = select(EvaluationRow.__table__).order_by(EvaluationRow.year.desc(), EvaluationRow.id)
        if year is not None:
            query = query.where(EvaluationRow.year == year)
        return tuple(_evaluation(row) for row in self._connection.execute(query))

    def evaluation(self, name: str) -> Evaluation | None:
        """The evaluation of this id."""
        row = self._connection.execute(select(EvaluationRow.__table__).where(EvaluationRow.id == name)).first()
        return _evaluation(row) if row else None

    def evaluation_appeals(self, evaluation: str) -> tuple[Appeal, ...]:
        """The appeals on an evaluation, the first filed first."""
        query = select(AppealRow.__table__).where(AppealRow.evaluation == evaluation).order_by(AppealRow.id)
        return self._with_moves(self._connection.execute(query).all())

    def evaluation_appeals_of_year(self, year: int) -> tuple[Appeal, ...]:
        """The appeals on all evaluations of a year, the first filed first."""
        own = select(EvaluationRow.id).where(EvaluationRow.year == year)
        query = select(AppealRow.__table__).where(AppealRow.evaluation.in_(own)).order_by(AppealRow.id)
        return self._with_moves(self._connection.execute(query).all())

    def evaluation_appeal(self, number: int) -> Appeal | None:
        """The appeal of this number."""
        rows = self._connection.execute(select(AppealRow.__table__).where(AppealRow.id == number)).all()
        return next(iter(self._with_moves(rows)), None)

    def _with_moves(self, rows: Iterable[Row[Any]]) -> tuple[Appeal, ...]:
        listed = list(rows)
        if not listed:
            return ()
        moves: dict[int, list[AppealMove]] = defaultdict(list)
        query = (
            select(AppealMoveRow.__table__)
            .where(AppealMoveRow.appeal.between(listed[0].id, listed[-1].id))
            .order_by(AppealMoveRow.appeal, AppealMoveRow.position)
        )
        for row in self._connection.execute(query):
            moves[row.appeal].append(_move(row))
        return tuple(
            Appeal(id=row.id, evaluation=row.evaluation, item=row.item, in_term=row.in_term, moves=tuple(moves[row.id]))
            for row in listed
        )


def _evaluation(row: Row[Any]) -> Evaluation:
    return Evaluation(
        id=row.id,
        year=row.year,
        body=row.body,
        region=row.region,
        method=row.method,
        scores=scores_from_json(row.payload),
        penalties=penalties_from_json(row.payload),
        stages=stages_from_json(row.payload),
    )


def _move(row: Row[Any]) -> AppealMove:
    return AppealMove(
        state=AppealState(row.state),
        day=date.fromisoformat(row.day),
        behalf=row.behalf,
        reason=row.reason,
        author=row.author,
        at=datetime.fromisoformat(row.at),
        points=Decimal(row.points) if row.points is not None else None,
    )
