"""Which engine: one setting decides."""

from pathlib import Path

from kb.search.backend import SearchBackend
from kb.search.errors import SearchError


def open_backend(url: str | None, folder: Path, *, prefix: str = "anyq") -> SearchBackend:
    """The engine at `url` (`http://…`, `https://…`), or the embedded one in `folder` when there is none.

    `prefix` begins the index names on a server, so that several bases can share it. Nothing is asked of a server
    here; raises SearchError for an address of another kind.
    """
    # Engines are imported where they are chosen: neither costs the other's start-up time.
    if not url:
        from kb.search.embedded import EmbeddedBackend  # noqa: PLC0415

        return EmbeddedBackend(folder)
    if not url.startswith(("http://", "https://")):
        raise SearchError(f"KB_SEARCH_URL {url!r}: leave it unset for the embedded engine, or give http(s)://host:port")
    from kb.search.elastic import ElasticBackend  # noqa: PLC0415

    return ElasticBackend(url, prefix=prefix)
