"""Words sort by the codes of their letters on every database."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Gives the columns of words that order on PostgreSQL; SQLite has it by itself."""
    _sort_words(sa.String(collation="C"))


def downgrade() -> None:
    """Leaves the order to the server's own language again."""
    _sort_words(sa.String(collation="default"))


def _sort_words(words: sa.String) -> None:
    connection = op.get_bind()
    if connection.dialect.name != "postgresql":
        return
    look = sa.inspect(connection)
    for table in look.get_table_names():
        for column in look.get_columns(table):
            if isinstance(column["type"], sa.String) and table != "alembic_version":
                op.alter_column(table, column["name"], type_=words)
