"""Storing what people should look at, and what they decide."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import bindparam, delete, insert, update

from kb.model import Decision, ReviewItem, ReviewState
from kb.model.review import STATE_OF
from kb.model.review_shapes import decision_to_json, item_to_json
from kb.store.portions import in_portions
from kb.store.review_reader import ReviewReader
from kb.store.review_tables import DecisionRow, ReviewItemRow, ReviewSubjectRow

Subjects = dict[str, list[str]]


class ReviewWriter(ReviewReader):
    """Changes the review queue; decisions are only added."""

    def save_review_items(self, items: Iterable[tuple[ReviewItem, ReviewState, Subjects]]) -> None:
        """Replaces the items, each with its state and its statements by service; an id that comes twice is kept once.

        A service without statements is what the item itself is about.
        """
        self._connection.execute(delete(ReviewSubjectRow))
        self._connection.execute(delete(ReviewItemRow))
        known: set[str] = set()
        for portion in in_portions(items):
            rows, subjects = [], []
            for item, state, about in portion:
                if item.id in known:
                    continue
                known.add(item.id)
                rows.append(_row(item, state))
                subjects += [
                    {"item": item.id, "service": service, "statement": statement}
                    for service, statements in about.items()
                    for statement in statements or [""]
                ]
            if rows:
                self._connection.execute(insert(ReviewItemRow), rows)
            if subjects:
                self._connection.execute(insert(ReviewSubjectRow), subjects)

    def add_decision(self, decision: Decision) -> None:
        """Keeps a decision and brings the state of its item up to it."""
        item = decision.item
        self._connection.execute(
            insert(DecisionRow),
            {
                "item": item.id,
                "key": item.key,
                "place": item.place,
                "kind": item.kind.value,
                "payload": decision_to_json(decision),
                "subject": item_to_json(item),
            },
        )
        self._connection.execute(
            update(ReviewItemRow).where(ReviewItemRow.id == item.id).values(state=STATE_OF[decision.verdict].value)
        )

    def rename_decisions(self, items: Iterable[tuple[int, ReviewItem]]) -> None:
        """Lets decisions (by number) go by the keys of these items; what was decided stays as it is."""
        rows = [
            {"number": number, "name": item.id, "new_key": item.key, "new_place": item.place, "new": item_to_json(item)}
            for number, item in list(items)
        ]
        if rows:
            self._connection.execute(
                update(DecisionRow)
                .where(DecisionRow.id == bindparam("number"))
                .values(
                    item=bindparam("name"),
                    key=bindparam("new_key"),
                    place=bindparam("new_place"),
                    subject=bindparam("new"),
                ),
                rows,
            )


def _row(item: ReviewItem, state: ReviewState) -> dict[str, Any]:
    return {
        "id": item.id,
        "key": item.key,
        "place": item.place,
        "digest": item.digest,
        "kind": item.kind.value,
        "attribute": item.attribute.value if item.attribute else None,
        "reason": item.reasons[0].value,
        "confidence": item.confidence,
        "state": state.value,
        "payload": item_to_json(item),
    }
