"""The evaluation of state bodies: versions of its method, points of bodies, appeals and their steps."""

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"

# Words sort by the codes of their letters, as in the tables before.
_WORDS = sa.String().with_variant(sa.String(collation="C"), "postgresql")


def upgrade() -> None:
    """Adds the tables; no build touches them."""
    op.create_table(
        "evaluation_methods",
        sa.Column("id", _WORDS, primary_key=True),
        sa.Column("added_at", _WORDS, nullable=False),
        sa.Column("payload", sa.JSON, nullable=False),
    )
    op.create_table(
        "evaluations",
        sa.Column("id", _WORDS, primary_key=True),
        sa.Column("year", sa.Integer, nullable=False),
        sa.Column("body", _WORDS, nullable=False),
        sa.Column("region", _WORDS),
        sa.Column("method", _WORDS, nullable=False),
        sa.Column("payload", sa.JSON, nullable=False),
    )
    op.create_index("evaluations_year", "evaluations", ["year", "id"])
    op.create_index("evaluations_method", "evaluations", ["method"])
    op.create_table(
        "evaluation_appeals",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("evaluation", _WORDS, sa.ForeignKey("evaluations.id"), nullable=False),
        sa.Column("item", _WORDS, nullable=False),
        sa.Column("in_term", sa.Boolean),
    )
    op.create_index("evaluation_appeals_evaluation", "evaluation_appeals", ["evaluation", "id"])
    op.create_table(
        "evaluation_appeal_moves",
        sa.Column("appeal", sa.Integer, sa.ForeignKey("evaluation_appeals.id"), primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True),
        sa.Column("state", _WORDS, nullable=False),
        sa.Column("day", _WORDS, nullable=False),
        sa.Column("behalf", _WORDS, nullable=False),
        sa.Column("reason", _WORDS, nullable=False),
        sa.Column("author", _WORDS, nullable=False),
        sa.Column("at", _WORDS, nullable=False),
        sa.Column("points", _WORDS),
    )


def downgrade() -> None:
    """Forgets methods, points and appeals."""
    for table in ("evaluation_appeal_moves", "evaluation_appeals", "evaluations", "evaluation_methods"):
        op.drop_table(table)
