"""Findings of past editions, and what checks asked of other acts."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"

_KEPT = "position, service, kind, severity, rank, body, digest_a, digest_b, place_a, place_b, words, payload"
# Words sort by the codes of their letters, as in the tables before.
_WORDS = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    """Lets several checks have found the same; what was found stands, and is shown."""
    _set_aside()
    _create(
        sa.Column("id", _WORDS, nullable=False),
        sa.Column("checked", _WORDS, nullable=False, index=True),
        sa.Column("shown", sa.Boolean, nullable=False),
        sa.Column("past", sa.Boolean, nullable=False),
        sa.Column("until", _WORDS, nullable=False),
        key=("id", "checked"),
        order=("past", "rank", "kind", "service", "id"),
    )
    op.execute(
        f"INSERT INTO findings (id, checked, shown, past, until, {_KEPT}) "  # noqa: S608 - names of columns alone
        f"SELECT id, checked, true, false, '', {_KEPT} FROM findings_before"
    )
    op.drop_table("findings_before")
    op.add_column("checks", sa.Column("cites", sa.JSON, nullable=False, server_default="{}"))


def downgrade() -> None:
    """Keeps what stands; the next build finds the rest again."""
    op.drop_column("checks", "cites")
    _set_aside()
    _create(
        sa.Column("id", _WORDS, nullable=False),
        sa.Column("checked", _WORDS, nullable=False, index=True),
        key=("id",),
        order=("rank", "kind", "service", "id"),
    )
    op.execute(
        f"INSERT INTO findings (id, checked, {_KEPT}) "  # noqa: S608 - names of columns alone
        f"SELECT id, checked, {_KEPT} FROM findings_before WHERE shown AND NOT past"
    )
    op.drop_table("findings_before")


def _set_aside() -> None:
    """Names of indexes are one for all tables, so they go before the new table comes."""
    for name in (
        "findings_order",
        "findings_places",
        "findings_digests",
        "ix_findings_checked",
        "ix_findings_service",
        "ix_findings_words",
    ):
        op.drop_index(name, "findings")
    op.rename_table("findings", "findings_before")


def _create(*own: sa.Column[str] | sa.Column[bool], key: tuple[str, ...], order: tuple[str, ...]) -> None:
    op.create_table(
        "findings",
        *own,
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("service", _WORDS, nullable=False, index=True),
        sa.Column("kind", _WORDS, nullable=False),
        sa.Column("severity", _WORDS, nullable=False),
        sa.Column("rank", sa.Integer, nullable=False),
        sa.Column("body", _WORDS, nullable=False),
        sa.Column("digest_a", _WORDS, nullable=False),
        sa.Column("digest_b", _WORDS, nullable=False),
        sa.Column("place_a", _WORDS, nullable=False),
        sa.Column("place_b", _WORDS, nullable=False),
        sa.Column("words", _WORDS, nullable=False, index=True),
        sa.Column("payload", sa.JSON, nullable=False),
        sa.PrimaryKeyConstraint(*key),
        sa.Index("findings_order", *order),
        sa.Index("findings_places", "place_a", "place_b"),
        sa.Index("findings_digests", "digest_a", "digest_b"),
    )
