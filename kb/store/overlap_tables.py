"""The tables of what repeats, made anew by a build in which a text changed."""

from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from kb.store.tables import Base


class OverlapShareRow(Base):
    """How much repeats of all texts, of a service, or of one act in another."""

    __tablename__ = "overlap_shares"

    kind: Mapped[str] = mapped_column(primary_key=True)
    first: Mapped[str] = mapped_column(primary_key=True)
    second: Mapped[str] = mapped_column(primary_key=True)
    characters: Mapped[int]
    repeated: Mapped[int]
    common: Mapped[int]


class OverlapPairRow(Base):
    """Two places that say the same; `first` and `second` are their acts or documents."""

    __tablename__ = "overlap_pairs"
    __table_args__ = (Index("overlap_pairs_works", "first", "second"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    first: Mapped[str]
    second: Mapped[str]
    characters: Mapped[int]
    payload: Mapped[dict[str, Any]]


class OverlapServiceRow(Base):
    """The services that either place of a pair speaks of."""

    __tablename__ = "overlap_services"

    pair: Mapped[int] = mapped_column(ForeignKey("overlap_pairs.id", ondelete="CASCADE"), primary_key=True)
    service: Mapped[str] = mapped_column(primary_key=True, index=True)
