"""Bringing a database to the tables that this program knows."""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from kb.store.engine import transaction
from kb.store.errors import StoreBusy, StoreError

HEAD = "0013"
WAITS = 12
MIGRATIONS = Path(__file__).parent / "migrations"


def migrate(engine: Engine) -> None:
    """Makes or alters the tables, in one transaction; raises StoreError when they are newer than this program.

    Of programs that start at once on an older database one alters the tables, which may take a while, and the others
    wait for it; raises StoreBusy where somebody goes on writing for two minutes.
    """
    for _ in range(WAITS - 1):  # each is as long as that of a writer
        try:
            _migrate(engine)
        except StoreBusy:
            continue
        return
    _migrate(engine)


def _migrate(engine: Engine) -> None:
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
        revision = _revision(connection)
        if revision == HEAD:  # another program altered them meanwhile
            return
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
