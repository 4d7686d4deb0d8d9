"""Bringing a database to the tables that this program knows."""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from kb.store.engine import transaction
from kb.store.errors import StoreError

HEAD = "0009"
MIGRATIONS = Path(__file__).parent / "migrations"


def migrate(engine: Engine) -> None:
    """Makes or alters the tables, in one transaction; raises StoreError when they are newer than this program."""
    with transaction(engine, writing=False) as connection:
        if _revision(connection) == HEAD:
            return
    # Alembic takes a quarter of a second to load; a database that is up to date does without it.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    with transaction(engine, writing=True) as connection:
        # Programs that start at once on a new database: one makes the tables, the others waited for it.
        revision = _revision(connection)
        if revision is not None and revision not in known:
            place = engine.url.render_as_string(hide_password=True)
            raise StoreError(
                f"the database {place} was made by a newer version of this program (schema {revision}, known up to "
                f"{HEAD}); update the program or name another home"
            )
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    found: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return found
