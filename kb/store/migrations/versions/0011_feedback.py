"""Questions to the consultant, marks that people give, and mystery calls."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

# Words sort by the codes of their letters, as in the tables before.
_WORDS = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    """Adds the tables; no build touches them."""
    op.create_table(
        "questions",
        sa.Column("id", _WORDS, primary_key=True),
        sa.Column("asked_at", _WORDS, nullable=False),
        sa.Column("text", _WORDS, nullable=False),
        sa.Column("key", _WORDS, nullable=False),
        sa.Column("language", _WORDS, nullable=False),
        sa.Column("state", _WORDS, nullable=False),
        sa.Column("intent", _WORDS, nullable=False),
        sa.Column("service", _WORDS),
        sa.Column("took_ms", sa.Double, nullable=False),
        sa.Column("page", _WORDS, nullable=False),
    )
    op.create_index("questions_asked_at", "questions", ["asked_at"])
    op.create_index("questions_key", "questions", ["key", "asked_at"])
    op.create_table(
        "feedback",
        sa.Column("id", _WORDS, primary_key=True),
        sa.Column("made_at", _WORDS, nullable=False),
        sa.Column("week", _WORDS, nullable=False),
        sa.Column("kind", _WORDS, nullable=False),
        sa.Column("page", _WORDS, nullable=False),
        sa.Column("language", _WORDS, nullable=False),
        sa.Column("question", _WORDS),
        sa.Column("service", _WORDS),
        sa.Column("answer", _WORDS),
        sa.Column("words", _WORDS, nullable=False),
        sa.Column("gap", _WORDS),
        sa.Column("state", _WORDS, nullable=False),
        sa.Column("changed_by", _WORDS),
        sa.Column("changed_at", _WORDS),
    )
    op.create_index("feedback_made_at", "feedback", ["made_at", "id"])
    op.create_index("feedback_week", "feedback", ["week", "kind", "gap", "state"])
    op.create_index("feedback_service", "feedback", ["service"])
    op.create_table(
        "mystery_runs",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("ran_at", _WORDS, nullable=False),
        sa.Column("version", _WORDS, nullable=False),
        sa.Column("base", _WORDS, nullable=False),
        sa.Column("target", _WORDS, nullable=False),
        sa.Column("file", _WORDS, nullable=False),
        sa.Column("digest", _WORDS, nullable=False, index=True),
        sa.Column("counts", sa.JSON, nullable=False),
        sa.Column("took_ms", sa.Double, nullable=False),
    )
    op.create_table(
        "mystery_results",
        sa.Column("run", sa.Integer, sa.ForeignKey("mystery_runs.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("question", _WORDS, nullable=False),
        sa.Column("language", _WORDS, nullable=False),
        sa.Column("payload", sa.JSON, nullable=False),
    )


def downgrade() -> None:
    """Forgets questions, marks and runs."""
    for table in ("mystery_results", "mystery_runs", "feedback", "questions"):
        op.drop_table(table)
