"""The tables of the evaluation of state bodies; no build touches them."""

from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from kb.store.tables import Base


class EvaluationMethodRow(Base):
    """A version of the method that somebody gave; `payload` is its file as JSON. Rows are added and never changed."""

    __tablename__ = "evaluation_methods"

    id: Mapped[str] = mapped_column(primary_key=True)
    added_at: Mapped[str]
    payload: Mapped[dict[str, Any]]


class EvaluationRow(Base):
    """What a body was given for a year; `payload` has points, penalties and days of stages."""

    __tablename__ = "evaluations"
    __table_args__ = (Index("evaluations_year", "year", "id"), Index("evaluations_method", "method"))

    id: Mapped[str] = mapped_column(primary_key=True)
    year: Mapped[int]
    body: Mapped[str]
    region: Mapped[str | None]
    method: Mapped[str]
    payload: Mapped[dict[str, Any]]


class AppealRow(Base):
    """That a body appealed the points of an item."""

    __tablename__ = "evaluation_appeals"
    __table_args__ = (Index("evaluation_appeals_evaluation", "evaluation", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    evaluation: Mapped[str] = mapped_column(ForeignKey("evaluations.id"))
    item: Mapped[str]
    in_term: Mapped[bool | None]


class AppealMoveRow(Base):
    """A step of an appeal; rows are added and never changed. `points` are digits, exactly as they were given."""

    __tablename__ = "evaluation_appeal_moves"

    appeal: Mapped[int] = mapped_column(ForeignKey("evaluation_appeals.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    state: Mapped[str]
    day: Mapped[str]
    behalf: Mapped[str]
    reason: Mapped[str]
    author: Mapped[str]
    at: Mapped[str]
    points: Mapped[str | None]
