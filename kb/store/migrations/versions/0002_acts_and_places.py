"""The one id of a statement's act, and where the keys of services stood."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Adds the column and the table; the next build fills them."""
    op.add_column("statements", sa.Column("act", sa.String))
    op.create_table(
        "key_places",
        sa.Column("key", sa.String, primary_key=True),
        sa.Column("document", sa.String, primary_key=True),
        sa.Column("clause", sa.String, primary_key=True),
    )


def downgrade() -> None:
    """Takes both away; a build with the older program finds anew what they held."""
    op.drop_table("key_places")
    with op.batch_alter_table("statements") as statements:
        statements.drop_column("act")
