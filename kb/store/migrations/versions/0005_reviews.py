"""What people should look at, and what they decided."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Adds the tables; builds fill the first two and leave the decisions alone."""
    # Words sort by the codes of their letters, as in the tables before.
    words = sa.String().with_variant(sa.String(collation="C"), "postgresql")
    op.create_table(
        "review_items",
        sa.Column("id", words, primary_key=True),
        sa.Column("key", words, nullable=False),
        sa.Column("place", words, nullable=False),
        sa.Column("digest", words, nullable=False),
        sa.Column("kind", words, nullable=False),
        sa.Column("attribute", words),
        sa.Column("reason", words, nullable=False),
        sa.Column("confidence", sa.Double, nullable=False),
        sa.Column("state", words, nullable=False),
        sa.Column("payload", sa.JSON, nullable=False),
    )
    op.create_index("review_items_order", "review_items", ["state", "confidence", "id"])
    op.create_index("review_items_key", "review_items", ["key"])
    op.create_table(
        "review_subjects",
        sa.Column("item", words, sa.ForeignKey("review_items.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("service", words, primary_key=True),
        sa.Column("statement", words, primary_key=True),
    )
    op.create_index("ix_review_subjects_service", "review_subjects", ["service"])
    op.create_table(
        "decisions",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("item", words, nullable=False),
        sa.Column("key", words, nullable=False),
        sa.Column("place", words, nullable=False),
        sa.Column("kind", words, nullable=False),
        sa.Column("payload", sa.JSON, nullable=False),
        sa.Column("subject", sa.JSON, nullable=False),
    )
    op.create_index("decisions_item", "decisions", ["item"])
    op.create_index("decisions_key", "decisions", ["key"])


def downgrade() -> None:
    """Forgets the decisions of people: keep a copy of the database first."""
    for table in ("decisions", "review_subjects", "review_items"):
        op.drop_table(table)
