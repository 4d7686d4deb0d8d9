"""Questions about the review queue and the decisions of people."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, case, func, select, tuple_

from kb.model import Decision, ReviewItem, ReviewKind, ReviewState
from kb.model.review import WAITING
from kb.model.review_shapes import decision_from_json, item_from_json
from kb.store.portions import PORTION, in_portions
from kb.store.review_tables import DecisionRow, ReviewItemRow, ReviewSubjectRow

# What changed under a decision comes first, then what nobody looked at, then what is done.
_TURN = case({state.value: turn for turn, state in enumerate(WAITING)}, value=ReviewItemRow.state, else_=len(WAITING))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewFilter:
    """Which items are asked for; what is None holds for all. `reason` is the first reason of an item."""

    state: str | None = None
    kind: str | None = None
    reason: str | None = None
    attribute: str | None = None
    service: str | None = None
    waiting: bool = False


class ReviewReader:
    """The review queue."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def review_items(
        self, wanted: ReviewFilter, *, after: str | None = None, limit: int = 50
    ) -> tuple[tuple[ReviewItem, ReviewState], ...]:
        """Items with their states in the order of work, from behind the item `after`."""
        query = select(ReviewItemRow.payload, ReviewItemRow.state).order_by(
            _TURN, ReviewItemRow.confidence, ReviewItemRow.id
        )
        if after is not None:
            here = select(_TURN, ReviewItemRow.confidence).where(ReviewItemRow.id == after)
            turn, confidence = self._connection.execute(here).one()  # `review_item` tells whether there is one
            query = query.where(
                tuple_(_TURN, ReviewItemRow.confidence, ReviewItemRow.id) > tuple_(turn, confidence, after)
            )
        rows = self._connection.execute(_only(query, wanted).limit(limit))
        return tuple((item_from_json(row.payload), ReviewState(row.state)) for row in rows)

    def review_item(self, name: str) -> tuple[ReviewItem, ReviewState] | None:
        """An item with its state."""
        query = select(ReviewItemRow.payload, ReviewItemRow.state).where(ReviewItemRow.id == name)
        row = self._connection.execute(query).first()
        return (item_from_json(row.payload), ReviewState(row.state)) if row else None

    def review_counts(self, wanted: ReviewFilter) -> dict[str, dict[str, int]]:
        """How many of the items stand in each `state`, and are of each `kind`, `reason` and `attribute`."""
        counts: dict[str, dict[str, int]] = {}
        columns = (ReviewItemRow.state, ReviewItemRow.kind, ReviewItemRow.reason, ReviewItemRow.attribute)
        for column in columns:
            query = _only(select(column, func.count()), wanted).where(column.is_not(None)).group_by(column)
            rows = self._connection.execute(query.order_by(column))
            counts[column.key] = {row[0]: row[1] for row in rows}
        return counts

    def decisions(self, *, item: str | None = None, keys: Sequence[str] | None = None) -> Iterator[Decision]:
        """Decisions (all, on an item, on items with these keys or places), the earliest first."""
        query = select(DecisionRow.__table__).order_by(DecisionRow.id)
        if item is not None:
            query = query.where(DecisionRow.item == item)
        if keys is not None:
            query = query.where(DecisionRow.key.in_(keys) | DecisionRow.place.in_(keys))
        for row in self._connection.execute(query, execution_options={"yield_per": PORTION}):
            yield decision_from_json(row.payload, item_from_json(row.subject), number=row.id)

    def decision_count(self) -> int:
        """How many decisions were taken so far."""
        return self._connection.execute(select(func.count()).select_from(DecisionRow)).scalar_one()

    def standing_decisions(self, *, kind: ReviewKind | None = None) -> dict[str, Decision]:
        """The newest decision on each item, by the id of the item."""
        newest = select(func.max(DecisionRow.id)).group_by(DecisionRow.item)
        query = select(DecisionRow.__table__).where(DecisionRow.id.in_(newest))
        if kind is not None:
            query = query.where(DecisionRow.kind == kind.value)
        return {row.item: _decision(row) for row in self._connection.execute(query)}

    def statement_decisions(self, service: str) -> Mapping[str, Decision]:
        """The decisions that hold on statements of a service, by statement id."""
        query = select(ReviewSubjectRow.statement, ReviewSubjectRow.item).where(
            ReviewSubjectRow.service == service, ReviewSubjectRow.statement != ""
        )
        items = {row.statement: row.item for row in self._connection.execute(query)}
        held: dict[str, Decision] = {}
        for portion in in_portions(sorted(set(items.values()))):
            newest = select(func.max(DecisionRow.id)).where(DecisionRow.item.in_(portion)).group_by(DecisionRow.item)
            rows = self._connection.execute(select(DecisionRow.__table__).where(DecisionRow.id.in_(newest)))
            held.update((row.item, _decision(row)) for row in rows)
        return {statement: held[item] for statement, item in items.items() if item in held}


def _decision(row: Any) -> Decision:
    return decision_from_json(row.payload, item_from_json(row.subject), number=row.id)


def _only(query: Select[*tuple[Any, ...]], wanted: ReviewFilter) -> Select[*tuple[Any, ...]]:
    equal = {
        ReviewItemRow.state: wanted.state,
        ReviewItemRow.kind: wanted.kind,
        ReviewItemRow.reason: wanted.reason,
        ReviewItemRow.attribute: wanted.attribute,
    }
    for column, value in equal.items():
        if value is not None:
            query = query.where(column == value)
    if wanted.waiting:
        query = query.where(ReviewItemRow.state.in_([state.value for state in WAITING]))
    if wanted.service is not None:
        about = select(ReviewSubjectRow.item).where(ReviewSubjectRow.service == wanted.service)
        query = query.where(ReviewItemRow.id.in_(about))
    return query
