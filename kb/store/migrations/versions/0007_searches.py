"""What people searched for, what they opened, and the words and best bets that staff made of it."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Adds the tables; no build touches them."""
    # Words sort by the codes of their letters, as in the tables before.
    words = sa.String().with_variant(sa.String(collation="C"), "postgresql")
    op.create_table(
        "searches",
        sa.Column("id", words, primary_key=True),
        sa.Column("asked_at", words, nullable=False),
        sa.Column("text", words, nullable=False),
        sa.Column("key", words, nullable=False),
        sa.Column("language", words, nullable=False),
        sa.Column("corrected", words),
        sa.Column("total", sa.Integer, nullable=False),
        sa.Column("total_clauses", sa.Integer, nullable=False),
        sa.Column("shown", sa.JSON, nullable=False),
        sa.Column("took_ms", sa.Double, nullable=False),
        sa.Column("page", words, nullable=False),
        sa.Column("answered", sa.Boolean, nullable=False),
    )
    op.create_index("searches_asked_at", "searches", ["asked_at"])
    op.create_index("searches_key", "searches", ["key", "asked_at"])
    op.create_table(
        "clicks",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("search", words, sa.ForeignKey("searches.id", ondelete="CASCADE"), nullable=False),
        sa.Column("kind", words, nullable=False),
        sa.Column("target", words, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
    )
    op.create_index("clicks_search", "clicks", ["search"])
    op.create_table(
        "synonyms",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("words", sa.JSON, nullable=False),
        sa.Column("author", words, nullable=False),
        sa.Column("added_at", words, nullable=False),
        sa.Column("search", words),
        sa.Column("withdrawn_at", words),
    )
    op.create_table(
        "best_bets",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("phrase", words, nullable=False),
        sa.Column("service", words, nullable=False),
        sa.Column("author", words, nullable=False),
        sa.Column("added_at", words, nullable=False),
        sa.Column("withdrawn_at", words),
    )


def downgrade() -> None:
    """Forgets the log and what staff added to the vocabulary: export the synonyms first."""
    for table in ("best_bets", "synonyms", "clicks", "searches"):
        op.drop_table(table)
