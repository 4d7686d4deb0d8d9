"""Services as the editions of the register had them."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Adds the table; the next build fills it."""
    # Words sort by the codes of their letters, as in the tables before.
    words = sa.String().with_variant(sa.String(collation="C"), "postgresql")
    op.create_table(
        "service_states",
        sa.Column("service", words, primary_key=True),
        sa.Column("since", words, primary_key=True),
        sa.Column("until", words),
        sa.Column("payload", sa.JSON, nullable=False),
    )


def downgrade() -> None:
    """A build fills the table again, nothing is lost."""
    op.drop_table("service_states")
