"""Questions about recommendations."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, select, tuple_

from kb.model import Language
from kb.model.recommendation import (
    UNFINISHED,
    KeptRecommendation,
    Recommendation,
    RecommendationFilter,
    RecommendationState,
    RecommendationStep,
)
from kb.model.shapes import evidence_from_json
from kb.store.practice_tables import RecommendationRow, RecommendationStepRow
from kb.store.search_reader import moment_text

_Row = RecommendationRow


class RecommendationReader:
    """The recommendations of a base and their steps."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def recommendation(self, name: str) -> KeptRecommendation | None:
        """The recommendation of this id, with its steps."""
        row = self._connection.execute(select(_Row.__table__).where(_Row.id == name)).first()
        return self._with_steps([row])[0] if row else None

    def recommendations(
        self, wanted: RecommendationFilter, *, after: KeptRecommendation | None = None, limit: int = 50
    ) -> tuple[KeptRecommendation, ...]:
        """Recommendations with their steps, the newest first, from behind the one `after`."""
        query = select(_Row.__table__).where(*_conditions(wanted))
        if after is not None:
            query = query.where(tuple_(_Row.made_at, _Row.id) < tuple_(moment_text(after.made_at), after.id))
        rows = self._connection.execute(query.order_by(_Row.made_at.desc(), _Row.id.desc()).limit(limit))
        return tuple(self._with_steps(list(rows)))

    def recommendation_counts(self) -> dict[RecommendationState, int]:
        """How many recommendations stand in each state."""
        query = select(_Row.state, func.count()).group_by(_Row.state)
        return {RecommendationState(state): count for state, count in self._connection.execute(query)}

    def recommendation_keys(self, keys: Iterable[str]) -> frozenset[str]:
        """Those of the keys that a recommendation has already."""
        query = select(_Row.key).where(_Row.key.in_(list(keys)))
        return frozenset(key for (key,) in self._connection.execute(query) if key)

    def _with_steps(self, rows: list[Row[Any]]) -> list[KeptRecommendation]:
        step = RecommendationStepRow
        query = select(step.__table__).where(step.recommendation.in_([row.id for row in rows]))
        steps: dict[str, list[RecommendationStep]] = {row.id: [] for row in rows}
        for row in self._connection.execute(query.order_by(step.recommendation, step.position)):
            steps[row.recommendation].append(
                RecommendationStep(
                    at=datetime.fromisoformat(row.at),
                    actor=row.actor,
                    state=RecommendationState(row.state),
                    owner=row.owner,
                    due=_day(row.due),
                    note=row.note,
                )
            )
        return [_kept(row, steps[row.id]) for row in rows]


def _conditions(wanted: RecommendationFilter) -> tuple[ColumnElement[bool], ...]:
    pairs = ((_Row.state, wanted.state), (_Row.service, wanted.service), (_Row.owner, wanted.owner))
    conditions: list[ColumnElement[bool]] = [column == str(value) for column, value in pairs if value is not None]
    if wanted.overdue_on is not None:
        conditions += [_Row.due < wanted.overdue_on.isoformat(), _Row.state.in_([one.value for one in UNFINISHED])]
    return tuple(conditions)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _kept(row: Row[Any], steps: list[RecommendationStep]) -> KeptRecommendation:
    return KeptRecommendation(
        id=row.id,
        made_at=datetime.fromisoformat(row.made_at),
        recommendation=Recommendation(
            words=row.words,
            language=Language(row.language),
            service=row.service,
            finding=row.finding,
            place=evidence_from_json(row.place) if row.place else None,
            key=row.key,
        ),
        state=RecommendationState(row.state),
        owner=row.owner,
        due=_day(row.due),
        steps=tuple(steps),
    )
