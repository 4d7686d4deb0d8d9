"""Questions about the marks that people gave."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, select, tuple_

from kb.model import Language
from kb.model.feedback import GAP_KINDS, GapClass, GapState, KeptMark, Mark, MarkCount, MarkFilter, MarkKind
from kb.store.feedback_tables import MarkRow
from kb.store.search_reader import moment_text


class FeedbackReader:
    """The marks. `since` is a moment; what was given before it is left out."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def mark(self, name: str) -> KeptMark | None:
        """The mark of this id."""
        row = self._connection.execute(select(MarkRow.__table__).where(MarkRow.id == name)).first()
        return _kept(row) if row else None

    def marks(
        self, wanted: MarkFilter, *, since: datetime, after: KeptMark | None = None, limit: int = 50
    ) -> tuple[KeptMark, ...]:
        """Marks, the newest first, from behind the mark `after`."""
        query = select(MarkRow.__table__).where(*_conditions(wanted, since))
        if after is not None:
            place = tuple_(moment_text(after.made_at), after.id)
            query = query.where(tuple_(MarkRow.made_at, MarkRow.id) < place)
        rows = self._connection.execute(query.order_by(MarkRow.made_at.desc(), MarkRow.id.desc()).limit(limit))
        return tuple(_kept(row) for row in rows)

    def mark_counts(self, wanted: MarkFilter, *, since: datetime) -> tuple[MarkCount, ...]:
        """How many marks each week holds of each kind, class and state, the earliest week first."""
        columns = (MarkRow.week, MarkRow.kind, MarkRow.gap, MarkRow.state)
        query = select(*columns, func.count()).where(*_conditions(wanted, since)).group_by(*columns)
        return tuple(
            MarkCount(
                week=date.fromisoformat(week),
                kind=MarkKind(kind),
                gap=GapClass(gap) if gap else None,
                state=GapState(state),
                count=count,
            )
            for week, kind, gap, state, count in self._connection.execute(
                query.order_by(MarkRow.week, MarkRow.kind, func.coalesce(MarkRow.gap, ""), MarkRow.state)
            )
        )


def _conditions(wanted: MarkFilter, since: datetime) -> tuple[ColumnElement[bool], ...]:
    conditions: list[ColumnElement[bool]] = [MarkRow.made_at >= moment_text(since)]
    for column, value in (
        (MarkRow.kind, wanted.kind),
        (MarkRow.gap, wanted.gap),
        (MarkRow.state, wanted.state),
        (MarkRow.service, wanted.service),
    ):
        if value is not None:
            conditions.append(column == str(value))
    if wanted.gaps:
        conditions.append(MarkRow.kind.in_([kind.value for kind in GAP_KINDS]))
    if wanted.unsorted:
        conditions.append(MarkRow.gap.is_(None))
    return tuple(conditions)


def _kept(row: Row[Any]) -> KeptMark:
    return KeptMark(
        id=row.id,
        made_at=datetime.fromisoformat(row.made_at),
        mark=Mark(
            kind=MarkKind(row.kind),
            page=row.page,
            language=Language(row.language),
            question=row.question,
            service=row.service,
            answer=row.answer,
            words=row.words,
            gap=GapClass(row.gap) if row.gap else None,
        ),
        state=GapState(row.state),
        changed_by=row.changed_by,
        changed_at=datetime.fromisoformat(row.changed_at) if row.changed_at else None,
    )
