"""What documents tell beside their values, what contradicts what, and what people decided on it."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Adds the tables; builds make remarks and findings anew, none touches the verdicts."""
    # Words sort by the codes of their letters, as in the tables before.
    words = sa.String().with_variant(sa.String(collation="C"), "postgresql")
    op.create_table(
        "remarks",
        sa.Column("document_id", sa.Integer, sa.ForeignKey("documents.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("mention", words, nullable=False, index=True),
        sa.Column("payload", sa.JSON, nullable=False),
    )
    op.create_table(
        "findings",
        sa.Column("id", words, primary_key=True),
        sa.Column("checked", words, nullable=False, index=True),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("service", words, nullable=False, index=True),
        sa.Column("kind", words, nullable=False),
        sa.Column("severity", words, nullable=False),
        sa.Column("rank", sa.Integer, nullable=False),
        sa.Column("body", words, nullable=False),
        sa.Column("digest_a", words, nullable=False),
        sa.Column("digest_b", words, nullable=False),
        sa.Column("place_a", words, nullable=False),
        sa.Column("place_b", words, nullable=False),
        sa.Column("words", words, nullable=False, index=True),
        sa.Column("payload", sa.JSON, nullable=False),
        sa.Index("findings_order", "rank", "kind", "service", "id"),
        sa.Index("findings_places", "place_a", "place_b"),
        sa.Index("findings_digests", "digest_a", "digest_b"),
    )
    op.create_table(
        "checks",
        sa.Column("subject", words, primary_key=True),
        sa.Column("fingerprint", words, nullable=False),
        sa.Column("issues", sa.JSON, nullable=False),
    )
    op.create_table(
        "overlap_shares",
        sa.Column("kind", words, primary_key=True),
        sa.Column("first", words, primary_key=True),
        sa.Column("second", words, primary_key=True),
        sa.Column("characters", sa.Integer, nullable=False),
        sa.Column("repeated", sa.Integer, nullable=False),
        sa.Column("common", sa.Integer, nullable=False),
    )
    op.create_table(
        "overlap_pairs",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("first", words, nullable=False),
        sa.Column("second", words, nullable=False),
        sa.Column("characters", sa.Integer, nullable=False),
        sa.Column("payload", sa.JSON, nullable=False),
        sa.Index("overlap_pairs_works", "first", "second"),
    )
    op.create_table(
        "overlap_services",
        sa.Column("pair", sa.Integer, sa.ForeignKey("overlap_pairs.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("service", words, primary_key=True, index=True),
    )
    op.create_table(
        "verdicts",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("finding", words, nullable=False, index=True),
        sa.Column("kind", words, nullable=False),
        sa.Column("digest_a", words, nullable=False),
        sa.Column("digest_b", words, nullable=False),
        sa.Column("place_a", words, nullable=False),
        sa.Column("place_b", words, nullable=False),
        sa.Column("words", words, nullable=False),
        sa.Column("verdict", words, nullable=False),
        sa.Column("reason", words, nullable=False),
        sa.Column("author", words, nullable=False),
        sa.Column("role", words, nullable=False),
        sa.Column("at", words, nullable=False),
        sa.Index("verdicts_digests", "digest_a", "digest_b"),
        sa.Index("verdicts_places", "place_a", "place_b"),
    )


def downgrade() -> None:
    """Forgets the verdicts: export them first."""
    for table in ("verdicts", "overlap_services", "overlap_pairs", "overlap_shares", "checks", "findings", "remarks"):
        op.drop_table(table)
