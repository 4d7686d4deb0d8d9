"""The tables of what people should look at, which builds make, and of their decisions, which no build touches."""

from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from kb.store.tables import Base


class ReviewItemRow(Base):
    """Something that a person should look at; each build makes these anew. `payload` is the whole item."""

    __tablename__ = "review_items"
    __table_args__ = (Index("review_items_order", "state", "confidence", "id"), Index("review_items_key", "key"))

    id: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str]
    place: Mapped[str]
    digest: Mapped[str]
    kind: Mapped[str]
    attribute: Mapped[str | None]
    reason: Mapped[str]
    confidence: Mapped[float]
    state: Mapped[str]
    payload: Mapped[dict[str, Any]]


class ReviewSubjectRow(Base):
    """The services of an item, and the statements of each that it is about (empty = the service itself)."""

    __tablename__ = "review_subjects"

    item: Mapped[str] = mapped_column(ForeignKey("review_items.id", ondelete="CASCADE"), primary_key=True)
    service: Mapped[str] = mapped_column(primary_key=True, index=True)
    statement: Mapped[str] = mapped_column(primary_key=True)


class DecisionRow(Base):
    """A person's decision; rows are added and never changed, and no build touches them. The newest of an item counts.

    `subject` is the item as it was decided: it can be shown when no build finds it any more.
    """

    __tablename__ = "decisions"
    __table_args__ = (Index("decisions_item", "item"), Index("decisions_key", "key"))

    id: Mapped[int] = mapped_column(primary_key=True)
    item: Mapped[str]
    key: Mapped[str]
    place: Mapped[str]
    kind: Mapped[str]
    payload: Mapped[dict[str, Any]]
    subject: Mapped[dict[str, Any]]
