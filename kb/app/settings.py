"""What can be set, by environment variables."""

from pathlib import Path
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from kb.collect import FetchSettings
from kb.pipeline import Home
from kb.pipeline.query_log import KEPT_DAYS

LONGEST_LOG_DAYS = 3650


class Settings(BaseSettings):
    """The settings of a run; each is the environment variable of its name with `KB_` before it.

    `home` is the folder of the base, `host` and `port` are where pages and API are served. `search_url`
    names an Elasticsearch (unset: embedded), `database_url` a PostgreSQL (unset: SQLite in `home`); both may
    hold passwords and are never printed. `contact` is the mail address or page that hosts are told when documents
    are collected, `certificates` a folder of certificates that hosts leave out, `test_site` a server on this
    machine that stands in for all hosts. `local_staff` lets the person at this machine decide and change as long as no
    key was ever made (docs/access.md). `public_address` is where readers find the pages, as leaflets print it; unset:
    what the request asks for. `query_log_days` is how long searches, questions and marks are kept, with personal
    data masked, for staff to learn from; 0 keeps none.
    """

    model_config = SettingsConfigDict(
        env_prefix="KB_", env_ignore_empty=True, extra="ignore", frozen=True, hide_input_in_errors=True
    )

    home: Path = Path("data")
    host: str = "127.0.0.1"
    port: int = Field(default=8000, ge=1, le=65535)
    search_url: SecretStr | None = None
    database_url: SecretStr | None = None
    contact: str | None = None
    certificates: Path | None = None
    test_site: str | None = None
    local_staff: bool = True
    public_address: str | None = None
    review_token: str | None = Field(default=None, repr=False)  # of earlier versions
    query_log_days: int = Field(default=KEPT_DAYS, ge=0, le=LONGEST_LOG_DAYS)

    @field_validator("public_address")
    @classmethod
    def _without_end(cls, address: str | None) -> str | None:
        if address is None:
            return None
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
            raise ValueError("this must be the address of the first page, such as https://anyq.example.kz")
        return address.rstrip("/")

    @field_validator("review_token")
    @classmethod
    def _replaced(cls, token: str | None) -> str | None:
        # Passed over in silence, a base that was closed by it would be open.
        if token:
            raise ValueError(
                "this setting is no longer used; unset it and make a key for each person: kb key add NAME --role lawyer"
            )
        return token

    def open_home(self) -> Home:
        """The home that the pipeline works in; an empty URL counts as unset."""
        return Home(
            folder=self.home,
            database_url=(self.database_url.get_secret_value() or None) if self.database_url else None,
            search_url=(self.search_url.get_secret_value() or None) if self.search_url else None,
        )

    def fetch_settings(self) -> FetchSettings:
        """How documents are collected."""
        return FetchSettings(contact=self.contact, certificates=self.certificates, test_site=self.test_site)
