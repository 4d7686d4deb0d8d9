"""The tables of marks and of mystery calls; no build touches them."""

from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from kb.store.tables import Base


class MarkRow(Base):
    """A mark with personal data masked; `week` is the Monday of its week in Kazakhstan, by which marks are counted."""

    __tablename__ = "feedback"
    __table_args__ = (
        Index("feedback_made_at", "made_at", "id"),
        Index("feedback_week", "week", "kind", "gap", "state"),
        Index("feedback_service", "service"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    made_at: Mapped[str]
    week: Mapped[str]
    kind: Mapped[str]
    page: Mapped[str]
    language: Mapped[str]
    question: Mapped[str | None]
    service: Mapped[str | None]
    answer: Mapped[str | None]
    words: Mapped[str]
    gap: Mapped[str | None]
    state: Mapped[str]
    changed_by: Mapped[str | None]
    changed_at: Mapped[str | None]


class MysteryRunRow(Base):
    """A run of a file of questions; `counts` has by language and expectation how many met it and how many had it."""

    __tablename__ = "mystery_runs"

    id: Mapped[int] = mapped_column(primary_key=True)
    ran_at: Mapped[str]
    version: Mapped[str]
    base: Mapped[str]
    target: Mapped[str]
    file: Mapped[str]
    digest: Mapped[str] = mapped_column(index=True)
    counts: Mapped[dict[str, Any]]
    took_ms: Mapped[float]


class MysteryResultRow(Base):
    """One question of a run, in the order of the file."""

    __tablename__ = "mystery_results"

    run: Mapped[int] = mapped_column(ForeignKey("mystery_runs.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    question: Mapped[str]
    language: Mapped[str]
    payload: Mapped[dict[str, Any]]
