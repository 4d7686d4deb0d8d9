"""The tables of the query log and of what staff made of it; no build touches them."""

from typing import Any

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from kb.store.tables import Base


class SearchRow(Base):
    """A search, its words with personal data masked; `key` is the same for words that differ in form only.

    `shown` has the ids of the first services, `page` the path that was asked, `answered` whether it showed an answer.
    """

    __tablename__ = "searches"
    __table_args__ = (Index("searches_asked_at", "asked_at"), Index("searches_key", "key", "asked_at"))

    id: Mapped[str] = mapped_column(primary_key=True)
    asked_at: Mapped[str]
    text: Mapped[str]
    key: Mapped[str]
    language: Mapped[str]
    corrected: Mapped[str | None]
    total: Mapped[int]
    total_clauses: Mapped[int]
    shown: Mapped[list[Any]]
    took_ms: Mapped[float]
    page: Mapped[str]
    answered: Mapped[bool]


class QuestionRow(Base):
    """A question to the consultant, its words with personal data masked, and how its answer ended; `key` and `page` are
    those of a search."""

    __tablename__ = "questions"
    __table_args__ = (Index("questions_asked_at", "asked_at"), Index("questions_key", "key", "asked_at"))

    id: Mapped[str] = mapped_column(primary_key=True)
    asked_at: Mapped[str]
    text: Mapped[str]
    key: Mapped[str]
    language: Mapped[str]
    state: Mapped[str]
    intent: Mapped[str]
    service: Mapped[str | None]
    took_ms: Mapped[float]
    page: Mapped[str]


class ClickRow(Base):
    """Something opened from the results of a search, with its place among them (1 = first, 0 = the answer)."""

    __tablename__ = "clicks"
    __table_args__ = (Index("clicks_search", "search"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    search: Mapped[str] = mapped_column(ForeignKey("searches.id", ondelete="CASCADE"))
    kind: Mapped[str]
    target: Mapped[str]
    place: Mapped[int]


class SynonymRow(Base):
    """Words that staff added to the vocabulary; `words` has kk, ru, said and short. Rows are never deleted.

    `search` is the search they came from, which may be forgotten since.
    """

    __tablename__ = "synonyms"

    id: Mapped[int] = mapped_column(primary_key=True)
    words: Mapped[dict[str, Any]]
    author: Mapped[str]
    added_at: Mapped[str]
    search: Mapped[str | None]
    withdrawn_at: Mapped[str | None]


class BestBetRow(Base):
    """A service that staff put first for a phrase. Rows are never deleted."""

    __tablename__ = "best_bets"

    id: Mapped[int] = mapped_column(primary_key=True)
    phrase: Mapped[str]
    service: Mapped[str]
    author: Mapped[str]
    added_at: Mapped[str]
    withdrawn_at: Mapped[str | None]
