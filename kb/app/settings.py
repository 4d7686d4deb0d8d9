"""What can be set, by environment variables."""

from pathlib import Path

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from kb.pipeline import Home


class Settings(BaseSettings):
    """The settings of a run; each is the environment variable of its name with `KB_` before it.

    `home` is the folder of the base, `host` and `port` are where pages and API are served. `search_url`
    names an Elasticsearch (unset: embedded), `database_url` a PostgreSQL (unset: SQLite in `home`); both may
    hold passwords and are never printed.
    """

    model_config = SettingsConfigDict(env_prefix="KB_", env_ignore_empty=True, extra="ignore", frozen=True)

    home: Path = Path("data")
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=1, le=65535)
    search_url: SecretStr | None = None
    database_url: SecretStr | None = None

    def open_home(self) -> Home:
        """The home that the pipeline works in; an empty URL counts as unset."""
        return Home(
            folder=self.home,
            database_url=(self.database_url.get_secret_value() or None) if self.database_url else None,
            search_url=(self.search_url.get_secret_value() or None) if self.search_url else None,
        )
