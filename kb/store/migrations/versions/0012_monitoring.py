"""Recommendations and their steps, marks of 1 to 5 given here and now, quotes of focus groups."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"

# Words sort by the codes of their letters, as in the tables before.
_WORDS = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    """Adds the tables; no build touches them."""
    op.create_table(
        "recommendations",
        sa.Column("id", _WORDS, primary_key=True),
        sa.Column("key", _WORDS, unique=True),
        sa.Column("made_at", _WORDS, nullable=False),
        sa.Column("language", _WORDS, nullable=False),
        sa.Column("words", _WORDS, nullable=False),
        sa.Column("service", _WORDS),
        sa.Column("finding", _WORDS),
        sa.Column("place", sa.JSON),
        sa.Column("owner", _WORDS),
        sa.Column("due", _WORDS),
        sa.Column("state", _WORDS, nullable=False),
    )
    op.create_index("recommendations_made_at", "recommendations", ["made_at", "id"])
    op.create_index("recommendations_due", "recommendations", ["state", "due"])
    op.create_index("recommendations_service", "recommendations", ["service"])
    op.create_table(
        "recommendation_steps",
        sa.Column("recommendation", _WORDS, sa.ForeignKey("recommendations.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("at", _WORDS, nullable=False),
        sa.Column("actor", _WORDS, nullable=False),
        sa.Column("state", _WORDS, nullable=False),
        sa.Column("owner", _WORDS),
        sa.Column("due", _WORDS),
        sa.Column("note", _WORDS, nullable=False),
    )
    op.create_table(
        "live_counts",
        sa.Column("year", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("subject", _WORDS, primary_key=True),
        sa.Column("service", _WORDS, primary_key=True),
        sa.Column("channel", _WORDS, primary_key=True),
        sa.Column("mark", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("count", sa.Integer, nullable=False),
        sa.Column("since", _WORDS, nullable=False),
        sa.Column("until", _WORDS, nullable=False),
    )
    op.create_table(
        "live_comments",
        sa.Column("id", _WORDS, primary_key=True),
        sa.Column("made_at", _WORDS, nullable=False),
        sa.Column("subject", _WORDS, nullable=False),
        sa.Column("service", _WORDS, nullable=False),
        sa.Column("channel", _WORDS, nullable=False),
        sa.Column("mark", sa.Integer, nullable=False),
        sa.Column("language", _WORDS, nullable=False),
        sa.Column("words", _WORDS, nullable=False),
    )
    op.create_index("live_comments_made_at", "live_comments", ["made_at", "id"])
    op.create_table("live_salts", sa.Column("day", _WORDS, primary_key=True), sa.Column("salt", _WORDS, nullable=False))
    op.create_table(
        "live_givers", sa.Column("day", _WORDS, primary_key=True), sa.Column("digest", _WORDS, primary_key=True)
    )
    op.create_table(
        "quote_waves",
        sa.Column("id", _WORDS, primary_key=True),
        sa.Column("kept_at", _WORDS, nullable=False),
        sa.Column("payload", sa.JSON, nullable=False),
    )
    op.create_table(
        "quotes",
        sa.Column("wave", _WORDS, sa.ForeignKey("quote_waves.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("service", _WORDS, nullable=False),
        sa.Column("theme", _WORDS, nullable=False),
        sa.Column("language", _WORDS, nullable=False),
        sa.Column("region", _WORDS),
        sa.Column("channel", _WORDS),
        sa.Column("words", _WORDS, nullable=False),
    )
    op.create_index("quotes_service", "quotes", ["service"])


def downgrade() -> None:
    """Forgets recommendations, live marks and quotes."""
    for table in (
        "quotes",
        "quote_waves",
        "live_givers",
        "live_salts",
        "live_comments",
        "live_counts",
        "recommendation_steps",
        "recommendations",
    ):
        op.drop_table(table)
