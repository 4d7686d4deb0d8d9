"""Keeping the evaluation of state bodies."""

from datetime import datetime

from sqlalchemy import func, insert, select, update

from kb.model.evaluation import Appeal, AppealMove, Evaluation
from kb.model.evaluation_shapes import given_to_json
from kb.model.plain_json import Json
from kb.store.evaluation_reader import EvaluationReader
from kb.store.evaluation_tables import AppealMoveRow, AppealRow, EvaluationMethodRow, EvaluationRow
from kb.store.search_reader import moment_text


class EvaluationWriter(EvaluationReader):
    """Adds methods, points and appeals; a step of an appeal is never changed."""

    def add_evaluation_method(self, name: str, payload: Json, *, at: datetime) -> None:
        """Keeps a version of the method under its id."""
        row = {"id": name, "added_at": moment_text(at), "payload": payload}
        self._connection.execute(insert(EvaluationMethodRow), row)

    def save_evaluation(self, evaluation: Evaluation) -> None:
        """Keeps what a body was given, in the place of an earlier evaluation of the same id; its appeals stay."""
        row = {
            "year": evaluation.year, "body": evaluation.body, "region": evaluation.region,
            "method": evaluation.method, "payload": given_to_json(evaluation),
        }  # fmt: skip
        if self.evaluation(evaluation.id) is None:
            self._connection.execute(insert(EvaluationRow), {"id": evaluation.id, **row})
        else:
            self._connection.execute(update(EvaluationRow).where(EvaluationRow.id == evaluation.id).values(**row))

    def add_evaluation_appeal(self, evaluation: str, item: str, move: AppealMove, *, in_term: bool | None) -> Appeal:
        """Keeps an appeal with its first step; it comes back with its number."""
        number = self._connection.execute(
            insert(AppealRow).returning(AppealRow.id), {"evaluation": evaluation, "item": item, "in_term": in_term}
        ).scalar_one()
        self.add_evaluation_appeal_move(number, move)
        return Appeal(id=number, evaluation=evaluation, item=item, in_term=in_term, moves=(move,))

    def add_evaluation_appeal_move(self, appeal: int, move: AppealMove) -> None:
        """Adds a step to an appeal."""
        count = select(func.count()).select_from(AppealMoveRow).where(AppealMoveRow.appeal == appeal)
        self._connection.execute(
            insert(AppealMoveRow),
            {
                "appeal": appeal,
                "position": self._connection.execute(count).scalar_one(),
                "state": move.state.value,
                "day": move.day.isoformat(),
                "behalf": move.behalf,
                "reason": move.reason,
                "author": move.author,
                "at": moment_text(move.at),
                "points": str(move.points) if move.points is not None else None,
            },
        )
