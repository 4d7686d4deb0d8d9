"""Alembic runs on the connection that `kb.store.schema` hands over, inside its transaction."""

from alembic import context

from kb.store.tables import Base

context.configure(connection=context.config.attributes["connection"], target_metadata=Base.metadata)
context.run_migrations()
