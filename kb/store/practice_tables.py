"""The tables of recommendations, live marks and quotes of focus groups; no build touches them."""

from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from kb.store.tables import Base


class RecommendationRow(Base):
    """A recommendation as it stands; `key` names the place of a report that it was read from, `place` is that place."""

    __tablename__ = "recommendations"
    __table_args__ = (
        Index("recommendations_made_at", "made_at", "id"),
        Index("recommendations_due", "state", "due"),
        Index("recommendations_service", "service"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    key: Mapped[str | None] = mapped_column(unique=True)
    made_at: Mapped[str]
    language: Mapped[str]
    words: Mapped[str]
    service: Mapped[str | None]
    finding: Mapped[str | None]
    place: Mapped[dict[str, Any] | None]
    owner: Mapped[str | None]
    due: Mapped[str | None]
    state: Mapped[str]


class RecommendationStepRow(Base):
    """A step of a recommendation; rows are added and never changed."""

    __tablename__ = "recommendation_steps"

    recommendation: Mapped[str] = mapped_column(ForeignKey("recommendations.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    at: Mapped[str]
    actor: Mapped[str]
    state: Mapped[str]
    owner: Mapped[str | None]
    due: Mapped[str | None]
    note: Mapped[str]


class LiveCountRow(Base):
    """How many gave a mark to a service (or to the consultant's answers on it) in a year; no row tells of a person.

    `channel` is empty where it was not told; `since` and `until` are the first and the last day of such a mark.
    """

    __tablename__ = "live_counts"

    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    subject: Mapped[str] = mapped_column(primary_key=True)
    service: Mapped[str] = mapped_column(primary_key=True)
    channel: Mapped[str] = mapped_column(primary_key=True)
    mark: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    count: Mapped[int]
    since: Mapped[str]
    until: Mapped[str]


class LiveCommentRow(Base):
    """What somebody wrote beside a mark, personal data masked; kept for as many days as other marks."""

    __tablename__ = "live_comments"
    __table_args__ = (Index("live_comments_made_at", "made_at", "id"),)

    id: Mapped[str] = mapped_column(primary_key=True)
    made_at: Mapped[str]
    subject: Mapped[str]
    service: Mapped[str]
    channel: Mapped[str]
    mark: Mapped[int]
    language: Mapped[str]
    words: Mapped[str]


class LiveSaltRow(Base):
    """The secret of a day: without it the digests of that day tell nothing. It goes with its day."""

    __tablename__ = "live_salts"

    day: Mapped[str] = mapped_column(primary_key=True)
    salt: Mapped[str]


class LiveGiverRow(Base):
    """A digest of address and service: who gave a mark today; it stands apart from the mark and goes with its day."""

    __tablename__ = "live_givers"

    day: Mapped[str] = mapped_column(primary_key=True)
    digest: Mapped[str] = mapped_column(primary_key=True)


class QuoteWaveRow(Base):
    """A wave of focus groups; `payload` is its head."""

    __tablename__ = "quote_waves"

    id: Mapped[str] = mapped_column(primary_key=True)
    kept_at: Mapped[str]
    payload: Mapped[dict[str, Any]]


class QuoteRow(Base):
    """What was said in a focus group, personal data masked."""

    __tablename__ = "quotes"
    __table_args__ = (Index("quotes_service", "service"),)

    wave: Mapped[str] = mapped_column(ForeignKey("quote_waves.id", ondelete="CASCADE"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    service: Mapped[str]
    theme: Mapped[str]
    language: Mapped[str]
    region: Mapped[str | None]
    channel: Mapped[str | None]
    words: Mapped[str]
