"""First tables."""

from uuid import uuid4

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Makes all tables and draws the base's name."""
    base = op.create_table("base", sa.Column("name", sa.String, primary_key=True))
    op.bulk_insert(base, [{"name": uuid4().hex[:6]}])
    op.create_table(
        "documents",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("document", sa.String, nullable=False),
        sa.Column("digest", sa.String, nullable=False, index=True),
        sa.Column("source", sa.String, nullable=False, index=True),
        sa.Column("version", sa.String, nullable=False),
        sa.Column("related", sa.JSON, nullable=False),
        sa.Column("media_type", sa.String, nullable=False),
        sa.Column("taken_at", sa.String, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("sample", sa.Boolean, nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("snapshot_language", sa.String),
        sa.Column("layout", sa.String, nullable=False),
        sa.Column("title", sa.String),
        sa.Column("year", sa.Integer),
        sa.Column("act", sa.JSON),
        sa.Column("edition", sa.JSON),
        sa.Column("text", sa.String, nullable=False),
        sa.UniqueConstraint("document", "digest", name="documents_place"),
    )
    op.create_table(
        "companions",
        sa.Column("document", sa.String, primary_key=True),
        sa.Column("digest", sa.String, primary_key=True),
        sa.Column("source", sa.String, nullable=False),
        sa.Column("version", sa.String, nullable=False),
    )
    op.create_table(
        "act_names",
        sa.Column("name", sa.String, primary_key=True),
        _reading(primary_key=True),
    )
    op.create_table(
        "clauses",
        _reading(primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("clause", sa.String, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("language", sa.String, nullable=False),
        sa.Column("label", sa.String),
        sa.Column("number", sa.String),
        sa.Column("parent", sa.String),
    )
    op.create_table(
        "mentions",
        _reading(primary_key=True),
        sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("key", sa.String, nullable=False, index=True),
        sa.Column("payload", sa.JSON, nullable=False),
    )
    op.create_table(
        "statements",
        sa.Column("id", sa.String, primary_key=True),
        _reading(),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("mention", sa.String, nullable=False, index=True),
        sa.Column("attribute", sa.String, nullable=False, index=True),
        sa.Column("source_kind", sa.String, nullable=False, index=True),
        sa.Column("valid_from", sa.String),
        sa.Column("valid_to", sa.String),
        sa.Column("payload", sa.JSON, nullable=False),
        sa.Index("statements_reading", "document_id", "position"),
    )
    for name in ("survey", "gaps"):
        op.create_table(
            name,
            _reading(primary_key=True),
            sa.Column("position", sa.Integer, primary_key=True, autoincrement=False),
            sa.Column("mention", sa.String, nullable=False, index=True),
            sa.Column("payload", sa.JSON, nullable=False),
        )
    op.create_table(
        "issues",
        sa.Column("id", sa.Integer, primary_key=True),
        _reading(nullable=True, index=True),
        sa.Column("code", sa.String, nullable=False),
        sa.Column("severity", sa.String, nullable=False),
        sa.Column("document", sa.String, nullable=False),
        sa.Column("message", sa.String, nullable=False),
        sa.Column("line", sa.Integer),
    )
    op.create_table(
        "services",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("payload", sa.JSON, nullable=False),
    )
    op.create_table(
        "service_ids",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("service", sa.String, index=True),
    )
    op.create_table(
        "builds",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("finished_at", sa.String, nullable=False),
        sa.Column("version", sa.String, nullable=False),
        sa.Column("indexes", sa.JSON, nullable=False),
        sa.Column("counts", sa.JSON, nullable=False),
    )
    op.create_table(
        "removed",
        sa.Column("source", sa.String, primary_key=True),
        sa.Column("document", sa.String, primary_key=True),
    )


def downgrade() -> None:
    """Drops all tables, those first that point at others."""
    for name in (
        "removed", "builds", "service_ids", "services", "issues", "gaps", "survey", "statements", "mentions", "clauses",
        "act_names", "companions", "documents", "base",
    ):  # fmt: skip
        op.drop_table(name)


def _reading(*, primary_key: bool = False, nullable: bool = False, index: bool = False) -> sa.Column[int]:
    return sa.Column(
        "document_id",
        sa.Integer,
        sa.ForeignKey("documents.id", ondelete="CASCADE"),
        primary_key=primary_key,
        nullable=nullable,
        index=index,
        autoincrement=False,
    )
