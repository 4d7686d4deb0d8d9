"""The tables of findings, which builds make, and of verdicts, which only people make."""

from typing import Any

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from kb.store.tables import Base


class FindingRow(Base):
    """A contradiction as one check found it; `payload` is the whole finding, `checked` the service, act or edition
    whose check it was (see `CheckRow`), `position` its place there. Of several checks that found the same one row is
    `shown`: one that stands (`until` empty, `past` false), else that of the newest edition. `service` is empty for an
    act that states none, `body` is the owner of the service, `rank` the place of the severity. The digests and places
    of both sides stand in their own order, so that the sides may change places."""

    __tablename__ = "findings"
    __table_args__ = (
        Index("findings_order", "past", "rank", "kind", "service", "id"),
        Index("findings_places", "place_a", "place_b"),
        Index("findings_digests", "digest_a", "digest_b"),
    )

    id: Mapped[str] = mapped_column(primary_key=True)
    checked: Mapped[str] = mapped_column(primary_key=True, index=True)
    shown: Mapped[bool]
    past: Mapped[bool]
    until: Mapped[str]
    position: Mapped[int]
    service: Mapped[str] = mapped_column(index=True)
    kind: Mapped[str]
    severity: Mapped[str]
    rank: Mapped[int]
    body: Mapped[str]
    digest_a: Mapped[str]
    digest_b: Mapped[str]
    place_a: Mapped[str]
    place_b: Mapped[str]
    words: Mapped[str] = mapped_column(index=True)
    payload: Mapped[dict[str, Any]]


class CheckRow(Base):
    """What was checked, the fingerprint of all that its check read (it is checked again when that differs), what could
    not be weighed, and the state of what it asked of other acts, by the name of the question."""

    __tablename__ = "checks"

    subject: Mapped[str] = mapped_column(primary_key=True)
    fingerprint: Mapped[str]
    issues: Mapped[list[Any]]
    cites: Mapped[dict[str, Any]]


class VerdictRow(Base):
    """A person's decision on a finding, against the digests of both clauses. Rows are added and never changed."""

    __tablename__ = "verdicts"
    __table_args__ = (
        Index("verdicts_digests", "digest_a", "digest_b"),
        Index("verdicts_places", "place_a", "place_b"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    finding: Mapped[str] = mapped_column(index=True)
    kind: Mapped[str]
    digest_a: Mapped[str]
    digest_b: Mapped[str]
    place_a: Mapped[str]
    place_b: Mapped[str]
    words: Mapped[str]
    verdict: Mapped[str]
    reason: Mapped[str]
    author: Mapped[str]
    role: Mapped[str]
    at: Mapped[str]
