"""Access keys, sessions of the pages, and the audit trail, which no statement can alter."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

_SQLITE = (
    "CREATE TRIGGER audit_kept BEFORE UPDATE ON audit "
    "BEGIN SELECT RAISE(ABORT, 'the audit trail is only added to'); END",
    "CREATE TRIGGER audit_whole BEFORE DELETE ON audit "
    "BEGIN SELECT RAISE(ABORT, 'the audit trail is only added to'); END",
    # INSERT OR REPLACE deletes the row of the same number without asking the trigger before.
    "CREATE TRIGGER audit_added BEFORE INSERT ON audit WHEN NEW.id IN (SELECT id FROM audit) "
    "BEGIN SELECT RAISE(ABORT, 'the audit trail is only added to'); END",
)
_POSTGRESQL = (
    "CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'the audit trail is only added to'; END $$",
    "CREATE TRIGGER audit_kept BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION refuse_audit_change()",
    "CREATE TRIGGER audit_whole BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change()",
)


def upgrade() -> None:
    """Adds the tables and their triggers; no build touches them."""
    # Words sort by the codes of their letters, as in the tables before.
    words = sa.String().with_variant(sa.String(collation="C"), "postgresql")
    op.create_table(
        "access_keys",
        sa.Column("id", words, primary_key=True),
        sa.Column("name", words, nullable=False),
        sa.Column("folded", words, nullable=False, unique=True),
        sa.Column("role", words, nullable=False),
        sa.Column("digest", words, nullable=False),
        sa.Column("made_at", words, nullable=False),
        sa.Column("last_day", words),
        sa.Column("withdrawn_at", words),
    )
    op.create_table(
        "sessions",
        sa.Column("digest", words, primary_key=True),
        sa.Column("key", words, sa.ForeignKey("access_keys.id"), nullable=False),
        sa.Column("ends_at", words, nullable=False),
    )
    op.create_index("ix_sessions_key", "sessions", ["key"])
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", words, nullable=False),
        sa.Column("actor", words, nullable=False),
        sa.Column("role", words, nullable=False),
        sa.Column("key", words),
        sa.Column("action", words, nullable=False),
        sa.Column("target", words, nullable=False),
        sa.Column("before", sa.JSON),
        sa.Column("after", sa.JSON),
        sa.Column("previous", words, nullable=False),
        sa.Column("digest", words, nullable=False),
    )
    op.create_index("ix_audit_actor", "audit", ["actor"])
    op.create_index("ix_audit_action", "audit", ["action"])
    for statement in _SQLITE if op.get_bind().dialect.name == "sqlite" else _POSTGRESQL:
        op.execute(statement)


def downgrade() -> None:
    """Forgets keys, sessions and the trail: export the trail first (kb audit export)."""
    for table in ("audit", "sessions", "access_keys"):
        op.drop_table(table)
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP FUNCTION refuse_audit_change()")
