"""The runs of collection."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Adds the table; builds leave it alone."""
    op.create_table(
        "runs",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("source", sa.String, nullable=False),
        sa.Column("reach", sa.String, nullable=False),
        sa.Column("started_at", sa.String, nullable=False),
        sa.Column("finished_at", sa.String),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("counts", sa.JSON, nullable=False),
        sa.Column("alarms", sa.JSON, nullable=False),
    )
    op.create_index("runs_source", "runs", ["source"])


def downgrade() -> None:
    """Forgets the runs of collection; what they collected stays in the archive."""
    op.drop_index("runs_source", "runs")
    op.drop_table("runs")
